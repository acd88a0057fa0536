import { type NodeBox, sizes } from './geometry';

interface Span {
  readonly top: number;
  readonly bottom: number;
}

const clearance = 3;

/** The free heights in each column, for edges that pass a lane without stopping there. */
export class Tracks {
  readonly #columns = new Map<number, NodeBox[]>();
  readonly #taken = new Map<number, Span[]>();

  constructor(boxes: readonly NodeBox[]) {
    for (const box of boxes) {
      const column = this.#columns.get(box.column);
      if (column) column.push(box);
      else this.#columns.set(box.column, [box]);
      this.#take(box.column, { top: box.y, bottom: box.y + box.height });
    }
  }

  /** The boxes of the columns strictly between two. */
  boxesBetween(left: number, right: number): NodeBox[] {
    const boxes: NodeBox[] = [];
    for (let column = left + 1; column < right; column++) boxes.push(...(this.#columns.get(column) ?? []));
    return boxes;
  }

  /** The height nearest to both ends at which a ribbon passes everything between two columns; it is taken from then on. */
  claim(left: number, right: number, ends: readonly [number, number], width: number): number {
    const spans: Span[] = [];
    for (let column = left + 1; column < right; column++) spans.push(...(this.#taken.get(column) ?? []));
    spans.sort((a, b) => a.top - b.top);
    const half = width / 2 + clearance;
    const target = ends[1];
    const cost = (y: number) => Math.abs(y - ends[0]) + 1.5 * Math.abs(y - target);

    let best: number | undefined;
    const consider = (from: number, to: number) => {
      if (to - from < 2 * half) return;
      const y = Math.min(Math.max(target, from + half), to - half);
      if (best === undefined || cost(y) < cost(best)) best = y;
    };
    let free: number | undefined;
    for (const { top, bottom } of spans) {
      if (free !== undefined) consider(free, top);
      free = Math.max(free ?? bottom, bottom);
    }
    // Below everything there is room enough to keep a distance.
    consider((free ?? target - half) + sizes.rowGap / 2 - clearance, Number.POSITIVE_INFINITY);
    const y = best ?? target;
    for (let column = left + 1; column < right; column++) {
      this.#take(column, { top: y - width / 2, bottom: y + width / 2 });
    }
    return y;
  }

  #take(column: number, span: Span): void {
    const spans = this.#taken.get(column);
    if (spans) spans.push(span);
    else this.#taken.set(column, [span]);
  }
}
