import type { Body, Element, Item, PropertyNode, RowPage, SyntaxTree, Word } from '../../server/src/syntax/ast';
import { RowScan, rowProperties } from '../../server/src/syntax/rowScanner';
import { nodeParts } from './nodeParts';

/**
 * A syntax tree as lines of text, one a node, the same however rows were read: as a page or by the grammar. Trees are compared by it.
 */
export interface Flat {
  /** With absolute offsets; without, two trees are the same that say the same in another layout. */
  readonly offsets: boolean;
  /** Rewrites a word of the language (`kind`, `property`) or a value of a property. */
  readonly spell?: (word: Word, property?: string) => string;
}

const scan = new RowScan();

export function flatTree(text: string, tree: SyntaxTree, flat: Flat): string[] {
  const lines: string[] = [];
  for (const item of tree.items) {
    if (item.node === undefined && !flat.offsets && item.problems.length === 0) continue;
    new Walk(text, item, flat, lines).write();
  }
  return lines;
}

class Walk {
  constructor(
    private readonly text: string,
    private readonly item: Item,
    private readonly flat: Flat,
    private readonly lines: string[],
  ) {}

  write(): void {
    const { node, problems, start, length, closed } = this.item;
    this.lines.push(this.flat.offsets ? `item ${start}+${length} ${closed}` : 'item');
    if (node?.type === 'declaration') this.element(node, '  ');
    else if (node) this.lines.push(`  ${this.plain(node)}`);
    for (const problem of problems) {
      const at = this.flat.offsets ? ` ${start + problem.start}-${start + problem.end}` : '';
      this.lines.push(`  ! ${problem.code}${at} ${problem.message} ${problem.fixes?.length ?? 0}`);
    }
  }

  private word(word: Word, property?: string): string {
    const text = this.flat.spell && !word.quoted ? this.flat.spell(word, property) : word.text;
    const at = this.flat.offsets ? `@${this.item.start + word.start}-${this.item.start + word.end}` : '';
    return `${word.quoted ? JSON.stringify(text) : text}${at}`;
  }

  private property(node: PropertyNode): string {
    return [this.word(node.word), ...node.values.map((value) => this.word(value, node.word.text))].join(' ');
  }

  private span(node: { start: number; end: number }): string {
    return this.flat.offsets ? ` [${this.item.start + node.start}-${this.item.start + node.end}]` : '';
  }

  private body(body: Body, indent: string): void {
    this.lines.push(`${indent}{${this.span(body)} ${body.closed}`);
    for (const element of body.elements) this.element(element, `${indent}  `);
  }

  private element(node: Element, indent: string): void {
    switch (node.type) {
      case 'declaration': {
        const doc = node.doc ? ` /// ${JSON.stringify(node.doc.text)}` : '';
        const name = node.name ? ` ${this.word(node.name)}` : '';
        this.lines.push(`${indent}declaration ${this.word(node.kind)}${name}${doc}${this.span(node)}`);
        if (node.body) this.body(node.body, indent);
        return;
      }
      case 'property':
        this.lines.push(`${indent}property ${this.property(node)}${this.span(node)}`);
        return;
      case 'row': {
        const head = [this.word(node.head), ...(node.owner ? [this.word(node.owner)] : [])].join(' ');
        this.lines.push(`${indent}row ${head}${node.braces ? ' {}' : ''}${this.span(node)}`);
        for (const property of node.properties) this.lines.push(`${indent}  ${this.property(property)}`);
        return;
      }
      case 'page':
        for (let row = 0; row < node.page.count; row++) this.pageRow(node.start, node.page, row, indent);
        return;
      default:
        this.lines.push(`${indent}${this.plain(node)}`);
    }
  }

  /** A row of a page, written as the same row read by the grammar. */
  private pageRow(base: number, page: RowPage, row: number, indent: string): void {
    const { start: itemStart } = this.item;
    const start = itemStart + base + (page.starts[row] as number);
    const end = itemStart + base + (page.ends[row] as number);
    if (scan.scan(this.text, start, this.text.length) !== end) throw new Error(`The row at ${start} ends elsewhere`);
    const at = (from: number, to: number, quoted = false): Word => ({
      start: from - itemStart,
      end: to - itemStart,
      text: this.text.slice(quoted ? from + 1 : from, quoted ? to - 1 : to),
      quoted,
    });
    const head = this.word(at(start, scan.addressEnd));
    this.lines.push(`${indent}row ${head}${this.span({ start: start - itemStart, end: end - itemStart })}`);
    for (let value = 0; value < scan.count; ) {
      const property = rowProperties[scan.property[value] as number];
      const from = scan.wordStart[value] as number;
      const word = at(from, from + /^[^\s"]+/.exec(this.text.slice(from, from + 64))![0].length);
      const values: Word[] = [];
      for (; value < scan.count && scan.wordStart[value] === from; value++) {
        const [open, close] = [scan.valueStart[value] as number, scan.valueEnd[value] as number];
        const quoted = this.text[open - 1] === '"';
        values.push(quoted ? at(open - 1, close + 1, true) : at(open, close));
      }
      if (!property) throw new Error('A row has no such property');
      this.lines.push(`${indent}  ${this.property({ type: 'property', start: 0, end: 0, word, values })}`);
    }
  }

  /** Any other node: its words in the order of the text. */
  private plain(node: object): string {
    const words: string[] = [];
    const visit = (value: unknown, key: string): void => {
      if (Array.isArray(value)) for (const entry of value) visit(entry, key);
      else if (isWord(value)) words.push(`${key}=${this.word(value)}`);
      else if (typeof value === 'object' && value !== null) for (const [k, v] of nodeParts(value)) visit(v, k);
      else if (typeof value === 'string') words.push(`${key}:${value}`);
    };
    visit(node, '');
    return words.join(' ');
  }
}

function isWord(value: unknown): value is Word {
  return typeof value === 'object' && value !== null && 'text' in value && 'quoted' in value;
}
