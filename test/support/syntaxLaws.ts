import { expect } from 'vitest';
import { Pieces } from '../../server/src/base/pieces';
import { applyChanges } from '../../server/src/base/span';
import { formatText } from '../../server/src/syntax/format';
import { lex } from '../../server/src/syntax/lexer';
import { parse, reparse } from '../../server/src/syntax/parse';
import { kinds, userRow } from '../../server/src/vocabulary';
import { flatTree } from './flatTree';
import { Random } from './random';
import { applyEdit, languageExample, manyUsers, oddlyWritten, randomEdit } from './topologies';

/** What holds for every text, broken or not; the unit tests check a share of it, `npm run fuzz` more. */

const exact = (text: string, tree = parse(text)): string[] => flatTree(text, tree, { offsets: true });

/**
 * The tree that follows edits is that of a parse from nothing.
 * @param each compares after every edit, not only after the last
 */
export function checkReparse(seed: number, start: string, edits: number, each: boolean): void {
  const random = new Random(seed);
  let text = start;
  let pieces = Pieces.of(text);
  let tree = parse(text);
  for (let i = 1; i <= edits; i++) {
    const edit = randomEdit(random, text);
    text = applyEdit(text, edit);
    pieces = pieces.edited(edit);
    tree = reparse(tree, pieces, edit);
    if (!each && i < edits) continue;
    same(exact(text, tree), exact(text), () => `SEED=${seed}, edit ${i}: ${JSON.stringify(edit)}`);
  }
}

export function format(text: string): string {
  return applyChanges(text, formatText(text, parse(text)));
}

/** Compares quickly, and shows the difference where there is one. */
function same(actual: readonly string[], wanted: readonly string[], note: () => string): void {
  if (actual.join('\n') !== wanted.join('\n')) expect(actual, note()).toEqual(wanted);
}

/** Words that are read as one another, from the vocabulary: what `fmt` may write for each other. */
const sameWords = new Map([
  ['$true', 'true'],
  ['$false', 'false'],
  ['$null', 'unset'],
]);
const sameValues = new Map<string, string>();
for (const { name, aliases, type } of [...kinds.flatMap((kind) => kind.properties), ...userRow.properties]) {
  for (const alias of aliases ?? []) sameWords.set(alias.toLowerCase(), name.toLowerCase());
  for (const value of type.type === 'enum' ? type.values : [])
    for (const alias of value.aliases ?? [])
      sameValues.set(`${name} ${alias}`.toLowerCase(), value.value.toLowerCase());
}

function spell({ text }: { readonly text: string }, property?: string): string {
  const word = text.toLowerCase();
  return sameValues.get(`${property?.toLowerCase()} ${word}`) ?? sameWords.get(word) ?? word;
}

/** What a text says, without its layout and spelling. */
export function meaning(text: string): string[] {
  return flatTree(text, parse(text), { offsets: false, spell });
}

/** What stands between the tokens: comments, as a sorted list. */
export function commentsOf(text: string): string[] {
  const { tokens } = lex(text, 0, text.length, undefined, false);
  const found: string[] = [];
  let end = 0;
  for (const token of [...tokens, { startOffset: text.length, endOffset: text.length }]) {
    for (const match of text.slice(end, token.startOffset).matchAll(/\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/g)) {
      found.push(match[0].trimEnd());
    }
    end = token.endOffset + 1;
  }
  return found.sort();
}

/** Formatting keeps meaning and comments, and changes nothing the second time. */
export function checkFormat(text: string, note: string): void {
  const once = format(text);
  const context = (): string => `${note}\n--- text\n${text}\n--- formatted\n${once}`;
  same(meaning(once), meaning(text), context);
  same(commentsOf(once), commentsOf(text), context);
  if (format(once) !== once) expect(format(once), `${context()}\n--- formatted again`).toBe(once);
}

/** An example after a few random edits. */
export function randomText(seed: number): string {
  const random = new Random(seed);
  let text = random.pick([languageExample, oddlyWritten, oddlyWritten, manyUsers(12)]);
  const edits = 1 + random.below(6);
  for (let i = 0; i < edits; i++) text = applyEdit(text, randomEdit(random, text));
  return text;
}
