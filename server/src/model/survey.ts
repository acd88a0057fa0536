import { sameElements } from '../base/lists';
import { type Cohort, Cohorts, inOrder, placementsOf } from './cohorts';
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
  readonly first: Placement;
  /** Whether it is so of one of them, in whichever order. */
  some(test: (placement: Placement) => boolean): boolean;
  /** In their order. */
  readonly blocks: readonly UsersBlock[];
}

/** Told of whom it isn't known. */
export type NotKnown = (fact: UnknownFact, users: number) => void;

/** Whom it concerns that it isn't known: of a broken reference, which is reported where it stands, most have nothing to say. */
interface Hearers {
  readonly notKnown: NotKnown;
  readonly broken: NotKnown | undefined;
}

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

  get first(): Placement {
    const { start } = this;
    noteUserLook(this.blocks, () => ({ of: this.blocks[0], stands: () => this.now()?.start === start }));
    return start;
  }

  private get start(): Placement {
    return (this.cohorts[0] as Cohort<unknown>).first;
  }

  some(test: (placement: Placement) => boolean): boolean {
    this.noteWho();
    return this.cohorts.some(({ placements }) => placements.some(test));
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
    this.list ??= placementsOf(this.cohorts);
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

/** Those of whom it isn't known, each with the fact that would tell. */
type Unknown = readonly { readonly value: UnknownFact; readonly placement: Placement }[];

/** What the users of a block say. */
interface Part<T> {
  readonly groups: ReadonlyMap<unknown, Group<T>>;
  readonly unknown: Unknown;
  /** Of these without the ones whose reference is broken: the same list where there are none. */
  readonly open: Unknown;
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

  /**
   * The answers, in the order in which they were first given.
   * @param broken told of those of whom it isn't known for a reference that is broken; else nobody is.
   */
  of(deployment: Deployment, notKnown: NotKnown, broken?: NotKnown): readonly Answered<T>[] {
    const all = new Map<unknown, Together<T>>();
    for (const block of deployment.blocks) {
      for (const [key, group] of this.ask(deployment, block, { notKnown, broken }).groups) {
        const others = all.get(key);
        if (others) others.add(group);
        else all.set(key, new Together(group.value, group));
      }
    }
    return [...all.values()];
  }

  /** The same of the users of one block. */
  ofBlock(deployment: Deployment, block: UsersBlock, notKnown: NotKnown): readonly Answered<T>[] {
    return [...this.ask(deployment, block, { notKnown, broken: undefined }).groups.values()];
  }

  /**
   * Which of some answers are given, by what they are told apart by: that others come or go is no matter.
   * @param notKnown told of everybody of whom it isn't known.
   */
  among(deployment: Deployment, keys: ReadonlySet<unknown>, notKnown: NotKnown): ReadonlySet<unknown> {
    const all = new Set<unknown>();
    for (const block of deployment.blocks) {
      const part = this.partOf(deployment, block);
      const given = givenIn(part, keys);
      this.note(
        {},
        deployment,
        block,
        (now) => areSameFacts(now.unknown, part.unknown) && sameElements(givenIn(now, keys), given),
      );
      this.tell(deployment, block, ({ unknown }) => unknown, notKnown);
      for (const key of given) all.add(key);
    }
    return all;
  }

  /** What a block says; whether it says the same later, by however many, isn't asked as long as nothing at all changed. */
  private ask(deployment: Deployment, block: UsersBlock, { notKnown, broken }: Hearers): Part<T> {
    const part = this.partOf(deployment, block);
    const heard = broken ? allUnknown : openUnknown;
    this.note(broken ? part.groups : part, deployment, block, (now) => now === part || areAlike(now, part, heard));
    this.tell(deployment, block, heard, (fact, users) => (fact.silent && broken ? broken : notKnown)(fact, users));
    return part;
  }

  /** Notes what is seen of a block. It is looked at again only when something changed at all. */
  private note(key: object, deployment: Deployment, block: UsersBlock, isAlike: (now: Part<T>) => boolean): void {
    noteUserLook(key, () => {
      const { grounds } = deployment;
      let [rows, declarations] = [block.version, grounds.version];
      return {
        of: block,
        stands: () => {
          if (block.version === rows && grounds.version === declarations) return true;
          if (!isAlike(this.partOf(deployment, block))) return false;
          [rows, declarations] = [block.version, grounds.version];
          return true;
        },
      };
    });
  }

  /** Tells of whom the answer isn't known, by placement. */
  private tell(deployment: Deployment, block: UsersBlock, heard: Heard, notKnown: NotKnown): void {
    const unknown = heard(this.partOf(deployment, block));
    if (unknown.length === 0) return;
    const counts = countsOf(unknown);
    const stands = (): boolean => sameElements(countsOf(heard(this.partOf(deployment, block))), counts);
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
  const all = inOrder(unknown);
  const open = all.some(({ value }) => value.silent) ? all.filter(({ value }) => !value.silent) : all;
  return { groups, unknown: all, open };
}

type Heard = (part: Part<unknown>) => Unknown;

const allUnknown: Heard = ({ unknown }) => unknown;
const openUnknown: Heard = ({ open }) => open;

function isSameFact(a: UnknownFact, b: UnknownFact | undefined): boolean {
  return a === b || (a.name === b?.name && a.silent === b.silent);
}

function countsOf(unknown: Unknown): readonly number[] {
  return unknown.map(({ placement }) => placement.ownCount);
}

/** Of what isn't known only that is told. */
function areSameFacts(a: Unknown, b: Unknown): boolean {
  return a.length === b.length && a.every(({ value }, i) => isSameFact(value, b[i]?.value));
}

function givenIn({ groups }: Part<unknown>, keys: ReadonlySet<unknown>): readonly unknown[] {
  return [...groups.keys()].filter((key) => keys.has(key));
}

/** Whether the same answers are given in the same order; whoever asks how many or who gave one notes that. */
function areAlike<T>(a: Part<T>, b: Part<T>, heard: Heard): boolean {
  if (a.groups.size !== b.groups.size || !areSameFacts(heard(a), heard(b))) return false;
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

  get first(): Placement {
    return (this.groups[0] as Group<T>).first;
  }

  some(test: (placement: Placement) => boolean): boolean {
    return this.groups.some((group) => group.some(test));
  }

  get blocks(): readonly UsersBlock[] {
    return this.groups.map(({ blocks }) => blocks[0]);
  }
}
