import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { constants } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { codeOf, reasonOf, slashed } from './disk';
import { UsageError } from './usage';

/** Without the right to write beside the folder the temporary one lies in it. */
const notBeside = new Set(['EACCES', 'EPERM', 'EROFS']);

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Files on their way into a folder: first all are written into a temporary one, then all are moved, or none. Who interrupts the program leaves nothing behind; while
 * files are moved it is too late for that, and the program goes on.
 */
export class Staging {
  private readonly paths: string[] = [];
  private temporary: string | undefined;
  private moving = false;

  private constructor(private readonly folder: string) {
    for (const signal of signals) process.on(signal, this.interrupted);
  }

  private readonly interrupted = (signal: NodeJS.Signals): void => {
    if (this.moving) return;
    if (this.temporary !== undefined) rmSync(this.temporary, { recursive: true, force: true });
    process.exit(128 + constants.signals[signal]);
  };

  /** Makes the temporary folder: beside the one that the files go to, so that moving them is renaming them. @throws UsageError */
  static async beside(folder: string): Promise<Staging> {
    const staging = new Staging(folder);
    try {
      await mkdir(dirname(folder), { recursive: true });
      staging.make((await isOnOneDevice(folder)) ? dirname(folder) : folder);
      return staging;
    } catch (error) {
      if (!notBeside.has(codeOf(error) ?? '')) throw await staging.ended(error);
    }
    try {
      staging.make(folder);
      return staging;
    } catch (error) {
      throw await staging.ended(error);
    }
  }

  /** At once, so that a signal finds no folder, or one that is known. */
  private make(parent: string): void {
    this.temporary = mkdtempSync(join(parent, temporaryName(this.folder)));
  }

  private async ended(error: unknown): Promise<UsageError> {
    await this.end();
    return cannotWrite(this.folder, error);
  }

  private get place(): string {
    if (this.temporary === undefined) throw new Error('The temporary folder is not made yet');
    return this.temporary;
  }

  /** Writes a file, in pieces that are made meanwhile. @throws UsageError */
  async write(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
    try {
      const at = join(this.place, 'new', path);
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
    this.moving = true;
    const done: (() => Promise<void>)[] = [];
    try {
      await mkdir(this.folder, { recursive: true });
      for (const path of [...remove, ...this.paths]) {
        const final = join(this.folder, path);
        const aside = join(this.place, 'old', path);
        await mkdir(dirname(aside), { recursive: true });
        if (await moved(final, aside)) done.push(() => rename(aside, final));
      }
      for (const path of this.paths) {
        const final = join(this.folder, path);
        await mkdir(dirname(final), { recursive: true });
        await rename(join(this.place, 'new', path), final);
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
    for (const signal of signals) process.off(signal, this.interrupted);
    if (this.temporary === undefined) return;
    await rm(this.temporary, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Temporary folders of exports into this folder that were killed, or are under way: what they hold may be wanted, so nobody removes them unasked. */
export async function leftBehind(folder: string): Promise<string[]> {
  const found = await Promise.all(
    [dirname(folder), folder].map(async (parent) => {
      const names = await readdir(parent).catch((): string[] => []);
      return names.filter((name) => name.startsWith(temporaryName(folder))).map((name) => join(parent, name));
    }),
  );
  return found.flat().sort();
}

function temporaryName(folder: string): string {
  return `.${basename(folder) || 'export'}.umtopo-`;
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
