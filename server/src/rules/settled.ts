import { addTo, sameElements } from '../base/lists';
import type { Steps } from '../base/steps';
import type { Deployment } from '../model/deployment';
import { type Grounded, grounded, stands } from '../model/grounds';
import { lookingAtUsers, type UserLook, type UserLooks } from '../model/userLooks';
import type { UsersBlock } from '../model/usersBlock';
import type { Found } from './board';
import type { Outcome } from './needs';

/** What was looked at, by what it hangs on. */
type Looks = ReadonlyMap<object, readonly UserLook[]>;

/** What a check of many users found, and what it looked at. */
interface Settled extends Grounded {
  readonly looks: Looks;
  readonly value: Found;
}

/** What the checks of one thing found. */
interface All {
  readonly settled: Settled[];
  /** Of those that found something; not known while the checks are looked at again. */
  found: readonly Found[] | undefined;
  /** What they looked at hangs on these. */
  readonly things: Set<object>;
}

/** What checks of many users found, of all or of those of a block: run again only when something changed that they looked at. */
export class SettledChecks {
  private known = new WeakMap<object, All>();
  /** What single checks found, by check and by what they were given. */
  private ones = new WeakMap<object, WeakMap<object, Settled>>();
  private blocks: readonly unknown[] = [];
  /** The blocks as they were when all checks had been looked at. */
  private seen: ReadonlyMap<UsersBlock, number> = new Map();
  private declarations = -1;
  /** What is another one since. */
  private changed: readonly object[] = [];

  constructor(private readonly deployment: Deployment) {}

  /** An analysis begins. What is asked of blocks themselves: which there are, and whether their CSV files could be read. */
  begin(): void {
    const { deployment, seen } = this;
    const { blocks } = deployment;
    const now = blocks.flatMap((block) => [block, block.csvProblems]);
    if (!sameElements(now, this.blocks)) {
      this.known = new WeakMap();
      this.ones = new WeakMap();
    }
    this.blocks = now;
    this.changed = [deployment, ...blocks.filter((block) => seen.get(block) !== block.version)];
  }

  /** All checks have been looked at. */
  end(): void {
    const { deployment } = this;
    this.seen = new Map(deployment.blocks.map((block) => [block, block.version]));
    this.declarations = deployment.grounds.version;
  }

  /**
   * What the checks of one thing find: the same lists as long as they don't run again.
   * @param run runs a check.
   */
  *take<C>(of: object, checks: readonly C[], run: (check: C, found: Outcome[]) => void): Steps<readonly Found[]> {
    const known = this.known.get(of) ?? { settled: [], found: undefined, things: new Set<object>() };
    this.known.set(of, known);
    if (known.found && this.stay && !this.changed.some((thing) => known.things.has(thing))) return known.found;
    known.found = undefined;
    for (let index = 0; index < checks.length; index++) {
      const before = known.settled[index];
      if (before && this.stands(before)) continue;
      const settled = this.settle((found) => run(checks[index] as C, found));
      known.settled[index] = settled;
      for (const thing of settled.looks.keys()) known.things.add(thing);
      yield;
    }
    known.found = known.settled.map(({ value }) => value).filter(({ length }) => length > 0);
    return known.found;
  }

  /**
   * What one check finds of one thing.
   * @param all it is added there.
   * @returns whether it ran.
   */
  takeOne(check: object, of: object, all: Set<Found>, run: (found: Outcome[]) => void): boolean {
    const known = this.ones.get(check) ?? new WeakMap<object, Settled>();
    this.ones.set(check, known);
    const before = known.get(of);
    const settled = before && this.stands(before) ? before : this.settle(run);
    known.set(of, settled);
    all.add(settled.value);
    return settled !== before;
  }

  /** Whether the declarations are those of the last time. */
  private get stay(): boolean {
    return this.declarations === this.deployment.grounds.version;
  }

  private stands(settled: Settled): boolean {
    const { looks } = settled;
    if (this.stay) return this.changed.every((thing) => looks.get(thing)?.every(isStanding) ?? true);
    if (!stands(settled)) return false;
    for (const own of looks.values()) if (!own.every(isStanding)) return false;
    return true;
  }

  private settle(run: (found: Outcome[]) => void): Settled {
    const value: Outcome[] = [];
    let looks: UserLooks = new Map();
    const grounds = grounded(this.deployment.grounds, () => {
      looks = lookingAtUsers(() => run(value));
    });
    const byThing = new Map<object, UserLook[]>();
    for (const look of looks.values()) addTo(byThing, look.of, look);
    return { ...grounds, looks: byThing, value };
  }
}

function isStanding(look: UserLook): boolean {
  return look.stands();
}
