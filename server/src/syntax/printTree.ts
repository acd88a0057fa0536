import type {
  Body,
  ColumnsNode,
  Crowd,
  DeclarationNode,
  Element,
  ExpectNode,
  ItemNode,
  MoveNode,
  PageNode,
  PropertyNode,
  RowNode,
  Selection,
  SyntaxTree,
  Word,
} from './ast';
import { quote } from './print';

/**
 * A tree as text again: one element a line, two blanks a block, comments other than doc comments left out. What is printed reads back as the same tree, as long
 * as the tree has no problems.
 * @param text the text that the tree was parsed from; pages of rows are copied from it
 */
export function printTree(text: string, tree: SyntaxTree): string {
  return tree.items.map(({ start, node }) => (node ? `${printNode(text, start, node)}\n` : '')).join('');
}

/**
 * One declaration or expectation, without a line end behind it.
 * @param start where the item starts in the text
 */
export function printNode(text: string, start: number, node: ItemNode): string {
  return new Printer(text, start).item(node);
}

const STEP = '  ';

class Printer {
  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {}

  item(node: ItemNode): string {
    return node.type === 'expect' ? expectation(node) : this.declaration(node, '');
  }

  private declaration(node: DeclarationNode, margin: string): string {
    const name = node.name ? ` ${word(node.name)}` : '';
    const body = node.body ? ` ${this.body(node.body, margin)}` : '';
    return `${doc(node, margin)}${margin}${word(node.kind)}${name}${body}`;
  }

  private body({ elements }: Pick<Body, 'elements'>, margin: string): string {
    if (elements.length === 0) return '{ }';
    return `{\n${elements.map((element) => `${this.element(element, margin + STEP)}\n`).join('')}${margin}}`;
  }

  private element(node: Element, margin: string): string {
    switch (node.type) {
      case 'declaration':
        return this.declaration(node, margin);
      case 'property':
        return margin + property(node);
      case 'row':
        return this.row(node, margin);
      case 'page':
        return this.page(node, margin);
      case 'columns':
        return margin + columns(node);
      case 'move':
        return margin + move(node);
    }
  }

  private row(node: RowNode, margin: string): string {
    const head = [node.head, ...(node.owner ? [node.owner] : [])].map(word).join(' ');
    const rest = node.braces
      ? ` ${this.body({ elements: node.properties }, margin)}`
      : node.properties.map((each) => `  ${property(each)}`).join('');
    return `${doc(node, margin)}${margin}${head}${rest}`;
  }

  private page({ start, page }: PageNode, margin: string): string {
    const from = this.start + start;
    const rows = Array.from({ length: page.count }, (_, row) =>
      this.text.slice(from + (page.starts[row] as number), from + (page.ends[row] as number)),
    );
    return margin + rows.join(`\n${margin}`);
  }
}

/** A word as it was: what stood in quotes does so again, as `"unset"` and `unset` are not the same. */
function word({ text, quoted }: Word): string {
  return quoted ? quote(text) : text;
}

function doc({ doc }: DeclarationNode | RowNode, margin: string): string {
  const lines = doc?.text.split('\n') ?? [];
  return lines.map((line) => `${margin}///${line && ` ${line}`}\n`).join('');
}

function property({ word: name, values }: PropertyNode): string {
  return `${word(name)} ${values.map(word).join(', ')}`;
}

function columns(node: ColumnsNode): string {
  const each = node.columns.map(({ property: name, header, values }) => {
    const cells = values.map(({ value, cells }) => `${word(value)} ${cells.map(word).join(', ')}`);
    const map = cells.length > 0 ? ` { ${cells.join('  ')} }` : '';
    return `${word(name)}${header ? ` ${word(header)}` : ''}${map}`;
  });
  return `${word(node.word)} { ${each.join('  ')} }`;
}

function move(node: MoveNode): string {
  const target = [...(node.mailbox ? [word(node.mailbox)] : []), ...node.properties.map(property)];
  return `${word(node.word)} ${node.selection ? selection(node.selection) : ''} to ${target.join(' ')}`;
}

function selection(node: Selection): string {
  if (node.type === 'addresses') return node.addresses.map(word).join(', ');
  if (node.type === 'call') return `call to ${word(node.number)}`;
  return `every ${crowd(node.crowd)}`;
}

function crowd({ of, filters }: Crowd): string {
  const each = filters.map(
    ({ by, name }) => ` ${by === 'policy' || by === 'mailbox' ? 'with' : 'in'} ${by} ${word(name)}`,
  );
  return of + each.join('');
}

function expectation({ word: head, claim, event, when }: ExpectNode): string {
  const parts = [word(head)];
  if (claim?.type === 'reaches') {
    parts.push(selection(claim.selection), 'reaches', ...(claim.kind ? [word(claim.kind)] : []), word(claim.target));
  } else if (claim) parts.push('no', crowd(claim.crowd), 'unreachable');
  if (event) parts.push('on', word(event));
  if (when) parts.push(when.relation, word(when.wave));
  return parts.join(' ');
}
