/** Code units with a meaning of their own. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const COMMA = 44;
export const SLASH = 47;
export const STAR = 42;
export const AT = 64;
export const BACKSLASH = 92;
export const OPEN_PARENTHESIS = 40;
export const CLOSE_PARENTHESIS = 41;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;

const ends = new Uint8Array(128);
for (const code of [SPACE, QUOTE, COMMA, SLASH, OPEN_PARENTHESIS, CLOSE_PARENTHESIS, OPEN_BRACE, CLOSE_BRACE])
  ends[code] = 1;
for (let code = 0; code < SPACE; code++) ends[code] = 1;

const wide = /[\s\u0085\ufeff]/;

/** Whether a code unit ends an atom: white space or one of `{ } ( ) , " /`. */
export function endsAtom(code: number): boolean {
  return code < 128 ? ends[code] === 1 : code >= 0x85 && wide.test(String.fromCharCode(code));
}

/** Of ASCII: each code unit of an atom without case, 0 for those that end one. */
const atoms = new Uint8Array(128);
for (let code = 0; code < 128; code++)
  if (ends[code] === 0) atoms[code] = String.fromCharCode(code).toLowerCase().charCodeAt(0);

/** A code unit of an atom without case; 0 where it ends one. */
export function atomCode(code: number): number {
  if (code < 128) return atoms[code] as number;
  return endsAtom(code) ? 0 : foldCode(code);
}

/** A code unit without case. */
export function foldCode(code: number): number {
  if (code >= 65 && code <= 90) return code | 32;
  if (code < 128) return code;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

/** White space other than a line's end; a form feed and U+2028 are blanks too. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === 11 || code === 12 || (code > 127 && endsAtom(code));
}

/** A control character that is no white space: a text has none. */
export function isControl(code: number): boolean {
  return code < SPACE && (code < TAB || code > CR);
}

/** Where the line ends whose text goes on at `start`; `limit` when it is the last. */
export function lineEndFrom(text: string, start: number, limit: number): number {
  let position = start;
  while (position < limit && !isLineEnd(text.charCodeAt(position))) position++;
  return position;
}

/** A line's end: LF, CR (also as CRLF). */
export function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}
