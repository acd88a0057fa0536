import { type Characters, Pieces, type Window } from '../base/pieces';
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
  /** The same for who asks for little of it: the text of a file that was edited is made when somebody asks for all of it. */
  readonly characters: Characters;
  readonly lines: LineIndex;
  /** A string in which a stretch of the text stands. */
  window(start: number, end: number): Window;
}

/** A `.umtopo` file. */
export class TopologyFile implements SourceFile {
  private index: LineIndex | undefined;
  private found: readonly number[] | undefined;

  private constructor(
    readonly path: string,
    readonly characters: Pieces,
    readonly tree: SyntaxTree,
  ) {}

  get text(): string {
    return this.characters.toString();
  }

  static read(path: string, text: string): TopologyFile {
    return new TopologyFile(path, Pieces.of(text), parse(text));
  }

  /** The same in slices: it yields again and again, and returns the file. */
  static *readInSlices(path: string, text: string): Steps<TopologyFile> {
    const file = new TopologyFile(path, Pieces.of(text), yield* parseInSlices(text));
    file.found = yield* occurrencesInSlices(text);
    return file;
  }

  /** The file after an edit; the tree of this one must not be used any more. */
  edit(change: TextChange): TopologyFile {
    const characters = this.characters.edited(change);
    const file = new TopologyFile(this.path, characters, reparse(this.tree, characters, change));
    file.index = this.index?.edited(characters, change);
    if (this.found) file.found = foundAgain(this.found, characters, change);
    return file;
  }

  /** Where the word stands by which comments suppress diagnostics. */
  get suppressions(): readonly number[] {
    this.found ??= occurrences(this.characters, 0, this.characters.length);
    return this.found;
  }

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.characters);
    return this.index;
  }

  window(start: number, end: number): Window {
    return this.characters.window(start, end);
  }
}

const WORD = 'umtopo-disable';

function occurrences(text: Characters, from: number, to: number): number[] {
  const found: number[] = [];
  for (const { index } of text.slice(from, to).matchAll(/umtopo-disable/gi)) found.push(from + index);
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
function foundAgain(before: readonly number[], text: Characters, change: TextChange): readonly number[] {
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

  get characters(): Characters {
    return this.text;
  }

  window(): Window {
    return { text: this.text, shift: 0 };
  }

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }
}
