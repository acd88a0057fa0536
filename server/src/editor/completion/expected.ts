import { sameWord } from '../../base/words';
import type { Filter } from '../../syntax/ast';
import { filterWords, mailboxPlaces } from '../../syntax/keywords';
import {
  childrenOf,
  type Kind,
  type KindName,
  kindOf,
  moveProperties,
  type Property,
  propertyOf,
  rowKindOf,
  userRow,
} from '../../vocabulary';
import { targetKinds } from '../mentions';
import type { Block } from './block';
import type { StatementToken } from './statementTokens';

/** What may stand at the cursor. Several at once: behind a value on a line a property or the next declaration. */
export type Expected =
  /** The start of a declaration, property or row of a block; of a file without one. */
  | { readonly is: 'statement'; readonly kind: Kind | undefined }
  | { readonly is: 'property'; readonly properties: readonly Property[] }
  | { readonly is: 'value'; readonly property: Property; readonly given: readonly string[] }
  | { readonly is: 'name'; readonly kind: Kind }
  | { readonly is: 'owner'; readonly kind: Kind }
  | { readonly is: 'column' }
  | { readonly is: 'header' }
  | { readonly is: 'meaning'; readonly property: Property }
  /** A cell that stands for a value. */
  | { readonly is: 'cell'; readonly property: Property }
  | { readonly is: 'addresses'; readonly given: readonly string[] }
  | { readonly is: 'number' }
  | { readonly is: 'words'; readonly words: readonly string[] }
  | { readonly is: 'names'; readonly kinds: readonly KindName[] }
  | { readonly is: 'filter'; readonly by: Filter['by'] }
  | { readonly is: 'event' };

/** Reads the words of a statement before the cursor and says what may follow. */
export function expectedAfter(block: Block, tokens: readonly StatementToken[]): readonly Expected[] {
  const { columns, row, node } = block;
  if (columns) return inColumns(tokens);
  const rest = sinceBrace(tokens);
  if (rest === undefined) return [];
  const kind = node && kindOf(node.kind.text);
  if (node && kind === undefined) return [];
  if (row && kind) {
    const rowKind = kind.name === 'users' ? userRow : rowKindOf(kind, row.head.text);
    return rowKind ? afterProperties(rest, rowKind.properties, []) : [];
  }
  return inBlock(kind, rest);
}

/** What follows the last complete block on the line; `undefined` where a block begins that isn't understood. */
function sinceBrace(tokens: readonly StatementToken[]): readonly StatementToken[] | undefined {
  let depth = 0;
  let from = 0;
  tokens.forEach((token, i) => {
    if (token.type === 'open') depth++;
    else if (token.type === 'close') {
      depth = Math.max(0, depth - 1);
      if (depth === 0) from = i + 1;
    }
  });
  return depth > 0 ? undefined : tokens.slice(from);
}

function inBlock(kind: Kind | undefined, tokens: readonly StatementToken[]): readonly Expected[] {
  const start: Expected = { is: 'statement', kind };
  if (tokens.length === 0) return [start];
  return afterProperties(tokens, kind?.properties ?? [], [start], (first, rest) => startedBy(kind, first, rest));
}

/** What follows a word that starts something other than a property: a declaration inside, a row, a line; `undefined` where it does not. */
function startedBy(
  kind: Kind | undefined,
  first: StatementToken,
  rest: readonly StatementToken[],
): readonly Expected[] | undefined {
  // A word that is both (`dialPlan` …) is a property where a property of that name stands.
  if (kind && propertyOf(kind, first.text)) return undefined;
  const child = childrenOf(kind ?? 'file').find((each) => sameWord(each.name, first.text));
  if (child) return rest.length === 0 && child.nameType !== 'none' ? [{ is: 'name', kind: child }] : [];
  if (kind === undefined) return sameWord(first.text, 'expect') ? afterExpect(rest) : [];
  if (kind.name === 'users' && first.text.includes('@')) return afterProperties(rest, userRow.properties, []);
  if (kind.name === 'wave' && sameWord(first.text, 'move')) return afterMove(rest);
  const rowKind = rowKindOf(kind, first.text);
  if (rowKind === undefined) return undefined;
  if (rowKind.owner && rest.length === 0) return [{ is: 'owner', kind }];
  return afterProperties(rowKind.owner ? rest.slice(1) : rest, rowKind.properties, []);
}

/** Walks words and values; `more` is what may stand instead of a further property, `startsOther` knows what starts something else. */
function afterProperties(
  tokens: readonly StatementToken[],
  properties: readonly Property[],
  more: readonly Expected[],
  startsOther?: (word: StatementToken, rest: readonly StatementToken[]) => readonly Expected[] | undefined,
): readonly Expected[] {
  let property: Property | undefined;
  let values: string[] = [];
  let wantsValue = false;
  for (const [i, token] of tokens.entries()) {
    if (token.type === 'comma') wantsValue = true;
    else if (wantsValue) {
      values.push(token.text);
      wantsValue = false;
    } else {
      const other = startsOther?.(token, tokens.slice(i + 1));
      if (other) return other;
      property = properties.find((each) =>
        [each.name, ...(each.aliases ?? [])].some((word) => sameWord(word, token.text)),
      );
      values = [];
      wantsValue = true;
    }
  }
  if (wantsValue) return property ? [{ is: 'value', property, given: values }] : [];
  return more.length > 0 ? more : [{ is: 'property', properties }];
}

function inColumns(tokens: readonly StatementToken[]): readonly Expected[] {
  const opens = tokens.filter(({ type }) => type === 'open').length;
  const closes = tokens.filter(({ type }) => type === 'close').length;
  if (opens > closes) {
    const brace = tokens.findLastIndex(({ type }) => type === 'open');
    const word = [...tokens.slice(0, brace)].reverse().filter(({ type }) => type === 'word')[1];
    const property = word && propertyNamed(word.text);
    // Inside: a value, then its cells.
    const inside = tokens.slice(brace + 1);
    const last = inside.at(-1);
    const wantsCell = last?.type === 'comma' || (last?.type === 'word' && !last.quoted);
    if (property === undefined) return [];
    return [{ is: wantsCell ? 'cell' : 'meaning', property }];
  }
  const from = tokens.findLastIndex(({ type }) => type === 'close');
  const words = tokens.slice(from + 1).filter(({ type }) => type === 'word');
  return words.length % 2 === 0 ? [{ is: 'column' }] : [{ is: 'header' }];
}

function propertyNamed(word: string): Property | undefined {
  return userRow.properties.find((property) =>
    [property.name, ...(property.aliases ?? [])].some((name) => sameWord(name, word)),
  );
}

const words = (...list: readonly string[]): Expected => ({ is: 'words', words: list });

/** Reads a selection; hands what follows it to `then`. `undefined` from `then` means that the selection isn't over. */
function afterSelection(
  tokens: readonly StatementToken[],
  start: readonly Expected[],
  next: readonly string[],
  then: (rest: readonly StatementToken[]) => readonly Expected[],
): readonly Expected[] {
  const [first, second] = tokens;
  if (first === undefined) return start;
  if (sameWord(first.text, 'every'))
    return second ? afterCrowd(tokens.slice(2), next, then) : [words('user', 'contact')];
  if (sameWord(first.text, 'call')) {
    if (second === undefined) return [words('to')];
    if (tokens.length === 2) return [{ is: 'number' }];
    return tokens.length === 3 ? [words(...next)] : then(tokens.slice(3));
  }
  let i = 0;
  while (tokens[i]?.type === 'word' && tokens[i + 1]?.type === 'comma') i += 2;
  if (tokens[i] === undefined) {
    const given = tokens.filter(({ type }) => type === 'word').map(({ text }) => text);
    return [{ is: 'addresses', given }];
  }
  return tokens[i + 1] === undefined ? [words(...next)] : then(tokens.slice(i + 1));
}

function afterCrowd(
  tokens: readonly StatementToken[],
  next: readonly string[],
  then: (rest: readonly StatementToken[]) => readonly Expected[],
): readonly Expected[] {
  let i = 0;
  for (;;) {
    const preposition = tokens[i]?.text.toLowerCase();
    if (preposition !== 'in' && preposition !== 'with') break;
    const filters: readonly Filter['by'][] = filterWords[preposition];
    const by = filters.find((each) => sameWord(each, tokens[i + 1]?.text ?? ''));
    if (tokens[i + 1] === undefined) return [words(...filters)];
    if (by === undefined) return [];
    if (tokens[i + 2] === undefined) return [{ is: 'filter', by }];
    i += 3;
  }
  return tokens[i] === undefined ? [words(...next, 'in', 'with')] : then(tokens.slice(i));
}

function afterMove(tokens: readonly StatementToken[]): readonly Expected[] {
  const start: Expected[] = [{ is: 'addresses', given: [] }, words('every')];
  return afterSelection(tokens, start, ['to'], (rest) => {
    const [to, place] = rest;
    if (to === undefined || !sameWord(to.text, 'to')) return [];
    const properties: Expected = { is: 'property', properties: moveProperties };
    if (place === undefined) return [words(...mailboxPlaces), properties];
    const placed = mailboxPlaces.some((each) => sameWord(each, place.text));
    return afterProperties(rest.slice(placed ? 2 : 1), moveProperties, []);
  });
}

function afterExpect(tokens: readonly StatementToken[]): readonly Expected[] {
  const [first, second] = tokens;
  if (first && sameWord(first.text, 'no')) {
    if (second === undefined) return [words('user', 'contact')];
    return afterCrowd(tokens.slice(2), ['unreachable'], (rest) => afterTarget(rest.slice(1)));
  }
  const start: Expected[] = [{ is: 'addresses', given: [] }, words('every', 'call', 'no')];
  return afterSelection(tokens, start, ['reaches'], (rest) => {
    const [reaches, target, name] = rest;
    if (reaches === undefined || !sameWord(reaches.text, 'reaches')) return [];
    if (target === undefined)
      return [words('hosted', 'local', 'nothing', ...targetKinds), { is: 'names', kinds: targetKinds }];
    const kind = targetKinds.find((each) => sameWord(each, target.text));
    if (kind && name === undefined) return [{ is: 'names', kinds: [kind] }];
    return afterTarget(rest.slice(kind ? 3 : 2));
  });
}

function afterTarget(tokens: readonly StatementToken[]): readonly Expected[] {
  const [first, second] = tokens;
  if (first === undefined) return [words('on', 'before', 'after')];
  if (sameWord(first.text, 'on')) {
    if (second === undefined) return [{ is: 'event' }];
    return tokens.length === 2 ? [words('before', 'after')] : afterTarget(tokens.slice(2));
  }
  if (sameWord(first.text, 'before') || sameWord(first.text, 'after'))
    return second === undefined ? [{ is: 'names', kinds: ['wave'] }] : [];
  return [];
}
