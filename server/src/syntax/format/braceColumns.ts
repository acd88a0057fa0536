/** The column of the brace for each width of a head: the widest of those that follow each other, and a blank. */
export function alignedColumns(widths: readonly number[], follows: (index: number) => boolean): number[] {
  const columns: number[] = new Array(widths.length).fill(0);
  for (let from = 0; from < widths.length; ) {
    let to = from + 1;
    let widest = widths[from] as number;
    while (to < widths.length && widest > 0 && (widths[to] as number) > 0 && follows(to)) {
      widest = Math.max(widest, widths[to++] as number);
    }
    if (to - from > 1) columns.fill(widest + 1, from, to);
    from = to;
  }
  return columns;
}
