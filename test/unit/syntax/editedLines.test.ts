import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineIndex } from '../../../server/src/syntax/lineIndex';

it('the lines after an edit are those of the text', () => {
  const text = fc
    .array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\n\n'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), (before, typed, from, length) => {
      const start = from % (before.length + 1);
      const end = Math.min(before.length, start + (length % 4));
      const after = before.slice(0, start) + typed + before.slice(end);
      const edited = new LineIndex(before).edited(after, { start, end, text: typed });
      const fresh = new LineIndex(after);
      const starts = (index: LineIndex) => Array.from({ length: index.lineCount }, (_, line) => index.lineStart(line));
      expect(starts(edited)).toEqual(starts(fresh));
    }),
    { numRuns: 500 },
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
