import type { UserPage } from './userPage';

/** Where more shapes come to another place, they are looked for in all pages. */
const FEW = 64;

/**
 * The shapes of pages in the order in which they first appear, where one page stands in another one's place. Most of its shapes have appeared before it.
 * @param before their order with the other page.
 * @param pages those of now.
 * @param index where it stands.
 * @param gone the other page.
 * @param isThere whether a shape still is.
 * @returns nothing where it is to be found anew.
 */
export function orderAgain(
  before: readonly number[],
  pages: readonly UserPage[],
  index: number,
  gone: UserPage,
  isThere: (shape: number) => boolean,
): readonly number[] | undefined {
  const moved = new Set<number>();
  const look = (shape: number): void => {
    if (firstPage(pages, shape, index) === index) moved.add(shape);
  };
  for (const shape of gone.shapeCounts.keys()) look(shape);
  for (const shape of pages[index]?.shapeCounts.keys() ?? []) if (!gone.shapeCounts.has(shape)) look(shape);
  if (moved.size > FEW) return undefined;
  const order = before.filter((shape) => !moved.has(shape));
  for (const shape of moved) if (isThere(shape)) order.splice(placeIn(order, pages, shape), 0, shape);
  return order;
}

/** The first page that has a shape, of those before an end, or the end. */
function firstPage(pages: readonly UserPage[], shape: number, end: number): number {
  let index = 0;
  while (index < end && !pages[index]?.shapeCounts.has(shape)) index++;
  return index;
}

/** The place of a shape among others that stand in their order. */
function placeIn(order: readonly number[], pages: readonly UserPage[], shape: number): number {
  const page = firstPage(pages, shape, pages.length);
  const own = [...(pages[page]?.shapeCounts.keys() ?? [])];
  const isBefore = (other: number): boolean => {
    const first = firstPage(pages, other, pages.length);
    return first === page ? own.indexOf(other) < own.indexOf(shape) : first < page;
  };
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(order[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
