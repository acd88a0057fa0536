/** The parts that rules of the TextMate grammar are made of. Regular expressions are Oniguruma's. */

export interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly (Rule | Include)[];
}

export interface Include {
  readonly include: string;
}

type Captures = Readonly<Record<string, { readonly name?: string; readonly patterns?: readonly (Rule | Include)[] }>>;

export const include = (name: string): Include => ({ include: `#${name}` });

/** The language's suffix of a scope. */
export const scope = (name: string): string => `${name}.umtopo`;

/** A character of an atom. */
export const atomCharacter = '[^\\s{}(),"/]';

/** Where an atom starts and ends. */
export const start = `(?<!${atomCharacter})`;
export const end = `(?!${atomCharacter})`;

/** A name or value: an atom or a string. */
export const operand = `(?:${atomCharacter}+|"(?:[^"\\\\]|\\\\.)*"?)`;

/** One of some words, whatever their case; the longest first, as the first that fits is taken. */
export function anyOf(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?i:${sorted.map((word) => word.replace(/[.\\$^*+?()[\]{}|]/g, '\\$&')).join('|')})`;
}

/** A word that stands alone. */
export const word = (words: Iterable<string>): string => `${start}(${anyOf(words)})${end}`;

/** The end of the line of a row, `move` or `expect`: not after a comma, which continues it. */
export const lineEnd = '(?<=[^\\s,])(?=[ \\t]*(?:$|[}]|//|/\\*))|(?=[}])';
