import { addTo, sameElements } from '../base/lists';
import { packed } from '../base/packed';
import { type Cohort, inOrder, placementsOf } from './cohorts';
import { UnknownFact } from './facts';
import type { Placement } from './placement';
import { noteUserLook, type UserLook } from './userLooks';
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

/** Those of whom it isn't known, each with the fact that would tell. */
export type Unknown = readonly { readonly value: UnknownFact; readonly placement: Placement }[];

/** What the users of a block say. */
export interface Part<T> {
  readonly groups: ReadonlyMap<unknown, Group<T>>;
  readonly unknown: Unknown;
  /** Of these without the ones whose reference is broken: the same list where there are none. */
  readonly open: Unknown;
}

/** Where a question is put to the users of a block. */
export interface Asked<T> {
  readonly block: UsersBlock;
  /** What they say now. */
  readonly part: Part<T>;
}

/** Those of one block who gave one answer. */
class Group<T> {
  private list: readonly Placement[] | undefined;

  /** @param cohorts in the order of their first placements. */
  constructor(
    readonly value: T,
    private readonly key: unknown,
    private readonly cohorts: readonly Cohort<unknown>[],
    private readonly asked: Asked<T>,
  ) {}

  get block(): UsersBlock {
    return this.asked.block;
  }

  get blocks(): readonly UsersBlock[] {
    return [this.block];
  }

  /** Those who give this answer now. */
  get now(): Group<T> | undefined {
    return this.asked.part.groups.get(this.key);
  }

  get placements(): readonly Placement[] {
    this.noteWho();
    return this.inOrder;
  }

  get first(): Placement {
    const { start } = this;
    noteUserLook(this.cohorts[0], () => new GroupLook(this, hasStart, start));
    return start;
  }

  get start(): Placement {
    return (this.cohorts[0] as Cohort<unknown>).first;
  }

  some(test: (placement: Placement) => boolean): boolean {
    this.noteWho();
    return this.cohorts.some(({ placements }) => placements.some(test));
  }

  private noteWho(): void {
    noteUserLook(this, () => new GroupLook(this, hasThoseOf, this));
  }

  get users(): number {
    const { count } = this;
    noteUserLook(this.cohorts, () => new GroupLook(this, hasCount, count));
    return count;
  }

  get count(): number {
    return this.cohorts.reduce((sum, { users }) => sum + users, 0);
  }

  private get inOrder(): readonly Placement[] {
    this.list ??= placementsOf(this.cohorts);
    return this.list;
  }

  hasThoseOf(other: Group<T>): boolean {
    return this === other || sameCohorts(this.cohorts, other.cohorts) || sameElements(this.inOrder, other.inOrder);
  }
}

/** What was seen of a group; there are thousands of these. */
class GroupLook<T, S> implements UserLook {
  constructor(
    private readonly group: Group<T>,
    private readonly isSeen: (now: Group<T>, seen: S) => boolean,
    private readonly seen: S,
  ) {}

  get of(): UsersBlock {
    return this.group.block;
  }

  stands(): boolean {
    const { now } = this.group;
    return now !== undefined && this.isSeen(now, this.seen);
  }
}

function hasStart(now: Group<unknown>, start: Placement): boolean {
  return now.start === start;
}

function hasThoseOf<T>(now: Group<T>, group: Group<T>): boolean {
  return now.hasThoseOf(group);
}

function hasCount(now: Group<unknown>, count: number): boolean {
  return now.count === count;
}

/** Whether they have the same placements, one by one. */
function sameCohorts(a: readonly Cohort<unknown>[], b: readonly Cohort<unknown>[]): boolean {
  return a.length === b.length && a.every((cohort, i) => cohort.hasThoseOf(b[i] as Cohort<unknown>));
}

/** Those who said the same, together. */
export function gather<T>(cohorts: readonly Cohort<T | UnknownFact | undefined>[], asked: Asked<T>): Part<T> {
  const byAnswer = new Map<unknown, Cohort<T>[]>();
  const unknown: Cohort<UnknownFact>[] = [];
  for (const cohort of cohorts) {
    const { value, key } = cohort;
    if (value instanceof UnknownFact) unknown.push(cohort as Cohort<UnknownFact>);
    else if (value !== undefined) addTo(byAnswer, key, cohort as Cohort<T>);
  }
  const groups = new Map<unknown, Group<T>>();
  for (const [key, own] of byAnswer) groups.set(key, new Group((own[0] as Cohort<T>).value, key, packed(own), asked));
  const all = packed(inOrder(unknown));
  const open = all.some(({ value }) => value.silent) ? all.filter(({ value }) => !value.silent) : all;
  return { groups, unknown: all, open };
}

/** What those of several blocks say, as one. */
export class Together<T> implements Answered<T> {
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
    return this.groups.map(({ block }) => block);
  }
}
