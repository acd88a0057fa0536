import { UnknownFact } from '../model/facts';
import { type Grounded, grounded, stands } from '../model/grounds';
import type { Placement } from '../model/placement';
import type { UsersBlock } from '../model/usersBlock';
import type { Crowd } from './crowd';
import type { RuleContext } from './types';

/** An answer, with those who gave it. */
export interface Answered<T> {
  readonly value: T;
  readonly users: number;
  /** In the order of blocks and first appearance. */
  readonly placements: readonly Placement[];
}

/** Those of one block who gave one answer. */
class Group<T> {
  readonly placements: Placement[];
  private counted = -1;
  private count = 0;

  constructor(
    readonly value: T,
    first: Placement,
    private readonly block: UsersBlock,
  ) {
    // Often the only one: a list that begins empty makes room for many.
    this.placements = [first];
  }

  get users(): number {
    if (this.counted !== this.block.countsVersion) {
      this.counted = this.block.countsVersion;
      this.count = this.placements.reduce((sum, placement) => sum + placement.count, 0);
    }
    return this.count;
  }
}

interface Part<T> {
  readonly groups: ReadonlyMap<unknown, Group<T>>;
  readonly unknown: readonly { readonly fact: UnknownFact; readonly placement: Placement }[];
}

interface Kept<T> extends Grounded {
  readonly placements: readonly Placement[];
  readonly value: Part<T>;
}

/**
 * A question to all users, put to each placement. The answers of a block are kept as long as it has the same placements, and the declarations stand that they hang on:
 * what an edit costs doesn't grow with the number of placements elsewhere.
 */
export class Survey<T> {
  private readonly kept = new WeakMap<UsersBlock, Kept<T>>();

  /**
   * @param ask what is asked; `undefined` for those of whom there is nothing to say. It must look at nothing but the facts of the placement and the declarations.
   * @param keyOf what answers are told apart by, when they are not the same object.
   */
  constructor(
    private readonly ask: (placement: Placement) => T | undefined,
    private readonly keyOf: (answer: T) => unknown = (answer) => answer,
  ) {}

  /** The answers, in the order in which they were first given. Those of whom it isn't known are noted. */
  of(crowd: Crowd, { notChecked }: Pick<RuleContext, 'notChecked'>): readonly Answered<T>[] {
    const groups = new Map<unknown, Group<T>[]>();
    for (const part of this.parts(crowd)) {
      for (const { fact, placement } of part.unknown) notChecked(fact, placement.count);
      for (const [key, group] of part.groups) {
        const others = groups.get(key);
        if (others) others.push(group);
        else groups.set(key, [group]);
      }
    }
    return [...groups.values()].map(together);
  }

  /** The same for each block by itself. */
  byBlock(crowd: Crowd, { notChecked }: Pick<RuleContext, 'notChecked'>): readonly (readonly Answered<T>[])[] {
    return this.parts(crowd).map(({ groups, unknown }) => {
      for (const { fact, placement } of unknown) notChecked(fact, placement.count);
      return [...groups.values()];
    });
  }

  private parts({ deployment }: Crowd): Part<T>[] {
    return deployment.blocks.map((block) => {
      const placements = deployment.placementsOf(block);
      let kept = this.kept.get(block);
      if (kept?.placements !== placements || !stands(kept)) {
        kept = { placements, ...grounded(deployment.grounds, () => this.askAll(block, placements)) };
        this.kept.set(block, kept);
      }
      return kept.value;
    });
  }

  private askAll(block: UsersBlock, placements: readonly Placement[]): Part<T> {
    const groups = new Map<unknown, Group<T>>();
    const unknown: { fact: UnknownFact; placement: Placement }[] = [];
    for (const placement of placements) {
      try {
        const answer = this.ask(placement);
        if (answer === undefined) continue;
        const key = this.keyOf(answer);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, new Group(answer, placement, block));
        else group.placements.push(placement);
      } catch (error) {
        if (!(error instanceof UnknownFact)) throw error;
        unknown.push({ fact: error, placement });
      }
    }
    return { groups, unknown };
  }
}

/** What those of several blocks say, as one. */
function together<T>(groups: readonly Group<T>[]): Answered<T> {
  return {
    value: (groups[0] as Group<T>).value,
    get users() {
      return groups.reduce((sum, group) => sum + group.users, 0);
    },
    get placements() {
      return groups.flatMap((group) => group.placements);
    },
  };
}
