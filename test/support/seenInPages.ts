import type { ShapeTable } from '../../server/src/model/shapes';
import type { UserPage } from '../../server/src/model/userPage';

/** A page, the text that it stands in, and where. */
export interface PageAt {
  readonly text: string;
  readonly start: number;
  readonly page: UserPage;
}

/** Everything that can be seen of pages of users, wherever each begins. */
export function seenInPages(
  pages: readonly PageAt[],
  shapes: ShapeTable,
): { readonly rows: unknown[]; readonly faults: unknown[] } {
  return { rows: pages.flatMap((page) => rowsOf(page, shapes)), faults: pages.flatMap(faultsOf) };
}

function rowsOf({ text, start, page }: PageAt, shapes: ShapeTable): unknown[] {
  return Array.from({ length: page.count }, (_, row) => {
    const { addressSpan, span, values, address } = page.read(text, start, row);
    const shape = shapes.get(page.shapes[row] as number);
    const extensions = page.extensionHashes.map((hash, i) => [hash, page.extensionLengths[i]]);
    return {
      address,
      spans: [at(start, addressSpan), at(start, span)],
      values: values.map((value) => ({ ...at(start, value), wordStart: start + value.wordStart })),
      hashes: [page.addresses[row], page.lines[row], page.lineBases[row]],
      extensions: extensions.filter((_, i) => page.extensionRows[i] === row),
      shape: [shape.domain, ...[...shape.facts].map(([name, fact]) => `${name} ${String(fact)}`)],
    };
  });
}

function faultsOf({ start, page }: PageAt): unknown[] {
  return page.problems.map(({ fixes = [], ...problem }) => ({
    ...at(start, problem),
    fixes: fixes.map(({ title, changes }) => [title, changes.map((change) => at(start, change))]),
  }));
}

function at<T extends { readonly start: number; readonly end: number }>(base: number, span: T): T {
  return { ...span, start: base + span.start, end: base + span.end };
}
