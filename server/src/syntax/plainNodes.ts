import type { Body, DeclarationNode, Element, PropertyNode, Word } from './ast';

/**
 * Nodes as nearly all are, of which there may be millions: they keep the numbers and texts of their words, and make the words when somebody looks at them. So a node
 * takes a third of the memory. Two looks at a word see two objects.
 */

function plainWord(start: number, end: number, text: string): Word {
  return { start, end, text, quoted: false };
}

/** A property with one value and nothing behind it, neither of them in quotes. */
class PlainProperty implements PropertyNode {
  constructor(
    readonly start: number,
    private readonly wordEnd: number,
    private readonly wordText: string,
    private readonly valueStart: number,
    readonly end: number,
    private readonly valueText: string,
  ) {}

  get type(): 'property' {
    return 'property';
  }

  get word(): Word {
    return plainWord(this.start, this.wordEnd, this.wordText);
  }

  get values(): readonly Word[] {
    return [plainWord(this.valueStart, this.end, this.valueText)];
  }
}

/** A declaration with a name and a closed block, and no comment that is kept. */
class PlainDeclaration implements DeclarationNode {
  constructor(
    readonly start: number,
    private readonly kindEnd: number,
    private readonly kindText: string,
    private readonly nameStart: number,
    private readonly nameEnd: number,
    private readonly nameText: string,
    private readonly bodyStart: number,
    readonly end: number,
    private readonly elements: readonly Element[],
  ) {}

  get type(): 'declaration' {
    return 'declaration';
  }

  get kind(): Word {
    return plainWord(this.start, this.kindEnd, this.kindText);
  }

  get name(): Word {
    return plainWord(this.nameStart, this.nameEnd, this.nameText);
  }

  get body(): Body {
    return { start: this.bodyStart, end: this.end, elements: this.elements, closed: true };
  }
}

/** @param end where it ends, with what is read over behind its values */
export function propertyNode(word: Word, values: readonly Word[], end: number): PropertyNode {
  const { start } = word;
  const [value] = values;
  if (value === undefined || values.length > 1 || word.quoted || value.quoted || value.end !== end)
    return { type: 'property', start, end, word, values };
  return new PlainProperty(start, word.end, word.text, value.start, end, value.text);
}

export function declarationNode(node: DeclarationNode): DeclarationNode {
  const { start, end, kind, name, body, doc, meant } = node;
  if (!name || !body?.closed || doc || meant || kind.quoted || name.quoted || body.end !== end) return node;
  return new PlainDeclaration(
    start,
    kind.end,
    kind.text,
    name.start,
    name.end,
    name.text,
    body.start,
    end,
    body.elements,
  );
}
