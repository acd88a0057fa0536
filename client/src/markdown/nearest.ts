/**
 * The deployment that a document speaks of: the one it lies in, else the only one below its folder, else the only one there is.
 * @param document a URI as text, as are the roots
 */
export function nearestRoot(document: string | undefined, roots: readonly string[]): string | undefined {
  if (document !== undefined) {
    const around = roots.filter((root) => document.startsWith(`${root}/`));
    if (around.length > 0) return around.reduce((a, b) => (b.length > a.length ? b : a));
    const folder = document.slice(0, document.lastIndexOf('/') + 1);
    const below = roots.filter((root) => root.startsWith(folder));
    if (below.length === 1) return below[0];
  }
  return roots.length === 1 ? roots[0] : undefined;
}
