import type { Decoded } from '../base/decode';

/**
 * The only way the core reads files. Whoever starts it says how: from disk, through an editor, out of a test's fixture. Paths are as the caller writes them, with
 * `/` between their parts.
 */
export interface FileAccess {
  /** All `.umtopo` files in a folder and below, or those of another extension; those in skipped folders left out. */
  list(folder: string, extension?: '.umtopo' | '.csv'): Promise<readonly string[]>;
  /** A file's text; `undefined` when there is none, a fault when it can't be read or is no text. */
  read(path: string): Promise<Decoded | undefined>;
}
