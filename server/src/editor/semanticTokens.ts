import type { Span } from '../base/span';
import { finished, type Steps } from '../base/steps';
import type { Item, RowPage, SyntaxTree } from '../syntax/ast';
import { lex } from '../syntax/lexer';
import type { Place } from '../syntax/lineIndex';
import { KnownPages } from '../syntax/rowPages';
import { RowScan, rowProperties } from '../syntax/rowScanner';
import { DECLARATION, DOCUMENTATION, type Role, role, typeRole, valueRole } from './semanticLegend';
import { rolesOf, sentenceRole } from './semanticRoles';

/** Tokens in the order of the text, three numbers each: start, end and role. None spans a line's end. */
export type SemanticTokens = readonly number[];

const COMMENT = role('comment');
const DOC = role('comment', DOCUMENTATION);
const ADDRESS = role('variable', DECLARATION);
const PROPERTY = role('property');
const STRING = role('string');

/**
 * The colours of a text as its tree says them; needs no model.
 * @param range only tokens that touch it; the work is that of the range, and of the items that it touches
 */
export function semanticTokens(
  text: string,
  tree: SyntaxTree,
  range: Span = { start: 0, end: text.length },
): SemanticTokens {
  return finished(semanticTokenSteps(text, tree, range));
}

export function* semanticTokenSteps(text: string, tree: SyntaxTree, range: Span): Steps<SemanticTokens> {
  const walk = new TokenWalk(text, range);
  for (const item of tree.items) {
    if (item.start > range.end || item.start + item.length < range.start) continue;
    yield* walk.item(item);
    yield;
  }
  return walk.tokens;
}

const scan = new RowScan();
const roleOfProperty = rowProperties.map(typeRole);

class TokenWalk {
  readonly tokens: number[] = [];

  constructor(
    private readonly text: string,
    private readonly range: Span,
  ) {}

  private push(start: number, end: number, role: Role): void {
    if (start <= this.range.end && end >= this.range.start && end > start) this.tokens.push(start, end, role);
  }

  *item(item: Item): Steps<void> {
    const { text, range } = this;
    const end = item.start + item.length;
    const node = item.node;
    const inner = { start: range.start - item.start, end: range.end - item.start };
    const roles = node ? rolesOf(node, inner) : new Map<number, Role>();
    const sentences = node ? sentencesOf(node) : [];
    let position = item.start;
    for (const token of lex(text, item.start, end, KnownPages.of(item)).tokens) {
      this.comments(position, token.startOffset);
      position = token.endOffset + 1;
      if (token.page) {
        this.page(token.page, token.startOffset);
        yield;
        continue;
      }
      const start = token.startOffset - item.start;
      const found = roles.get(start) ?? (isIn(sentences, start) && /^\w/.test(token.image) ? sentenceRole : undefined);
      if (found !== undefined) this.push(token.startOffset, position, found);
    }
    this.comments(position, end);
  }

  /** The comments in what stands between two tokens. */
  private comments(start: number, end: number): void {
    if (end < this.range.start || start > this.range.end) return;
    const { text } = this;
    for (let slash = start; slash < end; slash++) {
      if (text[slash] !== '/') continue;
      const block = text[slash + 1] === '*';
      const close = block ? text.indexOf('*/', slash + 2) + 2 : lineEnd(text, slash, end);
      const stop = close < slash + 2 || close > end ? end : close;
      const isDoc = !block && text[slash + 2] === '/' && text[slash + 3] !== '/';
      if (block) this.lines(slash, stop);
      else this.push(slash, stop, isDoc ? DOC : COMMENT);
      slash = stop - 1;
    }
  }

  /** A comment over several lines is a token on each of them. */
  private lines(start: number, end: number): void {
    for (let from = start; from < end; ) {
      const to = lineEnd(this.text, from, end);
      this.push(from, to, COMMENT);
      from = to + 1;
    }
  }

  /** Rows of users, from the scanner. */
  private page(page: RowPage, start: number): void {
    const { text, range } = this;
    if (start > range.end || start + page.length < range.start) return;
    let before = start;
    for (let row = 0; row < page.count; row++) {
      const from = start + (page.starts[row] as number);
      const end = start + (page.ends[row] as number);
      if (end >= range.start && from <= range.end) {
        if (from - before > 1) this.comments(before, from);
        scan.scan(text, from, end);
        this.push(from, scan.addressEnd, ADDRESS);
        this.values();
      } else if (from > range.end) break;
      before = end;
    }
  }

  private values(): void {
    const { text } = this;
    let word = -1;
    for (let value = 0; value < scan.count; value++) {
      const property = scan.property[value] as number;
      const start = scan.valueStart[value] as number;
      const end = scan.valueEnd[value] as number;
      const wordStart = scan.wordStart[value] as number;
      if (wordStart !== word) this.push(wordStart, wordEnd(text, wordStart), PROPERTY);
      word = wordStart;
      if (text[start - 1] === '"') this.push(start - 1, end + 1, STRING);
      else if (end - start < 5 || end - start > 7) this.push(start, end, roleOfProperty[property] as Role);
      else this.push(start, end, valueRole(rowProperties[property], text.slice(start, end), false));
    }
  }
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) > 32 && text.charCodeAt(end) < 128) end++;
  return end;
}

function lineEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** Where words that no node keeps are words of the language. */
function sentencesOf(node: NonNullable<Item['node']>): Span[] {
  if (node.type === 'expect') return [node];
  return (node.body?.elements ?? []).filter((element) => element.type === 'move');
}

function isIn(spans: readonly Span[], offset: number): boolean {
  return spans.some((span) => span.start <= offset && offset < span.end);
}

/**
 * Tokens as the protocol sends them: five numbers each, relative to the token before.
 * @param place where an offset is, in the client's way to count
 */
export function encodeSemanticTokens(tokens: SemanticTokens, place: (offset: number) => Place): number[] {
  return finished(encodingSteps(tokens, place));
}

/** So many tokens are encoded at once. */
const TOKENS = 1024;

export function* encodingSteps(tokens: SemanticTokens, place: (offset: number) => Place): Steps<number[]> {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < tokens.length; i += 3) {
    const start = place(tokens[i] as number);
    const length = place(tokens[i + 1] as number).character - start.character;
    const found = tokens[i + 2] as Role;
    const column = start.line === line ? start.character - character : start.character;
    data.push(start.line - line, column, length, found & 0xff, found >> 8);
    ({ line, character } = start);
    if (i % (3 * TOKENS) === 0) yield;
  }
  return data;
}
