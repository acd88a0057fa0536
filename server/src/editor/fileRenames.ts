import { folderOf, joinPath, relativeFrom } from '../base/paths';
import type { Deployment } from '../model/deployment';
import { quoteWord } from '../syntax/print';
import { mentionsIn } from './mentions';
import type { RenameEdit } from './rename';
import { declarationsOf, spotsOf } from './walk';

/** A file or folder that gets another path. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** The edits that keep `csv` leading to its files when files or folders are renamed or moved. */
export function editsForRenames(deployment: Deployment, renames: readonly FileRename[]): RenameEdit[] {
  const edits: RenameEdit[] = [];
  const declarations = declarationsOf(deployment);
  for (const { path, tree } of deployment.files) {
    for (const item of tree.items) {
      for (const spot of spotsOf({ deployment, path, item }, declarations, undefined, false)) {
        for (const { naming, text } of mentionsIn(spot)) {
          if (naming.by !== 'file') continue;
          const file = joinPath(folderOf(path), text);
          if (file === undefined) continue;
          const folder = folderOf(moved(path, renames));
          const target = moved(file, renames);
          if (joinPath(folder, text) === target) continue;
          const written = JSON.stringify(relativeFrom(folder, target));
          const value = spot.quoted ? written : quoteWord(JSON.parse(written) as string);
          edits.push({ path, start: spot.start, end: spot.end, text: value });
        }
      }
    }
  }
  return edits;
}

function moved(path: string, renames: readonly FileRename[]): string {
  for (const { from, to } of renames) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}
