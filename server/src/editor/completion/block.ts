import type { Declaration } from '../../model/declaration';
import type { TopologyFile } from '../../model/sourceFile';
import type { ColumnsNode, DeclarationNode, Element, Item, RowNode } from '../../syntax/ast';
import { itemAt } from '../walk';

/** The block that an offset is in: of a declaration, of a row, of `columns`, or none of them at the top level of a file. */
export interface Block {
  readonly declaration: Declaration | undefined;
  /** The declaration's node: there even when its kind is unknown. */
  readonly node: DeclarationNode | undefined;
  readonly row: RowNode | undefined;
  readonly columns: ColumnsNode | undefined;
  /** The offset behind the opening brace; 0 at the top level. */
  readonly start: number;
}

/** Finds the innermost block; where a closing brace is missing, what follows is inside. */
export function blockAt(
  file: TopologyFile,
  offset: number,
  declarations: ReadonlyMap<DeclarationNode, Declaration>,
): Block {
  const { items } = file.tree;
  let item = itemAt(items, offset);
  if (item) item = openBefore(items, item, offset) ?? item;
  if (item?.node?.type !== 'declaration') return topLevel;
  const { start } = item;
  const at = offset - start;
  const node = innermost(item.node, at);
  if (node === undefined) return topLevel;
  const found: Block = {
    declaration: declarations.get(node),
    node,
    row: undefined,
    columns: undefined,
    start: start + (node.body?.start ?? 0) + 1,
  };
  for (const element of node.body?.elements ?? []) {
    if (element.start >= at || at > element.end) continue;
    if (element.type === 'row' && element.braces) {
      const brace = file.text.indexOf('{', start + (element.owner ?? element.head).end) + 1;
      if (brace > 0 && brace <= offset && at < element.end) return { ...found, row: element, start: brace };
    }
    if (element.type === 'columns' && at > element.word.end) {
      const brace = file.text.indexOf('{', start + element.word.end) + 1;
      if (brace > 0 && brace <= offset && (at < element.end || !endsWithBrace(file, start + element.end)))
        return { ...found, columns: element, start: brace };
    }
  }
  return found;
}

const topLevel: Block = { declaration: undefined, node: undefined, row: undefined, columns: undefined, start: 0 };

/** The item before, when its block has no end and the offset stands before anything else begins. */
function openBefore(items: readonly Item[], item: Item, offset: number): Item | undefined {
  if (item.node && item.start + item.node.start < offset) return undefined;
  const before = items[items.indexOf(item) - 1];
  return before?.node?.type === 'declaration' && isOpen(before.node) ? before : undefined;
}

function isOpen({ body }: DeclarationNode): boolean {
  return body !== undefined && !body.closed;
}

function endsWithBrace(file: TopologyFile, end: number): boolean {
  return file.text.charCodeAt(end - 1) === 125;
}

function innermost(node: DeclarationNode, at: number): DeclarationNode | undefined {
  const { body } = node;
  if (body === undefined || at <= body.start) return undefined;
  if (body.closed && at >= body.end) return undefined;
  const child = lastBefore(body.elements, at);
  return (child?.type === 'declaration' ? innermost(child, at) : undefined) ?? node;
}

function lastBefore(elements: readonly Element[], at: number): Element | undefined {
  let found: Element | undefined;
  for (const element of elements) if (element.start < at) found = element;
  return found;
}
