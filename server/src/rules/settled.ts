import { sameElements } from '../base/lists';
import { type Grounded, type GroundTable, grounded, stands } from '../model/grounds';
import { allStand, lookingAtUsers, type UserLooks } from '../model/userLooks';
import type { UsersBlock } from '../model/usersBlock';
import type { Found } from './board';
import type { Outcome } from './needs';

/** What a check of many users found, and what it looked at. */
interface Settled extends Grounded {
  readonly looks: UserLooks;
  readonly value: Found;
}

/** What checks of many users found, of all or of those of a block: run again only when something changed that they looked at. */
export class SettledChecks {
  private known = new WeakMap<object, WeakMap<object, Settled>>();
  private blocks: readonly unknown[] = [];

  constructor(private readonly grounds: GroundTable) {}

  /** An analysis begins. What is asked of blocks themselves: which there are, and whether their CSV files could be read. */
  begin(blocks: readonly UsersBlock[]): void {
    const now = blocks.flatMap((block) => [block, block.csvProblems]);
    if (!sameElements(now, this.blocks)) this.known = new WeakMap();
    this.blocks = now;
  }

  /**
   * @param of what the check is given.
   * @param all what was found is added there: the same list as long as the check doesn't run again.
   * @returns whether it ran.
   */
  take(check: object, of: object, all: Set<Found>, run: (found: Outcome[]) => void): boolean {
    const known = this.known.get(check) ?? new WeakMap<object, Settled>();
    this.known.set(check, known);
    let settled = known.get(of);
    const isNew = settled === undefined || !stands(settled) || !allStand(settled.looks);
    if (settled === undefined || isNew) {
      const found: Outcome[] = [];
      let looks: UserLooks = new Map();
      const grounds = grounded(this.grounds, () => {
        looks = lookingAtUsers(() => run(found));
      });
      settled = { ...grounds, looks, value: found };
      known.set(of, settled);
    }
    all.add(settled.value);
    return isNew;
  }
}
