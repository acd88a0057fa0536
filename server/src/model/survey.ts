import { sameElements } from '../base/lists';
import { type Cohort, Cohorts, inOrder } from './cohorts';
import type { Deployment } from './deployment';
import { UnknownFact } from './facts';
import { grounded } from './grounds';
import type { Placement } from './placement';
import { Remembered } from './remembered';
import { noteUserLook } from './userLooks';
import type { UsersBlock } from './usersBlock';

/** An answer, with those who gave it. */
export interface Answered<T> {
  readonly value: T;
  readonly users: number;
  /** In the order of blocks and first appearance. */
  readonly placements: readonly Placement[];
  /** Whether it is so of one of them, in whichever order. */
  some(test: (placement: Placement) => boolean): boolean;
  /** In their order. */
  readonly blocks: readonly UsersBlock[];
}

/** Told of whom it isn't known. */
export type NotKnown = (fact: UnknownFact, users: number) => void;

/** Those of one block who gave one answer. */
class Group<T> {
  readonly blocks: readonly [UsersBlock];
  private list: readonly Placement[] | undefined;

  /**
   * @param cohorts in the order of their first placements.
   * @param now those who give this answer when it is asked again.
   */
  constructor(
    readonly value: T,
    private readonly cohorts: Cohort<unknown>[],
    block: UsersBlock,
    private readonly now: () => Group<T> | undefined,
  ) {
    this.blocks = [block];
  }

  add(cohort: Cohort<unknown>): void {
    this.cohorts.push(cohort);
  }

  get placements(): readonly Placement[] {
    this.noteWho();
    return this.inOrder;
  }

  some(test: (placement: Placement) => boolean): boolean {
    this.noteWho();
    return this.cohorts.some((cohort) => cohort.places.some((place) => test(cohort.at(place))));
  }

  private noteWho(): void {
    noteUserLook(this, () => ({ of: this.blocks[0], stands: () => this.now()?.hasThoseOf(this) === true }));
  }

  get users(): number {
    const { count } = this;
    noteUserLook(this.cohorts, () => ({ of: this.blocks[0], stands: () => this.now()?.count === count }));
    return count;
  }

  private get count(): number {
    return this.cohorts.reduce((sum, { users }) => sum + users, 0);
  }

  private get inOrder(): readonly Placement[] {
    this.list ??= inOrder(this.cohorts).map(({ placement }) => placement);
    return this.list;
  }

  private hasThoseOf(other: Group<T>): boolean {
    return this === other || sameCohorts(this.cohorts, other.cohorts) || sameElements(this.inOrder, other.inOrder);
  }
}

/** Whether they have the same placements, one by one. */
function sameCohorts(a: readonly Cohort<unknown>[], b: readonly Cohort<unknown>[]): boolean {
  return a.length === b.length && a.every((cohort, i) => cohort.hasThoseOf(b[i] as Cohort<unknown>));
}

/** What the users of a block say. */
interface Part<T> {
  readonly groups: ReadonlyMap<unknown, Group<T>>;
  readonly unknown: readonly { readonly value: UnknownFact; readonly placement: Placement }[];
}

interface Kept<T> {
  readonly cohorts: readonly Cohort<T | UnknownFact | undefined>[];
  readonly part: Part<T>;
}

/**
 * A question to all users, put to each placement. The answers of a block are kept by cohorts: an edit asks those again whose answers hang on what it changed.
 */
export class Survey<T> {
  private readonly cohorts: Cohorts<T | UnknownFact | undefined>;
  private readonly kept = new WeakMap<UsersBlock, Kept<T>>();

  /**
   * @param ask what is asked; `undefined` for those of whom there is nothing to say. It must look at nothing but the facts of the placement and the declarations. What is remembered by
   * itself is asked once of those who look alike to it.
   * @param keyOf what answers are told apart by, when they are not the same object.
   */
  constructor(
    ask: Remembered<T | undefined> | ((placement: Placement) => T | undefined),
    keyOf: (answer: T) => unknown = (answer) => answer,
  ) {
    this.cohorts = new Cohorts(
      ask instanceof Remembered
        ? (placement) => ask.about(placement)
        : (placement) => grounded(placement.deployment.grounds, () => attempt(ask, placement)),
      (answer) => (answer === undefined || answer instanceof UnknownFact ? answer : keyOf(answer)),
    );
  }

  /** The answers, in the order in which they were first given. */
  of(deployment: Deployment, notKnown: NotKnown): readonly Answered<T>[] {
    const all = new Map<unknown, Together<T>>();
    for (const block of deployment.blocks) {
      const part = this.lookAt(deployment, block);
      this.tell(deployment, block, part, notKnown);
      for (const [key, group] of part.groups) {
        const others = all.get(key);
        if (others) others.add(group);
        else all.set(key, new Together(group.value, group));
      }
    }
    return [...all.values()];
  }

  /** The same of the users of one block. */
  ofBlock(deployment: Deployment, block: UsersBlock, notKnown: NotKnown): readonly Answered<T>[] {
    const part = this.lookAt(deployment, block);
    this.tell(deployment, block, part, notKnown);
    return [...part.groups.values()];
  }

  /** What a block says; whether it says the same later, by however many, isn't asked as long as nothing at all changed. */
  private lookAt(deployment: Deployment, block: UsersBlock): Part<T> {
    const part = this.partOf(deployment, block);
    const { grounds } = deployment;
    noteUserLook(part, () => {
      let [rows, declarations] = [block.version, grounds.version];
      return {
        of: block,
        stands: () => {
          if (block.version === rows && grounds.version === declarations) return true;
          if (!areAlike(this.partOf(deployment, block), part)) return false;
          [rows, declarations] = [block.version, grounds.version];
          return true;
        },
      };
    });
    return part;
  }

  /** Tells of whom the answer isn't known, by placement. */
  private tell(deployment: Deployment, block: UsersBlock, part: Part<T>, notKnown: NotKnown): void {
    const { unknown } = part;
    if (unknown.length === 0) return;
    const counts = countsOf(part);
    const stands = (): boolean => sameElements(countsOf(this.partOf(deployment, block)), counts);
    noteUserLook(unknown, () => ({ of: block, stands }));
    for (const [i, { value }] of unknown.entries()) notKnown(value, counts[i] as number);
  }

  private partOf(deployment: Deployment, block: UsersBlock): Part<T> {
    const cohorts = this.cohorts.of(deployment, block);
    const kept = this.kept.get(block);
    if (kept?.cohorts === cohorts) return kept.part;
    const part = gather(block, cohorts, (key) => this.partOf(deployment, block).groups.get(key));
    this.kept.set(block, { cohorts, part });
    return part;
  }
}

function attempt<T>(ask: (placement: Placement) => T, placement: Placement): T | UnknownFact {
  try {
    return ask(placement);
  } catch (error) {
    if (error instanceof UnknownFact) return error;
    throw error;
  }
}

/**
 * Those who said the same, together.
 * @param now those who say it when they are asked again.
 */
function gather<T>(
  block: UsersBlock,
  cohorts: readonly Cohort<T | UnknownFact | undefined>[],
  now: (key: unknown) => Group<T> | undefined,
): Part<T> {
  const groups = new Map<unknown, Group<T>>();
  const unknown: Cohort<UnknownFact>[] = [];
  for (const cohort of cohorts) {
    const { value, key } = cohort;
    if (value instanceof UnknownFact) unknown.push(cohort as Cohort<UnknownFact>);
    if (value === undefined || value instanceof UnknownFact) continue;
    const group = groups.get(key);
    if (group) group.add(cohort);
    else groups.set(key, new Group(value, [cohort], block, () => now(key)));
  }
  return { groups, unknown: inOrder(unknown) };
}

function isSameFact(a: UnknownFact, b: UnknownFact | undefined): boolean {
  return a === b || (a.name === b?.name && a.silent === b.silent);
}

function countsOf({ unknown }: Part<unknown>): readonly number[] {
  return unknown.map(({ placement }) => placement.ownCount);
}

/** Whether the same answers are given in the same order; whoever asks how many or who gave one notes that. */
function areAlike<T>(a: Part<T>, b: Part<T>): boolean {
  if (a === b) return true;
  if (a.unknown.length !== b.unknown.length || a.groups.size !== b.groups.size) return false;
  // Of what isn't known only that is told.
  if (a.unknown.some(({ value }, i) => !isSameFact(value, b.unknown[i]?.value))) return false;
  const others = b.groups.entries();
  for (const [key, { value }] of a.groups) {
    const [otherKey, other] = others.next().value as [unknown, Group<T>];
    if (key !== otherKey || value !== other.value) return false;
  }
  return true;
}

/** What those of several blocks say, as one. */
class Together<T> implements Answered<T> {
  private readonly groups: Group<T>[];

  constructor(
    readonly value: T,
    first: Group<T>,
  ) {
    this.groups = [first];
  }

  add(group: Group<T>): void {
    this.groups.push(group);
  }

  get users(): number {
    return this.groups.reduce((sum, group) => sum + group.users, 0);
  }

  get placements(): readonly Placement[] {
    return this.groups.flatMap((group) => group.placements);
  }

  some(test: (placement: Placement) => boolean): boolean {
    return this.groups.some((group) => group.some(test));
  }

  get blocks(): readonly UsersBlock[] {
    return this.groups.map(({ blocks }) => blocks[0]);
  }
}
