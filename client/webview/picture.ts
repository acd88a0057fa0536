import type { PreviewElement, PreviewPatch, PreviewResult, PreviewSplice } from '../../server/src/lsp/protocol';

/** The picture that the page shows, as data. */
export type Picture = PreviewResult;

/**
 * The picture after a patch.
 * @throws when an element is neither in the picture nor in the patch: then the patch was made for another picture
 */
export function applyPatch(picture: Picture, patch: PreviewPatch): Picture {
  const { root: _, from: __, removed, elements: changed, order, table, ...now } = patch;
  const elements = new Map(picture.elements.map((element) => [element.id, element]));
  for (const id of removed) elements.delete(id);
  for (const element of changed) elements.set(element.id, element);
  const ids = picture.elements.map(({ id }) => id);
  const ordered = spliced(ids, order).map((id): PreviewElement => {
    const element = elements.get(id);
    if (!element) throw new Error(`The patch names ${id}, which is nowhere.`);
    return element;
  });
  return { ...picture, ...now, elements: ordered, table: spliced(picture.table, table) };
}

function spliced<T>(list: readonly T[], { start, removed, items }: PreviewSplice<T>): readonly T[] {
  if (start + removed > list.length) throw new Error('The patch replaces items that are nowhere.');
  if (removed === 0 && items.length === 0) return list;
  return [...list.slice(0, start), ...items, ...list.slice(start + removed)];
}
