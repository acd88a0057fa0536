import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import type { FixEdit } from '../../rules/types';

/** The group of users that a range stands in. */
export function groupAt(deployment: Deployment, path: string, start: number, end: number): Declaration | undefined {
  return deployment
    .all('users')
    .find((group) => group.path === path && group.span.start <= start && end <= group.span.end);
}

/** From the blanks before a property to behind its value; of a string the quotes as well. */
export function withBlanks(text: string, span: { start: number; end: number }): { start: number; end: number } {
  let { start, end } = span;
  if (text[end] === '"' && text[end - 1] !== '"') end++;
  while (/[ \t]/.test(text[start - 1] ?? '')) start--;
  return { start, end };
}

/** A stretch with the whole line it stands on, when nothing else does. */
export function wholeLine(text: string, span: { start: number; end: number }): { start: number; end: number } {
  const { start, end } = withBlanks(text, span);
  const behind = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(end, end + 200));
  const before = text[start - 1];
  return behind && (before === '\n' || before === '\r') ? { start, end: end + behind[0].length } : { start, end };
}

/** Adds lines at the end of a closed block. */
export function appendLines(declaration: Declaration, text: string, lines: readonly string[]): FixEdit {
  const { path, item, node } = declaration;
  const brace = item.start + (node.body?.end ?? node.end) - 1;
  let start = brace;
  while (/[ \t]/.test(text[start - 1] ?? '')) start--;
  const own = text[start - 1] === '\n';
  return {
    path,
    start: own ? start : brace,
    end: own ? start : brace,
    text: `${own ? '' : '\n'}${lines.join('\n')}\n`,
  };
}
