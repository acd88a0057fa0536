import type { Span } from '../../base/span';
import type { Body, Element, Item, SyntaxTree } from '../ast';

/** The blocks around an offset, from the outside in, in absolute offsets; `closed` says whether their brace stands in the text. */
function blocksAround(tree: SyntaxTree, offset: number): (Span & { readonly closed: boolean })[] {
  const item = itemAt(tree.items, offset);
  const found: (Span & { readonly closed: boolean })[] = [];
  const enter = (span: Span, brace: number, closed: boolean): void => {
    const { start } = item as Item;
    if (start + brace < offset && (offset <= start + span.end || !closed)) {
      found.push({ start: start + span.start, end: start + span.end, closed });
    }
  };
  const walk = (element: Element): void => {
    const { start } = item as Item;
    if (start + element.start > offset || (start + element.end < offset && element !== item?.node)) return;
    if (element.type === 'declaration' && element.body) body(element, element.body);
    else if (element.type === 'row' && element.braces) enter(element, (element.owner ?? element.head).end, true);
    else if (element.type === 'columns') enter(element, element.word.end, true);
  };
  const body = (node: Span, { start, closed, elements }: Body): void => {
    enter(node, start, closed);
    elements.forEach(walk);
  };
  if (item?.node?.type === 'declaration') walk(item.node);
  return found;
}

/** The last item that starts before an offset. */
function itemAt(items: readonly Item[], offset: number): Item | undefined {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle] as Item).start < offset) low = middle;
    else high = middle - 1;
  }
  const found = items[low];
  // Behind an open block stands nothing but white space: it still belongs to the block.
  const before = items[low - 1];
  return found?.node === undefined && before?.node?.type === 'declaration' ? before : found;
}

/** The block whose closing brace ends at an offset, with its head. */
export function blockClosedAt(tree: SyntaxTree, offset: number): Span | undefined {
  return blocksAround(tree, offset).find(({ end, closed }) => closed && end === offset);
}

/** In how many blocks an offset lies. */
export function depthAt(tree: SyntaxTree, offset: number): number {
  return blocksAround(tree, offset).filter(({ end, closed }) => !closed || end > offset).length;
}
