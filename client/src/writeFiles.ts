import { FileSystemError, Uri, workspace } from 'vscode';
import { joinInside } from './joinInside';

export interface OutputFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const unfinished = '.umtopo-unfinished';

/**
 * Writes all files or none: first under other names, then under their own. What cannot be written leaves nothing behind.
 * @throws what the file system says, or an error when a path leads out of the folder
 */
export async function writeFiles(files: readonly OutputFile[], folder: Uri): Promise<Uri[]> {
  const targets = files.map((file) => ({ file, uri: target(folder, file) }));
  const temporary: Uri[] = [];
  try {
    for (const { file, uri } of targets) {
      const early = uri.with({ path: `${uri.path}${unfinished}` });
      temporary.push(early);
      await workspace.fs.writeFile(early, file.bytes);
    }
    for (const [index, { uri }] of targets.entries()) {
      const early = temporary[index];
      if (early) await workspace.fs.rename(early, uri, { overwrite: true });
    }
  } catch (error) {
    await Promise.allSettled(temporary.map((uri) => workspace.fs.delete(uri)));
    throw error;
  }
  return targets.map(({ uri }) => uri);
}

/** Those of the files that are there already. */
export async function existing(files: readonly OutputFile[], folder: Uri): Promise<Uri[]> {
  const found = await Promise.all(
    files.map(async (file) => {
      const uri = target(folder, file);
      try {
        await workspace.fs.stat(uri);
        return uri;
      } catch (error) {
        if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
        throw error;
      }
    }),
  );
  return found.filter((uri) => uri !== undefined);
}

function target(folder: Uri, { path }: OutputFile): Uri {
  return Uri.joinPath(folder, ...joinInside(path));
}
