import type { Drawing, DrawnElement } from './draw';
import { type Splice, spliceOf } from './splice';
import type { TableRow } from './table';

/** What turns one drawing into another. */
export interface DrawingPatch extends Omit<Drawing, 'elements' | 'table'> {
  /** New or changed. */
  readonly elements: readonly DrawnElement[];
  readonly removed: readonly string[];
  /** Of the ids in drawing order. */
  readonly order: Splice<string>;
  readonly table: Splice<TableRow>;
}

/** The difference of two drawings, or nothing when they are the same. */
export function diffDrawings(before: Drawing, after: Drawing): DrawingPatch | undefined {
  const { width, height, summary } = after;
  const order = spliceOf(before.elements.map(idOf), after.elements.map(idOf), (a, b) => a === b);
  const table = spliceOf(before.table, after.table, sameRow);
  const aligned = isNone(order);
  const { elements, removed } = aligned ? changedInPlace(before, after) : changed(before, after);
  const same =
    aligned &&
    elements.length === 0 &&
    width === before.width &&
    height === before.height &&
    summary === before.summary &&
    isNone(table);
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

function idOf({ id }: DrawnElement): string {
  return id;
}

function isNone({ removed, items }: Splice<unknown>): boolean {
  return removed === 0 && items.length === 0;
}

function sameRow(a: TableRow, b: TableRow): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
