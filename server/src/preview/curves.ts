import type { EdgePath, Point } from './geometry';

/** A cubic curve from wherever the one before it ended. */
export type Curve = readonly [Point, Point, Point];

/** A point of an edge's way; `t` runs from 0 to 1 over its curves. */
export function pointAt(path: EdgePath, t: number): Point {
  const scaled = Math.min(t * path.curves.length, path.curves.length - 1e-6);
  const index = Math.floor(scaled);
  const curve = path.curves[index];
  if (!curve) return path.end;
  const before = index === 0 ? path.start : (path.curves[index - 1]?.[2] ?? path.start);
  return cutCurve(before, curve, scaled - index)[2];
}

/** Where the sign of an edge's state stands: at a broken one's end, else on its way. */
export function signPoint(path: EdgePath): Point | undefined {
  if (path.edge.state === 'ok') return undefined;
  if (path.edge.state === 'broken') return brokenEnd(path).at(-1)?.[2];
  return pointAt(path, path.curves.length > 1 ? 0.62 : 0.7);
}

/** How far along its last curve a broken edge reaches: the empty rest tells that nothing arrives. */
const brokenAt = 0.62;

/** The curves of a broken edge: the last one is cut short. */
export function brokenEnd(path: EdgePath): readonly Curve[] {
  const last = path.curves.at(-1);
  if (!last) return [];
  return [...path.curves.slice(0, -1), cutCurve(path.curves.at(-2)?.[2] ?? path.start, last, brokenAt)];
}

/** The part of a curve up to `t` (de Casteljau). */
function cutCurve(start: Point, [a, b, end]: Curve, t: number): Curve {
  const mix = (p: Point, q: Point): Point => ({ x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t });
  const sa = mix(start, a);
  const ab = mix(a, b);
  const be = mix(b, end);
  const sab = mix(sa, ab);
  return [sa, sab, mix(sab, mix(ab, be))];
}
