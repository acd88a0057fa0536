import { quotedCell } from '../base/csvText';
import { fold } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { UserRow } from '../model/placement';
import type { Fix, FixEdit } from './types';

/** Sets a property of a declaration: changes its value, adds it to the block, or gives the declaration a block. */
export function setProperty(
  declaration: Declaration,
  property: string,
  value: string,
  title = `Set \`${property} ${value}\``,
): Fix {
  return { title, edits: [setPropertyEdit(declaration, property, value)], preferred: true };
}

export function setPropertyEdit(declaration: Declaration, property: string, value: string): FixEdit {
  const { path, node, item } = declaration;
  const written = declaration.written.get(property)?.node;
  const first = written?.values[0];
  const last = written?.values[written.values.length - 1];
  if (first && last) return { path, start: item.start + first.start, end: item.start + last.end, text: value };
  if (written)
    return { path, start: item.start + written.word.end, end: item.start + written.word.end, text: ` ${value}` };
  if (node.body === undefined) {
    const end = item.start + (node.name ?? node.kind).end;
    return { path, start: end, end, text: ` { ${property} ${value} }` };
  }
  return insertIntoBlock(declaration, `${property} ${value}`);
}

/** Adds a line to a declaration's block: behind its last property, or first. */
export function insertIntoBlock(declaration: Declaration, line: string): FixEdit {
  const { path, node, item } = declaration;
  const body = node.body;
  if (body === undefined) {
    const end = item.start + (node.name ?? node.kind).end;
    return { path, start: end, end, text: ` { ${line} }` };
  }
  const properties = body.elements.filter((element) => element.type === 'property');
  const last = properties[properties.length - 1];
  const at = item.start + (last ? last.end : body.start + 1);
  return { path, start: at, end: at, text: last ? `\n${line}` : ` ${line}${body.elements.length === 0 ? ' ' : '\n'}` };
}

/** Removes a written property, with the blanks before it. */
export function removeProperty(
  declaration: Declaration,
  property: string,
  title = `Remove \`${property}\``,
): Fix | undefined {
  const span = declaration.propertySpan(property);
  return span && { title, edits: [{ path: declaration.path, ...span, text: '' }] };
}

/** Replaces a stretch of a file. */
export function replace(
  path: string,
  span: { readonly start: number; readonly end: number },
  text: string,
  title: string,
  preferred = false,
): Fix {
  return { title, edits: [{ path, ...span, text }], ...(preferred && { preferred }) };
}

/** Appends a declaration to the file that a declaration of its sort stands in, behind it; else to the end of the head's file. */
export function addDeclaration(
  deployment: Deployment,
  text: string,
  near: Declaration | undefined,
  title: string,
): Fix {
  const anchor = near ?? deployment.head;
  const path = anchor?.path ?? deployment.files[0]?.path ?? deployment.root;
  let top = anchor;
  while (top?.parent) top = top.parent;
  const at = top ? top.span.end : deployment.textOf(path).length;
  return { title, edits: [{ path, start: at, end: at, text: `\n${text}` }] };
}

/** A value as its cell holds it: the parts of a list joined, in quotes where the cell had some or needs them. */
function cellText(user: UserRow, value: string, quoted: boolean): string {
  const bare = value.replace(/",\s*"/g, ';').replaceAll('"', '');
  return quotedCell(bare, user.deployment.delimiterOf(user.placement.block.declaration), quoted);
}

/** Writes a value into a row: in place of the ones it has, or behind its last value. In a CSV file only a cell that exists can change. */
export function rowEdit(user: UserRow, property: string, value: string): FixEdit[] {
  const written = user.written.filter((entry) => fold(entry.property) === fold(property));
  const [first] = written;
  const last = written[written.length - 1];
  const isCsv = user.path.toLowerCase().endsWith('.csv');
  if (first && last) {
    // The span of a string on a plain row lies inside its quotes.
    const source = user.deployment.textOf(user.path);
    const text = isCsv ? cellText(user, value, source.charCodeAt(first.span.start) === 34) : value;
    const start = !isCsv && source[first.span.start - 1] === '"' ? first.span.start - 1 : first.span.start;
    const end = !isCsv && source[last.span.end] === '"' ? last.span.end + 1 : last.span.end;
    return [{ path: user.path, start, end, text }];
  }
  if (isCsv) return [];
  const { end } = user.span;
  return [{ path: user.path, start: end, end, text: `  ${property} ${value}` }];
}
