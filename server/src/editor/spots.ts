import type { Span } from '../base/span';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { UserRow } from '../model/placement';
import type { Filter, Item, MoveNode, RowNode, Word } from '../syntax/ast';
import type { Kind, Property, RowKind } from '../vocabulary/types';

/** What holds properties. */
export type Holder =
  | { readonly is: 'block'; readonly declaration: Declaration }
  | { readonly is: 'user'; readonly declaration: Declaration; readonly user: UserRow }
  | { readonly is: 'record'; readonly declaration: Declaration; readonly kind: RowKind; readonly node: RowNode }
  | { readonly is: 'move'; readonly declaration: Declaration; readonly node: MoveNode };

/** What a word is by its place. */
export type Role =
  | { readonly is: 'kind'; readonly kind: Kind | undefined; readonly declaration: Declaration | undefined }
  | { readonly is: 'name'; readonly declaration: Declaration }
  | { readonly is: 'word'; readonly property: Property; readonly holder: Holder }
  | { readonly is: 'value'; readonly property: Property; readonly holder: Holder; readonly index: number }
  | { readonly is: 'address'; readonly user: UserRow }
  | { readonly is: 'record'; readonly kind: RowKind; readonly declaration: Declaration }
  | { readonly is: 'owner'; readonly kind: RowKind; readonly declaration: Declaration }
  | { readonly is: 'column'; readonly property: Property | undefined }
  | { readonly is: 'header'; readonly property: Property | undefined }
  | { readonly is: 'meaning'; readonly property: Property | undefined; readonly declaration: Declaration }
  | { readonly is: 'keyword'; readonly word: 'move' | 'expect' | 'columns' }
  | { readonly is: 'place' }
  | { readonly is: 'selected' }
  | { readonly is: 'called' }
  | { readonly is: 'filter'; readonly by: Filter['by'] }
  | { readonly is: 'targetKind'; readonly kind: Kind | undefined }
  | { readonly is: 'target'; readonly kind: Kind | undefined }
  | { readonly is: 'event' }
  | { readonly is: 'wave' };

/** A word of a file with what it is. Offsets are absolute; of a word in quotes the span has the quotes. */
export interface Spot extends Span {
  readonly path: string;
  /** The word's value, without quotes and escapes. */
  readonly text: string;
  readonly quoted: boolean;
  readonly role: Role;
}

/** An item with all that walking it needs. */
export interface Site {
  readonly deployment: Deployment;
  readonly path: string;
  readonly item: Item;
}

export function spot({ path, item }: Pick<Site, 'path' | 'item'>, word: Word, role: Role): Spot {
  return {
    path,
    start: item.start + word.start,
    end: item.start + word.end,
    text: word.text,
    quoted: word.quoted,
    role,
  };
}
