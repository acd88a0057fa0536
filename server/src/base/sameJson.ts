/** Whether two values would be written alike as JSON, their members in the same order. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((element, i) => sameJson(element, b[i]));
  const [names, others] = [Object.keys(a), Object.keys(b)];
  return (
    names.length === others.length &&
    names.every(
      (name, i) => name === others[i] && sameJson((a as Record<string, unknown>)[name], (b as typeof a)[name as never]),
    )
  );
}
