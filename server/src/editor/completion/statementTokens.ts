import type { Span } from '../../base/span';
import {
  BACKSLASH,
  CLOSE_BRACE,
  COMMA,
  endsAtom,
  isBlank,
  isLineEnd,
  OPEN_BRACE,
  QUOTE,
  SLASH,
  STAR,
} from '../../syntax/characters';

/** A piece of a half-typed statement. `text` of a string is what stands between its quotes. */
export interface StatementToken extends Span {
  readonly type: 'word' | 'comma' | 'open' | 'close';
  readonly text: string;
  readonly quoted: boolean;
}

export interface Statement {
  readonly tokens: readonly StatementToken[];
  /** The offset is in a comment: nothing is completed there. */
  readonly comment: boolean;
}

/** The tokens of a stretch of text, as the language has them; `offset` says where the cursor is. */
export function statementTokens(text: string, from: number, to: number, offset: number): Statement {
  const tokens: StatementToken[] = [];
  let comment = false;
  let at = from;
  const push = (type: StatementToken['type'], end: number, value: string, quoted = false): void => {
    tokens.push({ type, start: at, end, text: value, quoted });
    at = end;
  };
  while (at < to) {
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (isBlank(code) || isLineEnd(code)) at++;
    else if (code === OPEN_BRACE) push('open', at + 1, '{');
    else if (code === CLOSE_BRACE) push('close', at + 1, '}');
    else if (code === COMMA) push('comma', at + 1, ',');
    else if (code === QUOTE) {
      const end = stringEnd(text, at, to);
      push('word', end, text.slice(at + 1, end).replace(/"$/, ''), true);
    } else if (code === SLASH && (next === SLASH || next === STAR)) {
      const mark = next === SLASH ? text.indexOf('\n', at) : text.indexOf('*/', at);
      const end = mark < 0 ? to : Math.min(to, next === SLASH ? mark : mark + 2);
      if (at < offset && (offset < end || (offset === end && (next === SLASH || mark < 0)))) comment = true;
      at = Math.max(end, at + 1);
    } else {
      let end = at;
      while (end < to && !endsAtom(text.charCodeAt(end))) end++;
      push('word', Math.max(end, at + 1), text.slice(at, Math.max(end, at + 1)));
    }
  }
  return { tokens, comment };
}

function stringEnd(text: string, start: number, to: number): number {
  let end = start + 1;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (isLineEnd(code)) break;
    if (code === BACKSLASH) end++;
    else if (code === QUOTE) return end + 1;
    end++;
  }
  return Math.min(end, to);
}

/** Where the statement starts that an offset is in: its line, and the lines before it that end with a comma. */
export function statementStart(text: string, offset: number, first: number): number {
  let start = lineStart(text, offset);
  for (let lines = 0; lines < 100 && start > first; lines++) {
    const before = lineStart(text, start - 1);
    const line = text.slice(before, start).replace(/\/\/.*$/m, '');
    if (!/,\s*$/.test(line)) break;
    start = before;
  }
  return Math.max(start, first);
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}
