import { userRow } from '../../vocabulary';
import type { PropertyNode, RowNode } from '../ast';
import { type Context, isUsers, propertyIn, wordRowIn } from '../context';
import { spellValue } from './spelling';

/** What the words of a row mean. */
export function rowContext(row: RowNode, context: Context): Context {
  const kind = isUsers(context) ? userRow : wordRowIn(context, row.head.text);
  return { kind: undefined, ...(kind && { row: kind }), outer: context };
}

/** The width of a property as it will be written. */
export function cellWidth(node: PropertyNode, context: Context): number {
  const property = propertyIn(context, node.word.text);
  let width = node.word.quoted || !property ? node.word.end - node.word.start : property.name.length;
  node.values.forEach((value, index) => {
    const raw = value.end - value.start;
    width += (index > 0 ? 2 : 1) + (value.quoted || !property ? raw : spellValue(property, value.text).length);
  });
  return width;
}

/** The width of a row's address, or of a record's type and owner, as it will be written. */
export function headWidth({ head, owner }: RowNode): number {
  return head.end - head.start + (owner ? 1 + owner.end - owner.start : 0);
}
