import { fitText, textWidth } from '../textWidth';

/** A text in lines that are no wider than asked; the last of many ends in an ellipsis. A word that is longer than a line is cut. */
export function wrapText(text: string, width: number, fontSize: number, most = 6): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.slice(0, 2000).split(/\s+/).filter(Boolean);
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, fontSize) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1)
      return [
        ...lines,
        fitText(words.slice(index - (line === '' ? 0 : line.split(' ').length)).join(' '), width, fontSize),
      ];
    if (line !== '') lines.push(line);
    line = fitText(word, width, fontSize);
  }
  return line === '' ? lines : [...lines, line];
}
