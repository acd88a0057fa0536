import { hashFolded, rowProperties } from '../syntax/rowScanner';
import type { Layout } from './csv';
import { ADDRESS } from './csvColumns';
import { isRecordEnd } from './csvRecord';
import type { PageBuilder } from './userPage';
import { isPlainAddress, isUnsuspicious } from './userRows';

const QUOTE = 34;
const APOSTROPHE = 39;
const SEMICOLON = 59;

/**
 * The fast path for records of a CSV file: the usual one is read where it stands in the text, without an object for a cell. Whatever is unusual makes it give up, and
 * the record is split into cells instead; both must agree wherever the fast path answers.
 */
export class QuickRecords {
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  /** What a column's cells have to be looked at for. */
  private readonly kinds: readonly { readonly list: boolean; readonly translated: boolean }[];

  constructor(
    private readonly text: string,
    private readonly separator: number,
    private readonly layout: Layout,
    /** Reports what is wrong in the record at an offset, where a value is none of its type. */
    private readonly report: (start: number, problems: PageBuilder['problems']) => void,
    private readonly isInvalid: (shape: number) => boolean,
  ) {
    this.starts = new Int32Array(layout.width);
    this.ends = new Int32Array(layout.width);
    this.kinds = layout.columns.map(({ property, cells }) => {
      const { list, type, name } = rowProperties[property] ?? {};
      // Cells that stand for another value: by `columns`, or as Lync's own cmdlets write it.
      const translated = (cells?.size ?? 0) > 0 || type?.type === 'boolean' || name === 'hostingProvider';
      return { list: list === true, translated };
    });
  }

  /** @returns the end of the record behind its line end, or -1 when it has to be split: then nothing was built of it. */
  read(start: number, builder: PageBuilder): number {
    const end = this.split(start);
    if (end < 0 || !this.isUsual()) return -1;
    const { text, layout, starts, ends } = this;
    let addressStart = 0;
    let addressEnd = 0;
    for (const { cell, property } of layout.columns) {
      const from = starts[cell] as number;
      const to = ends[cell] as number;
      if (to === from) continue;
      if (property === ADDRESS) {
        addressStart = this.bare(from, to);
        addressEnd = to;
      } else builder.value(property, text, from, to, hashFolded(text, from, to), false);
    }
    for (const property of layout.lost) builder.lost(property);
    const at = text.indexOf('@', addressStart);
    const shape = builder.end(text, at, addressEnd, hashFolded(text, addressStart, addressEnd));
    if (this.isInvalid(shape)) this.report(start, builder.problems);
    return end;
  }

  /** Finds the cells. */
  private split(start: number): number {
    const { text, separator, starts, ends } = this;
    const { length } = text;
    const { width } = this.layout;
    let position = start;
    for (let cell = 0; ; ) {
      if (cell === width) return -1;
      if (text.charCodeAt(position) === QUOTE) {
        const close = text.indexOf('"', position + 1);
        if (close < 0) return -1;
        starts[cell] = position + 1;
        ends[cell] = close;
        position = close + 1;
      } else {
        starts[cell] = position;
        let code = 0;
        while (position < length) {
          code = text.charCodeAt(position);
          if (code === separator || isRecordEnd(code)) break;
          position++;
        }
        ends[cell] = position;
        if (!this.hasPlainEdges(cell)) return -1;
      }
      cell++;
      if (position < length) {
        const code = text.charCodeAt(position);
        if (code === separator) {
          position++;
          continue;
        }
        if (!isRecordEnd(code)) return -1;
      }
      if (cell !== width) return -1;
      if (text.charCodeAt(position) === 13) position++;
      if (text.charCodeAt(position) === 10) position++;
      return position;
    }
  }

  /** Nothing that would have to be trimmed. */
  private hasPlainEdges(cell: number): boolean {
    const from = this.starts[cell] as number;
    const to = this.ends[cell] as number;
    if (from === to) return true;
    const first = this.text.charCodeAt(from);
    const last = this.text.charCodeAt(to - 1);
    return first > 32 && first < 127 && last > 32 && last < 127;
  }

  /** Whether all that the record says is what usually stands there. */
  private isUsual(): boolean {
    const { text, layout, starts, ends, kinds } = this;
    let hasAddress = false;
    for (let index = 0; index < layout.columns.length; index++) {
      const { cell, property } = layout.columns[index] as Layout['columns'][number];
      const { list, translated } = kinds[index] as (typeof kinds)[number];
      const from = starts[cell] as number;
      const to = ends[cell] as number;
      if (to === from) continue;
      if (translated || text.charCodeAt(from) === APOSTROPHE) return false;
      if (property === ADDRESS) {
        const bare = this.bare(from, to);
        if (!isPlainAddress(text, bare, to)) return false;
        hasAddress = true;
      } else {
        if (list && !isOne(text, from, to)) return false;
        if (!isUnsuspicious(property, text, from, to)) return false;
      }
    }
    return hasAddress;
  }

  /** Where an address starts behind its `sip:`. */
  private bare(from: number, to: number): number {
    const { text } = this;
    return to - from > 4 && text.charCodeAt(from + 3) === 58 && /^sip$/i.test(text.slice(from, from + 3))
      ? from + 4
      : from;
  }
}

/** Whether a cell of a list holds one value, with nothing around it. */
function isOne(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from) <= 32 || text.charCodeAt(to - 1) <= 32) return false;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === SEMICOLON) return false;
  return true;
}
