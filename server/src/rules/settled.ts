import { addTo, overlap, sameElements } from '../base/lists';
import { packed } from '../base/packed';
import type { Steps } from '../base/steps';
import type { Deployment } from '../model/deployment';
import { type Grounded, type Grounds, stands } from '../model/grounds';
import { Noted } from '../model/noted';
import type { UserLook } from '../model/userLooks';
import type { UsersBlock } from '../model/usersBlock';
import { type Found, told } from './board';
import type { Outcome } from './needs';

/** What was looked at; of many looks, by what they hang on. */
type Looks = readonly UserLook[] | ReadonlyMap<object, readonly UserLook[]>;

/** Of so many looks each is asked what it hangs on. */
const FEW = 16;

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
  private changed: ReadonlySet<object> = new Set();

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
    this.changed = new Set<object>([deployment, ...blocks.filter((block) => seen.get(block) !== block.version)]);
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
    if (known.found && this.stay && !overlap(this.changed, known.things)) return known.found;
    known.found = undefined;
    for (let index = 0; index < checks.length; index++) {
      const before = known.settled[index];
      if (before && this.stands(before)) continue;
      const settled = this.settle(() => run(checks[index] as C));
      known.settled[index] = settled;
      for (const look of allOf(settled.looks)) known.things.add(look.of);
      yield;
    }
    known.found = packed(known.settled.map(({ value }) => value).filter(({ length }) => length > 0));
    return known.found;
  }

  /**
   * What one check finds of one thing: the same list as long as it doesn't run again.
   * @param place which of the checks of such things it is.
   * @param count how many these are.
   */
  takeOne(of: object, place: number, count: number, run: () => Outcome | undefined): Found {
    let known = this.ones.get(of);
    if (known === undefined) {
      known = new Array<Settled | undefined>(count);
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
    if (!this.stay) return stands(settled) && allOf(looks).every(isStanding);
    const { changed } = this;
    if (isList(looks)) return looks.every((look) => !changed.has(look.of) || look.stands());
    for (const thing of changed) if (looks.get(thing)?.every(isStanding) === false) return false;
    return true;
  }

  private settle(run: () => Outcome | undefined): Settled {
    const table = this.deployment.grounds;
    const { value, grounds, looks } = Noted.by(table, run);
    if (value === undefined && looks.size === 0) return this.silent(grounds, table.version);
    return new Settled(grounds, table.version, looksOf([...looks.values()]), told(value));
  }

  private silent(grounds: Grounds, since: number): Settled {
    let known = this.quiet.get(grounds);
    if (known?.since !== since) {
      known = new Settled(grounds, since, packed([]), told(undefined));
      this.quiet.set(grounds, known);
    }
    return known;
  }
}

function looksOf(list: readonly UserLook[]): Looks {
  if (list.length <= FEW) return packed(list);
  const byThing = new Map<object, UserLook[]>();
  for (const look of list) addTo(byThing, look.of, look);
  return byThing;
}

function isList(looks: Looks): looks is readonly UserLook[] {
  return Array.isArray(looks);
}

function allOf(looks: Looks): readonly UserLook[] {
  return isList(looks) ? looks : [...looks.values()].flat();
}

function isStanding(look: UserLook): boolean {
  return look.stands();
}
