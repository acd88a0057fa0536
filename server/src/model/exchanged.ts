import type { Placement } from './placement';

/** Who came to a list of placements and who went, while the others stayed in their order: as when a row is typed. */
export interface Exchanged {
  readonly before: readonly Placement[];
  /** In the order of the list. */
  readonly came: readonly Placement[];
  readonly went: readonly Placement[];
}

/** Of more who come or go, it isn't said which. */
const FEW = 16;

/**
 * Gives the placements of a block their places.
 * @param before those that have places from the last time.
 * @returns nothing where many came or went, or some stand before others that they stood behind.
 */
export function arrange(before: readonly Placement[], now: readonly Placement[]): Exchanged | undefined {
  const came: Placement[] = [];
  let isInOrder = true;
  let last = -1;
  for (let place = 0; place < now.length; place++) {
    const placement = now[place] as Placement;
    const was = placement.place;
    if (before[was] !== placement) came.push(placement);
    else if (was < last) isInOrder = false;
    else last = was;
    placement.place = place;
  }
  const gone = before.length - now.length + came.length;
  if (!isInOrder || came.length > FEW || gone > FEW) return undefined;
  return { before, came, went: gone === 0 ? [] : before.filter((placement) => now[placement.place] !== placement) };
}
