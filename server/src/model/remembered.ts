import { UnknownFact } from './facts';
import type { Placement } from './placement';

let conclusions = 0;

/**
 * A conclusion from the facts of a placement and the declarations, and from nothing else: not from how many users it has, nor from where they stand, nor from
 * the block's name. It is drawn once for all placements that say the same, for as long as the declarations do. What isn't known is remembered as well.
 */
export class Remembered<T> {
  private readonly slot = conclusions++;

  constructor(private readonly conclude: (placement: Placement) => T) {}

  /** @throws UnknownFact when the conclusion needs a fact that isn't known. */
  of(placement: Placement): T {
    const { conclusions: known } = placement;
    const { slot } = this;
    const found = known[slot];
    if (found instanceof UnknownFact) throw found;
    if (found !== undefined) return (found as { readonly value: T }).value;
    try {
      const value = this.conclude(placement);
      known[slot] = { value };
      return value;
    } catch (error) {
      if (error instanceof UnknownFact) known[slot] = error;
      throw error;
    }
  }
}
