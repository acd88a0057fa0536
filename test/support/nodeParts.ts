import type { DeclarationNode, PropertyNode } from '../../server/src/syntax/ast';

/** What a node is made of, by name. Some nodes make their words when these are looked at, so that their fields don't tell. */
export function nodeParts(node: object): [name: string, part: unknown][] {
  const { type } = node as { type?: unknown };
  if (type === 'property') {
    const { start, end, word, values } = node as PropertyNode;
    return Object.entries({ type, start, end, word, values });
  }
  if (type === 'declaration') {
    const { start, end, kind, name, body, doc } = node as DeclarationNode;
    return Object.entries({ type, start, end, kind, name, body, doc });
  }
  return Object.entries(node);
}
