import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pieces } from '../../../server/src/base/pieces';

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(40_000),
    text: fc.string({ maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('a text in pieces', () => {
  it('is the string that the same edits make', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 10, 100_000), edits, fc.boolean(), (length, sequence, isAsked) => {
        let text = Array.from({ length }, (_, i) => String.fromCharCode(97 + (i % 26))).join('');
        let pieces = Pieces.of(text);
        for (const { at, remove, text: typed } of sequence) {
          const start = Math.floor(at * text.length);
          const end = Math.min(text.length, start + (remove % 3 === 0 ? remove : remove % 3));
          text = text.slice(0, start) + typed + text.slice(end);
          pieces = pieces.edited({ start, end, text: typed });
          expect(pieces.length).toBe(text.length);
          const [from, to] = [Math.max(0, start - 10_000), start + 10];
          expect(pieces.slice(from, to)).toBe(text.slice(from, to));
          const window = pieces.window(from, to);
          expect(window.text.slice(from - window.shift, to - window.shift)).toBe(text.slice(from, to));
          expect(pieces.charCodeAt(start)).toEqual(text.charCodeAt(start));
          expect(pieces.charCodeAt(text.length)).toBe(Number.NaN);
          if (isAsked) expect(pieces.toString()).toBe(text);
        }
        expect(pieces.toString()).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('copies little where somebody types, and stays in few pieces', () => {
    let pieces = Pieces.of('x'.repeat(1_000_000));
    for (let i = 0; i < 1000; i++) pieces = pieces.edited({ start: 500_000 + i, end: 500_000 + i, text: 'y' });
    expect(pieces.window(500_000, 500_010)).toEqual({ text: 'y'.repeat(10), shift: 500_000 });
    expect(pieces.count).toBeLessThan(20);
  });

  it('is put together again where it was edited all over', () => {
    let pieces = Pieces.of('x'.repeat(20_000_000));
    for (let i = 0; i < 600; i++) pieces = pieces.edited({ start: i * 30_000, end: i * 30_000 + 1, text: 'y' });
    expect(pieces.count).toBeLessThan(600);
    expect(pieces.slice(30_000 * 599, 30_000 * 599 + 2)).toBe('yx');
  });
});
