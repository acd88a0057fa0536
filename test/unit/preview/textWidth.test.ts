import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from '../../../server/src/preview/textWidth';

describe('text without a browser', () => {
  it('knows narrow from wide', () => {
    expect(textWidth('iiii', 12)).toBeLessThan(textWidth('WWWW', 12) / 3);
    expect(textWidth('abc', 12, true)).toBeGreaterThan(textWidth('abc', 12));
    expect(textWidth('名', 12)).toBeGreaterThan(textWidth('a', 12));
    expect(textWidth('e\u0301', 12)).toBe(textWidth('e', 12));
  });

  it('leaves alone what fits', () => {
    expect(fitText('pool01.contoso.com', 400, 13)).toBe('pool01.contoso.com');
  });

  it('cuts between characters, never inside one', () => {
    expect(fitText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 150, 12)).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
  });

  it('never gives more than fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
        expect(textWidth(fitText(text, width, 12), 12)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
