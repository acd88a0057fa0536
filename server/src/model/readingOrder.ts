import { folderOf, isBelow } from '../base/paths';

/** Which files of a folder are read next: as they are listed, but first what somebody looks at and what belongs to it. */
export class ReadingOrder {
  /** Those to be read, the next one last. */
  private readonly waiting: string[];
  /** How many files aren't read yet, in a folder itself and in all below it. */
  private readonly inside = new Map<string, number>();
  private readonly below = new Map<string, number>();

  constructor(paths: readonly string[]) {
    this.waiting = paths.toReversed();
    for (const path of paths) this.count(path, 1);
  }

  /** The next one. It counts as not read until it is `done`. */
  next(): string | undefined {
    return this.waiting.pop();
  }

  done(path: string): void {
    this.count(path, -1);
  }

  /**
   * Reads what may belong to a file's deployment before others: the files of the folders around it, which say where a deployment begins, then what lies nearest to it.
   */
  prefer(path: string): void {
    const folders = around(path);
    // Behind them all: where nothing is near, it stays.
    const groups = new Map<number, string[]>();
    for (const each of this.waiting) {
      const rank = rankOf(each, folders);
      const group = groups.get(rank);
      if (group) group.push(each);
      else groups.set(rank, [each]);
    }
    this.waiting.length = 0;
    for (const rank of [...groups.keys()].sort((a, b) => b - a))
      for (const each of groups.get(rank) ?? []) this.waiting.push(each);
  }

  /** Whether all files of a folder and below it are read. */
  isReadBelow(folder: string): boolean {
    return !this.below.has(folder);
  }

  /** Whether those of all folders around a file are: one of them may declare the deployment that it belongs to. */
  isReadAround(path: string): boolean {
    return around(path).every((folder) => !this.inside.has(folder));
  }

  /** How many of the folders around a file are read, with all below them: none as long as another one of them may declare the deployment. */
  foldersRead(path: string): number {
    if (!this.isReadAround(path)) return 0;
    return 1 + around(path).filter((folder) => this.isReadBelow(folder)).length;
  }

  private count(path: string, by: 1 | -1): void {
    const [folder = '', ...above] = around(path);
    add(this.inside, folder, by);
    add(this.below, folder, by);
    for (const each of above) add(this.below, each, by);
  }
}

/** The folders that are being read, and what of them somebody waits for. */
export class Readings {
  private readonly current = new Set<ReadingOrder>();
  /** How often folders are being looked through. */
  private listing = 0;
  /** Files that somebody looks at, and how many folders around them were read when it was looked whether their deployment is. */
  private readonly preferred = new Map<string, number>();

  /** Lists files, and has them read. While they are listed, nothing is known to be read. */
  async read(list: () => Promise<readonly string[]>, read: (reading: ReadingOrder) => Promise<void>): Promise<void> {
    let reading: ReadingOrder;
    this.listing++;
    try {
      reading = new ReadingOrder(await list());
      this.current.add(reading);
    } finally {
      this.listing--;
    }
    for (const path of this.preferred.keys()) reading.prefer(path);
    await read(reading).finally(() => this.current.delete(reading));
  }

  /** What belongs to a file's deployment is read before others. */
  prefer(path: string): void {
    this.preferred.set(path, 0);
    for (const reading of this.current) reading.prefer(path);
  }

  /**
   * Preferred files of which it is to be looked whether their deployment is read: a folder around them is, since it was looked last.
   * @param isRead looks; where it is, the file is preferred no longer.
   * @returns whether one is.
   */
  look(isRead: (path: string) => boolean): boolean {
    let isOne = false;
    for (const [path, before] of this.preferred) {
      const now = Math.min(...Array.from(this.current, (reading) => reading.foldersRead(path)));
      if (now === before) continue;
      this.preferred.set(path, now);
      if (!isRead(path)) continue;
      this.preferred.delete(path);
      isOne = true;
    }
    return isOne;
  }

  /** Whether all files in a folder and below it are read. */
  isReadBelow(folder: string): boolean {
    return this.listing === 0 && [...this.current].every((reading) => reading.isReadBelow(folder));
  }

  /** Whether those of all folders around a file are. */
  isReadAround(path: string): boolean {
    return this.listing === 0 && [...this.current].every((reading) => reading.isReadAround(path));
  }
}

/** The folders around a file, the nearest one first. */
export function around(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === '' || folder === folderOf(folder)) return folders;
  }
}

/** How far a file is from those folders: 0 when it stands in one of them. */
function rankOf(path: string, folders: readonly string[]): number {
  const own = folderOf(path);
  if (folders.includes(own)) return 0;
  return 1 + folders.findIndex((folder) => isBelow(own, folder));
}

/** What is counted to nothing is forgotten. */
function add(counts: Map<string, number>, folder: string, by: 1 | -1): void {
  const now = (counts.get(folder) ?? 0) + by;
  if (now === 0) counts.delete(folder);
  else counts.set(folder, now);
}
