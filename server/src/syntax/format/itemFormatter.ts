import { finished, type Steps } from '../../base/steps';
import { sameWord } from '../../base/words';
import { kindOf, rowPropertyOf, userRow } from '../../vocabulary';
import type { Property } from '../../vocabulary/types';
import type {
  Body,
  ColumnsNode,
  DeclarationNode,
  Element,
  ExpectNode,
  MoveNode,
  PageNode,
  PropertyNode,
  RowNode,
  Word,
} from '../ast';
import { type Context, fileContext, moveContext, propertyIn } from '../context';
import { callEvents, mailboxPlaces } from '../keywords';
import { Comma, OpenBrace } from '../tokens';
import { type BodyRows, measureRows } from './bodyRows';
import { alignedColumns } from './braceColumns';
import { cellWidth, headWidth, rowContext } from './cells';
import { areNeighbours, gapText, hasLineEnd, type Place } from './gap';
import { pageRowText } from './pageRows';
import { namesIn, namesOf, spellInSentence } from './sentence';
import { spellValue } from './spelling';
import { TokenWalk } from './tokenWalk';

/** No block is kept on one line that is longer. Counts UTF-16 code units. */
const LINE_WIDTH = 120;
const STEP = 2;
/** So many rows are formatted at once. */
const ROWS = 64;

/** Where an element stands. */
interface Where {
  readonly context: Context;
  readonly place: Place;
  readonly indent: number;
  /** The block around it stays on one line. */
  readonly flat: boolean;
}

/** Formats one item: walks its tree and says of each token where it should stand, and how it is spelled. */
export class ItemFormatter extends TokenWalk {
  /** @param column of the opening brace, where one-line blocks of one kind follow each other; else 0 */
  *format(column: number): Steps<void> {
    const { node } = this.item;
    if (!node || this.broken.has(node) || this.isBesideFault()) return;
    const place = this.line(0);
    if (node.type === 'expect') this.expectation(node, place);
    else yield* this.declaration(node, { context: fileContext, place, indent: 0, flat: false }, column);
  }

  /** The width of the head of a declaration that stays on one line, up to its brace; 0 when it doesn't, or has none. */
  headWidth(): number {
    const { node } = this.item;
    if (node?.type !== 'declaration' || this.broken.has(node)) return 0;
    const { next } = this;
    this.moveTo(node.start);
    const width = this.oneLineHead(node, fileContext, 0);
    this.next = next;
    return width;
  }

  private *declaration(node: DeclarationNode, where: Where, column: number): Steps<void> {
    const kind = kindOf(node.kind.text);
    const context: Context = { kind, outer: where.context };
    const oneLine = where.flat || this.isOneLine(node, context, where.indent);
    const head = this.head(node, where.place, where.indent, kind?.name);
    if (node.body === undefined) return;
    this.open(where.indent, Math.max(1, column - head));
    yield* this.body(node.body, context, where.indent, oneLine);
  }

  /** @returns its width */
  private head(node: DeclarationNode, place: Place, indent: number, spelling: string | undefined): number {
    this.advance(place, spelling);
    const width = spelling && !node.kind.quoted ? spelling.length : node.kind.end - node.kind.start;
    if (node.name === undefined) return width;
    this.advance(this.behind(1, indent + STEP));
    return width + 1 + node.name.end - node.name.start;
  }

  private hasLineEnd(start: number, end: number): boolean {
    return hasLineEnd(this.scope.text, this.item.start + start, this.item.start + end);
  }

  private hasComment(start: number, end: number): boolean {
    return this.scope.text.slice(this.item.start + start, this.item.start + end).includes('/');
  }

  /** Whether a block that was written on one line fits on one, and may be parted if it doesn't. */
  private isOneLine(node: DeclarationNode, context: Context, indent: number): boolean {
    const { body } = node;
    if (body === undefined || this.hasLineEnd(body.start, body.end)) return false;
    if (body.elements.some((element) => this.isFixed(element, context))) return true;
    const where: Where = { context: context.outer ?? fileContext, place: this.behind(0, 0), indent: 0, flat: true };
    return indent + this.measured(() => finished(this.declaration(node, where, 0))) <= LINE_WIDTH;
  }

  private oneLineHead(node: DeclarationNode, outer: Context, indent: number): number {
    const context: Context = { kind: kindOf(node.kind.text), outer };
    const { body } = node;
    if (body === undefined || this.hasComment((node.name ?? node.kind).end, body.start)) return 0;
    if (!this.isOneLine(node, context, indent)) return 0;
    return this.measured(() => this.head(node, this.behind(0, 0), 0, context.kind?.name));
  }

  /** An element that keeps the line ends around it: a fault is in it, or nobody knows what it means. */
  private isFixed(element: Element, context: Context): boolean {
    if (this.broken.has(element)) return true;
    if (element.type === 'columns') return element.columns.some(({ property }) => columnName(property) === undefined);
    return element.type === 'property' && propertyIn(context, element.word.text) === undefined;
  }

  /** A word that is a kind elsewhere may end what is broken before it, and so has to stay. */
  private endsFault(before: Element | undefined, element: Element): boolean {
    if (!before || !this.broken.has(before) || element.type !== 'property') return false;
    return kindOf(element.word.text) !== undefined;
  }

  private *body(body: Pick<Body, 'elements'>, context: Context, indent: number, oneLine: boolean): Steps<void> {
    const { elements } = body;
    const inner = indent + STEP;
    const rows = oneLine ? undefined : yield* measureRows(this.scope, this.item.start, elements, context);
    const columns = oneLine ? undefined : this.braceColumns(elements, context, inner);
    for (const [index, element] of elements.entries()) {
      const place = oneLine ? this.behind(index === 0 ? 1 : 2, inner) : this.line(inner);
      const where: Where = { context, place, indent: inner, flat: oneLine };
      const kept =
        (element.type !== 'property' && this.isFixed(element, context)) ||
        this.broken.has(element) ||
        this.isBesideFault() ||
        this.endsFault(elements[index - 1], element);
      if (kept) this.skip(element);
      else if (element.type === 'declaration') yield* this.declaration(element, where, columns?.[index] ?? 0);
      else if (element.type === 'page') yield* this.page(element, where, rows, rows?.lines.get(index));
      else this.element(element, where, rows, index);
      yield;
    }
    this.close(indent, oneLine, elements.length === 0);
  }

  private element(
    element: Exclude<Element, DeclarationNode | PageNode>,
    where: Where,
    rows: BodyRows | undefined,
    index: number,
  ): void {
    switch (element.type) {
      case 'property': {
        const fixed = this.isFixed(element, where.context);
        this.property(element, fixed ? { ...where, place: { ...where.place, pinned: true } } : where);
        this.beside = fixed;
        break;
      }
      case 'row':
        this.row(element, where, rows, rows?.lines.get(index));
        break;
      case 'columns':
        this.columns(element, where);
        break;
      case 'move':
        this.move(element, where);
        break;
    }
  }

  private property(node: PropertyNode, { context, place, indent }: Where): void {
    const property = propertyIn(context, node.word.text);
    this.advance(place, property?.name);
    this.values(node.values, property, indent + STEP);
  }

  private values(values: readonly Word[], property: Property | undefined, indent: number): void {
    values.forEach((value, index) => {
      if (index > 0) this.advance(this.behind(0, indent));
      this.advance(this.behind(1, indent), property && spellValue(property, value.text));
    });
  }

  private row(node: RowNode, where: Where, rows: BodyRows | undefined, line: number | undefined): void {
    const { place, indent } = where;
    const context = rowContext(node, where.context);
    const isUser = context.row === userRow;
    this.advance(place, isUser ? undefined : context.row?.head);
    if (node.owner) this.advance(this.behind(1, indent + STEP));
    if (node.braces) {
      const flat = where.flat || !this.hasLineEnd((node.owner ?? node.head).end, node.end);
      this.open(indent);
      finished(this.body({ elements: node.properties }, context, indent, flat));
      return;
    }
    let column = headWidth(node);
    node.properties.forEach((property, cell) => {
      let blanks = cell === 0 && !isUser ? 1 : 2;
      if (rows && line !== undefined) {
        blanks = rows.table.start(line, cell) - column;
        column += blanks + cellWidth(property, context);
      }
      this.property(property, { ...where, context, place: this.behind(blanks, indent + STEP) });
    });
  }

  private *page(
    node: PageNode,
    { place, indent }: Where,
    rows: BodyRows | undefined,
    line: number | undefined,
  ): Steps<void> {
    const { text, range, lineEnd } = this.scope;
    const start = this.item.start + node.start;
    this.advance(place);
    if (!rows || line === undefined || start > range.end || start + node.page.length < range.start) return;
    const edges = { startOfFile: false, opens: false, closes: false, lineEnd };
    const plain = lineEnd + ' '.repeat(indent);
    let before = -1;
    for (let row = 0; row < node.page.count; row++) {
      const from = start + (node.page.starts[row] as number);
      const end = start + (node.page.ends[row] as number);
      if (before >= 0 && !(from - before === plain.length && text.startsWith(plain, before))) {
        const gap = gapText(text, before, from, this.line(indent), edges);
        if (gap !== undefined) this.change(before, from, gap);
      }
      before = end;
      if (from > range.end || end < range.start) continue;
      const right = pageRowText(rows.table, line + row, text, node.page, start, row);
      if (right !== undefined) this.change(from, end, right);
      if (row % ROWS === 0) yield;
    }
  }

  /** `columns { word "header" { value "cell", … } … }` */
  private columns(node: ColumnsNode, { place, indent, flat: outerFlat }: Where): void {
    this.advance(place, 'columns');
    const flat = outerFlat || !this.hasLineEnd(node.word.end, node.end);
    this.open(indent);
    node.columns.forEach((column, index) => {
      const property = rowPropertyOf(userRow, column.property.text);
      const inner = indent + STEP;
      const at = flat ? this.behind(index === 0 ? 1 : 2, inner) : this.line(inner);
      this.advance(at, columnName(column.property));
      if (column.header) this.advance(this.behind(1, inner + STEP));
      if (this.token?.tokenType !== OpenBrace) return;
      const flatValues = flat || !this.hasLineEnd(column.property.end, column.end);
      this.open(inner);
      column.values.forEach(({ value, cells }, order) => {
        const deep = inner + STEP;
        this.advance(
          flatValues ? this.behind(order === 0 ? 1 : 2, deep) : this.line(deep),
          property && spellValue(property, value.text),
        );
        this.values(cells, undefined, deep + STEP);
      });
      this.close(inner, flatValues, column.values.length === 0);
    });
    this.close(indent, flat, node.columns.length === 0);
  }

  private open(indent: number, blanks = 1): void {
    this.advance({ ...this.behind(blanks, indent), join: true });
  }

  private close(indent: number, flat: boolean, empty: boolean): void {
    this.advance(flat ? this.behind(empty ? 0 : 1, indent) : this.line(indent, indent + STEP));
  }

  private move(node: MoveNode, where: Where): void {
    const { indent } = where;
    this.sentence(where.place, indent, node.properties[0]?.start ?? node.end, namesIn(node.selection), mailboxPlaces);
    node.properties.forEach((property, index) => {
      this.property(property, {
        ...where,
        context: moveContext,
        place: this.behind(index === 0 ? 1 : 2, indent + STEP),
      });
    });
  }

  private expectation(node: ExpectNode, place: Place): void {
    const kind = node.claim?.type === 'reaches' && node.claim.kind ? kindOf(node.claim.kind.text)?.name : undefined;
    this.sentence(place, 0, node.end, namesOf(node), kind ? [...callEvents, kind] : callEvents);
  }

  /** Words one after the other: names as they are, the others in the language's spelling. */
  private sentence(
    place: Place,
    indent: number,
    end: number,
    names: readonly Word[],
    spellings: readonly string[],
  ): void {
    const kept = new Set(names.map((name) => name.start));
    const next = this.behind(1, indent + STEP);
    for (let at = place; this.offset() < end; at = next) {
      if (this.token?.tokenType === Comma) this.advance(this.behind(0, indent + STEP));
      else {
        const spelling = kept.has(this.offset()) ? undefined : spellInSentence(this.token?.text ?? '', spellings);
        this.advance(at, spelling);
      }
    }
  }

  /** For each element the column of its opening brace: one-line blocks of one kind that follow each other stand in line. */
  private braceColumns(elements: readonly Element[], context: Context, indent: number): number[] {
    const { next } = this;
    const widths = elements.map((element) => {
      if (element.type !== 'declaration' || this.broken.has(element)) return 0;
      this.moveTo(element.start);
      return this.oneLineHead(element, context, indent);
    });
    this.next = next;
    const base = this.item.start;
    return alignedColumns(widths, (index) => {
      const [a, b] = [elements[index - 1], elements[index]];
      if (a?.type !== 'declaration' || b?.type !== 'declaration') return false;
      if (kindOf(a.kind.text) !== kindOf(b.kind.text)) return false;
      return areNeighbours(this.scope.text, base + a.end, base + b.start);
    });
  }
}

/** What a column stands for, in the vocabulary's spelling. */
function columnName({ text }: Word): string | undefined {
  return rowPropertyOf(userRow, text)?.name ?? ['sipAddress'].find((name) => sameWord(name, text));
}
