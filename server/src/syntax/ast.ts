import type { Span, TextChange } from '../base/span';
import type { KindName } from '../vocabulary/types';

/**
 * The syntax tree. All offsets in the nodes of an item are relative to the start of that item, so that an edit elsewhere in the file moves an item without
 * touching its nodes.
 */

/** A word, name or value: an atom or a string. `text` is the value, without quotes and escapes. */
export interface Word extends Span {
  readonly text: string;
  readonly quoted: boolean;
}

/** The `///` lines before a declaration or row. */
export interface Doc extends Span {
  readonly text: string;
}

/** A fault of the text itself, found while parsing, with what can be done about it. */
export interface Problem extends Span {
  readonly code: string;
  readonly message: string;
  readonly fixes?: readonly ProblemFix[];
}

export interface ProblemFix {
  readonly title: string;
  /** Relative to the item, as the problem is. */
  readonly changes: readonly TextChange[];
}

export interface PropertyNode extends Span {
  readonly type: 'property';
  readonly word: Word;
  /** Empty when the value is missing. */
  readonly values: readonly Word[];
}

export interface Body extends Span {
  readonly elements: readonly Element[];
  /** The closing brace stands in the text. */
  readonly closed: boolean;
}

export interface DeclarationNode extends Span {
  readonly type: 'declaration';
  readonly kind: Word;
  /** The kind that a mistyped word most likely means: reported once at the word, and read as that kind otherwise. */
  readonly meant?: KindName;
  readonly name?: Word;
  readonly body?: Body;
  readonly doc?: Doc;
}

/** A row written out: a user's row that the fast path leaves alone, a DNS record, a firewall rule. */
export interface RowNode extends Span {
  readonly type: 'row';
  /** The address, or the word `srv`, `a` … `allow`. */
  readonly head: Word;
  readonly owner?: Word;
  readonly properties: readonly PropertyNode[];
  readonly braces: boolean;
  readonly doc?: Doc;
}

/** Most pages are short enough for two bytes a row. */
export type Offsets = Uint16Array | Uint32Array;

/** Up to 512 consecutive users' rows, scanned without building nodes. Immutable and free of absolute positions: an edit elsewhere reuses it as it is. */
export interface RowPage {
  /** In code units, from the first row's start to the last row's end. */
  readonly length: number;
  readonly count: number;
  /** For each row: the start of its address, relative to the page. */
  readonly starts: Offsets;
  /** For each row: the end of its last property, relative to the page. */
  readonly ends: Offsets;
}

export interface PageNode extends Span {
  readonly type: 'page';
  readonly page: RowPage;
}

export interface ColumnNode extends Span {
  readonly property: Word;
  readonly header?: Word;
  readonly values: readonly { readonly value: Word; readonly cells: readonly Word[] }[];
}

export interface ColumnsNode extends Span {
  readonly type: 'columns';
  readonly word: Word;
  readonly columns: readonly ColumnNode[];
}

export interface Filter extends Span {
  readonly by: 'group' | 'pool' | 'site' | 'domain' | 'wave' | 'policy' | 'mailbox';
  readonly name: Word;
}

export interface Crowd extends Span {
  readonly of: 'user' | 'contact';
  readonly filters: readonly Filter[];
}

export type Selection =
  | (Span & { readonly type: 'addresses'; readonly addresses: readonly Word[] })
  | (Span & { readonly type: 'call'; readonly number: Word })
  | (Span & { readonly type: 'every'; readonly crowd: Crowd });

export interface MoveNode extends Span {
  readonly type: 'move';
  readonly word: Word;
  readonly selection?: Selection;
  /** `hosted`, `local` or `none`. */
  readonly mailbox?: Word;
  readonly properties: readonly PropertyNode[];
}

export interface ExpectNode extends Span {
  readonly type: 'expect';
  readonly word: Word;
  readonly claim?:
    | { readonly type: 'reaches'; readonly selection: Selection; readonly kind?: Word; readonly target: Word }
    | { readonly type: 'noneUnreachable'; readonly crowd: Crowd };
  readonly event?: Word;
  readonly when?: { readonly relation: 'before' | 'after'; readonly wave: Word };
}

export type Element = DeclarationNode | PropertyNode | RowNode | PageNode | ColumnsNode | MoveNode;

/** What a top-level item holds; `undefined` for the white space and comments at the end of a file. */
export type ItemNode = DeclarationNode | ExpectNode;

/** A top-level declaration or expectation, with the white space and comments before it. Items tile their file. */
export interface Item {
  /** Moves with edits before the item: the only absolute offset. */
  start: number;
  readonly length: number;
  readonly node: ItemNode | undefined;
  readonly problems: readonly Problem[];
  /** Its end doesn't depend on the text behind it. */
  readonly closed: boolean;
  /** It has a string without closing quote, which depends on the rest of its line. */
  readonly openString?: true;
}

export interface SyntaxTree {
  readonly items: readonly Item[];
}
