import type { Drawing, DrawnElement } from './draw';

/** What turns one drawing into another. */
export interface DrawingPatch extends Omit<Drawing, 'elements'> {
  /** New or changed. */
  readonly elements: readonly DrawnElement[];
  readonly removed: readonly string[];
  /** All ids in drawing order. */
  readonly order: readonly string[];
}

/** The difference of two drawings, or nothing when they are the same. */
export function diffDrawings(before: Drawing, after: Drawing): DrawingPatch | undefined {
  const old = new Map(before.elements.map((element) => [element.id, element.svg]));
  const elements = after.elements.filter(({ id, svg }) => old.get(id) !== svg);
  for (const { id } of after.elements) old.delete(id);
  const removed = [...old.keys()];
  const { width, height, table, summary } = after;
  const order = after.elements.map(({ id }) => id);
  const same =
    elements.length === 0 &&
    removed.length === 0 &&
    width === before.width &&
    height === before.height &&
    summary === before.summary &&
    order.every((id, index) => before.elements[index]?.id === id) &&
    JSON.stringify(table) === JSON.stringify(before.table);
  return same ? undefined : { width, height, table, summary, elements, removed, order };
}
