import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineIndex } from '../../../server/src/syntax/lineIndex';

it('the lines after an edit are those of the text', () => {
  const text = fc
    .array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\n\n'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  const edits = fc.array(fc.tuple(text, fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(text, edits, (first, sequence) => {
      let now = first;
      let index = new LineIndex(now);
      for (const [typed, from, length] of sequence) {
        const start = from % (now.length + 1);
        const end = Math.min(now.length, start + (length % 4));
        now = now.slice(0, start) + typed + now.slice(end);
        index = index.edited(now, { start, end, text: typed });
        const starts = (each: LineIndex) => Array.from({ length: each.lineCount }, (_, line) => each.lineStart(line));
        expect(starts(index)).toEqual(starts(new LineIndex(now)));
      }
    }),
    { numRuns: 2000 },
  );
});

it('a line is the same wherever one looks on from', () => {
  const lines = fc.array(fc.constantFrom('', 'a', 'bcd'), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(lines, fc.nat(), fc.nat(50), (written, at, near) => {
      const text = written.join('\n');
      const index = new LineIndex(text);
      const offset = at % (text.length + 1);
      expect(index.lineAt(offset, near)).toBe(index.lineAt(offset));
    }),
    { numRuns: 500 },
  );
});
