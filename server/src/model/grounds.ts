import { sameElements } from '../base/lists';
import { packed } from '../base/packed';

/** The ground of what hangs on all declarations, in whatever way: it doesn't outlive a change of any. */
export const EVERYTHING = 0;

/** So many sets of grounds are told apart; beyond them, conclusions hang on everything. */
const TOLD_APART = 20_000;

/** Up to so many grounds are kept as one object for all conclusions that hang on them. */
const FEW = 64;
/** What hangs on more, hangs on everything. */
const MANY = 2000;

/** Of up to so many grounds it is looked through whether one is among them. */
const LISTED = 32;

/** What of the declarations something was concluded from: kinds that were gone through, names that were looked up. */
export interface Grounds {
  /** By their numbers. */
  readonly keys: readonly number[];
  /** The version of the declarations in which something of it changed last. */
  readonly changed: number;
}

/** Something concluded from declarations, in which version of them. */
export interface Grounded {
  readonly grounds: Grounds;
  readonly since: number;
}

/** Whether nothing changed since that it was concluded from. */
export function stands({ grounds, since }: Grounded): boolean {
  return grounds.changed <= since;
}

/** What was noted while something was concluded: grounds one by one, and those of conclusions that were drawn before. Hundreds are made for every deployment, most with a few. */
export class Notes {
  /** Each once. */
  private keys: number[] | undefined;
  /** The same, where they are many. */
  private known: Set<number> | undefined;
  private drawn: Grounds | undefined;
  private others: Set<Grounds> | undefined;

  add(key: number): void {
    if (this.keys === undefined) this.keys = [key];
    else if (!(this.known ? this.known.has(key) : this.keys.includes(key))) {
      this.keys.push(key);
      if (this.keys.length > LISTED) this.known = (this.known ?? new Set(this.keys)).add(key);
    }
  }

  addAll(grounds: Grounds): void {
    if (this.drawn === undefined) this.drawn = grounds;
    else if (this.drawn !== grounds) {
      this.others ??= new Set();
      this.others.add(grounds);
    }
  }

  take({ keys, drawn, others }: Notes): void {
    if (keys) this.addEach(keys);
    if (drawn) this.addAll(drawn);
    if (others) for (const grounds of others) this.addAll(grounds);
  }

  private addEach(keys: readonly number[]): void {
    for (const key of keys) this.add(key);
  }

  /** Of what hangs on nothing but one conclusion that was drawn before: its grounds. */
  get only(): Grounds | undefined {
    return this.keys === undefined && this.others === undefined ? this.drawn : undefined;
  }

  get isEmpty(): boolean {
    return this.keys === undefined && this.drawn === undefined;
  }

  get all(): readonly number[] {
    const { keys = [], drawn, others = [] } = this;
    if (drawn === undefined) return keys;
    const all = new Notes();
    all.addEach(drawn.keys);
    for (const each of others) all.addEach(each.keys);
    all.addEach(keys);
    return all.keys ?? [];
  }
}

let current: Notes | undefined;
let once = false;

const nothing = new Notes();

/** For a process in which files are read and judged, and never change: what conclusions hang on is not noted. */
export function concludeOnce(): void {
  once = true;
}

export function isOnce(): boolean {
  return once;
}

/** Notes what something that is being concluded hangs on. */
export function noteGround(key: number): void {
  current?.add(key);
}

/** Whether grounds are being noted: asked before one is looked up. */
export function isGrounding(): boolean {
  return current !== undefined;
}

/** Notes what a conclusion that was drawn before hangs on. */
export function noteGrounds(grounds: Grounds): void {
  current?.addAll(grounds);
}

export function noteAllGrounds(all: Iterable<Grounds>): void {
  if (current) for (const grounds of all) current.addAll(grounds);
}

/** Concludes something, noting what it hangs on; what is concluded within it, hangs on the same. */
export function grounding(conclude: () => void): Notes {
  if (once) {
    conclude();
    return nothing;
  }
  const outer = current;
  const found = new Notes();
  current = found;
  try {
    conclude();
  } finally {
    current = outer;
    outer?.take(found);
  }
  return found;
}

/** Some grounds; when they changed is found out once for each version. */
class Some implements Grounds {
  private seen = -1;
  private last = 0;
  /** Others that are kept beside these. */
  beside: Some | undefined;

  constructor(
    private readonly table: GroundTable,
    readonly keys: readonly number[],
  ) {}

  get changed(): number {
    const { table, keys } = this;
    if (this.seen !== table.version) {
      this.seen = table.version;
      this.last = 0;
      for (const key of keys) this.last = Math.max(this.last, table.changedIn(key));
    }
    return this.last;
  }
}

/** When what of the declarations of a deployment changed last. */
export class GroundTable {
  /** Counts up with every change of the declarations. */
  version = 0;
  /** The numbers of grounds that were asked for: by what they are, and of names by what has them. */
  private readonly numbers = new Map<string, number>();
  private readonly names = new Map<string, Map<string, number>>();
  /** By the number: the version in which it changed last. */
  private readonly changes: number[] = [0];
  private readonly nothing = new Some(this, []);
  private readonly everything = new Some(this, [EVERYTHING]);
  /** Those that are told apart, by a hash of their numbers. */
  private readonly known = new Map<number, Some>();
  private count = 0;

  /** The declarations change; `touch` says what of them. */
  begin(): void {
    this.version++;
    this.changes[EVERYTHING] = this.version;
    if (this.count <= TOLD_APART) return;
    this.known.clear();
    this.count = 0;
  }

  /**
   * The number of a ground.
   * @param what a kind, or something else that can be asked for.
   * @param name what is looked up there.
   */
  ground(what: string, name?: string): number {
    let numbers = this.numbers;
    if (name !== undefined) {
      numbers = this.names.get(what) ?? new Map<string, number>();
      if (numbers.size === 0) this.names.set(what, numbers);
    }
    const key = name ?? what;
    let number = numbers.get(key);
    if (number === undefined) {
      number = this.changes.length;
      this.changes.push(0);
      numbers.set(key, number);
    }
    return number;
  }

  /** Nothing hangs on what was never asked for. */
  touch(what: string, name?: string): void {
    const number = name === undefined ? this.numbers.get(what) : this.names.get(what)?.get(name);
    if (number !== undefined) this.changes[number] = this.version;
  }

  changedIn(key: number): number {
    return this.changes[key] ?? 0;
  }

  /** Of few grounds the same object for the same, in whichever order they were asked for. */
  of(keys: readonly number[]): Grounds {
    if (keys.length === 0) return this.nothing;
    if (keys.length > MANY || keys.includes(EVERYTHING)) return this.everything;
    if (keys.length > FEW) return new Some(this, packed(keys));
    const sorted = ascending(keys);
    let hash = 0;
    for (const key of sorted) hash = (Math.imul(hash, 31) + key) | 0;
    const first = this.known.get(hash);
    for (let some = first; some; some = some.beside) if (sameElements(some.keys, sorted)) return some;
    if (++this.count > TOLD_APART) return this.everything;
    const some = new Some(this, sorted);
    some.beside = first;
    this.known.set(hash, some);
    return some;
  }

  /** What something hangs on while which this was noted. */
  noted(notes: Notes): Grounds {
    return notes.isEmpty ? this.nothing : (notes.only ?? this.of(notes.all));
  }
}

/** A few numbers in their order. */
function ascending(numbers: readonly number[]): readonly number[] {
  const sorted = numbers.slice();
  for (let i = 1; i < sorted.length; i++) {
    const number = sorted[i] as number;
    let at = i;
    for (; at > 0 && (sorted[at - 1] as number) > number; at--) sorted[at] = sorted[at - 1] as number;
    sorted[at] = number;
  }
  return sorted;
}

/** Something that is kept as long as what it was concluded from stands. */
export class Memo<T> {
  private known: (Grounded & { readonly value: T }) | undefined;

  constructor(
    private readonly table: GroundTable,
    private readonly conclude: () => T,
  ) {}

  get value(): T {
    if (this.known && stands(this.known)) noteGrounds(this.known.grounds);
    else this.known = grounded(this.table, this.conclude);
    return this.known.value;
  }
}

/** Concludes something, with what it hangs on; what it is concluded within, hangs on the same. */
export function grounded<T>(table: GroundTable, conclude: () => T): Grounded & { readonly value: T } {
  if (once) return { value: conclude(), grounds: table.noted(nothing), since: table.version };
  const outer = current;
  const found = new Notes();
  current = found;
  let value: T;
  try {
    value = conclude();
  } catch (error) {
    current = outer;
    outer?.take(found);
    throw error;
  }
  current = outer;
  const grounds = table.noted(found);
  outer?.addAll(grounds);
  return { value, grounds, since: table.version };
}
