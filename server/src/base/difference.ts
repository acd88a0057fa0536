import type { TextChange } from './span';

/** So many characters are compared at once, before one looks which of them differ. */
const STRETCH = 4096;

/** The smallest single change that turns one text into another; `undefined` when they are the same. */
export function difference(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const start = commonStart(before, after);
  const tail = commonEnd(before, after, start);
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** How many characters two texts have in common at their starts. */
export function commonStart(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let at = 0;
  while (at + STRETCH <= shorter && one.slice(at, at + STRETCH) === other.slice(at, at + STRETCH)) at += STRETCH;
  while (at < shorter && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/**
 * How many characters two texts have in common at their ends.
 * @param start those in common at their starts, which don't count again.
 */
export function commonEnd(one: string, other: string, start: number): number {
  const shorter = Math.min(one.length, other.length) - start;
  const [last, otherLast] = [one.length, other.length];
  let tail = 0;
  const isSame = (): boolean =>
    one.slice(last - tail - STRETCH, last - tail) === other.slice(otherLast - tail - STRETCH, otherLast - tail);
  while (tail + STRETCH <= shorter && isSame()) tail += STRETCH;
  while (tail < shorter && one.charCodeAt(last - 1 - tail) === other.charCodeAt(otherLast - 1 - tail)) tail++;
  return tail;
}
