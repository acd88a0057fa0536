import { FileType, Uri, workspace } from 'vscode';
import type { ExportConflictsParams } from '../../server/src/lsp/protocol';
import { joinInside } from './joinInside';

export interface OutputFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

type Standing = ExportConflictsParams['standing'][number];

/**
 * Writes all files or none: first all into a temporary folder beside, then each is moved to its place. What cannot be written leaves nothing behind.
 * @param remove paths of files that go
 * @throws what the file system says, or an error when a path leads out of the folder
 */
export async function writeFiles(
  files: readonly OutputFile[],
  remove: readonly string[],
  folder: Uri,
): Promise<readonly Uri[]> {
  // Beside the workspace there may be nothing that could be written to.
  const isRoot = workspace.workspaceFolders?.some(({ uri }) => uri.toString() === folder.toString());
  const beside = isRoot === true ? folder : Uri.joinPath(folder, '..');
  const temporary = Uri.joinPath(beside, `.${folder.path.split('/').pop()}.umtopo-${Date.now().toString(36)}`);
  const done: (() => Thenable<void>)[] = [];
  try {
    for (const { path, bytes } of files) await workspace.fs.writeFile(below(temporary, `new/${path}`), bytes);
    for (const path of [...remove, ...files.map((file) => file.path)]) {
      const final = below(folder, path);
      if ((await typeOf(final)) === undefined) continue;
      const aside = below(temporary, `old/${path}`);
      await workspace.fs.createDirectory(Uri.joinPath(aside, '..'));
      await workspace.fs.rename(final, aside);
      done.push(() => workspace.fs.rename(aside, final));
    }
    for (const { path } of files) {
      const final = below(folder, path);
      await workspace.fs.createDirectory(Uri.joinPath(final, '..'));
      await workspace.fs.rename(below(temporary, `new/${path}`), final);
      done.push(() => workspace.fs.delete(final));
    }
  } catch (error) {
    for (const back of done.reverse()) await back().then(undefined, () => undefined);
    throw error;
  } finally {
    await workspace.fs.delete(temporary, { recursive: true }).then(undefined, () => undefined);
  }
  for (const path of remove) await removeEmpty(folder, path.split('/').slice(0, -1));
  return files.map(({ path }) => below(folder, path));
}

/** The text of a file, or nothing where none can be read. */
export async function readText(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** What stands at paths of a folder; those that are free are left out. A link below the folder is never followed. */
export async function standingAt(folder: Uri, paths: readonly string[]): Promise<Standing[]> {
  const found: Standing[] = [];
  for (const path of paths) {
    const standing = await standingFile(folder, path);
    if (standing) found.push(standing);
  }
  return found;
}

async function standingFile(folder: Uri, path: string): Promise<Standing | undefined> {
  const parts = joinInside(path);
  for (const [index] of parts.entries()) {
    const type = await typeOf(Uri.joinPath(folder, ...parts.slice(0, index + 1)));
    if (type === undefined) return undefined;
    const last = index === parts.length - 1;
    if ((type & FileType.SymbolicLink) !== 0) return { path, blockedBy: 'link' };
    if (last && type === FileType.Directory) return { path, blockedBy: 'folder' };
    if (!last && type !== FileType.Directory) return { path, blockedBy: 'file' };
  }
  const bytes = await workspace.fs.readFile(below(folder, path));
  // Node's bytes may lie in memory that is shared, which the digest doesn't take.
  return { path, sha256: hex(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))) };
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function typeOf(uri: Uri): Promise<FileType | undefined> {
  const name = uri.path.split('/').pop() ?? '';
  // A link whose target is gone can't be asked for, but its folder lists it.
  const entries = await workspace.fs.readDirectory(Uri.joinPath(uri, '..')).then(undefined, () => []);
  return entries.find(([each]) => each === name)?.[1];
}

/** Removes folders that hold nothing any more, from the inside out. */
async function removeEmpty(folder: Uri, parts: readonly string[]): Promise<void> {
  for (let depth = parts.length; depth > 0; depth--) {
    const uri = Uri.joinPath(folder, ...parts.slice(0, depth));
    const entries = await workspace.fs.readDirectory(uri).then(undefined, () => undefined);
    if (entries === undefined || entries.length > 0) return;
    await workspace.fs.delete(uri, { recursive: true });
  }
}

function below(folder: Uri, path: string): Uri {
  return Uri.joinPath(folder, ...joinInside(path));
}
