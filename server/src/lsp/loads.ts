import { Signal } from './signal';

/** What changes which files are known, one after the other: folders that are opened, files that changed on disk. */
export class Loads {
  /** Something is under way, or is about to begin. */
  isLoading = true;
  /** Resolved when what was asked for until now is done. */
  done: Promise<void> = Promise.resolve();
  /** A part of a folder is read. */
  readonly progress = new Signal();
  private number = 0;
  private opening = 0;

  constructor(
    private readonly log: (error: unknown) => void,
    /** Called after each. */
    private readonly ended: () => void,
  ) {}

  /** Folders are being opened: what is whole by now is analysed. */
  get isOpening(): boolean {
    return this.opening > 0;
  }

  /** While files change one after the other, half a deployment is full of false faults: nothing is analysed. */
  get isHeld(): boolean {
    return this.isLoading && !this.isOpening;
  }

  add(work: () => Promise<void>): Promise<void> {
    this.isLoading = true;
    const number = ++this.number;
    const before = this.done;
    this.done = (async () => {
      await before;
      try {
        await work();
      } catch (error) {
        this.log(error);
      }
      if (number === this.number) this.isLoading = false;
      this.ended();
    })();
    return this.done;
  }

  /** Work within another that opens folders. */
  async open(work: () => Promise<void>): Promise<void> {
    this.opening++;
    try {
      await work();
    } finally {
      this.opening--;
    }
  }
}
