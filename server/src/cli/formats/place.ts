import { relativePath } from '../../base/paths';
import type { Span } from '../../base/span';
import type { Opened } from '../open';

/** A place as it is printed: lines and columns count from 1, columns count UTF-16 code units. */
export interface PrintedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function printedPlace(opened: Opened, at: Span & { readonly path: string }): PrintedPlace {
  const file = relativePath(at.path, opened.folder);
  const lines = opened.deployment.source(at.path)?.lines;
  if (lines === undefined) return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const start = lines.place(at.start);
  const end = lines.place(at.end);
  return {
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
