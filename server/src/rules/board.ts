import { addTo, sameElements } from '../base/lists';
import { packed } from '../base/packed';
import type { UsersBlock } from '../model/usersBlock';
import type { Outcome } from './needs';
import type { Diagnostic, Finding, Place, Rule } from './types';
import { isOfUsers } from './userDiagnostics';

/** What was found at once: the same list as long as the same is found. */
export type Found = readonly Outcome[];

/** What one check found: of those that found nothing the same list. */
export function told(outcome: Outcome | undefined): Found {
  return outcome ? [outcome] : packed([]);
}

/** A finding that is not about users by placement, with the diagnostic that was made of it last. */
export interface Other {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly at: Place;
  made: Diagnostic | undefined;
}

/** What an outcome says of the users of each block, and of anything else. */
interface Parts {
  readonly others: readonly Other[];
  readonly byBlock: ReadonlyMap<UsersBlock, Outcome>;
}

/** What a list says but of users, by the file; and in which further files stands what that points to. */
interface Places {
  readonly others: ReadonlyMap<string, readonly Other[]>;
  readonly elsewhere: ReadonlySet<string>;
}

const nothing: Parts = { others: [], byBlock: new Map() };
const nowhere: Places = { others: new Map(), elsewhere: new Set() };

/** Behind all that have a place in the order of checks. */
const LAST = Number.POSITIVE_INFINITY;

/**
 * What was found, by the files and the users that it is about. What is found again stays where it is: only what comes and goes is put in and taken out, and tells
 * about what something else is to be said.
 */
export class Board {
  /** Each list with its place in the order of checks. */
  private ranks: ReadonlyMap<Found, number> = new Map();
  private taken: readonly Found[] = [];
  private readonly ofPath = new Map<string, Set<Found>>();
  private readonly ofBlock = new Map<UsersBlock, Set<Found>>();
  private readonly pointing = new Map<string, Set<Found>>();
  private readonly inOrder = new Map<UsersBlock, readonly Outcome[]>();
  private readonly undecided = new Set<Found>();
  /** Files of which something else is to be said. */
  readonly due = new Set<string>();

  /** Takes what was found this time, in the order of checks: what isn't among it any more goes. */
  take(lists: ReadonlySet<Found>): void {
    const before = this.ranks;
    const now = [...lists];
    if (sameElements(now, this.taken)) return;
    this.taken = now;
    const ranks = new Map<Found, number>();
    for (const list of now) if (list.length > 0) ranks.set(list, ranks.size);
    this.ranks = ranks;
    for (const list of ranks.keys()) if (!before.has(list)) this.add(list);
    for (const list of before.keys()) if (!ranks.has(list)) this.remove(list);
  }

  /** Puts in what stands until it is removed. */
  add(list: Found): void {
    const { others, elsewhere } = placesOf(list);
    if (list.some(({ needs }) => needs)) this.undecided.add(list);
    for (const path of others.keys()) {
      this.due.add(path);
      putIn(this.ofPath, path, list);
    }
    for (const path of elsewhere) putIn(this.pointing, path, list);
    for (const block of blocksOf(list)) {
      this.inOrder.delete(block);
      putIn(this.ofBlock, block, list);
    }
  }

  remove(list: Found): void {
    const { others, elsewhere } = placesOf(list);
    this.undecided.delete(list);
    for (const path of others.keys()) {
      this.due.add(path);
      takeOut(this.ofPath, path, list);
    }
    for (const path of elsewhere) takeOut(this.pointing, path, list);
    for (const block of blocksOf(list)) {
      this.inOrder.delete(block);
      takeOut(this.ofBlock, block, list);
    }
  }

  /** A file is another one: what stands in it, or points there, may have moved. */
  changed(path: string): void {
    this.due.add(path);
    for (const list of this.pointing.get(path) ?? []) for (const at of placesOf(list).others.keys()) this.due.add(at);
  }

  /** What couldn't be decided, with other outcomes found at once. */
  *open(): Generator<Outcome> {
    for (const list of this.undecided) yield* list;
  }

  /** What is said of a file, but for users by placement. */
  *othersIn(path: string): Generator<Other> {
    for (const list of this.sorted(this.ofPath.get(path))) yield* placesOf(list).others.get(path) ?? [];
  }

  /** The blocks of whose users something is said. */
  get blocks(): Iterable<UsersBlock> {
    return this.ofBlock.keys();
  }

  has(block: UsersBlock): boolean {
    return this.ofBlock.has(block);
  }

  /** What is said of the users of a block: the same list as long as it is the same. */
  outcomesOf(block: UsersBlock): readonly Outcome[] {
    let outcomes = this.inOrder.get(block);
    if (outcomes === undefined) {
      const lists = this.sorted(this.ofBlock.get(block));
      outcomes = packed(lists.flatMap((list) => ofUsersIn(list, block)));
      this.inOrder.set(block, outcomes);
    }
    return outcomes;
  }

  private sorted(lists: Iterable<Found> = []): Found[] {
    const rank = (list: Found): number => this.ranks.get(list) ?? LAST;
    return [...lists].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  }
}

function putIn<K>(map: Map<K, Set<Found>>, key: K, list: Found): void {
  const set = map.get(key);
  if (set) set.add(list);
  else map.set(key, new Set([list]));
}

function takeOut<K>(map: Map<K, Set<Found>>, key: K, list: Found): void {
  const set = map.get(key);
  set?.delete(list);
  if (set?.size === 0) map.delete(key);
}

const places = new WeakMap<Found, Places>();
const parts = new WeakMap<Outcome, Parts>();

/** Most lists say one thing of users of one block: of these nothing more is kept, as there may be one for each user. */
function placesOf(list: Found): Places {
  let known = places.get(list);
  if (known === undefined) {
    known = gather(list);
    if (known !== nowhere) places.set(list, known);
  }
  return known;
}

function gather(list: Found): Places {
  const all = list.flatMap((outcome) => (onlyBlock(outcome) ? [] : partsOf(outcome).others));
  if (all.length === 0) return nowhere;
  const others = new Map<string, Other[]>();
  const elsewhere = new Set<string>();
  for (const other of all) {
    addTo(others, other.at.path, other);
    for (const { at } of other.finding.related ?? []) elsewhere.add(at.path);
  }
  return { others, elsewhere };
}

/** The blocks of whose users a list says something, some of them again and again. */
function* blocksOf(list: Found): Generator<UsersBlock> {
  for (const outcome of list) {
    const only = onlyBlock(outcome);
    if (only) yield only;
    else yield* partsOf(outcome).byBlock.keys();
  }
}

/** What a list says of the users of a block. */
function ofUsersIn(list: Found, block: UsersBlock): Outcome[] {
  return list.flatMap((outcome) => {
    const only = onlyBlock(outcome);
    return (only ? only === block && outcome : partsOf(outcome).byBlock.get(block)) || [];
  });
}

/** The block whose users all of an outcome is about. */
function onlyBlock({ findings, needs }: Outcome): UsersBlock | undefined {
  let only: UsersBlock | undefined;
  for (const { at } of findings) {
    if (needs || !isOfUsers(at) || (only && only !== at.placement.block)) return undefined;
    only = at.placement.block;
  }
  return only;
}

function partsOf(outcome: Outcome): Parts {
  if (outcome.findings.length === 0) return nothing;
  let known = parts.get(outcome);
  if (known === undefined) {
    known = split(outcome);
    parts.set(outcome, known);
  }
  return known;
}

function split({ rule, findings }: Outcome): Parts {
  const others: Other[] = [];
  const byBlock = new Map<UsersBlock, Finding[]>();
  for (const finding of findings) {
    const { at } = finding;
    if (isOfUsers(at)) addTo(byBlock, at.placement.block, finding);
    else others.push({ rule, finding, at, made: undefined });
  }
  const outcomes = Array.from(byBlock, ([block, own]): [UsersBlock, Outcome] => [
    block,
    { rule, findings: own, needs: undefined },
  ]);
  return { others, byBlock: new Map(outcomes) };
}
