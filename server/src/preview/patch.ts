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
  const { width, height, table, summary } = after;
  const aligned =
    after.elements.length === before.elements.length &&
    after.elements.every(({ id }, index) => before.elements[index]?.id === id);
  const { elements, removed } = aligned ? changedInPlace(before, after) : changed(before, after);
  const same =
    aligned &&
    elements.length === 0 &&
    width === before.width &&
    height === before.height &&
    summary === before.summary &&
    sameRows(table, before.table);
  const order = after.elements.map(({ id }) => id);
  return same ? undefined : { width, height, table, summary, elements, removed, order };
}

type Changed = Pick<DrawingPatch, 'elements' | 'removed'>;

function changedInPlace(before: Drawing, after: Drawing): Changed {
  const elements = after.elements.filter((element, index) => {
    const old = before.elements[index];
    return element !== old && element.svg !== old?.svg;
  });
  return { elements, removed: [] };
}

function changed(before: Drawing, after: Drawing): Changed {
  const old = new Map(before.elements.map((element) => [element.id, element.svg]));
  const elements = after.elements.filter(({ id, svg }) => old.get(id) !== svg);
  for (const { id } of after.elements) old.delete(id);
  return { elements, removed: [...old.keys()] };
}

function sameRows(a: Drawing['table'], b: Drawing['table']): boolean {
  return (
    a.length === b.length &&
    a.every((row, index) => row === b[index] || JSON.stringify(row) === JSON.stringify(b[index]))
  );
}
