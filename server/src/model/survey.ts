import { addTo, sameElements } from '../base/lists';
import type { Deployment } from './deployment';
import { UnknownFact } from './facts';
import { type Grounded, grounded, noteGrounds, stands } from './grounds';
import type { Placement } from './placement';
import { noteCounts, noteUserLook } from './userLooks';
import type { UsersBlock } from './usersBlock';

/** An answer, with those who gave it. */
export interface Answered<T> {
  readonly value: T;
  readonly users: number;
  /** In the order of blocks and first appearance. */
  readonly placements: readonly Placement[];
}

/** Told of whom it isn't known. */
export type NotKnown = (fact: UnknownFact, users: number) => void;

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
    noteCounts(this.block);
    if (this.counted !== this.block.countsVersion) {
      this.counted = this.block.countsVersion;
      this.count = this.placements.reduce((sum, placement) => sum + placement.count, 0);
    }
    return this.count;
  }

  isAs(other: Group<T>): boolean {
    return this.value === other.value && sameElements(this.placements, other.placements);
  }
}

/** What the users of a block say. */
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

  /** The answers, in the order in which they were first given. */
  of(deployment: Deployment, notKnown: NotKnown): readonly Answered<T>[] {
    const groups = new Map<unknown, Group<T>[]>();
    for (const block of deployment.blocks) {
      const part = this.lookAt(deployment, block);
      for (const { fact, placement } of part.unknown) notKnown(fact, placement.count);
      for (const [key, group] of part.groups) {
        addTo(groups, key, group);
      }
    }
    return [...groups.values()].map(together);
  }

  /** The same of the users of one block. */
  ofBlock(deployment: Deployment, block: UsersBlock, notKnown: NotKnown): readonly Answered<T>[] {
    const { groups, unknown } = this.lookAt(deployment, block);
    for (const { fact, placement } of unknown) notKnown(fact, placement.count);
    return [...groups.values()];
  }

  /** What a block says; whether it says the same later isn't asked as long as nothing at all changed. */
  private lookAt(deployment: Deployment, block: UsersBlock): Part<T> {
    const { value } = this.partOf(deployment, block);
    const { grounds } = deployment;
    noteUserLook(value, () => {
      let [rows, declarations] = [block.version, grounds.version];
      return {
        stands: () => {
          if (block.version === rows && grounds.version === declarations) return true;
          if (this.partOf(deployment, block).value !== value) return false;
          [rows, declarations] = [block.version, grounds.version];
          return true;
        },
      };
    });
    return value;
  }

  private partOf(deployment: Deployment, block: UsersBlock): Kept<T> {
    const placements = deployment.placementsOf(block);
    let kept = this.kept.get(block);
    if (kept?.placements !== placements || !stands(kept)) {
      const now = grounded(deployment.grounds, () => this.askAll(block, placements));
      // What is the same stays the same object, by which is known that nothing changed.
      const value = kept && isSamePart(kept.value, now.value) ? kept.value : now.value;
      kept = { ...now, placements, value };
      this.kept.set(block, kept);
    } else noteGrounds(kept.grounds);
    return kept;
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

function isSamePart<T>(a: Part<T>, b: Part<T>): boolean {
  if (a.unknown.length > 0 || b.unknown.length > 0 || a.groups.size !== b.groups.size) return false;
  const others = b.groups.entries();
  for (const [key, group] of a.groups) {
    const [otherKey, other] = others.next().value as [unknown, Group<T>];
    if (key !== otherKey || !group.isAs(other)) return false;
  }
  return true;
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
