import type { TextChange } from '../base/span';
import type { SyntaxTree } from '../syntax/ast';
import { LineIndex } from '../syntax/lineIndex';
import { parse, reparse } from '../syntax/parse';

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

  private constructor(
    readonly path: string,
    readonly text: string,
    readonly tree: SyntaxTree,
  ) {}

  static read(path: string, text: string): TopologyFile {
    return new TopologyFile(path, text, parse(text));
  }

  /** The file after an edit; the tree of this one must not be used any more. */
  edit(change: TextChange): TopologyFile {
    const text = this.text.slice(0, change.start) + change.text + this.text.slice(change.end);
    return new TopologyFile(this.path, text, reparse(this.tree, text, change));
  }

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }
}

/** A CSV file that a `users` block names. */
export class CsvFile implements SourceFile {
  private index: LineIndex | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
  ) {}

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }
}
