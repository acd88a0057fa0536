import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { type Decoded, decodeText } from '../base/decode';
import { isSkippedFolder } from '../base/paths';
import type { FileAccess } from '../model/fileAccess';
import { UsageError } from './usage';

export function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** Files from disk. Paths are absolute, with `/`. */
export class DiskFiles implements FileAccess {
  async list(folder: string): Promise<readonly string[]> {
    const found: string[] = [];
    await this.walk(folder, found);
    return found.sort();
  }

  private async walk(folder: string, found: string[]): Promise<void> {
    let entries: Awaited<ReturnType<typeof readFolder>>;
    try {
      entries = await readFolder(folder);
    } catch (error) {
      throw new UsageError(`${folder}: ${reasonOf(error)}`);
    }
    const below: Promise<void>[] = [];
    for (const entry of entries) {
      const path = `${folder === '/' ? '' : folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name)) below.push(this.walk(path, found));
      } else if (entry.name.toLowerCase().endsWith('.umtopo')) found.push(path);
    }
    await Promise.all(below);
  }

  /** The `.umtopo` files that stand in a folder itself; none where it can't be read. */
  async listFlat(folder: string): Promise<readonly string[]> {
    const entries = await readFolder(folder).catch(() => []);
    return entries
      .filter((entry) => !entry.isDirectory() && entry.name.toLowerCase().endsWith('.umtopo'))
      .map((entry) => `${folder === '/' ? '' : folder}/${entry.name}`);
  }

  async read(path: string): Promise<Decoded | undefined> {
    try {
      // A pipe or device may never end.
      if (!(await stat(path)).isFile()) return { fault: 'it is no file that can be read' };
      return decodeText(await readFile(path));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      return { fault: reasonOf(error) };
    }
  }
}

function readFolder(folder: string) {
  return readdir(folder, { withFileTypes: true });
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** What went wrong with a file, in words. */
export function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'the rights to read or write it are missing';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file stands where a folder should be';
    case 'ELOOP':
      return 'its links lead in a circle';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EROFS':
      return 'it is on a file system that can only be read';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** The kind of what a path names. @throws UsageError where there is nothing. */
export async function kindOfPath(path: string): Promise<'file' | 'folder'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Writes a file by way of a temporary one beside it, so that it is never half there. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${process.pid}.${Date.now().toString(36)}.umtopo-tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new UsageError(`${slashed(path)} can't be written: ${reasonOf(error)}`);
  }
}

/**
 * Writes files into a folder, all or none: first all under temporary names, then all are renamed.
 * @throws UsageError when one can't be written; the folder is then as it was, but for files already renamed.
 */
export async function writeAll(
  folder: string,
  files: readonly { readonly path: string; readonly content: string }[],
): Promise<void> {
  const pending: { temporary: string; final: string }[] = [];
  const suffix = `.${process.pid}.umtopo-tmp`;
  try {
    for (const { path, content } of files) {
      const final = resolve(folder, path);
      const temporary = `${final}${suffix}`;
      await mkdir(dirname(final), { recursive: true });
      pending.push({ temporary, final });
      await writeFile(temporary, content);
    }
    for (const { temporary, final } of pending) await rename(temporary, final);
  } catch (error) {
    for (const { temporary } of pending) await rm(temporary, { force: true }).catch(() => undefined);
    throw new UsageError(`${slashed(folder)} can't be written: ${reasonOf(error)}`);
  }
}
