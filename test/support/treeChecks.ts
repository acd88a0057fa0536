import type { Span } from '../../server/src/base/span';
import type { Item, SyntaxTree } from '../../server/src/syntax/ast';
import { nodeParts } from './nodeParts';

/** What is wrong with the spans of a tree: items tile the file, nodes lie inside what holds them, problems and their fixes inside the file. */
export function treeFaults(text: string, tree: SyntaxTree): string[] {
  const faults: string[] = [];
  let end = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const item of tree.items) {
    if (item.start !== end && item.start !== 0) faults.push(`item at ${item.start}, the one before ends at ${end}`);
    end = item.start + item.length;
    const whole = { start: 0, end: item.length };
    if (item.node) nested(item.node, whole, faults);
    problems(text, item, faults);
  }
  if (tree.items.length > 0 && end !== text.length) faults.push(`the items end at ${end}, the text at ${text.length}`);
  return faults;
}

function nested(node: object, around: Span, faults: string[]): void {
  const isSpan = 'start' in node && 'end' in node && typeof node.start === 'number' && typeof node.end === 'number';
  const own = isSpan ? (node as Span) : around;
  if (own.start > own.end || own.start < around.start || own.end > around.end) {
    faults.push(`${JSON.stringify(node).slice(0, 80)} is not inside ${around.start}-${around.end}`);
  }
  for (const [key, value] of nodeParts(node)) {
    // A doc comment stands before what it documents.
    const inside = key === 'doc' ? { start: 0, end: around.end } : own;
    if (Array.isArray(value)) for (const each of value) nested(each as object, inside, faults);
    else if (typeof value === 'object' && value !== null && !('byteLength' in value))
      nested(value as object, inside, faults);
  }
}

function problems(text: string, item: Item, faults: string[]): void {
  for (const { start, end, message, code, fixes } of item.problems) {
    const [from, to] = [item.start + start, item.start + end];
    if (from < 0 || from >= to || to > text.length) faults.push(`${code} at ${from}-${to}: ${message}`);
    for (const change of (fixes ?? []).flatMap((fix) => fix.changes)) {
      if (item.start + change.start < 0 || change.start > change.end || item.start + change.end > text.length) {
        faults.push(`a fix of ${code} at ${item.start + change.start}`);
      }
    }
  }
}
