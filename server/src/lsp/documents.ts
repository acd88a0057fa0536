import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { CsvFile, SourceFile } from '../model/sourceFile';
import type { Workspace } from '../model/workspace';
import { changeOf } from './editedText';
import type { Positions } from './positions';

interface OpenDocument {
  version: number;
  /** Of a CSV file or another that isn't a topology: the workspace knows it only once a deployment names it. */
  other: CsvFile | undefined;
}

/** So many edits of one notification are made one by one, as they may be far apart; of more, all that lies between the first and the last is read again. */
const FEW = 16;

/** The documents that are open in the editor: what it shows counts, not what is saved. */
export class Documents {
  private readonly open = new Map<string, OpenDocument>();

  constructor(
    private readonly workspace: Workspace,
    private readonly positions: Positions,
  ) {}

  opened(path: string, languageId: string, version: number, text: string): void {
    if (isTopology(path, languageId)) {
      this.open.set(path, { version, other: undefined });
      this.workspace.set(path, text);
      return;
    }
    const other = this.workspace.csvOf(path, text);
    this.open.set(path, { version, other });
    this.put(other);
  }

  /** Puts a document that is no topology in, where it is one of users. */
  private put(file: CsvFile): void {
    if (file.path.toLowerCase().endsWith('.csv') || this.workspace.csvFile(file.path)) this.workspace.put(file);
  }

  changed(path: string, version: number, edits: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.open.get(path);
    if (document === undefined) return;
    document.version = version;
    if (edits.length > FEW) this.change(path, document, edits);
    else for (const edit of edits) this.change(path, document, [edit]);
  }

  private change(path: string, document: OpenDocument, edits: readonly TextDocumentContentChangeEvent[]): void {
    const file = document.other ?? this.workspace.file(path);
    const change = file && changeOf(file, edits, this.positions);
    if (change === undefined) return;
    if (document.other === undefined) this.workspace.edit(path, [change]);
    else {
      document.other = document.other.edit(change);
      this.put(document.other);
    }
  }

  closed(path: string): void {
    this.open.delete(path);
  }

  isOpen(path: string): boolean {
    return this.open.has(path);
  }

  version(path: string): number | undefined {
    return this.open.get(path)?.version;
  }

  get paths(): readonly string[] {
    return [...this.open.keys()];
  }

  /** What the editor shows of a document that is open. */
  text(path: string): string | undefined {
    const document = this.open.get(path);
    return document && (document.other ?? this.workspace.file(path))?.text;
  }

  /** A file's text and lines, open or not. */
  source(path: string): SourceFile | undefined {
    return this.open.get(path)?.other ?? this.workspace.file(path) ?? this.workspace.csvFile(path);
  }
}

function isTopology(path: string, languageId: string): boolean {
  return languageId === 'umtopo' || path.endsWith('.umtopo');
}
