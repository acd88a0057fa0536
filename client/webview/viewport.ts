/** Where the picture lies in the window: a point p of the picture is seen at p * scale + (x, y). Pixels. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const smallest = 0.1;
const largest = 4;
/** Below this, the smallest text cannot be read: rather a part than all of it. */
const readable = 0.48;
const border = 4;
/** Below the picture, for what is said of it as a whole. */
const foot = 44;

/** All of the picture, in the middle, never enlarged by more than a quarter. */
export function fitView(picture: Size, window: Size): View {
  return place(picture, window, fitting(picture, window));
}

/** What one sees first: all of it where that can be read, else its beginning. */
export function firstView(picture: Size, window: Size): View {
  return place(picture, window, Math.max(fitting(picture, window), readable));
}

/** Zooms by a factor, so that the point of the window stays where it is. */
export function zoomAt(view: View, factor: number, point: { readonly x: number; readonly y: number }): View {
  const scale = clamp(view.scale * factor, smallest, largest);
  const ratio = scale / view.scale;
  return { scale, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio };
}

/** Moves the picture, but not out of sight. */
export function pan(view: View, dx: number, dy: number, picture: Size, window: Size): View {
  const keep = 60;
  return {
    scale: view.scale,
    x: clamp(view.x + dx, keep - picture.width * view.scale, window.width - keep),
    y: clamp(view.y + dy, keep - picture.height * view.scale, window.height - keep),
  };
}

/** Moves as little as it takes for a rectangle of the picture to be seen whole. */
export function showArea(
  view: View,
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  window: Size,
): View {
  const margin = 24;
  const shift = (start: number, length: number, size: number) => {
    if (start < margin) return margin - start;
    return Math.min(0, Math.max(margin - start, size - margin - start - length));
  };
  const { scale, x, y } = view;
  const dx = shift(area.x * scale + x, area.width * scale, window.width);
  const dy = shift(area.y * scale + y, area.height * scale, window.height);
  return { scale, x: x + dx, y: y + dy };
}

/** A saved view, when it is one. */
export function asView(value: unknown): View | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { scale, x, y } = value as Partial<Record<keyof View, unknown>>;
  if (typeof scale !== 'number' || typeof x !== 'number' || typeof y !== 'number') return undefined;
  if (![scale, x, y].every(Number.isFinite)) return undefined;
  return { scale: clamp(scale, smallest, largest), x, y };
}

function fitting(picture: Size, window: Size): number {
  if (picture.width <= 0 || picture.height <= 0) return 1;
  const widest = (window.width - 2 * border) / picture.width;
  const highest = (window.height - 2 * border - foot) / picture.height;
  return clamp(Math.min(widest, highest), smallest, 1.25);
}

function place(picture: Size, window: Size, scale: number): View {
  const width = picture.width * scale;
  const height = picture.height * scale;
  return {
    scale,
    x: Math.max(border, (window.width - width) / 2),
    // Near the top, where the eye starts.
    y: Math.max(border, Math.min(28, (window.height - foot - height) / 3)),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
