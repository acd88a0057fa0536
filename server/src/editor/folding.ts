import { finished, type Steps } from '../base/steps';
import type { Body, Element, RowPage, SyntaxTree } from '../syntax/ast';
import type { LineIndex } from '../syntax/lineIndex';

/** Lines that can be folded, counted from zero. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment';
}

/** What can be folded: blocks and comments of several lines. */
export function foldingRanges(text: string, tree: SyntaxTree, lines: LineIndex): FoldingRange[] {
  return finished(foldingSteps(text, tree, lines));
}

export function* foldingSteps(text: string, tree: SyntaxTree, lines: LineIndex): Steps<FoldingRange[]> {
  const ranges: FoldingRange[] = [];
  const add = (start: number, end: number, kind?: 'comment'): void => {
    const [startLine, endLine] = [lines.lineAt(start), lines.lineAt(end)];
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind && { kind }) });
  };
  for (const { start, node, length } of tree.items) {
    comments(text, start, node ? start + node.start : start + length, add);
    if (node?.type === 'declaration' && node.body) yield* body(text, start, node.body, add);
    yield;
  }
  return ranges;
}

type Add = (start: number, end: number, kind?: 'comment') => void;

function* body(text: string, base: number, block: Body, add: Add): Steps<void> {
  add(base + block.start, base + block.end);
  let before = base + block.start + 1;
  for (const element of block.elements) {
    comments(text, before, base + element.start, add);
    before = base + element.end;
    if (element.type === 'declaration' && element.body) yield* body(text, base, element.body, add);
    else inside(text, base, element, add);
    yield;
  }
  comments(text, before, base + block.end, add);
}

function inside(text: string, base: number, element: Element, add: Add): void {
  if (element.type === 'page') page(text, base + element.start, element.page, add);
  else if (element.type === 'columns' || (element.type === 'row' && element.braces)) {
    add(base + element.start, base + element.end);
  }
}

/** Comments between the rows of a page. */
function page(text: string, start: number, { count, starts, ends }: RowPage, add: Add): void {
  for (let row = 1; row < count; row++) {
    comments(text, start + (ends[row - 1] as number), start + (starts[row] as number), add);
  }
}

/** Comments over several lines, and lines of comments that follow each other. */
function comments(text: string, start: number, end: number, add: Add): void {
  let slash = start;
  while (slash < end && text[slash] !== '/') slash++;
  if (slash === end) return;
  // A comment behind something else on its line starts no lines of comments.
  const before = start > 0 && !/[\r\n\ufeff]/.test(text[start - 1] as string) ? '.' : '';
  const gap = before + text.slice(start, end);
  for (const match of gap.matchAll(/\/\*[\s\S]*?\*\/|(?<=^[ \t]*)\/\/[^\r\n]*(?:(?:\r\n?|\n)[ \t]*\/\/[^\r\n]*)*/gm)) {
    const from = start + match.index - before.length;
    add(from, from + match[0].length, 'comment');
  }
}
