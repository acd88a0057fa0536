import type { Span, TextChange } from '../base/span';
import { finished, type Steps } from '../base/steps';
import { sameWord } from '../base/words';
import type { Item, SyntaxTree } from './ast';
import { blockClosedAt, depthAt } from './format/blocks';
import { alignedColumns } from './format/braceColumns';
import { areNeighbours, type Edges, gapText, hasLineEnd, lineEndOf } from './format/gap';
import { isBroken } from './format/health';
import { ItemFormatter } from './format/itemFormatter';
import type { FormatScope } from './format/tokenWalk';

/**
 * Formatting: white space, and the spelling of the language's own words. It never changes what the text means: what a fault touches stays as it is. All functions
 * are pure; the changes they return apply to the text they were given and don't overlap.
 */

/** The changes that format a whole file. */
export function formatText(text: string, tree: SyntaxTree): TextChange[] {
  return finished(formatTextSteps(text, tree));
}

export function formatTextSteps(text: string, tree: SyntaxTree): Steps<TextChange[]> {
  return formatLines(text, tree, { start: 0, end: text.length });
}

/** The changes that format the lines that a range touches, as formatting the whole file would. */
export function formatRange(text: string, tree: SyntaxTree, range: Span): TextChange[] {
  return finished(formatRangeSteps(text, tree, range));
}

export function formatRangeSteps(text: string, tree: SyntaxTree, range: Span): Steps<TextChange[]> {
  return formatLines(text, tree, wholeLines(text, range));
}

/** Blocks that are longer are not formatted as a whole while one types; counts UTF-16 code units. */
const LONG = 200_000;

/**
 * The changes that suit what was just typed: behind a line end those of the line before, within it, and the indentation of the new line; behind a closing brace
 * those of the block that it closes. Nothing behind the cursor changes, and no line end goes that was just typed.
 * @param offset behind what was typed
 */
export function formatOnType(text: string, tree: SyntaxTree, offset: number, typed: string): TextChange[] {
  return finished(formatOnTypeSteps(text, tree, offset, typed));
}

export function* formatOnTypeSteps(text: string, tree: SyntaxTree, offset: number, typed: string): Steps<TextChange[]> {
  if (typed === '}') {
    const block = blockClosedAt(tree, offset);
    if (block === undefined) return [];
    const start = block.end - block.start > LONG ? offset : block.start;
    const changes = yield* formatLines(text, tree, wholeLines(text, { start, end: offset }), true);
    return changes.filter(({ end }) => end <= offset);
  }
  const { start } = wholeLines(text, { start: offset, end: offset });
  if (start === 0) return [];
  const before = text.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
  const line = wholeLines(text, { start: before, end: before });
  const changes = (yield* formatLines(text, tree, line, true)).filter(
    (change) => change.end <= before && linesIn(text.slice(change.start, change.end)) === linesIn(change.text),
  );
  return [...changes, ...indentation(text, tree, start)];
}

function linesIn(text: string): number {
  return text.split(/\r\n?|\n/).length;
}

/** The indentation of a line on which nothing stands yet. */
function indentation(text: string, tree: SyntaxTree, start: number): TextChange[] {
  const end = start + (/^[ \t]*/.exec(text.slice(start, start + 1000))?.[0].length ?? 0);
  if (end < text.length && !/[\r\n]/.test(text[end] as string)) return [];
  const wanted = '  '.repeat(depthAt(tree, start));
  return text.slice(start, end) === wanted ? [] : [{ start, end, text: wanted }];
}

function wholeLines(text: string, range: Span): Span {
  let { start, end } = range;
  while (start > 0 && !/[\r\n]/.test(text[start - 1] as string)) start--;
  while (end < text.length && !/[\r\n]/.test(text[end] as string)) end++;
  return { start, end };
}

function* formatLines(text: string, tree: SyntaxTree, range: Span, nearby = false): Steps<TextChange[]> {
  const scope: FormatScope = { text, lineEnd: lineEndOf(text), range, nearby, changes: [] };
  const { items } = tree;
  const formatters = new Map<number, ItemFormatter>();
  const faults = new Map<number, boolean>();
  const formatterOf = (index: number): ItemFormatter => {
    let formatter = formatters.get(index);
    if (formatter === undefined) {
      const startOfFile = index === 0;
      const broken = isBesideFault(text, items, index, faults);
      formatter = new ItemFormatter(scope, items[index] as Item, { startOfFile, broken });
      formatters.set(index, formatter);
    }
    return formatter;
  };
  const columns = new Map<number, number>();
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as Item;
    if (item.start > range.end || item.start + item.length < range.start) continue;
    if (!columns.has(index)) alignRun(text, items, index, columns, (at) => formatterOf(at).headWidth());
    yield* formatterOf(index).format(columns.get(index) ?? 0);
    yield;
  }
  finish(scope, tree);
  return scope.changes;
}

/**
 * Whether a faulty item stands before an item, or before others on their line before it.
 * @param known what was found for other items
 */
function isBesideFault(text: string, items: readonly Item[], index: number, known: Map<number, boolean>): boolean {
  let beside = false;
  for (let at = index; at > 0; at--) {
    const found = known.get(at);
    const item = items[at - 1] as Item;
    if (found !== undefined || isBroken(item)) {
      beside = found ?? true;
      break;
    }
    if (hasLineEnd(text, item.start, item.start + (item.node?.start ?? 0))) break;
  }
  known.set(index, beside);
  return beside;
}

/** Finds the columns of the braces of the one-line blocks around an item. */
function alignRun(
  text: string,
  items: readonly Item[],
  index: number,
  columns: Map<number, number>,
  headWidth: (index: number) => number,
): void {
  let from = index;
  let to = index + 1;
  while (from > 0 && follow(text, items[from - 1], items[from])) from--;
  while (to < items.length && follow(text, items[to - 1], items[to])) to++;
  if (to - from === 1) return;
  const widths = items.slice(from, to).map((_, at) => headWidth(from + at));
  alignedColumns(widths, () => true).forEach((column, at) => {
    columns.set(from + at, column);
  });
}

/** Whether two declarations of one kind stand on neighbouring lines. */
function follow(text: string, first: Item | undefined, second: Item | undefined): boolean {
  const [a, b] = [first?.node, second?.node];
  if (!first || !second || a?.type !== 'declaration' || b?.type !== 'declaration') return false;
  if (!a.body || !b.body || !sameWord(a.kind.text, b.kind.text)) return false;
  return areNeighbours(text, first.start + a.end, second.start + b.start);
}

/** What stands behind the last declaration: comments, and one line end. */
function finish(scope: FormatScope, { items }: SyntaxTree): void {
  const { text, lineEnd, range, changes } = scope;
  const last = items[items.length - 1];
  if (last === undefined || range.end < text.length) return;
  const start = last.node === undefined ? last.start : text.length;
  if (last.node === undefined && last.problems.length > 0) return;
  const startOfFile = items.length === 1 && last.node === undefined;
  const edges: Edges = { startOfFile, opens: false, closes: true, lineEnd };
  const place = { line: true, width: 0, indent: 0, commentIndent: 0 };
  const gap = (gapText(text, start, text.length, place, edges) ?? '').trimEnd();
  const wanted = startOfFile && gap === '' ? '' : gap + lineEnd;
  if (text.slice(start) !== wanted) changes.push({ start, end: text.length, text: wanted });
}
