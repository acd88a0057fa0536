import { sameElements } from '../base/lists';
import type { Steps } from '../base/steps';
import type { Deployment } from './deployment';
import { type Grounds, isOnce, noteAllGrounds } from './grounds';
import type { Placement } from './placement';
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
    private all: readonly Placement[],
    /** Where its own stand among them, in their order. */
    public places: number[],
  ) {}

  /** No more come to it: there are thousands of these lists, and one that was pushed to has room for many more. */
  pack(): void {
    this.places = this.places.slice();
  }

  /** Not noted: many are counted at once. */
  get users(): number {
    const { block } = this;
    if (this.counted !== block.countsVersion) {
      this.counted = block.countsVersion;
      this.count = this.places.reduce((sum, place) => sum + this.at(place).ownCount, 0);
    }
    return this.count;
  }

  /** None but others are others: its own stay where they are. */
  standsAmong(all: readonly Placement[]): void {
    this.all = all;
  }

  at(place: number): Placement {
    return this.all[place] as Placement;
  }

  hasThoseOf(other: Cohort<unknown>): boolean {
    return this === other || (this.all === other.all && sameElements(this.places, other.places));
  }
}

/** The placements of some cohorts of a block as they stand there. */
export function inOrder<T>(cohorts: readonly Cohort<T>[]): { readonly placement: Placement; readonly value: T }[] {
  const all = cohorts.flatMap((cohort) =>
    cohort.places.map((place) => ({ place, placement: cohort.at(place), value: cohort.value })),
  );
  return cohorts.length < 2 ? all : all.sort((a, b) => a.place - b.place);
}

/** Where the placements of some cohorts of a block stand. */
function placesOf(cohorts: readonly Cohort<unknown>[]): readonly number[] {
  const [first] = cohorts;
  if (first && cohorts.length === 1) return first.places;
  return cohorts.flatMap(({ places }) => places).sort((a, b) => a - b);
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
  readonly grounds: Set<Grounds>;
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
  private readonly left: readonly Cohort<T>[] = [];
  /** Those of all cohorts before, where the placements are the same, and of them those that don't stand any more. */
  private readonly grounds: Set<Grounds> | undefined;
  private readonly fallen = new Set<Grounds>();
  /** Where those stand who are asked, or who come to other places. */
  private readonly open: readonly number[];
  /** Of those who come to other places. */
  private readonly known: ReadonlyMap<Placement, Cohort<T>> | undefined;
  private readonly found: Cohort<T>[] = [];
  private readonly byGrounds = new Map<Grounds, Map<unknown, Cohort<T>>>();
  private next = 0;
  /** What was found isn't in the order of the placements. */
  private isMixed = false;

  constructor(
    deployment: Deployment,
    private readonly block: UsersBlock,
    private readonly conclude: (placement: Placement) => Concluded<T>,
    private readonly keyOf: (value: T) => unknown,
    before: Kept<T> | undefined,
  ) {
    this.placements = deployment.placementsOf(block);
    this.since = deployment.grounds.version;
    const stands = ({ grounds }: Cohort<T>): boolean => before !== undefined && grounds.changed <= before.since;
    if (before?.placements === this.placements) {
      const { cohorts, grounds } = before;
      const fallen = cohorts.filter((cohort) => !stands(cohort));
      this.left = cohorts.filter(stands);
      this.open = placesOf(fallen);
      for (const cohort of fallen) this.fallen.add(cohort.grounds);
      this.grounds = grounds;
      return;
    }
    const standing = before?.cohorts.filter(stands) ?? [];
    const others = before?.cohorts.length === standing.length && othersIn(before.placements, this.placements);
    if (others) {
      this.open = others;
      this.left = standing.filter((cohort) => !others.some((place) => cohort.places.includes(place)));
      const known = new Map<Placement, Cohort<T>>();
      for (const cohort of standing) if (!this.left.includes(cohort)) this.addBut(others, cohort, known);
      this.known = known;
    } else {
      this.known = new Map(standing.flatMap((cohort) => cohort.places.map((place) => [cohort.at(place), cohort])));
      this.open = this.placements.map((_, place) => place);
    }
  }

  /**
   * Of a cohort those who stay where they are.
   * @param known the others are put there.
   */
  private addBut(others: readonly number[], cohort: Cohort<T>, known: Map<Placement, Cohort<T>>): void {
    const { places, value, key, grounds } = cohort;
    this.isMixed = true;
    for (const place of places)
      if (others.includes(place)) known.set(cohort.at(place), cohort);
      else this.add(place, value, key, grounds);
  }

  get isDone(): boolean {
    return this.next >= this.open.length;
  }

  step(): void {
    const { open, placements, known } = this;
    const end = Math.min(this.next + FEW, open.length);
    for (; this.next < end; this.next++) {
      const place = open[this.next] as number;
      const placement = placements[place] as Placement;
      const cohort = known?.get(placement);
      if (cohort) this.add(place, cohort.value, cohort.key, cohort.grounds);
      else {
        const { value, grounds } = this.conclude(placement);
        // Those of whom there is nothing to say are kept to be asked again.
        if (value !== undefined || !isOnce()) this.add(place, value, this.keyOf(value), grounds);
      }
    }
  }

  private add(place: number, value: T, key: unknown, grounds: Grounds): void {
    let others = this.byGrounds.get(grounds);
    if (others === undefined) {
      others = new Map();
      this.byGrounds.set(grounds, others);
    }
    let cohort = others.get(key);
    if (cohort) cohort.places.push(place);
    else {
      cohort = new Cohort(value, key, grounds, this.block, this.placements, [place]);
      others.set(key, cohort);
      this.found.push(cohort);
    }
  }

  result(): Kept<T> {
    const { placements, since, found } = this;
    const left = found.length === 0 ? this.left : this.left.filter((cohort) => !this.takeIn(cohort));
    if (this.isMixed) for (const { places } of found) places.sort((a, b) => a - b);
    if (this.isMixed || left.length < this.left.length) found.sort(byPlace);
    for (const cohort of found) cohort.pack();
    for (const cohort of left) cohort.standsAmong(placements);
    const cohorts = merged(left, found);
    return { placements, cohorts, grounds: this.groundsOf(cohorts), since };
  }

  /** Where placements are the same, few grounds of many come and go. */
  private groundsOf(cohorts: readonly Cohort<T>[]): Set<Grounds> {
    const { grounds, fallen, byGrounds } = this;
    if (grounds === undefined) return new Set(cohorts.map((cohort) => cohort.grounds));
    for (const each of fallen) grounds.delete(each);
    for (const each of byGrounds.keys()) grounds.add(each);
    return grounds;
  }

  /** Takes in one that stayed, where the same was found of others. */
  private takeIn({ grounds, key, places }: Cohort<T>): boolean {
    const own = this.byGrounds.get(grounds)?.get(key);
    if (own === undefined) return false;
    for (const place of places) own.places.push(place);
    own.places.sort((a, b) => a - b);
    return true;
  }
}

/** Where few placements of a list are others than in the one before, as when a row is typed; `undefined` where more is different. */
function othersIn(before: readonly Placement[], now: readonly Placement[]): readonly number[] | undefined {
  if (before.length !== now.length) return undefined;
  const others: number[] = [];
  for (let place = 0; place < now.length; place++) {
    if (now[place] === before[place]) continue;
    if (others.length === FEW) return undefined;
    others.push(place);
  }
  return others;
}

function byPlace<T>(a: Cohort<T>, b: Cohort<T>): number {
  return (a.places[0] as number) - (b.places[0] as number);
}

/** Two lists of cohorts as one. */
function merged<T>(a: readonly Cohort<T>[], b: readonly Cohort<T>[]): readonly Cohort<T>[] {
  if (a.length === 0) return b;
  const all = new Array<Cohort<T>>(a.length + b.length);
  for (let at = 0, i = 0, k = 0; at < all.length; at++) {
    const one = a[i];
    const other = b[k];
    if (one && (other === undefined || byPlace(one, other) < 0)) {
      all[at] = one;
      i++;
    } else {
      all[at] = other as Cohort<T>;
      k++;
    }
  }
  return all;
}
