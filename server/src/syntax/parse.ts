import { packed } from '../base/packed';
import type { Characters, Pieces } from '../base/pieces';
import type { TextChange } from '../base/span';
import type { Steps } from '../base/steps';
import type { Item, Problem, RowPage, SyntaxTree } from './ast';
import { isLineEnd } from './characters';
import { editedPage } from './editedPage';
import { type Lexed, lex, lexAgain, lexInSlices } from './lexer';
import { type ParsedItem, UmTopologyParser } from './parser';
import { eachPage, KnownPages } from './rowPages';
import type { Token } from './tokens';

let parser: UmTopologyParser | undefined;

/** What the last parse cost; tests assert these counts instead of times. */
export interface ParseStats {
  charactersLexed: number;
  /** Of these, those that don't lie in pages or rows of the parse before. */
  charactersScanned: number;
  itemsParsed: number;
}
export const parseStats: ParseStats = { charactersLexed: 0, charactersScanned: 0, itemsParsed: 0 };

/**
 * Parses a whole file. Never fails: what isn't understood becomes a problem of its item.
 * @param pages false: every row becomes nodes, as the grammar reads those that the fast path leaves alone.
 */
export function parse(text: string, pages = true): SyntaxTree {
  if (isBinary(text)) return { items: [binaryItem(text)] };
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const { items, end } = parseLexed(lex(text, start, text.length, undefined, pages), start, text.length, () => false);
  return { items: withTrailer(items, end, text, start) };
}

/** Parses a whole file in slices: it yields again and again, and returns the tree. */
export function* parseInSlices(text: string): Steps<SyntaxTree> {
  if (isBinary(text)) return { items: [binaryItem(text)] };
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  parseStats.charactersLexed += text.length - start;
  parseStats.charactersScanned += text.length - start;
  const lexed = yield* lexInSlices(text, start, text.length);
  const parsed: ParsedItem[] = [];
  for (let from = start, first = 0; first < lexed.tokens.length; ) {
    const portion: ParsedItem[] = grammar().parseItems(lexed.tokens, from, after(PORTION), lexed.hidden, first);
    for (const item of portion) parsed.push(item);
    from = portion[portion.length - 1]?.end ?? text.length;
    first = firstFrom(lexed.tokens, from);
    yield;
  }
  parseStats.itemsParsed += parsed.length;
  const items = toItems(parsed, lexed);
  const end = items.length === 0 ? start : endOf(items[items.length - 1] as Item);
  return { items: withTrailer(items, end, text, start) };
}

/** So many items are parsed at a time. */
const PORTION = 200;

/** Stops behind so many items. */
function after(items: number): () => boolean {
  let left = items;
  return () => left-- === 0;
}

/** The first token at an offset or behind it. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).startOffset < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function grammar(): UmTopologyParser {
  parser ??= new UmTopologyParser();
  return parser;
}

function parseLexed(
  lexed: Lexed,
  from: number,
  to: number,
  done: (offset: number) => boolean,
): { readonly items: Item[]; readonly end: number } {
  parseStats.charactersLexed += to - from;
  parseStats.charactersScanned += to - from - lexed.reused;
  const parsed = grammar().parseItems(lexed.tokens, from, done, lexed.hidden);
  parseStats.itemsParsed += parsed.length;
  const items = toItems(parsed, lexed);
  return { items, end: items.length === 0 ? from : endOf(items[items.length - 1] as Item) };
}

function endOf(item: Item): number {
  return item.start + item.length;
}

/** Gives each item what the lexer found in it; both come in the order of the text. */
function toItems(parsed: readonly ParsedItem[], { problems: lexical, openStrings }: Lexed): Item[] {
  let next = 0;
  let string = 0;
  return parsed.map(({ start, end, node, closed, problems }) => {
    const own: Problem[] = [];
    for (; next < lexical.length && (lexical[next] as Problem).start < end; next++) {
      own.push(relative(lexical[next] as Problem, start));
    }
    const first = string;
    while (string < openStrings.length && (openStrings[string] as number) < end) string++;
    const open = string > first;
    return {
      start,
      length: end - start,
      node,
      problems: packed(own.length === 0 ? problems : [...own, ...problems]),
      closed,
      ...(open && { openString: true }),
    };
  });
}

function relative(problem: Problem, base: number): Problem {
  const { fixes, ...rest } = problem;
  const moved = fixes?.map((fix) => ({
    title: fix.title,
    changes: fix.changes.map((change) => ({ ...change, start: change.start - base, end: change.end - base })),
  }));
  return { ...rest, start: problem.start - base, end: problem.end - base, ...(moved && { fixes: moved }) };
}

const noText = 'This file is no text in UTF-8: it has many NUL characters. A file in UTF-16 has to be saved as UTF-8';

/** Whether a text looks like a binary file, or one in UTF-16, read as UTF-8: then nothing in it is worth a fault of its own. */
function isBinary(text: Characters): boolean {
  const start = text.slice(0, 4096);
  let zeros = 0;
  for (let at = start.indexOf('\0'); at >= 0; at = start.indexOf('\0', at + 1)) zeros++;
  return zeros > 8;
}

function binaryItem(text: Characters): Item {
  const problems = [{ code: 'UM0001', start: 0, end: 1, message: noText }];
  return { start: 0, length: text.length, node: undefined, problems, closed: false };
}

/** Adds the item for what stands behind the last token: white space and comments, perhaps one that isn't closed. */
function withTrailer(items: readonly Item[], end: number, text: Characters, first: number): Item[] {
  const start = items.length === 0 ? first : end;
  if (start >= text.length) return [...items];
  const rest = text.slice(start);
  const problems = lex(rest, 0, rest.length).problems.map((problem) => relative(problem, 0));
  return [...items, { start, length: text.length - start, node: undefined, problems, closed: false }];
}

/**
 * The tree after an edit: only what the edit touched is parsed again; items and pages of rows elsewhere are those of the tree before.
 * @param text the text after the edit.
 * @param change the edit, in offsets of the text before.
 */
export function reparse(tree: SyntaxTree, text: Pieces, change: TextChange): SyntaxTree {
  const { items } = tree;
  if (isBinary(text) || items[0]?.problems[0]?.message === noText) return parse(text.toString());
  const delta = change.text.length - (change.end - change.start);
  const within = editedPage(items, text, change);
  if (within) {
    const { index, item, length, reused } = within;
    parseStats.charactersLexed += length;
    parseStats.charactersScanned += length - reused;
    return { items: [...items.slice(0, index), item, ...move(items.slice(index + 1), delta)] };
  }
  const first = firstTouched(items, change.start, text);
  const from = items[first]?.start ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (first < 0 || change.start < from || from <= 1) return reparseFrom(items, 0, text, change, delta);
  return reparseFrom(items, first, text, change, delta);
}

/** The first item whose parse an edit can change: the one it is in, and those before whose end depended on what follows them. */
function firstTouched(items: readonly Item[], offset: number, text: Characters): number {
  let index = 0;
  let high = items.length - 1;
  while (index < high) {
    const middle = (index + high + 1) >> 1;
    if ((items[middle] as Item).start <= offset) index = middle;
    else high = middle - 1;
  }
  const touched = items[index];
  if (touched && touched.start === offset && index > 0) index--;
  for (let back = 0; back < 4 && index > 0; back++) {
    if (items[index - 1]?.closed) break;
    index--;
  }
  return withOpenStrings(items, index, offset, text);
}

/** The first item on the line of the edit that has a string without closing quote: the edit may close it. */
function withOpenStrings(items: readonly Item[], index: number, offset: number, text: Characters): number {
  let lineStart = offset;
  while (lineStart > 0 && !isLineEnd(text.charCodeAt(lineStart - 1))) lineStart--;
  let first = index;
  for (let before = index - 1; before >= 0 && endOf(items[before] as Item) > lineStart; before--) {
    if (items[before]?.openString) first = before;
  }
  return first;
}

function reparseFrom(
  items: readonly Item[],
  first: number,
  text: Pieces,
  change: TextChange,
  delta: number,
): SyntaxTree {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const from = first === 0 ? bom : (items[first] as Item).start;
  const shifted = change.end + delta;
  const starts = new Map<number, number>();
  let next = first;
  while (next < items.length && (items[next] as Item).start <= change.end) next++;
  for (let index = next; index < items.length; index++) starts.set((items[index] as Item).start + delta, index);
  const known = knownPages(items, first, text, change, delta);
  // One item behind the edit is read again, to see that it still starts where it did.
  for (
    let ahead = Math.min(next + 1, items.length);
    ;
    ahead = Math.min(first + (ahead - first) * 2 + 2, items.length)
  ) {
    const last = ahead >= items.length;
    const to = last ? text.length : (items[ahead] as Item).start + delta;
    let met = -1;
    const { items: parsed, end } = parseLexed(lexAgain(text, from, to, known), from, to, (offset) => {
      const index = starts.get(offset);
      if (index === undefined || offset <= shifted || index >= ahead) return false;
      met = index;
      return true;
    });
    if (met >= 0) return { items: [...items.slice(0, first), ...parsed, ...move(items.slice(met), delta)] };
    if (last) return { items: [...items.slice(0, first), ...withTrailer(parsed, end, text, from)] };
  }
}

function move(items: readonly Item[], delta: number): Item[] {
  if (delta !== 0) for (const item of items) item.start += delta;
  return [...items];
}

/** The pages of the tree before. One that the edit touches at either end isn't untouched. */
function knownPages(
  items: readonly Item[],
  first: number,
  text: Characters,
  change: TextChange,
  delta: number,
): KnownPages {
  const known = new KnownPages(change);
  const take = (page: RowPage, start: number): void => {
    const end = start + page.length;
    if (end < change.start && endsBefore(text, end, change.start)) known.untouched.set(start, page);
    else if (start > change.end) known.untouched.set(start + delta, page);
    else known.touch(page, start);
  };
  for (let index = first; index < items.length; index++) eachPage(items[index] as Item, take);
  return known;
}

/** A page is used again only when its last line ends before the edit: a comment behind the last row could turn into part of the row. */
function endsBefore(text: Characters, end: number, edit: number): boolean {
  for (let at = end; at < edit; at++) if (isLineEnd(text.charCodeAt(at))) return true;
  return false;
}
