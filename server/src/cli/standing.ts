import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EarlierExport, readManifest, readSourceMap, type Standing } from '../export/earlier';
import { codeOf, reasonOf, slashed } from './disk';
import { UsageError } from './usage';

/** What an earlier export says that it wrote into a folder; nothing where no manifest of one stands. */
export async function earlierExport(folder: string): Promise<EarlierExport | undefined> {
  try {
    return readManifest(await readFile(join(folder, 'manifest.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The same, with what its source map says of its files' lines. */
export async function earlierWithMap(folder: string): Promise<EarlierExport | undefined> {
  const earlier = await earlierExport(folder);
  if (earlier === undefined) return undefined;
  const map = readSourceMap(await readFile(join(folder, 'source-map.json'), 'utf8').catch(() => ''));
  return { ...earlier, ...(map && { map }) };
}

/**
 * What stands at the paths of an export's files; paths that are free are left out. A link below the folder is never followed.
 * @throws UsageError where a file can't be read.
 */
export async function standingAt(folder: string, paths: readonly string[]): Promise<Standing[]> {
  const standing: Standing[] = [];
  for (const path of paths) {
    try {
      const one = await standingFile(folder, path);
      if (one) standing.push(one);
    } catch (error) {
      throw new UsageError(`${slashed(join(folder, path))} can't be read: ${reasonOf(error)}`);
    }
  }
  return standing;
}

/** One path. @returns nothing where nothing stands there. */
export async function standingFile(folder: string, path: string): Promise<Standing | undefined> {
  const parts = path.split('/');
  for (const [i] of parts.entries()) {
    const at = join(folder, ...parts.slice(0, i + 1));
    const stats = await lstat(at).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (stats === undefined) return undefined;
    if (stats.isSymbolicLink()) return { path, blockedBy: 'link' };
    const last = i === parts.length - 1;
    if (last && !stats.isFile()) return { path, blockedBy: 'folder' };
    if (!last && !stats.isDirectory()) return { path, blockedBy: 'file' };
  }
  return { path, sha256: await digestOfFile(join(folder, path)) };
}

async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}
