import { UnknownFact } from './facts';
import { noteGrounds, stands } from './grounds';
import { isLooking, looking } from './looks';
import type { Placement } from './placement';
import { type Conclusion, SharedConclusions } from './shared';

/** Handed out when something is first concluded: of most deployments only some is asked. */
let slots = 0;

/**
 * A conclusion from the facts of a placement and the declarations, and from nothing else: not from how many users it has, nor from where they stand. It is drawn
 * once for all placements that look alike to it, as long as the declarations that it is drawn from are the same. What isn't known is remembered as well.
 */
export class Remembered<T> {
  private slot = -1;

  constructor(private readonly conclude: (placement: Placement) => T) {}

  /** @throws UnknownFact when the conclusion needs a fact that isn't known. */
  of(placement: Placement): T {
    const { value, grounds } = this.about(placement);
    noteGrounds(grounds);
    if (value instanceof UnknownFact) throw value;
    return value;
  }

  /** What is concluded, with what it hangs on, which is not noted. */
  about(placement: Placement): Conclusion<T | UnknownFact> {
    if (this.slot < 0) this.slot = slots++;
    // Where looks are noted, they are taken again: what was concluded before is not all that counts.
    const own = isLooking()
      ? undefined
      : (placement.conclusions?.[this.slot] as Conclusion<T | UnknownFact> | undefined);
    return own && stands(own) ? own : this.look(placement);
  }

  private look(placement: Placement): Conclusion<T | UnknownFact> {
    const { conclusions } = placement.deployment;
    let shared = conclusions[this.slot] as SharedConclusions<T | UnknownFact> | undefined;
    if (shared === undefined) {
      shared = new SharedConclusions();
      conclusions[this.slot] = shared;
    }
    let known = shared.find(placement);
    if (known === undefined) {
      let value: T | UnknownFact | undefined;
      const look = looking(placement, false, () => {
        value = this.attempt(placement);
      });
      known = shared.keep(look, value as T | UnknownFact);
    }
    if ((placement.conclusions?.length ?? 0) <= this.slot) placement.conclusions = withRoom(placement.conclusions);
    (placement.conclusions as unknown[])[this.slot] = known;
    return known;
  }

  private attempt(placement: Placement): T | UnknownFact {
    try {
      return this.conclude(placement);
    } catch (error) {
      if (error instanceof UnknownFact) return error;
      throw error;
    }
  }
}

/** Exactly the room that is asked for by now: there are thousands of these lists, and one that is written behind its end takes room for many more. */
function withRoom(before: readonly unknown[] = []): unknown[] {
  const list = new Array<unknown>(slots);
  for (const [slot, known] of before.entries()) list[slot] = known;
  return list;
}
