import type { Span } from '../base/span';
import type {
  ColumnsNode,
  DeclarationNode,
  Element,
  ExpectNode,
  ItemNode,
  MoveNode,
  PropertyNode,
  RowNode,
  Selection,
  Word,
} from '../syntax/ast';
import { kindOf, movePropertyOf, propertyOf, rowKindOf, rowPropertyOf, userRow } from '../vocabulary';
import type { Kind, Property } from '../vocabulary/types';
import { DECLARATION, type Role, role, valueRole } from './semanticLegend';

const KEYWORD = role('keyword');
const CLASS = role('class');
const NAME = role('class', DECLARATION);
const USER = role('variable');
const ROW = role('variable', DECLARATION);
const PROPERTY = role('property');
const ENUM = role('enumMember');
const NUMBER = role('number');
const STRING = role('string');

/**
 * What the words of an item are, by the offset at which they start, relative to the item. Rows that stand in pages are left out.
 * @param range what of the item is asked for; words beside it may be left out
 */
export function rolesOf(node: ItemNode, range: Span): Map<number, Role> {
  const roles = new Roles(range);
  if (node.type === 'expect') roles.expectation(node);
  else roles.declaration(node);
  return roles.found;
}

class Roles {
  readonly found = new Map<number, Role>();

  constructor(private readonly range: Span) {}

  private set(word: Word | undefined, role: Role): void {
    // What stands in quotes looks like a string, names too: so it does before the server answers.
    if (word) this.found.set(word.start, word.quoted ? STRING : role);
  }

  declaration(node: DeclarationNode): void {
    const kind = kindOf(node.kind.text);
    if (kind) this.set(node.kind, KEYWORD);
    if (kind) this.set(node.name, kind.nameType === 'sipAddress' ? ROW : NAME);
    for (const element of node.body?.elements ?? []) {
      if (element.start <= this.range.end && element.end >= this.range.start) this.element(element, kind);
    }
  }

  private element(element: Element, around: Kind | undefined): void {
    if (element.type === 'declaration') this.declaration(element);
    else if (element.type === 'property') this.property(element, around && propertyOf(around, element.word.text));
    else if (element.type === 'row') this.row(element, around);
    else if (element.type === 'columns') this.columns(element);
    else if (element.type === 'move') this.move(element);
  }

  private property({ word, values }: PropertyNode, property: Property | undefined): void {
    if (property === undefined) return;
    this.set(word, PROPERTY);
    for (const value of values) this.set(value, valueRole(property, value.text, value.quoted));
  }

  private row(row: RowNode, around: Kind | undefined): void {
    const kind = around && (rowKindOf(around, row.head.text) ?? (around.name === 'users' ? userRow : undefined));
    if (kind === undefined) return;
    this.set(row.head, kind === userRow ? ROW : KEYWORD);
    this.set(row.owner, NAME);
    for (const each of row.properties) this.property(each, rowPropertyOf(kind, each.word.text));
  }

  private columns({ word, columns }: ColumnsNode): void {
    this.set(word, KEYWORD);
    for (const { property: name, header, values } of columns) {
      const property = rowPropertyOf(userRow, name.text);
      this.set(name, PROPERTY);
      this.set(header, STRING);
      for (const { value, cells } of values) {
        this.set(value, valueRole(property, value.text, value.quoted));
        for (const cell of cells) this.set(cell, STRING);
      }
    }
  }

  private move(node: MoveNode): void {
    this.set(node.word, KEYWORD);
    this.selection(node.selection);
    this.set(node.mailbox, ENUM);
    for (const each of node.properties) this.property(each, movePropertyOf(each.word.text));
  }

  private selection(selection: Selection | undefined): void {
    if (selection?.type === 'addresses') for (const address of selection.addresses) this.set(address, USER);
    else if (selection?.type === 'call') this.set(selection.number, NUMBER);
    else if (selection?.type === 'every') this.filters(selection.crowd.filters);
  }

  private filters(filters: readonly { readonly by: string; readonly name: Word }[]): void {
    for (const { by, name } of filters) this.set(name, by === 'mailbox' ? ENUM : CLASS);
  }

  expectation({ word, claim, event, when }: ExpectNode): void {
    this.set(word, KEYWORD);
    if (claim?.type === 'reaches') {
      this.selection(claim.selection);
      this.set(claim.kind, KEYWORD);
      this.set(
        claim.target,
        claim.kind === undefined && /^(?:hosted|local|nothing)$/i.test(claim.target.text) ? ENUM : CLASS,
      );
    } else if (claim) this.filters(claim.crowd.filters);
    this.set(event, ENUM);
    this.set(when?.wave, CLASS);
  }
}

/** Words of `move` and `expect` that no node keeps: `to`, `reaches`, `every` … */
export const sentenceRole = KEYWORD;
