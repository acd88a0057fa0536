import type { Span } from '../base/span';
import type { Body, Element, Item, PageNode, PropertyNode, SyntaxTree, Word } from '../syntax/ast';
import { RowScan } from '../syntax/rowScanner';

/**
 * What a selection grows through from an offset, from the inside out: word, property, row or declaration, the inside of the block, the block … the file. Each
 * span contains the one before it and is larger.
 */
export function selectionSpans(text: string, tree: SyntaxTree, offset: number): Span[] {
  const spans: Span[] = [{ start: 0, end: text.length }];
  const item = itemAt(tree, offset);
  if (item?.node) new Descent(text, item, offset, spans).node(item.node);
  return spans.filter((span, index) => !isSame(span, spans[index + 1])).reverse();
}

function isSame(a: Span, b: Span | undefined): boolean {
  return b !== undefined && a.start === b.start && a.end === b.end;
}

function itemAt({ items }: SyntaxTree, offset: number): Item | undefined {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle] as Item;
    if (item.start + item.length < offset) low = middle + 1;
    else high = middle;
  }
  return items[low];
}

const scan = new RowScan();

class Descent {
  constructor(
    private readonly text: string,
    private readonly item: Item,
    private readonly offset: number,
    private readonly spans: Span[],
  ) {}

  /** Takes a span of the item when the offset is in it. */
  private enter(span: Span): boolean {
    return this.enterAt(this.item.start + span.start, this.item.start + span.end);
  }

  private enterAt(start: number, end: number): boolean {
    if (this.offset < start || this.offset > end) return false;
    this.spans.push({ start, end });
    return true;
  }

  node(node: NonNullable<Item['node']>): void {
    if (node.type === 'declaration') this.element(node);
    else if (this.enter(node)) this.words(node);
  }

  private element(element: Element): boolean {
    if (element.type === 'page') return this.page(element);
    if (!this.enter(element)) return false;
    if (element.type === 'declaration') {
      const { body, kind, name } = element;
      if (body && this.body(body)) return true;
      if (!this.enter(kind) && name) this.enter(name);
    } else if (element.type === 'property') this.property(element);
    else this.words(element);
    return true;
  }

  private body(body: Body): boolean {
    if (!this.enter(body)) return false;
    const inner = { start: body.start + 1, end: body.closed ? body.end - 1 : body.end };
    if (this.enter(inner)) body.elements.some((element) => this.element(element));
    return true;
  }

  private property({ word, values }: PropertyNode): void {
    if (this.enter(word) || values.length === 0) return;
    if (values.length > 1) this.enter({ start: values[0]!.start, end: values[values.length - 1]!.end });
    values.some((value) => this.enter(value));
  }

  /** The words and properties inside a node, wherever it keeps them. */
  private words(node: object): void {
    for (const value of Object.values(node)) {
      for (const part of Array.isArray(value) ? value : [value]) {
        if (typeof part !== 'object' || part === null) continue;
        if ('type' in part && part.type === 'property') {
          if (!this.enter(part as PropertyNode)) continue;
          this.property(part as PropertyNode);
          return;
        }
        if (isWord(part)) {
          if (this.enter(part)) return;
        } else if (!('start' in part) || this.enter(part as Span)) this.words(part);
      }
    }
  }

  private page(node: PageNode): boolean {
    const start = this.item.start + node.start;
    if (!this.enterAt(start, this.item.start + node.end)) return false;
    const { page } = node;
    let low = 0;
    let high = page.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (start + (page.starts[middle] as number) <= this.offset) low = middle;
      else high = middle - 1;
    }
    // The page is no unit for anybody but the parser.
    this.spans.pop();
    const [from, end] = [start + (page.starts[low] as number), start + (page.ends[low] as number)];
    if (this.enterAt(from, end)) this.pageRow(from, end);
    return true;
  }

  private pageRow(start: number, end: number): void {
    scan.scan(this.text, start, end);
    if (this.enterAt(start, scan.addressEnd)) return;
    for (let value = 0; value < scan.count; ) {
      const word = scan.wordStart[value] as number;
      const first = value;
      while (value < scan.count && scan.wordStart[value] === word) value++;
      const quoted = (at: number): Span => {
        const quote = this.text[(scan.valueStart[at] as number) - 1] === '"' ? 1 : 0;
        return { start: (scan.valueStart[at] as number) - quote, end: (scan.valueEnd[at] as number) + quote };
      };
      if (!this.enterAt(word, quoted(value - 1).end)) continue;
      if (value - first > 1) this.enterAt(quoted(first).start, quoted(value - 1).end);
      for (let at = first; at < value; at++) if (this.enterAt(quoted(at).start, quoted(at).end)) return;
      this.enterAt(word, word + (/^[^\s"]*/.exec(this.text.slice(word, end))?.[0].length ?? 0));
      return;
    }
  }
}

function isWord(part: object): part is Word {
  return 'text' in part && 'quoted' in part;
}
