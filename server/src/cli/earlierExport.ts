import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { codeOf, reasonOf, slashed } from './disk';
import { UsageError } from './usage';

/** A file as the manifest of an export lists it. */
export interface ListedFile {
  /** Relative to the folder of the export, with `/`. */
  readonly path: string;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** What an export never gives another name than: letters, digits, `.`, `_` and `-` between slashes. */
const ownPath = /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/;

/** The files that an earlier export wrote into a folder, by its manifest; none where there is no manifest of an export. */
export async function earlierFiles(folder: string): Promise<readonly ListedFile[]> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(await readFile(resolve(folder, 'manifest.json'), 'utf8'));
  } catch {
    return [];
  }
  const files = manifest !== null && typeof manifest === 'object' && 'files' in manifest ? manifest.files : undefined;
  return Array.isArray(files) ? files.filter(isListed) : [];
}

/** A manifest may have been edited: a path that leads elsewhere is none of ours. */
function isListed(entry: unknown): entry is ListedFile {
  if (entry === null || typeof entry !== 'object' || !('path' in entry) || !('sha256' in entry)) return false;
  const { path, sha256 } = entry;
  if (typeof path !== 'string' || typeof sha256 !== 'string') return false;
  return ownPath.test(path) && !path.split('/').some((part) => part === '.' || part === '..');
}

/**
 * Removes what an earlier export wrote and this one doesn't, so that no script of another state of the topology stays there. A file that was changed since is
 * somebody's work and is kept.
 * @param written the paths of this export.
 * @throws UsageError where a file can't be read or removed.
 */
export async function removeLeftOver(
  folder: string,
  earlier: readonly ListedFile[],
  written: readonly string[],
): Promise<{ readonly removed: readonly string[]; readonly kept: readonly string[] }> {
  const removed: string[] = [];
  const kept: string[] = [];
  const now = new Map(written.map((path) => [path.toLowerCase(), path]));
  for (const { path, sha256 } of earlier) {
    if (written.includes(path)) continue;
    const file = resolve(folder, path);
    try {
      if (!(await isInside(folder, file))) continue;
      // Where case doesn't count, another spelling of a name is the file that was just written.
      const alike = now.get(path.toLowerCase());
      if (alike !== undefined && (await isSameFile(file, resolve(folder, alike)))) continue;
      if ((await digestOf(file)) !== sha256) {
        kept.push(path);
        continue;
      }
      await rm(file);
      removed.push(path);
      await removeEmpty(folder, dirname(file));
    } catch (error) {
      // It is gone already, or a folder has its name: nothing of an export stands there.
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '')) continue;
      throw new UsageError(`${slashed(file)}, which an earlier export wrote, can't be removed: ${reasonOf(error)}`);
    }
  }
  return { removed, kept };
}

/** A link in a folder's place may lead out of it. */
async function isInside(folder: string, file: string): Promise<boolean> {
  const root = await realpath(folder);
  const real = await realpath(file);
  return real.startsWith(root.endsWith(sep) ? root : root + sep);
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = [await stat(one), await stat(other)];
  return a.dev === b.dev && a.ino === b.ino;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

/** Removes folders that hold nothing any more, from the inside out. */
async function removeEmpty(root: string, folder: string): Promise<void> {
  for (let at = folder; at !== root && at.startsWith(root); at = dirname(at)) {
    try {
      await rmdir(at);
    } catch {
      return;
    }
  }
}
