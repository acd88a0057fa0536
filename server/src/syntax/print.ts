import { endsAtom } from './characters';

/** A word that is written as it is, never in quotes: `unknown`, `unset`, an enum's value. */
export interface BareWord {
  readonly bare: string;
}

export const unknownWord: BareWord = { bare: 'unknown' };

/** A value to print: a text, put in quotes where it needs them, or a word as it is. */
export type PrintedValue = string | BareWord;

export interface PrintedProperty {
  readonly word: string;
  readonly values: readonly PrintedValue[];
  /** `//` lines above it. */
  readonly comments?: readonly string[];
}

/** A declaration to print. Texts of comments may hold anything: line ends and control characters are taken out. */
export interface PrintedDeclaration {
  readonly kind: string;
  readonly name?: string;
  /** `///` lines above it. */
  readonly doc?: readonly string[];
  /** `//` lines above it, before the doc comment. */
  readonly comments?: readonly string[];
  readonly properties: readonly PrintedProperty[];
  readonly children?: readonly PrintedDeclaration[];
  /** `//` lines at the end of its block. */
  readonly remarks?: readonly string[];
}

/** No line of the printed text is longer, as far as values can be parted. Counts UTF-16 code units. */
export const lineWidth = 120;

const stateWords = new Set(['unset', 'unknown', '$null']);

/** Characters that nobody sees: controls, line ends of Unicode, marks that turn the direction of text, halves of surrogate pairs. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/**
 * A text as a word of the language: as an atom where it can be one, else as a string. Texts that an atom could be taken wrong for need quotes too: `unknown`
 * and `unset`, and what starts with a sign that other languages have before a value or comment.
 */
export function quoteWord(text: string): string {
  if (text === '' || /^[=:#]/.test(text) || stateWords.has(text.toLowerCase())) return quote(text);
  if (text.search(invisible) >= 0) return quote(text);
  for (let i = 0; i < text.length; i++) if (endsAtom(text.charCodeAt(i))) return quote(text);
  return text;
}

/** A text as a string of the language. */
export function quote(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replace(invisible, escapeUnits);
  return `"${escaped}"`;
}

function escapeUnits(text: string): string {
  const units = text.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return units.join('');
}

function printValue(value: PrintedValue): string {
  return typeof value === 'string' ? quoteWord(value) : value.bare;
}

/** Several declarations as the text of a file, blank lines around the longer ones. Only `fmt` puts the braces of one-line blocks in columns. */
export function printFile(declarations: readonly PrintedDeclaration[]): string {
  const blocks = declarations.map((declaration) => lines(declaration, ''));
  return `${separate(blocks).join('\n')}\n`;
}

/**
 * A declaration in the layout of `fmt`, without a line end behind it.
 * @param indent how many blocks stand around it
 */
export function printDeclaration(declaration: PrintedDeclaration, indent = 0): string {
  return lines(declaration, '  '.repeat(indent)).join('\n');
}

/** Blocks of one line follow each other when they are of the same kind; a longer one has a blank line around it. */
function separate(blocks: readonly (readonly string[])[]): string[] {
  const result: string[] = [];
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    const together =
      before?.length === 1 && block.length === 1 && firstWord(before[0] ?? '') === firstWord(block[0] ?? '');
    if (before && !together) result.push('');
    for (const line of block) result.push(line);
  });
  return result;
}

function firstWord(line: string): string {
  return line.trimStart().split(' ', 1)[0] ?? '';
}

function lines(declaration: PrintedDeclaration, margin: string): string[] {
  const { kind, name, properties, children = [], remarks = [] } = declaration;
  const head = `${margin}${name === undefined ? kind : `${kind} ${quoteWord(name)}`}`;
  const above = [...commentLines(declaration.comments, '//', margin), ...commentLines(declaration.doc, '///', margin)];
  if (properties.length === 0 && children.length === 0 && remarks.length === 0) return [...above, head];
  const [first] = properties;
  if (first && properties.length === 1 && children.length === 0 && remarks.length === 0 && !first.comments?.length) {
    const line = `${head} { ${propertyText(first)} }`;
    if (line.length <= lineWidth) return [...above, line];
  }
  const inner = `${margin}  `;
  const parts = [
    properties.flatMap((property) => propertyLines(property, inner)),
    ...children.map((child) => lines(child, inner)),
    commentLines(remarks, '//', inner),
  ].filter((part) => part.length > 0);
  return [...above, `${head} {`, ...separate(parts), `${margin}}`];
}

function propertyText({ word, values }: PrintedProperty): string {
  return `${word} ${values.map(printValue).join(', ')}`;
}

/** A property on one line; a list that is too long goes on behind its commas. */
function propertyLines(property: PrintedProperty, margin: string): string[] {
  const result = commentLines(property.comments, '//', margin);
  let line = `${margin}${property.word}`;
  property.values.forEach((value, i) => {
    const text = printValue(value) + (i < property.values.length - 1 ? ',' : '');
    if (i > 0 && line.length + 1 + text.length > lineWidth) {
      result.push(line);
      line = `${margin}  ${text}`;
    } else line += ` ${text}`;
  });
  return [...result, line];
}

/** Comments say what they were given and no more: a text from elsewhere can neither end its line nor suppress a diagnostic. */
function commentLines(texts: readonly string[] | undefined, mark: string, margin: string): string[] {
  return (texts ?? []).map((text) => {
    const shown = text
      .replace(invisible, ' ')
      .replace(/umtopo-disable/gi, 'umtopo disable')
      .trimEnd();
    return shown === '' ? `${margin}${mark}` : `${margin}${mark} ${shown}`;
  });
}
