import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asView, firstView, fitView, pan, showArea, zoomAt } from '../../../client/webview/viewport';

const picture = { width: 1200, height: 400 };

describe('the view of the picture', () => {
  it('fits all of it into the window', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 4000 }), fc.integer({ min: 100, max: 2000 }), (width, height) => {
        const { scale, x, y } = fitView(picture, { width, height });
        expect(x + picture.width * scale).toBeLessThanOrEqual(width);
        expect(y + picture.height * scale).toBeLessThanOrEqual(height);
        expect(scale).toBeLessThanOrEqual(1.25);
      }),
    );
  });

  it('starts readable in a narrow window, at the left', () => {
    const view = firstView(picture, { width: 320, height: 600 });
    expect(view.scale).toBeGreaterThan(0.45);
    expect(view.x).toBeGreaterThanOrEqual(0);
    expect(view.x).toBeLessThan(20);
  });

  it('keeps the point under the pointer when it zooms', () => {
    const view = { scale: 0.8, x: 30, y: -10 };
    const point = { x: 300, y: 200 };
    const zoomed = zoomAt(view, 1.5, point);
    const under = (v: typeof view) => [(point.x - v.x) / v.scale, (point.y - v.y) / v.scale];
    expect(zoomed.scale).toBeCloseTo(1.2);
    expect(under(zoomed)[0]).toBeCloseTo(under(view)[0] ?? 0);
    expect(under(zoomed)[1]).toBeCloseTo(under(view)[1] ?? 0);
    expect(zoomAt(view, 1000, point).scale).toBe(4);
    expect(zoomAt(view, 0.0001, point).scale).toBe(0.1);
  });

  it('never loses the picture out of sight', () => {
    const window = { width: 500, height: 300 };
    const { x, y } = pan({ scale: 1, x: 0, y: 0 }, -99999, 99999, picture, window);
    expect(x + picture.width).toBeGreaterThan(0);
    expect(y).toBeLessThan(window.height);
  });

  it('moves as little as it takes to show a node', () => {
    const window = { width: 500, height: 300 };
    const view = { scale: 1, x: 0, y: 0 };
    expect(showArea(view, { x: 100, y: 100, width: 180, height: 58 }, window)).toEqual(view);
    const moved = showArea(view, { x: 900, y: 100, width: 180, height: 58 }, window);
    expect(moved.y).toBe(0);
    expect(moved.x + 900 + 180).toBeLessThan(window.width);
    expect(showArea(view, { x: -50, y: -50, width: 180, height: 58 }, window)).toEqual({ scale: 1, x: 74, y: 74 });
  });

  it('takes up only a saved view that is one', () => {
    expect(asView({ scale: 1, x: 2, y: 3 })).toEqual({ scale: 1, x: 2, y: 3 });
    expect(asView({ scale: 100, x: 2, y: 3 })?.scale).toBe(4);
    for (const bad of [undefined, null, 7, {}, { scale: 'x', x: 0, y: 0 }, { scale: Number.NaN, x: 0, y: 0 }]) {
      expect(asView(bad)).toBeUndefined();
    }
  });
});
