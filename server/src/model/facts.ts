/** A property written as `unset`: known to be empty (PowerShell's `$null`). */
export const UNSET = Symbol('unset');
/** A property written as `unknown`: it exists or not, we can't tell. */
export const UNKNOWN = Symbol('unknown');
/** A value that is no value of its type: reported where it stands, and nothing else concludes from it. */
export const INVALID = Symbol('invalid');

export type Scalar = string | number | boolean;
export type Known = Scalar | readonly Scalar[] | typeof UNSET;
export type Fact = Known | typeof UNKNOWN | typeof INVALID;

/** Something that has facts: a declaration, a placement of users. */
export interface FactOwner {
  /** Distinguishes owners, so that a fact can be named. */
  readonly id: string;
  /** The fact as it stands; `undefined` when it isn't written and has no default. */
  fact(property: string): Fact | undefined;
}

/** Thrown when a conclusion needs a fact that isn't known: whoever draws the conclusion is then undecided, rather than wrong. */
export class UnknownFact {
  constructor(
    readonly owner: FactOwner | undefined,
    /** The property's name, or the kind whose list is incomplete. */
    readonly name: string,
    /** A fault was reported already; nothing more is said. */
    readonly silent: boolean,
  ) {}
}

/** Reads facts, taking assumptions for those that aren't known. */
export class FactReader {
  constructor(private readonly assumed?: ReadonlyMap<string, Known | undefined>) {}

  /**
   * The fact, `undefined` where it isn't written and has no default.
   * @throws UnknownFact when it isn't known and nothing is assumed of it.
   */
  read(owner: FactOwner, property: string): Known | undefined {
    const fact = owner.fact(property);
    if (fact !== UNKNOWN && fact !== INVALID) return fact;
    const key = factKey(owner, property);
    if (this.assumed?.has(key)) return this.assumed.get(key);
    throw new UnknownFact(owner, property, fact === INVALID);
  }

  /** The fact as text, `undefined` where it is empty. */
  text(owner: FactOwner, property: string): string | undefined {
    const fact = this.read(owner, property);
    return fact === undefined || fact === UNSET || typeof fact === 'object' ? undefined : String(fact);
  }

  flag(owner: FactOwner, property: string): boolean | undefined {
    const fact = this.read(owner, property);
    return typeof fact === 'boolean' ? fact : undefined;
  }

  number(owner: FactOwner, property: string): number | undefined {
    const fact = this.read(owner, property);
    return typeof fact === 'number' ? fact : undefined;
  }

  /** The values of a list; empty where it is empty or not written. */
  list(owner: FactOwner, property: string): readonly string[] {
    const fact = this.read(owner, property);
    if (fact === undefined || fact === UNSET) return [];
    return typeof fact === 'object' ? fact.map(String) : [String(fact)];
  }

  /** Whether something is assumed of a kind's undeclared objects. */
  assumes(key: string): boolean {
    return this.assumed?.has(key) ?? false;
  }

  assumption(key: string): Known | undefined {
    return this.assumed?.get(key);
  }
}

/** Whether nothing is known of a fact: it is written as `unknown`, or as no value of its type. */
export function isOpen(fact: Fact | undefined): fact is typeof UNKNOWN | typeof INVALID {
  return fact === UNKNOWN || fact === INVALID;
}

export function factKey(owner: FactOwner | undefined, name: string): string {
  return `${owner?.id ?? ''}\u0000${name}`;
}

/** What is asked for; `undefined` where it hangs on a fact that isn't known. */
export function ifKnown<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof UnknownFact) return undefined;
    throw error;
  }
}

/** The first for which a test is known to hold. @throws UnknownFact when there is none, and of one it isn't known. */
export function findKnown<T>(items: Iterable<T>, test: (item: T) => boolean): T | undefined {
  let unknown: UnknownFact | undefined;
  for (const item of items) {
    try {
      if (test(item)) return item;
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
      unknown ??= error;
    }
  }
  if (unknown) throw unknown;
  return undefined;
}

/** Reads facts as they stand. */
export const plainReader = new FactReader();
