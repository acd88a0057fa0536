import type { Place } from '../rules/types';
import type { ExportLine } from './file';

/** Collects the lines of a file with what caused them. */
export class LineWriter {
  readonly lines: ExportLine[] = [];
  private margin = '';
  private causes: readonly Place[];

  constructor(
    /** What causes lines that nothing else does: the deployment itself. */
    fallback: readonly Place[],
  ) {
    this.causes = fallback;
  }

  line(text = '', causes: readonly Place[] = this.causes): void {
    this.lines.push({ text: text === '' ? '' : this.margin + text, causes });
  }

  /** Writes lines that all have these causes. */
  because(causes: readonly Place[], write: () => void): void {
    const before = this.causes;
    if (causes.length > 0) this.causes = causes;
    write();
    this.causes = before;
  }

  /** A block: its head, its lines moved in, its end. */
  block(head: string, write: () => void, end = '}'): void {
    this.line(head);
    this.inside(write);
    this.line(end);
  }

  inside(write: () => void): void {
    const before = this.margin;
    this.margin += '    ';
    write();
    this.margin = before;
  }
}

/** Characters that nobody sees, and line ends: what could let a text break out of its comment, or look like another. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu;

/** A text that may hold anything, as part of a comment that ends with its line. */
export function oneLine(text: string): string {
  return text.replace(invisible, ' ').replace(/ {2,}/g, ' ').trim();
}

/** A sentence in lines of at most `width` UTF-16 code units, parted at blanks. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines;
}
