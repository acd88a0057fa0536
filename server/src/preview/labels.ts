import { pointAt, signPoint } from './curves';
import type { EdgePath, NodeBox } from './geometry';
import { fitText, textWidth } from './textWidth';
import { shortCount } from './words';
import { cleanText } from './xml';

/** The text of an edge and where it stands. */
export interface EdgeLabel {
  readonly path: EdgePath;
  readonly x: number;
  /** The middle of the count, which lies on the ribbon; with `inline` the baseline of both, above it. */
  readonly y: number;
  /** The baseline of what stands below the ribbon. */
  readonly below: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly inline: boolean;
  readonly count: string;
  readonly via: string;
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Places labels so that none covers another or a card: at the less crowded end, else at the other, else in the middle; one that fits nowhere is left to
 * the tooltip. The order of the graph decides who comes first, so that a changed count moves no other label.
 */
export function placeLabels(paths: readonly EdgePath[], boxes: readonly NodeBox[]): EdgeLabel[] {
  const taken = new AreaIndex();
  for (const box of boxes) {
    taken.add({ left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height });
  }
  for (const path of paths) {
    const sign = signPoint(path);
    if (sign) taken.add({ left: sign.x - 8, right: sign.x + 8, top: sign.y - 8, bottom: sign.y + 8 });
  }
  const labels: EdgeLabel[] = [];
  // What says the same several times takes the room that is left.
  const byWeight = [...paths].sort((a, b) => Number(a.background) - Number(b.background));
  for (const path of byWeight) {
    const label = candidates(path).find((each) => !taken.overlaps(area(each)));
    if (!label) continue;
    taken.add(area(label));
    labels.push(label);
  }
  return labels;
}

function candidates(path: EdgePath): EdgeLabel[] {
  const { edge, start, end } = path;
  // What comes from callers says what the pool says.
  const count = edge.users > 0 && !path.background ? shortCount(edge.users) : '';
  const via = cleanText((edge.state === 'ok' ? edge.label : (edge.reason ?? edge.label)) ?? '');
  if (!count && !via) return [];
  const half = edge.state === 'ok' ? path.width / 2 : 2;
  const make = (x: number, y: number, anchor: EdgeLabel['anchor'], room: number, inline = false): EdgeLabel => ({
    path,
    x,
    y: inline ? y - half - 5 : y,
    below: y + Math.max(half, count ? 5 : -4) + 9,
    anchor,
    inline,
    count,
    via: shorten(via, room - (inline ? textWidth(count, 11, true) + 6 : 0)),
  });

  const first = path.curves[0]?.[2] ?? end;
  const last = path.curves.at(-2)?.[2] ?? start;
  const forward = end.x >= start.x;
  const towards = forward ? 8 : -8;
  const sign = signPoint(path);
  const startGap = Math.abs(first.x - start.x) - 16;
  const startRoom = sign && path.curves.length === 1 ? Math.abs(sign.x - start.x) - 18 : startGap;
  const atStart = make(start.x + towards, start.y, forward ? 'start' : 'end', startRoom);
  const atEnd = make(end.x - towards, end.y, forward ? 'end' : 'start', Math.abs(end.x - last.x) - 16);
  if (path.curves.length > 1) {
    // Where the edge passes other lanes it is straight and has room.
    const along = make(Math.min(first.x, last.x) + 12, first.y, 'start', Math.abs(last.x - first.x) - 60, true);
    return [along, atStart, atEnd];
  }
  const point = pointAt(path, 0.5);
  const middle = make(point.x, point.y, 'middle', startGap);
  // In the middle stands the sign of the state.
  if (edge.state !== 'ok') return [atStart, atEnd];
  if (Math.abs(start.y - end.y) < 12) return [middle, atEnd, atStart];
  return path.crowd.from < path.crowd.to ? [atStart, atEnd, middle] : [atEnd, atStart, middle];
}

/** A label cut to a few letters tells nothing. */
function shorten(via: string, room: number): string {
  if (via === '' || room <= 0) return '';
  const fitting = fitText(via, room, 10);
  return fitting.length > 4 || fitting === via ? fitting : '';
}

function area(label: EdgeLabel): Area {
  const widths = [textWidth(label.count, 11, true), textWidth(label.via, 10)] as const;
  const width = label.inline ? widths[0] + widths[1] + 6 : Math.max(...widths);
  const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2;
  const top = label.y - (label.inline ? 9 : 5.5);
  const bottom = label.inline ? label.y + 2 : label.via ? label.below + 2 : label.y + 5.5;
  return { left, right: left + width, top, bottom };
}

/** Rectangles by the strip of the picture they lie in: each is compared with its neighbours alone. */
class AreaIndex {
  readonly #strips = new Map<number, Area[]>();

  add(area: Area): void {
    for (const strip of strips(area)) {
      const areas = this.#strips.get(strip);
      if (areas) areas.push(area);
      else this.#strips.set(strip, [area]);
    }
  }

  overlaps(area: Area): boolean {
    return strips(area).some((strip) =>
      (this.#strips.get(strip) ?? []).some(
        (other) =>
          other.left < area.right && other.right > area.left && other.top < area.bottom && other.bottom > area.top,
      ),
    );
  }
}

function strips({ top, bottom }: Area): number[] {
  const numbers: number[] = [];
  for (let strip = Math.floor(top / 64); strip <= Math.floor(bottom / 64); strip++) numbers.push(strip);
  return numbers;
}
