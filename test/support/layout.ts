/**
 * The text with its layout spoiled: without indentation, values pushed to and fro, blank lines doubled. What is left decides all that the formatter writes: where
 * lines end, where blank lines stand, comments and words.
 */
export function withoutLayout(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const stripped = line.trimStart();
      if (stripped === '') return '\n';
      if (stripped.startsWith('//')) return stripped;
      const comment = stripped.search(/ *\/\//);
      const code = comment < 0 ? stripped : stripped.slice(0, comment);
      const rest = comment < 0 ? '' : stripped.slice(comment).trimStart();
      return `${spaced(code)}${rest === '' ? '' : ` ${rest}`}`;
    })
    .join('\n');
}

/** Runs of blanks outside quotes become one blank or three, by turns. */
function spaced(code: string): string {
  let turn = 0;
  return code
    .split(/("(?:[^"\\]|\\.)*")/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/ +/g, () => (turn++ % 2 === 0 ? '   ' : ' '))))
    .join('');
}
