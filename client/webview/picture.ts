import type { PreviewElement, PreviewPatch, PreviewResult } from '../../server/src/lsp/protocol';

/** The picture that the page shows, as data. */
export type Picture = Omit<PreviewResult, 'elements'> & { readonly elements: readonly PreviewElement[] };

/**
 * The picture after a patch.
 * @throws when an element is neither in the picture nor in the patch: then the patch was made for another picture
 */
export function applyPatch(picture: Picture, patch: PreviewPatch): Picture {
  const elements = new Map(picture.elements.map((element) => [element.id, element]));
  for (const id of patch.removed) elements.delete(id);
  for (const element of patch.elements) elements.set(element.id, element);
  const ordered = patch.order.map((id) => {
    const element = elements.get(id);
    if (!element) throw new Error(`The patch names ${id}, which is nowhere.`);
    return element;
  });
  const { root: _, from: __, removed: ___, order: ____, ...now } = patch;
  return { ...picture, ...now, elements: ordered };
}
