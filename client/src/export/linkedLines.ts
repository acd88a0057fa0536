import type { ExportRun } from '../../../server/src/lsp/protocol';

/** Lines of a document, counted from 0, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

export interface SourceLines extends Lines {
  readonly uri: string;
}

/** The lines of the topology that caused a line of an export. @param line from 0 */
export function sourcesOf(runs: readonly ExportRun[], line: number): SourceLines[] {
  const run = runs.find(({ from, to }) => from <= line + 1 && line + 1 <= to);
  return (run?.causes ?? []).map((cause) => {
    if (!run?.each) return { uri: cause.uri, first: cause.line - 1, last: cause.endLine - 1 };
    const at = cause.line - 1 + (line + 1 - run.from);
    return { uri: cause.uri, first: at, last: at };
  });
}

/** The lines of an export that a line of the topology caused: those of the innermost declaration around it. @param line from 0 */
export function exportsOf(runs: readonly ExportRun[], uri: string, line: number): Lines[] {
  let narrowest = Number.POSITIVE_INFINITY;
  let found: Lines[] = [];
  for (const run of runs) {
    for (const cause of run.causes) {
      if (cause.uri !== uri || line + 1 < cause.line || line + 1 > cause.endLine) continue;
      const width = run.each ? 0 : cause.endLine - cause.line;
      if (width > narrowest) continue;
      if (width < narrowest) found = [];
      narrowest = width;
      const at = run.from - 1 + (line + 1 - cause.line);
      found.push(run.each ? { first: at, last: at } : { first: run.from - 1, last: run.to - 1 });
    }
  }
  return found;
}
