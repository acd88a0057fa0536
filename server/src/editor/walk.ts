import { contains } from '../base/span';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type {
  ColumnsNode,
  DeclarationNode,
  Element,
  ExpectNode,
  Filter,
  Item,
  MoveNode,
  PropertyNode,
  RowNode,
  Selection,
  Word,
} from '../syntax/ast';
import { kindOf, movePropertyOf, propertyOf, rowKindOf, rowPropertyOf, userRow } from '../vocabulary';
import type { Property } from '../vocabulary/types';
import { type Holder, type Role, type Site, type Spot, spot } from './spots';
import { rowSpots, userAt } from './users';

/** Finds the declarations behind nodes of the tree. */
export function declarationsOf(deployment: Deployment): ReadonlyMap<DeclarationNode, Declaration> {
  return new Map(deployment.declarations.map((declaration) => [declaration.node, declaration]));
}

/** Walks the words of an item in the order of the text. Users' rows that stand in pages are left out: they are read one by one. */
export function* spotsOf(
  site: Site,
  declarations: ReadonlyMap<DeclarationNode, Declaration>,
  within: (node: { readonly start: number; readonly end: number }) => boolean = () => true,
  /** Whether the rows of users that the grammar read are walked. */
  rows = true,
): Generator<Spot> {
  const { node } = site.item;
  if (node === undefined || !within(node)) return;
  const walker = new Walker(site, declarations, within, rows);
  if (node.type === 'expect') yield* walker.expectation(node);
  else yield* walker.declaration(node);
}

class Walker {
  constructor(
    private readonly site: Site,
    private readonly declarations: ReadonlyMap<DeclarationNode, Declaration>,
    private readonly within: (node: { readonly start: number; readonly end: number }) => boolean,
    private readonly rows: boolean,
  ) {}

  private spot(word: Word, role: Role): Spot {
    return spot(this.site, word, role);
  }

  *declaration(node: DeclarationNode): Generator<Spot> {
    const declaration = this.declarations.get(node);
    yield this.spot(node.kind, { is: 'kind', kind: kindOf(node.kind.text), declaration });
    if (node.name && declaration) yield this.spot(node.name, { is: 'name', declaration });
    if (!node.body || !this.within(node.body)) return;
    for (const element of node.body.elements) if (this.within(element)) yield* this.element(element, declaration);
  }

  private *element(element: Element, around: Declaration | undefined): Generator<Spot> {
    if (element.type === 'declaration') yield* this.declaration(element);
    else if (around === undefined) return;
    else if (element.type === 'property') {
      yield* this.property(element, propertyOf(around.kind, element.word.text), { is: 'block', declaration: around });
    } else if (element.type === 'row') yield* this.row(element, around);
    else if (element.type === 'columns') yield* this.columns(element, around);
    else if (element.type === 'move') yield* this.move(element, around);
  }

  private *property(node: PropertyNode, property: Property | undefined, holder: Holder): Generator<Spot> {
    if (property === undefined) return;
    yield this.spot(node.word, { is: 'word', property, holder });
    for (let index = 0; index < node.values.length; index++)
      yield this.spot(node.values[index] as Word, { is: 'value', property, holder, index });
  }

  private *row(node: RowNode, declaration: Declaration): Generator<Spot> {
    if (declaration.kind.name === 'users') {
      if (!this.rows) return;
      const { path, item, deployment } = this.site;
      const user = userAt(deployment, path, item.start + node.head.start);
      if (user) yield* rowSpots(user);
      return;
    }
    const kind = rowKindOf(declaration.kind, node.head.text);
    if (kind === undefined) return;
    yield this.spot(node.head, { is: 'record', kind, declaration });
    if (node.owner) yield this.spot(node.owner, { is: 'owner', kind, declaration });
    const holder: Holder = { is: 'record', declaration, kind, node };
    for (const each of node.properties) yield* this.property(each, rowPropertyOf(kind, each.word.text), holder);
  }

  private *columns({ word, columns }: ColumnsNode, declaration: Declaration): Generator<Spot> {
    yield this.spot(word, { is: 'keyword', word: 'columns' });
    for (const column of columns) {
      const property = rowPropertyOf(userRow, column.property.text);
      yield this.spot(column.property, { is: 'column', property });
      if (column.header) yield this.spot(column.header, { is: 'header', property });
      for (const { value } of column.values) yield this.spot(value, { is: 'meaning', property, declaration });
    }
  }

  private *move(node: MoveNode, declaration: Declaration): Generator<Spot> {
    yield this.spot(node.word, { is: 'keyword', word: 'move' });
    if (node.selection) yield* this.selection(node.selection);
    if (node.mailbox) yield this.spot(node.mailbox, { is: 'place' });
    const holder: Holder = { is: 'move', declaration, node };
    for (const each of node.properties) yield* this.property(each, movePropertyOf(each.word.text), holder);
  }

  private *selection(selection: Selection): Generator<Spot> {
    if (selection.type === 'call') yield this.spot(selection.number, { is: 'called' });
    else if (selection.type === 'every') yield* this.filters(selection.crowd.filters);
    else for (const address of selection.addresses) yield this.spot(address, { is: 'selected' });
  }

  private *filters(filters: readonly Filter[]): Generator<Spot> {
    for (const { by, name } of filters) yield this.spot(name, { is: 'filter', by });
  }

  *expectation(node: ExpectNode): Generator<Spot> {
    yield this.spot(node.word, { is: 'keyword', word: 'expect' });
    const { claim } = node;
    if (claim?.type === 'reaches') {
      yield* this.selection(claim.selection);
      const kind = claim.kind && kindOf(claim.kind.text);
      if (claim.kind) yield this.spot(claim.kind, { is: 'targetKind', kind });
      yield this.spot(claim.target, { is: 'target', kind });
    } else if (claim) yield* this.filters(claim.crowd.filters);
    if (node.event) yield this.spot(node.event, { is: 'event' });
    if (node.when) yield this.spot(node.when.wave, { is: 'wave' });
  }
}

/** The item of a file that an offset is in: the last one that starts before it, or at it. */
export function itemAt(items: readonly Item[], offset: number): Item | undefined {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle] as Item).start <= offset) low = middle;
    else high = middle - 1;
  }
  return items[low];
}

/** The word at an offset: the one that it is in, or that ends there. */
export function spotAt(deployment: Deployment, path: string, offset: number): Spot | undefined {
  const file = deployment.files.find((candidate) => candidate.path === path);
  if (file === undefined) return inRow(deployment, path, offset);
  const item = itemAt(file.tree.items, offset);
  if (item === undefined) return undefined;
  const at = offset - item.start;
  const found = [...spotsOf({ deployment, path, item }, declarationsOf(deployment), (node) => contains(node, at))];
  return nearestOf(found, offset) ?? inRow(deployment, path, offset);
}

function inRow(deployment: Deployment, path: string, offset: number): Spot | undefined {
  const user = userAt(deployment, path, offset);
  return user && nearestOf(rowSpots(user), offset);
}

function nearestOf(spots: readonly Spot[], offset: number): Spot | undefined {
  return (
    spots.find((found) => found.start <= offset && offset < found.end) ?? spots.find((found) => found.end === offset)
  );
}
