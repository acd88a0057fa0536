import type { Place } from '../rules/types';
import { Sha256 } from './sha256';

/** A line of an exported file, and what in the topology caused it. The text has no line end, but a literal in it may hold some. */
export interface ExportLine {
  readonly text: string;
  readonly causes: readonly Place[];
}

/** Lines of a file that follow lines of the topology one by one. */
export interface LineRun {
  /** Counted from 1, both ends belong to it. */
  readonly from: number;
  readonly to: number;
  readonly causes: readonly Place[];
}

export interface FileForm {
  readonly bom: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

/** What Windows PowerShell and Excel need to read other letters than those of the system's code page. */
export const windowsText: FileForm = { bom: true, lineEnd: '\r\n' };
export const plainText: FileForm = { bom: false, lineEnd: '\n' };

const PIECE = 1 << 16;

/** An exported file. Its text is made while it is read, so that a file of a million users never stands in memory; reading it again makes the same bytes. */
export class ExportFile {
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

  /** The file's bytes, in pieces of about 64 KB. */
  *bytes(): Generator<Uint8Array> {
    const encoder = new TextEncoder();
    const hash = new Sha256();
    let size = 0;
    let text = this.form.bom ? '\ufeff' : '';
    const take = (): Uint8Array => {
      const piece = encoder.encode(text);
      text = '';
      hash.update(piece);
      size += piece.length;
      return piece;
    };
    for (const line of this.makeLines()) {
      text += line.text + this.form.lineEnd;
      if (text.length >= PIECE) yield take();
    }
    if (text !== '') yield take();
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

  /** Which lines have which causes; neighbours with the same causes are told together. Lines are counted as an editor does. */
  *runs(): Generator<LineRun> {
    let line = 1;
    let open: { from: number; to: number; causes: readonly Place[] } | undefined;
    for (const { text, causes } of this.makeLines()) {
      const last = line + (text.match(/\r\n?|\n/g)?.length ?? 0);
      if (open && sameCauses(open.causes, causes)) open.to = last;
      else {
        if (open) yield open;
        open = { from: line, to: last, causes };
      }
      line = last + 1;
    }
    if (open) yield open;
  }
}

function sameCauses(a: readonly Place[], b: readonly Place[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((place, i) => {
    const other = b[i];
    return other && place.path === other.path && place.start === other.start && place.end === other.end;
  });
}
