import { mkdir, mkdtemp, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, reasonOf, slashed } from './disk';
import { UsageError } from './usage';

/** Without the right to write beside the folder the temporary one lies in it. */
const notBeside = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Files on their way into a folder: first all are written into a temporary one, then all are moved, or none. */
export class Staging {
  private readonly paths: string[] = [];

  private constructor(
    private readonly folder: string,
    private readonly temporary: string,
  ) {}

  /** Makes the temporary folder: beside the one that the files go to, so that moving them is renaming them. @throws UsageError */
  static async beside(folder: string): Promise<Staging> {
    const name = `.${basename(folder) || 'export'}.umtopo-`;
    try {
      await mkdir(dirname(folder), { recursive: true });
      if (!(await isOnOneDevice(folder))) return new Staging(folder, await mkdtemp(join(folder, name)));
      return new Staging(folder, await mkdtemp(join(dirname(folder), name)));
    } catch (error) {
      if (!notBeside.has(codeOf(error) ?? '')) throw cannotWrite(folder, error);
    }
    try {
      return new Staging(folder, await mkdtemp(join(folder, name)));
    } catch (error) {
      throw cannotWrite(folder, error);
    }
  }

  /** Writes a file, in pieces that are made meanwhile. @throws UsageError */
  async write(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
    try {
      const at = join(this.temporary, 'new', path);
      await mkdir(dirname(at), { recursive: true });
      const file = await open(at, 'w');
      try {
        for (const piece of pieces) await file.writeFile(piece);
      } finally {
        await file.close();
      }
      this.paths.push(path);
    } catch (error) {
      throw cannotWrite(this.folder, error);
    }
  }

  /**
   * Removes some files, and moves all that were written to their places. Where one can't be moved, everything goes back to where it was.
   * @throws UsageError
   */
  async move(remove: readonly string[]): Promise<void> {
    const done: (() => Promise<void>)[] = [];
    try {
      await mkdir(this.folder, { recursive: true });
      for (const path of [...remove, ...this.paths]) {
        const final = join(this.folder, path);
        const aside = join(this.temporary, 'old', path);
        await mkdir(dirname(aside), { recursive: true });
        if (await moved(final, aside)) done.push(() => rename(aside, final));
      }
      for (const path of this.paths) {
        const final = join(this.folder, path);
        await mkdir(dirname(final), { recursive: true });
        await rename(join(this.temporary, 'new', path), final);
        done.push(() => rm(final, { force: true }));
      }
    } catch (error) {
      for (const back of done.reverse()) await back().catch(() => undefined);
      throw cannotWrite(this.folder, error);
    }
    for (const path of remove) await removeEmpty(this.folder, dirname(join(this.folder, path)));
  }

  /** Removes the temporary folder, with what is left in it. */
  async end(): Promise<void> {
    await rm(this.temporary, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** From one device to another nothing is renamed: a folder where another one is mounted takes the temporary one inside. */
async function isOnOneDevice(folder: string): Promise<boolean> {
  const [here, above] = await Promise.all([stat(folder).catch(() => undefined), stat(dirname(folder))]);
  return here === undefined || here.dev === above.dev;
}

/** @returns false where there was nothing to move. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
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

function cannotWrite(folder: string, error: unknown): UsageError {
  return new UsageError(`${slashed(folder)} can't be written: ${reasonOf(error)}`);
}
