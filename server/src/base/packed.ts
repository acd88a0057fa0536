const empty: readonly never[] = Object.freeze([]);

/** A list that stays as it is, in no more memory than it needs: one that was pushed to has room for many more. */
export function packed<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? empty : list.slice();
}
