import type { Span } from '../../base/span';
import { nearest, orList, sameWord, upperFirst, withArticle } from '../../base/words';
import { childrenOf, kindOf, kinds, rowKindOf } from '../../vocabulary';
import type { Kind, Property } from '../../vocabulary/types';
import type { Problem, ProblemFix, Word } from '../ast';
import { type Context, isFile, isUsers } from '../context';
import { looksLikeAddress } from '../lexer';
import { quoteWord } from '../print';

/** What is said about faults of the text, in the administrator's words. */

/** Replaces a span by another text. */
export function replacement(title: string, span: Span, text: string): ProblemFix[] {
  return [{ title, changes: [{ start: span.start, end: span.end, text }] }];
}

export function changeTo(span: Span, text: string): ProblemFix[] {
  return replacement(`Change to \`${text}\``, span, text);
}

export function unfitValue({ start, end, text }: Word): Problem {
  // A parenthesis, stray or meant for a brace: nobody means it as a value.
  if (/^[()]+$/.test(text)) {
    const message = `${text} means nothing in the language; blocks stand in { }`;
    return { code: 'UM0001', start, end, message, fixes: replacement(`Remove ${text}`, { start, end }, '') };
  }
  const quoted = quoteWord(text);
  return {
    code: 'UM0001',
    start,
    end,
    message: `${text} has a character that only a value in quotes may have: write ${quoted}`,
    fixes: replacement('Put the value in quotes', { start, end }, quoted),
  };
}

/** ``an `exchange` block`` */
export function aBlock(kind: string): string {
  return `${withArticle(kind).replace(kind, `\`${kind}\``)} block`;
}

/** Where a kind may stand. */
export function placesOf(kind: Kind): string {
  return orList(kind.parents.map((parent) => (parent === 'file' ? 'the top level of a file' : aBlock(parent))));
}

/** A declaration without its name. */
export function missingName({ name, singular, nameDoc }: Kind): string {
  const doc = nameDoc?.replace(/\.$/, '').replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
  return `${upperFirst(withArticle(singular))} needs a name${doc ? ` (${doc})` : ''}: \`${name} NAME\``;
}

/** Rows of users where there is no `users` block around. */
export function rowsOutside(count: number, address: string): string {
  const rows = count === 1 ? `The row of ${address} stands` : `These ${count} rows of users stand`;
  return `${rows} outside a \`users\` block; write \`users NAME { … }\` around ${count === 1 ? 'it' : 'them'}`;
}

/** Words that start a line in some kinds of block only: what is said of them elsewhere. */
function lineWord(word: string): string | undefined {
  if (sameWord(word, 'move')) return '`move` stands in a `wave` block';
  if (sameWord(word, 'columns')) return '`columns` stands in a `users` or `deployment` block';
  const owners = kinds.filter((kind) => rowKindOf(kind, word));
  return owners[0] && `\`${word}\` stands in ${orList(owners.map(({ name }) => aBlock(name)))}`;
}

/** A word as a message quotes it: a file that is one long line is no message. */
function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** A word that should be a kind and is none. */
export function unknownKind(word: Word, context: Context): { message: string; fixes?: ProblemFix[]; meant?: Kind } {
  const top = isFile(context) || !context.kind;
  const allowed = childrenOf(context.kind ?? 'file').map((kind) => kind.name);
  if (top && looksLikeAddress(word.text)) return { message: rowsOutside(1, word.text) };
  const line = lineWord(word.text);
  if (top && line !== undefined) return { message: line };
  const guess = nearest(word.text, allowed);
  if (guess) {
    const message = `There is no kind \`${word.text}\`; did you mean \`${guess}\`?`;
    const meant = kindOf(guess);
    return { message, fixes: changeTo(word, guess), ...(meant && { meant }) };
  }
  const owners = kinds.filter((kind) => kind.properties.some((property) => sameWord(property.name, word.text)));
  if (top && owners.length > 0) {
    const names = owners.slice(0, 3).map((kind) => `\`${kind.name}\``);
    const more = owners.length > 3 ? ' and others' : '';
    const list = more ? names.join(', ') : orList(names);
    return { message: `\`${word.text}\` stands outside any block; it is a property of ${list}${more}` };
  }
  const starts = top ? 'a word like `sipDomain`, `site` or `users`' : orList(allowed.map((name) => `\`${name}\``));
  if (allowed.length === 0) return { message: `There is no kind \`${short(word.text)}\`` };
  return { message: `There is no kind \`${short(word.text)}\`; a declaration starts with ${starts}` };
}

/** A word alone where a property should be. */
export function loneWord(word: Word, context: Context): { message: string; fixes?: ProblemFix[] } {
  const here = context.row ? 'a row' : aBlock(context.kind?.name ?? '');
  const assigned = /^([^=:]+)[=:](.+)$/.exec(word.text);
  const properties = (context.row ?? context.kind)?.properties ?? [];
  const property = assigned && properties.find(({ name }) => sameWord(name, assigned[1] ?? ''));
  if (assigned && property) {
    const right = `${property.name} ${quoteWord(assigned[2] ?? '')}`;
    const message = `A blank stands between a property and its value: \`${right}\``;
    return { message, fixes: replacement('Write a blank', word, right) };
  }
  const children = context.kind && !context.row ? childrenOf(context.kind).map((kind) => kind.name) : [];
  const guess = nearest(word.text, [...properties.map(({ name }) => name), ...children]);
  const message = `\`${word.quoted ? JSON.stringify(word.text) : word.text}\` means nothing in ${here}`;
  if (!guess && isUsers(context))
    return { message: `${message}; a row starts with an address: \`${word.text}@DOMAIN\`` };
  return guess ? { message: `${message}; did you mean \`${guess}\`?`, fixes: changeTo(word, guess) } : { message };
}

/** More words behind a property's value than it takes. */
export function surplusWords(
  property: Property,
  values: readonly Word[],
  surplus: readonly Word[],
): { readonly span: Span; readonly message: string; readonly fixes?: ProblemFix[] } {
  const [first, last] = [surplus[0] as Word, surplus[surplus.length - 1] as Word];
  const before = values[values.length - 1] ?? first;
  if (property.type.type === 'phone') {
    const span = { start: before.start, end: last.end };
    const number = [before, ...surplus].map(({ text }) => text.replace(/[().\-\s]/g, '')).join('');
    const message = `A number is written without blanks and brackets: \`${property.name} ${number}\``;
    return { span, message, fixes: replacement('Write it as one number', span, number) };
  }
  if (property.list) {
    const ends = [before, ...surplus.slice(0, -1)];
    const changes = ends.map(({ end }) => ({ start: end, end, text: ',' }));
    const message = `The values of \`${property.name}\` are joined by commas: \`${before.text}, ${first.text}\``;
    return { span: { start: first.start, end: last.end }, message, fixes: [{ title: 'Join them by commas', changes }] };
  }
  const span = { start: before.start, end: last.end };
  const right = quoteWord(joined([before, ...surplus]));
  const message = `A value with blanks stands in quotes: \`${property.name} ${right}\``;
  return { span, message, fixes: replacement('Put the value in quotes', span, right) };
}

/** Words as one text, without the typographic quotes that word processors put around it. */
export function joined(words: readonly Word[]): string {
  const text = words.map((word) => word.text).join(' ');
  return text.replace(/^[\u201c\u201d\u201e\u00ab\u2018](.*)[\u201c\u201d\u00ab\u00bb\u2019]$/u, '$1');
}

export const strayComma = 'A comma joins the values of one property; here it joins nothing';
