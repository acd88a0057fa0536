/** Whether two values would be written alike as JSON but for the order of members. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((element, i) => sameJson(element, b[i]));
  const other = b as Record<string, unknown>;
  let left = Object.keys(b).length;
  for (const name in a) if (left-- === 0 || !sameJson((a as typeof other)[name], other[name])) return false;
  return left === 0;
}
