/** How a list became another: from `start` on, `removed` of its items gave way to `items`. */
export interface Splice<T> {
  readonly start: number;
  readonly removed: number;
  readonly items: readonly T[];
}

/** The shortest run of a list by whose replacement it becomes another. */
export function spliceOf<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): Splice<T> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start] as T, after[start] as T)) start++;
  let end = 0;
  const left = shorter - start;
  while (end < left && same(before[before.length - 1 - end] as T, after[after.length - 1 - end] as T)) end++;
  return { start, removed: before.length - start - end, items: after.slice(start, after.length - end) };
}
