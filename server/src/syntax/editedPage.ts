import { lastUpTo } from '../base/lists';
import { packed } from '../base/packed';
import type { Pieces } from '../base/pieces';
import type { TextChange } from '../base/span';
import type { DeclarationNode, Element, Item, PageNode } from './ast';
import { declarationNode } from './plainNodes';
import { KnownPages, scanPage } from './rowPages';

/** An item of which one page of rows is another one; all else in it is as it was, and where it was before the page the same objects. */
export interface EditedPage {
  readonly index: number;
  readonly item: Item;
  /** The characters of the page, and how many of them were not looked at. */
  readonly length: number;
  readonly reused: number;
}

/**
 * What becomes of an item where an edit lies within a page of its rows, before the last one, and the page stays one: the grammar has nothing to read then. Items
 * before it, also those that aren't closed, end where its head begins, which is as it was.
 * @param text the text after the edit.
 * @param change the edit, in offsets of the text before.
 * @returns nothing where it must.
 */
export function editedPage(items: readonly Item[], text: Pieces, change: TextChange): EditedPage | undefined {
  const index = lastUpTo(items.length, change.start, (i) => (items[i] as Item).start);
  const item = items[index];
  // What was said of its text, also that it isn't closed, would have to move.
  if (item?.node?.type !== 'declaration' || item.problems.length > 0) return undefined;
  const { node } = item;
  const elements = node.body?.elements ?? [];
  const place = lastUpTo(elements.length, change.start - item.start, (i) => (elements[i] as Element).start);
  const before = elements[place];
  if (before?.type !== 'page') return undefined;
  const start = item.start + before.start;
  const last = before.page.starts[before.page.count - 1] as number;
  // How the last row ends, what follows it may decide.
  if (change.start < start || change.end >= start + last) return undefined;
  const delta = change.text.length - (change.end - change.start);
  const behind = elements.slice(place + 1);
  if (delta !== 0 && !behind.every(isPage)) return undefined;
  const length = before.page.length + delta;
  const known = new KnownPages(change);
  known.touch(before.page, start);
  const window = text.window(start, start + length);
  const from = start - window.shift;
  const found = scanPage(window.text, from, from + length, known, window.shift);
  if (found?.page.length !== length) return undefined;
  const now: PageNode = { type: 'page', start: before.start, end: before.start + length, page: found.page };
  const all = [...elements.slice(0, place), now, ...(delta === 0 ? behind : behind.map((each) => moved(each, delta)))];
  return {
    index,
    item: { ...item, length: item.length + delta, node: withElements(node, packed(all), delta) },
    length,
    reused: found.reused,
  };
}

function isPage({ type }: Element): boolean {
  return type === 'page';
}

function moved(element: Element, delta: number): Element {
  return { ...element, start: element.start + delta, end: element.end + delta };
}

/** @param delta by how much its end moves. */
function withElements(node: DeclarationNode, elements: readonly Element[], delta: number): DeclarationNode {
  const { type, start, end, kind, meant, name, body, doc } = node;
  return declarationNode({
    type,
    start,
    end: end + delta,
    kind,
    ...(meant && { meant }),
    ...(name && { name }),
    ...(body && { body: { ...body, end: body.end + delta, elements } }),
    ...(doc && { doc }),
  });
}
