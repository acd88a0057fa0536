import type { TextChange } from '../base/span';
import type { Steps } from '../base/steps';
import type { SyntaxTree } from '../syntax/ast';
import { LineIndex } from '../syntax/lineIndex';
import { parse, parseInSlices, reparse } from '../syntax/parse';

/** A file of a deployment, in a state that never changes: an edit makes a new one. */
export interface SourceFile {
  /** With `/`, relative to nothing: the key under which the workspace knows the file (a path or a URI). */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
}

/** A `.umtopo` file. */
export class TopologyFile implements SourceFile {
  private index: LineIndex | undefined;
  private found: readonly number[] | undefined;

  private constructor(
    readonly path: string,
    readonly text: string,
    readonly tree: SyntaxTree,
  ) {}

  static read(path: string, text: string): TopologyFile {
    return new TopologyFile(path, text, parse(text));
  }

  /** The same in slices: it yields again and again, and returns the file. */
  static *readInSlices(path: string, text: string): Steps<TopologyFile> {
    const file = new TopologyFile(path, text, yield* parseInSlices(text));
    file.found = yield* occurrencesInSlices(text);
    return file;
  }

  /** The file after an edit; the tree of this one must not be used any more. */
  edit(change: TextChange): TopologyFile {
    const text = this.text.slice(0, change.start) + change.text + this.text.slice(change.end);
    const file = new TopologyFile(this.path, text, reparse(this.tree, text, change));
    file.index = this.index?.edited(text, change);
    if (this.found) file.found = foundAgain(this.found, text, change);
    return file;
  }

  /** Where the word stands by which comments suppress diagnostics. */
  get suppressions(): readonly number[] {
    this.found ??= occurrences(this.text, 0, this.text.length);
    return this.found;
  }

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }
}

const WORD = 'umtopo-disable';

function occurrences(text: string, from: number, to: number): number[] {
  const found: number[] = [];
  const stretch = from === 0 && to === text.length ? text : text.slice(from, to);
  for (const { index } of stretch.matchAll(/umtopo-disable/gi)) found.push(from + index);
  return found;
}

/** So many characters are searched at a time. */
const PORTION = 200_000;

function* occurrencesInSlices(text: string): Steps<number[]> {
  const found: number[] = [];
  for (let from = 0; from < text.length; from += PORTION) {
    yield;
    found.push(...occurrences(text, from, Math.min(text.length, from + PORTION + WORD.length - 1)));
  }
  return found;
}

/** After an edit: what stands before and behind it is known, and only around it one has to look. */
function foundAgain(before: readonly number[], text: string, change: TextChange): readonly number[] {
  const delta = change.text.length - (change.end - change.start);
  const from = Math.max(0, change.start - WORD.length + 1);
  const to = Math.min(text.length, change.end + delta + WORD.length - 1);
  return [
    ...before.filter((at) => at + WORD.length <= change.start),
    ...occurrences(text, from, to),
    ...before.filter((at) => at >= change.end).map((at) => at + delta),
  ];
}

/** A CSV file that a `users` block names. */
export class CsvFile implements SourceFile {
  private index: LineIndex | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
  ) {}

  /** The file after an edit. */
  edit(change: TextChange): CsvFile {
    const file = new CsvFile(this.path, this.text.slice(0, change.start) + change.text + this.text.slice(change.end));
    file.index = this.index?.edited(file.text, change);
    return file;
  }

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }
}
