import type { Place } from '../rules/types';
import { type Hash, Sha256 } from './sha256';

/** A line of an exported file, and what in the topology caused it. The text has no line end, but a literal in it may hold some. */
export interface ExportLine {
  readonly text: string;
  readonly causes: readonly Place[];
}

/** Sees each line when a file's bytes are made. */
export interface LineObserver {
  start(): void;
  line(line: ExportLine): void;
}

export interface FileForm {
  readonly bom: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

/** What Windows PowerShell and Excel need to read other letters than those of the system's code page. */
export const windowsText: FileForm = { bom: true, lineEnd: '\r\n' };
export const plainText: FileForm = { bom: false, lineEnd: '\n' };

const PIECE = 1 << 16;

/** So much text is encoded at once: little enough to be gone before the collector of garbage would move it to where it stays for long. */
const ENCODED = 1 << 12;

/** An exported file. Its text is made while it is read, so that a file of a million users never stands in memory; reading it again makes the same bytes. */
export class ExportFile {
  /** Sees the lines whenever the bytes are made: what it has seen is complete once `digest` has been asked for. */
  observer: LineObserver | undefined;
  private known: { readonly sha256: string; readonly size: number } | undefined;

  constructor(
    /** Relative to the folder of the export, with `/`. */
    readonly path: string,
    private readonly form: FileForm,
    private readonly makeLines: () => Iterable<ExportLine>,
  ) {}

  /** A file that is made at once. */
  static of(path: string, form: FileForm, lines: readonly ExportLine[]): ExportFile {
    return new ExportFile(path, form, () => lines);
  }

  lines(): Iterable<ExportLine> {
    return this.makeLines();
  }

  /** The file's bytes, in pieces of about 64 KB. A piece is good until the next one is asked for: all share their memory. @param hash of SHA-256, where the runtime has a faster one */
  *bytes(hash: Hash = new Sha256()): Generator<Uint8Array> {
    const encoder = new TextEncoder();
    let memory = new Uint8Array(PIECE);
    let filled = 0;
    let size = 0;
    let text = this.form.bom ? '\ufeff' : '';
    const encode = (): void => {
      // A UTF-16 unit takes three bytes at most.
      const most = filled + text.length * 3;
      if (memory.length < most) {
        const larger = new Uint8Array(most + PIECE);
        larger.set(memory.subarray(0, filled));
        memory = larger;
      }
      filled += encoder.encodeInto(text, memory.subarray(filled)).written;
      text = '';
    };
    const take = (): Uint8Array => {
      const piece = memory.subarray(0, filled);
      hash.update(piece);
      size += filled;
      filled = 0;
      return piece;
    };
    this.observer?.start();
    for (const line of this.makeLines()) {
      this.observer?.line(line);
      text += line.text + this.form.lineEnd;
      if (text.length < ENCODED) continue;
      encode();
      if (filled >= PIECE - ENCODED * 3) yield take();
    }
    encode();
    if (filled > 0) yield take();
    this.known = { sha256: hash.digest(), size };
  }

  /** The whole text, BOM included: for small files, views and tests. */
  text(): string {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    let text = '';
    for (const piece of this.bytes()) text += decoder.decode(piece, { stream: true });
    return text + decoder.decode();
  }

  /** SHA-256 and size of the bytes; known without further work once they have been read. */
  digest(): { readonly sha256: string; readonly size: number } {
    if (this.known === undefined) for (const _ of this.bytes()) if (this.known) break;
    return this.known as { readonly sha256: string; readonly size: number };
  }
}
