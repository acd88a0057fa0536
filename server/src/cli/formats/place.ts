import { relativePath } from '../../base/paths';
import type { Span } from '../../base/span';
import type { SourceFile } from '../../model/sourceFile';
import type { Opened } from '../open';

/** A place as it is printed: lines and columns count from 1, columns count UTF-16 code units. */
export interface PrintedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What places are printed of. */
export interface Printed {
  /** The folder that paths are printed relative to. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** Of a deployment that is at hand. */
export function printedOf({ deployment, folder }: Opened): Printed {
  return { folder, files: deployment.sourceFiles };
}

export function printedPlace({ folder, files }: Printed, at: Span & { readonly path: string }): PrintedPlace {
  const file = relativePath(at.path, folder);
  const lines = files.get(at.path)?.lines;
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
