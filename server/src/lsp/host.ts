import type { FileAccess } from '../model/fileAccess';

/** What the place the server runs in gives it. */
export interface ServerHost {
  readonly version: string;
  /** The disk; absent in a web worker. Paths are decoded `file:` URIs. */
  readonly disk?: FileAccess;
  /** URI of the folder with the project's pages, ending with a slash, where it lies beside the server. */
  readonly documentation?: string;
  /** Runs a task after the messages that have arrived already. */
  defer(task: () => void): void;
  /** Milliseconds, from any beginning. */
  now(): number;
  /** Is called once, when what was opened first has its diagnostics. */
  begun?(): void;
}
