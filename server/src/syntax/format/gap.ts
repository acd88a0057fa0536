import { CR, isLineEnd, LF, lineEndFrom, SLASH, STAR } from '../characters';

/** How a token wants to stand behind what is before it. */
export interface Place {
  /** On a line of its own; else behind the token before it, on the same line. */
  readonly line: boolean;
  /** Blanks before it, when it stays on the line. */
  readonly width: number;
  /** Of its line, when it starts one: because it wants to, or because a line end stands before it that has to stay. */
  readonly indent: number;
  /** Of the comments before it that stand on lines of their own. */
  readonly commentIndent: number;
  /** No line end may come or go before it: a fault stands beside it, and what it means could change. */
  readonly pinned?: boolean;
  /** A line end before it may go. */
  readonly join?: boolean;
}

/** What stands around a gap. */
export interface Edges {
  readonly startOfFile: boolean;
  /** Behind an opening brace, or before a closing one: no blank lines there. */
  readonly opens: boolean;
  readonly closes: boolean;
  readonly lineEnd: string;
}

interface Comment {
  readonly start: number;
  readonly end: number;
  /** Line ends between it and what stands before it. */
  readonly lines: number;
  readonly block: boolean;
}

/**
 * The white space and comments between two tokens as they should be. Comments keep their order, and whether they have a line of their own.
 * @returns `undefined` to leave the gap as it is.
 */
export function gapText(text: string, start: number, end: number, place: Place, edges: Edges): string | undefined {
  const { comments, lines } = read(text, start, end);
  if (place.pinned && place.line && lines === 0) return undefined;
  let result = '';
  let own = edges.startOfFile;
  let opens = edges.opens;
  let last: Comment | undefined;
  for (const comment of comments) {
    if (comment.lines > 0) own = true;
    else if (last === undefined) own = edges.startOfFile;
    if (comment.lines === 0 && edges.startOfFile && last === undefined) result = '';
    else if (comment.lines === 0) result += last === undefined && !comment.block ? '  ' : ' ';
    else {
      const first = last === undefined;
      const allowed = opens || (first && edges.startOfFile) ? 1 : 2;
      const breaks = first && edges.startOfFile ? 0 : Math.min(comment.lines, allowed);
      result += edges.lineEnd.repeat(breaks) + ' '.repeat(place.commentIndent);
    }
    const raw = text.slice(comment.start, comment.end);
    result += comment.block ? raw : raw.trimEnd();
    if (comment.lines > 0) opens = false;
    last = comment;
  }
  return result + before(place, { ...edges, opens }, lines, last, own);
}

/** The white space directly before the token. */
function before(place: Place, edges: Edges, lines: number, last: Comment | undefined, own: boolean): string {
  if (last === undefined && edges.startOfFile) return ' '.repeat(place.indent);
  if (place.line) {
    if (last?.block && own && lines === 0) return ' ';
    const most = edges.closes || edges.opens ? 1 : 2;
    return edges.lineEnd.repeat(Math.max(1, Math.min(lines, most))) + ' '.repeat(place.indent);
  }
  if (lines === 0) return ' '.repeat(last === undefined ? place.width : 1);
  if (place.join && last === undefined) return ' '.repeat(place.width);
  return edges.lineEnd + ' '.repeat(place.indent);
}

/** The comments of a gap, and how many line ends stand behind the last of them. */
function read(text: string, start: number, end: number): { comments: Comment[]; lines: number } {
  const comments: Comment[] = [];
  let lines = 0;
  let position = start;
  while (position < end) {
    const code = text.charCodeAt(position);
    if (code !== SLASH) {
      if (isLineEnd(code) && !(code === LF && position > start && text.charCodeAt(position - 1) === 13)) lines++;
      position++;
      continue;
    }
    const block = text.charCodeAt(position + 1) === STAR;
    const close = block ? commentEnd(text, position, end) : lineEndFrom(text, position, end);
    comments.push({ start: position, end: close, lines, block });
    lines = 0;
    position = close;
  }
  return { comments, lines };
}

function commentEnd(text: string, start: number, end: number): number {
  const close = text.indexOf('*/', start + 2);
  return close < 0 || close + 2 > end ? end : close + 2;
}

/** How many lines are asked for their end: the work must not grow with the file. */
const ASKED_LINES = 2000;

/** The line end that most of a text's first lines have; a lone CR only where there is no other. */
export function lineEndOf(text: string): string {
  let lf = 0;
  let crlf = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lf + crlf < ASKED_LINES; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) === CR) crlf++;
    else lf++;
  }
  if (lf === 0 && crlf === 0) return text.includes('\r') ? '\r' : '\n';
  return crlf > lf ? '\r\n' : '\n';
}

/** Whether a stretch of text holds a line end. */
export function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isLineEnd(text.charCodeAt(i))) return true;
  return false;
}

/** Whether what stands before and behind a gap comes to stand on neighbouring lines: no blank line or comment line lies between. */
export function areNeighbours(text: string, start: number, end: number): boolean {
  let lines = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isLineEnd(code) && !(code === LF && text.charCodeAt(i - 1) === CR) && ++lines > 1) return false;
    if (code === STAR && text.charCodeAt(i - 1) === SLASH) return false;
  }
  return true;
}
