/** The width of a comment's text: a line of 120 less the deepest margin that import writes and the mark. */
const width = 110;

/**
 * Puts items on as few lines as they fit on.
 * @param head stands before the first item
 * @param separator stands behind each item but the last
 * @param indent stands before the later lines
 */
export function wrap(head: string, items: readonly string[], separator: string, indent = '  '): string[] {
  const lines: string[] = [];
  let line = head;
  let empty = true;
  items.forEach((item, i) => {
    const text = i < items.length - 1 ? item + separator : item;
    if (!empty && line.length + 1 + text.length > width) {
      lines.push(line);
      line = `${indent}${text}`;
    } else line += line === '' || line.endsWith(' ') ? text : ` ${text}`;
    empty = false;
  });
  lines.push(line);
  return lines;
}

/** A sentence or more, broken at its blanks. */
export function wrapWords(text: string): string[] {
  return wrap('', text.split(' '), '', '');
}
