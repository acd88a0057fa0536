import type { Diagnostic } from '../rules/analyze';
import type { GraphLocation } from './graph';

/** Errors and warnings by their place. */
export class DiagnosticIndex {
  private readonly byPath = new Map<string, Diagnostic[]>();

  /** @param diagnostics sorted by place within each file, as an analysis gives them. */
  constructor(diagnostics: readonly Diagnostic[]) {
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity !== 'error' && diagnostic.severity !== 'warning') continue;
      const list = this.byPath.get(diagnostic.path);
      if (list) list.push(diagnostic);
      else this.byPath.set(diagnostic.path, [diagnostic]);
    }
  }

  /** Those that stand inside some stretches of text: errors first, else in their order. */
  inside(places: readonly GraphLocation[]): Diagnostic[] {
    const found = new Set<Diagnostic>();
    for (const { path, start, end } of places) {
      const list = this.byPath.get(path) ?? [];
      for (let index = firstFrom(list, start); index < list.length; index++) {
        const diagnostic = list[index] as Diagnostic;
        if (diagnostic.start > end) break;
        if (diagnostic.end <= end) found.add(diagnostic);
      }
    }
    return [...found].sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1));
  }

  /** Their codes, each once. */
  codes(places: readonly GraphLocation[]): string[] {
    return places.length === 0 ? [] : [...new Set(this.inside(places).map(({ code }) => code))];
  }
}

/** The index of the first that starts at an offset or behind it. */
function firstFrom(sorted: readonly Diagnostic[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Diagnostic).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
