import { finished, type Steps } from '../base/steps';
import type { Deployment } from './deployment';
import { type Grounds, grounded, isOnce, noteGrounds } from './grounds';
import type { Placement } from './placement';
import { noteCounts } from './userLooks';
import type { UsersBlock } from './usersBlock';

/** Placements of one block of which the same was concluded, from the same declarations. */
export class Cohort<T> {
  private counted = -1;
  private count = 0;

  constructor(
    readonly value: T,
    /** What the value is told from others by. */
    readonly key: unknown,
    readonly grounds: Grounds,
    private readonly block: UsersBlock,
    /** All of the block. */
    private readonly all: readonly Placement[],
    /** Where its own stand among them, in their order. */
    readonly places: number[],
  ) {}

  get users(): number {
    const { block } = this;
    noteCounts(block);
    if (this.counted !== block.countsVersion) {
      this.counted = block.countsVersion;
      this.count = this.places.reduce((sum, place) => sum + this.at(place).count, 0);
    }
    return this.count;
  }

  at(place: number): Placement {
    return this.all[place] as Placement;
  }
}

/** The placements of some cohorts of a block as they stand there. */
export function inOrder<T>(cohorts: readonly Cohort<T>[]): { readonly placement: Placement; readonly value: T }[] {
  const all = cohorts.flatMap((cohort) =>
    cohort.places.map((place) => ({ place, placement: cohort.at(place), value: cohort.value })),
  );
  return cohorts.length < 2 ? all : all.sort((a, b) => a.place - b.place);
}

interface Kept<T> {
  readonly placements: readonly Placement[];
  /** In the order of their first placements. */
  readonly cohorts: readonly Cohort<T>[];
  /** Those of the cohorts, each once. */
  readonly grounds: ReadonlySet<Grounds>;
  /** The version of the declarations that it was found to stand in. */
  since: number;
}

/** So many placements are asked in one step. */
const FEW = 16;

/**
 * What is concluded about each placement of a block, by cohorts. When declarations change, those placements are asked again whose conclusions hang on them, and the other
 * cohorts stay: what an edit costs grows neither with the placements of the block nor with those elsewhere.
 */
export class Cohorts<T> {
  private readonly kept = new WeakMap<UsersBlock, Kept<T>>();

  /**
   * @param conclude it must look at nothing but the facts of the placement and the declarations.
   * @param keyOf what values are told apart by.
   */
  constructor(
    private readonly conclude: (placement: Placement) => T,
    private readonly keyOf: (value: T) => unknown,
  ) {}

  /** The same list, with the same cohorts, as long as nothing changed. */
  of(deployment: Deployment, block: UsersBlock): readonly Cohort<T>[] {
    return finished(this.steps(deployment, block));
  }

  *steps(deployment: Deployment, block: UsersBlock): Steps<readonly Cohort<T>[]> {
    const placements = deployment.placementsOf(block);
    const { version } = deployment.grounds;
    const before = this.kept.get(block);
    let kept = before;
    if (kept?.placements !== placements) kept = yield* this.begin(deployment, block, before);
    else if (kept.since !== version && !allStand(kept)) kept = yield* this.again(deployment, block, kept);
    kept.since = version;
    this.kept.set(block, kept);
    for (const grounds of kept.grounds) noteGrounds(grounds);
    return kept.cohorts;
  }

  /** Asks all placements of a block, but those of which it is known. */
  private *begin(deployment: Deployment, block: UsersBlock, before: Kept<T> | undefined): Steps<Kept<T>> {
    const placements = deployment.placementsOf(block);
    const known = new Map<Placement, Cohort<T>>();
    for (const cohort of before?.cohorts ?? [])
      if (before && cohort.grounds.changed <= before.since)
        for (const place of cohort.places) known.set(cohort.at(place), cohort);
    const found = new Found<T>(block, placements);
    for (const [place, placement] of placements.entries()) {
      const cohort = known.get(placement);
      if (cohort) found.add(place, cohort.value, cohort.key, cohort.grounds);
      else this.ask(deployment, found, place);
      if (place % FEW === FEW - 1) yield;
    }
    return { placements, since: 0, ...found.all() };
  }

  /** Asks those of whom something else may be concluded now. */
  private *again(deployment: Deployment, block: UsersBlock, { placements, cohorts, since }: Kept<T>): Steps<Kept<T>> {
    const found = new Found<T>(block, placements);
    for (const cohort of cohorts) {
      if (cohort.grounds.changed <= since) {
        found.keep(cohort);
        continue;
      }
      for (const place of cohort.places) this.ask(deployment, found, place);
      yield;
    }
    return { placements, since: 0, ...found.all() };
  }

  private ask(deployment: Deployment, found: Found<T>, place: number): void {
    const { value, grounds } = grounded(deployment.grounds, () => this.conclude(found.placements[place] as Placement));
    // Those of whom there is nothing to say are kept to be asked again.
    if (value !== undefined || !isOnce()) found.add(place, value, this.keyOf(value), grounds);
  }
}

function allStand<T>({ grounds, since }: Kept<T>): boolean {
  for (const { changed } of grounds) if (changed > since) return false;
  return true;
}

/** The cohorts of a block while they are found. */
class Found<T> {
  private readonly byGrounds = new Map<Grounds, Map<unknown, Cohort<T>>>();
  /** Those that were made now. */
  private readonly made = new Set<Cohort<T>>();

  constructor(
    private readonly block: UsersBlock,
    readonly placements: readonly Placement[],
  ) {}

  keep(cohort: Cohort<T>): void {
    const { grounds, key } = cohort;
    const others = this.byGrounds.get(grounds);
    if (others) others.set(key, cohort);
    else this.byGrounds.set(grounds, new Map([[key, cohort]]));
  }

  add(place: number, value: T, key: unknown, grounds: Grounds): void {
    const known = this.byGrounds.get(grounds)?.get(key);
    if (known && this.made.has(known)) {
      known.places.push(place);
      return;
    }
    // One that was kept stays as it is: who has it knows by it that nothing changed.
    const [first, places] = known ? [known.value, [...known.places, place]] : [value, [place]];
    const cohort = new Cohort(first, key, grounds, this.block, this.placements, places);
    this.made.add(cohort);
    this.keep(cohort);
  }

  all(): Pick<Kept<T>, 'cohorts' | 'grounds'> {
    for (const { places } of this.made) places.sort((a, b) => a - b);
    const cohorts = [...this.byGrounds.values()].flatMap((each) => [...each.values()]);
    cohorts.sort((a, b) => (a.places[0] as number) - (b.places[0] as number));
    return { cohorts, grounds: new Set(this.byGrounds.keys()) };
  }
}
