import { sameElements } from '../base/lists';
import { packed } from '../base/packed';
import type { Steps } from '../base/steps';
import type { Deployment } from './deployment';
import { type Grounds, isOnce, noteAllGrounds } from './grounds';
import type { Placement } from './placement';
import type { UsersBlock } from './usersBlock';

/** Placements of one block of which the same was concluded, from the same declarations. */
export class Cohort<T> {
  private counted = -1;
  private count = 0;
  /** How its placements stand: they do as long as the block has this number. */
  private readonly arrangement: number;

  constructor(
    readonly value: T,
    /** What the value is told from others by. */
    readonly key: unknown,
    readonly grounds: Grounds,
    private readonly block: UsersBlock,
    /** In their order. */
    public placements: Placement[],
  ) {
    this.arrangement = block.arrangement;
  }

  /** No more come to it: there are thousands of these lists, and one that was pushed to has room for many more. */
  pack(): void {
    this.placements = this.placements.slice();
  }

  get first(): Placement {
    return this.placements[0] as Placement;
  }

  /** Not noted: many are counted at once. */
  get users(): number {
    const { block } = this;
    if (this.counted !== block.countsVersion) {
      this.counted = block.countsVersion;
      this.count = this.placements.reduce((sum, placement) => sum + placement.ownCount, 0);
    }
    return this.count;
  }

  /** The same with others. */
  of(placements: Placement[]): Cohort<T> {
    return new Cohort(this.value, this.key, this.grounds, this.block, placements);
  }

  hasThoseOf(other: Cohort<unknown>): boolean {
    if (this === other) return true;
    return this.arrangement === other.arrangement && sameElements(this.placements, other.placements);
  }
}

/** The placements of some cohorts of a block as they stand there. */
export function inOrder<T>(cohorts: readonly Cohort<T>[]): { readonly placement: Placement; readonly value: T }[] {
  const all = cohorts.flatMap(({ placements, value }) => placements.map((placement) => ({ placement, value })));
  return cohorts.length < 2 ? all : all.sort((a, b) => a.placement.place - b.placement.place);
}

/** The same without what was concluded of them. */
export function placementsOf(cohorts: readonly Cohort<unknown>[]): readonly Placement[] {
  const [first] = cohorts;
  if (first && cohorts.length === 1) return first.placements;
  return cohorts.flatMap(({ placements }) => placements).sort(byPlace);
}

function byPlace(a: Placement, b: Placement): number {
  return a.place - b.place;
}

interface Concluded<T> {
  readonly value: T;
  readonly grounds: Grounds;
}

interface Kept<T> {
  readonly placements: readonly Placement[];
  /** In the order of their first placements. */
  readonly cohorts: readonly Cohort<T>[];
  /** Those of the cohorts, each once. */
  readonly grounds: readonly Grounds[];
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
   * @param conclude what is concluded, with what it hangs on; it must look at nothing but the facts of the placement and the declarations.
   * @param keyOf what values are told apart by.
   */
  constructor(
    private readonly conclude: (placement: Placement) => Concluded<T>,
    private readonly keyOf: (value: T) => unknown,
  ) {}

  /** The same list, with the same cohorts, as long as nothing changed. */
  of(deployment: Deployment, block: UsersBlock): readonly Cohort<T>[] {
    const asking = this.asking(deployment, block);
    if (asking) while (!asking.isDone) asking.step();
    return this.told(block, asking);
  }

  *steps(deployment: Deployment, block: UsersBlock): Steps<readonly Cohort<T>[]> {
    const asking = this.asking(deployment, block);
    if (asking)
      while (!asking.isDone) {
        asking.step();
        yield;
      }
    return this.told(block, asking);
  }

  /** Nothing where nothing is to be asked. */
  private asking(deployment: Deployment, block: UsersBlock): Asking<T> | undefined {
    const kept = this.kept.get(block);
    if (kept && isCurrent(deployment, block, kept)) return undefined;
    return new Asking(deployment, block, this.conclude, this.keyOf, kept);
  }

  private told(block: UsersBlock, asking: Asking<T> | undefined): readonly Cohort<T>[] {
    const kept = asking?.result() ?? (this.kept.get(block) as Kept<T>);
    if (asking) this.kept.set(block, kept);
    noteAllGrounds(kept.grounds);
    return kept.cohorts;
  }
}

function isCurrent<T>(deployment: Deployment, block: UsersBlock, kept: Kept<T>): boolean {
  if (kept.placements !== deployment.placementsOf(block)) return false;
  const { version } = deployment.grounds;
  if (kept.since === version) return true;
  for (const { changed } of kept.grounds) if (changed > kept.since) return false;
  kept.since = version;
  return true;
}

/** The placements of a block are asked, but those of whom the answer stands. */
class Asking<T> {
  private readonly placements: readonly Placement[];
  private readonly since: number;
  /** Cohorts that stay as they are: who has one knows by it that nothing changed. In the order of their first placements, as all cohorts here. */
  private readonly left: Cohort<T>[];
  /** Those of all cohorts before, where few of them come and go, and of these the ones that go. */
  private readonly grounds: readonly Grounds[] | undefined;
  private readonly fallen = new Set<Grounds>();
  /** Those who are asked, or whose cohorts are all made anew. */
  private readonly open: readonly Placement[];
  /** Of these the ones whose answer stands. */
  private readonly known: ReadonlyMap<Placement, Cohort<T>> | undefined;
  private readonly found: Cohort<T>[] = [];
  private readonly byGrounds = new Map<Grounds, Map<unknown, Cohort<T>>>();
  private next = 0;

  constructor(
    deployment: Deployment,
    private readonly block: UsersBlock,
    private readonly conclude: (placement: Placement) => Concluded<T>,
    private readonly keyOf: (value: T) => unknown,
    before: Kept<T> | undefined,
  ) {
    this.placements = deployment.placementsOf(block);
    this.since = deployment.grounds.version;
    const { exchanged } = block;
    const cohorts = before?.cohorts ?? [];
    const left: Cohort<T>[] = [];
    const fallen: Cohort<T>[] = [];
    for (const cohort of cohorts) {
      const stands = before !== undefined && cohort.grounds.changed <= before.since;
      (stands ? left : fallen).push(cohort);
    }
    if (before?.placements === this.placements) {
      this.left = left;
      this.open = placementsOf(fallen);
      for (const cohort of fallen) this.fallen.add(cohort.grounds);
      this.grounds = before.grounds;
    } else if (fallen.length === 0 && exchanged && exchanged.before === before?.placements) {
      for (const placement of exchanged.went) {
        const last = takeOut(left, placement)?.grounds;
        if (last && !left.some(({ grounds }) => grounds === last)) this.fallen.add(last);
      }
      this.left = left;
      this.open = exchanged.came;
      this.grounds = before.grounds;
    } else {
      this.known = new Map(left.flatMap((cohort) => cohort.placements.map((placement) => [placement, cohort])));
      this.left = [];
      this.open = this.placements;
    }
  }

  get isDone(): boolean {
    return this.next >= this.open.length;
  }

  step(): void {
    const { open, known } = this;
    const end = Math.min(this.next + FEW, open.length);
    for (; this.next < end; this.next++) {
      const placement = open[this.next] as Placement;
      const cohort = known?.get(placement);
      if (cohort) this.add(placement, cohort.value, cohort.key, cohort.grounds);
      else {
        const { value, grounds } = this.conclude(placement);
        // Those of whom there is nothing to say are kept to be asked again.
        if (value !== undefined || !isOnce()) this.add(placement, value, this.keyOf(value), grounds);
      }
    }
  }

  private add(placement: Placement, value: T, key: unknown, grounds: Grounds): void {
    let others = this.byGrounds.get(grounds);
    if (others === undefined) {
      others = new Map();
      this.byGrounds.set(grounds, others);
    }
    let cohort = others.get(key);
    if (cohort) cohort.placements.push(placement);
    else {
      cohort = new Cohort(value, key, grounds, this.block, [placement]);
      others.set(key, cohort);
      this.found.push(cohort);
    }
  }

  result(): Kept<T> {
    const { placements, since, found } = this;
    const left = found.length === 0 ? this.left : this.left.filter((cohort) => !this.takeIn(cohort));
    if (left.length < this.left.length) found.sort(byFirst);
    for (const cohort of found) cohort.pack();
    const cohorts = left.length === 0 ? packed(found) : together(left, found, byFirst);
    return { placements, cohorts, grounds: this.groundsOf(cohorts), since };
  }

  /** Where placements are the same but for a few, few grounds of many come and go. */
  private groundsOf(cohorts: readonly Cohort<T>[]): readonly Grounds[] {
    const { fallen, byGrounds } = this;
    if (this.grounds === undefined) return packed([...new Set(cohorts.map(({ grounds }) => grounds))]);
    const grounds = this.grounds.filter((each) => !fallen.has(each));
    for (const each of byGrounds.keys()) if (!grounds.includes(each)) grounds.push(each);
    return grounds;
  }

  /** Takes in one that stayed, where the same was found of others. */
  private takeIn({ grounds, key, placements }: Cohort<T>): boolean {
    const own = this.byGrounds.get(grounds)?.get(key);
    if (own === undefined) return false;
    own.placements = together(own.placements, placements, byPlace);
    return true;
  }
}

/**
 * Takes a placement out of its cohort, which is another one then.
 * @returns the cohort, where it was the last one there.
 */
function takeOut<T>(cohorts: Cohort<T>[], placement: Placement): Cohort<T> | undefined {
  const index = cohorts.findIndex(({ placements }) => placements.includes(placement));
  const cohort = cohorts[index];
  if (cohort === undefined) return undefined;
  const others = cohort.placements.filter((other) => other !== placement);
  if (others.length === 0) cohorts.splice(index, 1);
  else cohorts[index] = cohort.of(others);
  // Without its first placement it may stand behind others.
  if (placement === cohort.first) cohorts.sort(byFirst);
  return others.length === 0 ? cohort : undefined;
}

function byFirst<T>(a: Cohort<T>, b: Cohort<T>): number {
  return a.first.place - b.first.place;
}

/** Two lists as one, each in its order. */
function together<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): T[] {
  const all = new Array<T>(a.length + b.length);
  for (let at = 0, i = 0, k = 0; at < all.length; at++) {
    const isFirst = k === b.length || (i < a.length && compare(a[i] as T, b[k] as T) < 0);
    all[at] = (isFirst ? a[i++] : b[k++]) as T;
  }
  return all;
}
