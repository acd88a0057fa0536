/**
 * Widths of glyphs in thousandths of the font size, as in the common sans-serif fonts: the picture is drawn without a browser, so nothing can measure.
 * Each group: its width, then the characters that have it.
 */
const groups: readonly (readonly [number, string])[] = [
  [222, "ijl'"],
  [278, ' !,./:;I[\\]ft|'],
  [343, '()-`r"{}'],
  [400, '*'],
  [500, 'Jckvyzs^'],
  [556, '0123456789#$?L_abdeghnopqux'],
  [600, '+<=>~FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [850, '%Mm'],
  [960, 'W'],
  [1015, '@'],
];

const ascii = new Uint16Array(128).fill(556);
for (const [width, characters] of groups) {
  for (const character of characters) ascii[character.charCodeAt(0)] = width;
}

/** Fonts differ: what is measured here is a little wider than most, so that text stays inside its card. */
const allowance = 1.1;
const boldness = 1.12;

/** Marks that take no room of their own. */
const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

function glyphWidth(codePoint: number): number {
  if (codePoint < 128) return ascii[codePoint] ?? 556;
  if (zeroWidth.test(String.fromCodePoint(codePoint))) return 0;
  // CJK, full-width forms, emoji
  if ((codePoint >= 0x1100 && codePoint <= 0x115f) || (codePoint >= 0x2e80 && codePoint <= 0xd7a3)) return 1000;
  if ((codePoint >= 0xf900 && codePoint <= 0xfaff) || (codePoint >= 0xff00 && codePoint <= 0xff60)) return 1000;
  if (codePoint >= 0x1f000) return 1300;
  return 640;
}

/** The width that a text takes, in the unit of the font size. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let units = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 128) {
      units += ascii[unit] ?? 556;
      continue;
    }
    const codePoint = text.codePointAt(index) ?? unit;
    if (codePoint > 0xffff) index++;
    units += glyphWidth(codePoint);
  }
  return (units / 1000) * fontSize * allowance * (bold ? boldness : 1);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What fits into a width: the whole text, or as many whole characters as leave room for an ellipsis. */
export function fitText(text: string, width: number, fontSize: number, bold = false): string {
  // A thousand characters fit nowhere: measuring more would only cost time.
  const start = text.length > 1000 ? text.slice(0, 1000) : text;
  if (start === text && textWidth(text, fontSize, bold) <= width) return text;
  const room = width - textWidth('…', fontSize, bold);
  let fitting = '';
  let used = 0;
  for (const { segment } of segmenter.segment(start)) {
    used += textWidth(segment, fontSize, bold);
    if (used > room) break;
    fitting += segment;
  }
  return `${fitting.trimEnd()}…`;
}
