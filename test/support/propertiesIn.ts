import { TopologyFile } from '../../server/src/model/sourceFile';
import type { Element, PropertyNode } from '../../server/src/syntax/ast';

/** A property that has a value; its offsets are relative to `at`. */
export interface PropertyAt {
  readonly property: PropertyNode;
  readonly at: number;
}

/** The properties of a file that have a value, rows in long form and moves included. */
export function propertiesIn(text: string): PropertyAt[] {
  const found: PropertyAt[] = [];
  const visit = (elements: readonly Element[], at: number): void => {
    for (const element of elements) {
      if (element.type === 'property') found.push({ property: element, at });
      else if (element.type === 'declaration') visit(element.body?.elements ?? [], at);
      else if (element.type === 'row' || element.type === 'move') visit(element.properties, at);
    }
  };
  for (const item of TopologyFile.read('/', text).tree.items)
    if (item.node?.type === 'declaration') visit([item.node], item.start);
  return found.filter(({ property }) => property.values.length > 0);
}
