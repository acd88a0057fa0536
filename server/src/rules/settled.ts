import { addTo, sameElements } from '../base/lists';
import { packed } from '../base/packed';
import type { Steps } from '../base/steps';
import type { Deployment } from '../model/deployment';
import { type Grounded, type Grounds, grounded, stands } from '../model/grounds';
import { lookingAtUsers, type UserLook, type UserLooks } from '../model/userLooks';
import type { UsersBlock } from '../model/usersBlock';
import { type Found, told } from './board';
import type { Outcome } from './needs';

/** What was looked at, by what it hangs on. */
type Looks = ReadonlyMap<object, readonly UserLook[]>;

/** Of a check that looked at no users. */
const noLooks: Looks = new Map();

/** What a check found, what of users it looked at, and what of the declarations it hangs on. */
class Settled implements Grounded {
  constructor(
    readonly grounds: Grounds,
    readonly since: number,
    readonly looks: Looks,
    readonly value: Found,
  ) {}
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
  /** What single checks found of what they were given, each at its place. */
  private ones = new WeakMap<object, (Settled | undefined)[]>();
  /** Most find nothing, and look at no users: one of these for all that hang on the same. */
  private quiet = new Map<Grounds, Settled>();
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
    if (!this.stay) this.quiet.clear();
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
  *take<C>(of: object, checks: readonly C[], run: (check: C) => Outcome | undefined): Steps<readonly Found[]> {
    const known = this.known.get(of) ?? { settled: [], found: undefined, things: new Set<object>() };
    this.known.set(of, known);
    if (known.found && this.stay && !this.changed.some((thing) => known.things.has(thing))) return known.found;
    known.found = undefined;
    for (let index = 0; index < checks.length; index++) {
      const before = known.settled[index];
      if (before && this.stands(before)) continue;
      const settled = this.settle(() => run(checks[index] as C));
      known.settled[index] = settled;
      for (const thing of settled.looks.keys()) known.things.add(thing);
      yield;
    }
    known.found = packed(known.settled.map(({ value }) => value).filter(({ length }) => length > 0));
    return known.found;
  }

  /**
   * What one check finds of one thing: the same list as long as it doesn't run again.
   * @param place which of the checks of such things it is.
   */
  takeOne(of: object, place: number, run: () => Outcome | undefined): Found {
    let known = this.ones.get(of);
    if (known === undefined) {
      known = [];
      this.ones.set(of, known);
    }
    const before = known[place];
    if (before && this.stands(before)) return before.value;
    const settled = this.settle(run);
    known[place] = settled;
    return settled.value;
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

  private settle(run: () => Outcome | undefined): Settled {
    let looks: UserLooks = new Map();
    let outcome: Outcome | undefined;
    const { grounds, since } = grounded(this.deployment.grounds, () => {
      looks = lookingAtUsers(() => {
        outcome = run();
      });
    });
    if (outcome === undefined && looks.size === 0) return this.silent(grounds, since);
    const byThing = new Map<object, UserLook[]>();
    for (const look of looks.values()) addTo(byThing, look.of, look);
    return new Settled(grounds, since, byThing, told(outcome));
  }

  private silent(grounds: Grounds, since: number): Settled {
    let known = this.quiet.get(grounds);
    if (known?.since !== since) {
      known = new Settled(grounds, since, noLooks, told(undefined));
      this.quiet.set(grounds, known);
    }
    return known;
  }
}

function isStanding(look: UserLook): boolean {
  return look.stands();
}
