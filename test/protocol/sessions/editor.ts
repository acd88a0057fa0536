import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StatsResult, WorkCounts } from '../../../server/src/lsp/protocol';
import { maximal } from '../capabilities';
import { Client, type Position, type Range } from '../client';

export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

interface WorkspaceEdit {
  readonly documentChanges: readonly { readonly textDocument: { readonly uri: string }; readonly edits: TextEdit[] }[];
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly object[];
}

/** What is counted of the work, without the times. */
export type Counter = Exclude<keyof WorkCounts, 'ms' | 'charactersLexed'>;
export type Counts = Readonly<Record<Counter, number>>;

/** Of a client that is sent diagnostics. */
const capabilities = { ...maximal, textDocument: { ...maximal.textDocument, diagnostic: undefined } };

/** An editor with a folder: some of its files are open, and what it was told of each. */
export class Editor {
  /** What the files hold: those that are open in the editor, the others on the disk. */
  readonly texts = new Map<string, string>();
  /** The diagnostics that stand at each file. */
  readonly shown = new Map<string, readonly object[]>();
  private readonly client = new Client();
  private readonly saved = new Map<string, string>();
  private readonly versions = new Map<string, number>();
  private readonly root: string;
  private looks = false;

  private constructor(private readonly folder: string) {
    this.root = pathToFileURL(folder).href;
  }

  /** Opens a folder of these files, which it writes. */
  static async start(folder: string, files: ReadonlyMap<string, string>): Promise<Editor> {
    const editor = new Editor(folder);
    for (const [path, text] of files) editor.write(path, text);
    for (const method of ['client/registerCapability', 'window/workDoneProgress/create'])
      editor.client.answers.set(method, () => null);
    for (const what of ['inlayHint', 'codeLens', 'semanticTokens'])
      editor.client.answers.set(`workspace/${what}/refresh`, () => null);
    editor.client.answers.set('workspace/configuration', ({ items }: never) => (items as []).map(() => null));
    await editor.client.initialize(capabilities, { workspaceFolders: [{ uri: editor.root, name: 'folder' }] });
    await editor.counted();
    return editor;
  }

  /** Somebody looks at the preview from now on. */
  async look(): Promise<void> {
    this.looks = true;
    const textDocument = { uri: this.uriOf('deployment.umtopo') };
    await this.client.request('umtopo/preview', { textDocument });
  }

  /** Waits until everything is said of the texts as they are. @returns all that was done since the server was started */
  async counted(): Promise<Counts> {
    await this.client.request<StatsResult>('$/umtopo/stats');
    // The preview is drawn behind the diagnostics, at the latest when somebody asks for it.
    if (this.looks) await this.look();
    const { total } = await this.client.request<StatsResult>('$/umtopo/stats');
    this.listen();
    const { ms: _, charactersLexed: __, ...counts } = total;
    return counts;
  }

  private listen(): void {
    for (const { method, params } of this.client.notifications.splice(0)) {
      if (method === 'window/logMessage')
        throw new Error(`The server says: ${(params as { message: string }).message}`);
      if (method !== 'textDocument/publishDiagnostics') continue;
      const { uri, diagnostics } = params as Published;
      const path = this.pathOf(uri);
      if (diagnostics.length > 0) this.shown.set(path, diagnostics);
      else this.shown.delete(path);
    }
  }

  isOpen(path: string): boolean {
    return this.versions.has(path);
  }

  text(path: string): string {
    return this.texts.get(path) ?? '';
  }

  open(path: string): void {
    this.versions.set(path, 1);
    this.client.open(this.uriOf(path), this.text(path), path.endsWith('.csv') ? 'csv' : 'umtopo');
  }

  /** Closes a document; what isn't saved is lost. */
  close(path: string, save: boolean): void {
    if (save && this.saved.get(path) !== this.text(path)) this.write(path, this.text(path), 2);
    this.versions.delete(path);
    this.client.notify('textDocument/didClose', { textDocument: { uri: this.uriOf(path) } });
    this.texts.set(path, this.saved.get(path) ?? '');
  }

  /** Changes a file where it is: in the editor, or on the disk. */
  change(path: string, ...changes: readonly Change[]): void {
    const version = this.versions.get(path);
    const told: { range: Range; text: string }[] = [];
    let text = this.text(path);
    for (const change of changes) {
      const { start, end } = change;
      told.push({ range: { start: positionIn(text, start), end: positionIn(text, end) }, text: change.text });
      text = text.slice(0, start) + change.text + text.slice(end);
    }
    if (version === undefined) {
      this.write(path, text, 2);
      return;
    }
    this.texts.set(path, text);
    this.versions.set(path, version + 1);
    this.client.change(this.uriOf(path), version + 1, ...told);
  }

  /** Writes a file, and tells the server when it has to know. @param type 1 created, 2 changed */
  write(path: string, text: string, type?: 1 | 2): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    this.saved.set(path, text);
    if (!this.isOpen(path)) this.texts.set(path, text);
    if (type) this.watched(path, type);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path));
    this.texts.delete(path);
    this.saved.delete(path);
    this.watched(path, 3);
  }

  private watched(path: string, type: number): void {
    this.client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uriOf(path), type }] });
  }

  /** Renames what stands at an offset, everywhere. @returns the files that changed; none when the server refuses */
  async rename(path: string, offset: number, newName: string): Promise<readonly string[]> {
    const position = positionIn(this.text(path), offset);
    const params = { textDocument: { uri: this.uriOf(path) }, position, newName };
    const edit = await this.client.request<WorkspaceEdit | null>('textDocument/rename', params).catch(() => null);
    const changed = edit?.documentChanges ?? [];
    for (const { textDocument, edits } of changed) {
      const file = this.pathOf(textDocument.uri);
      const starts = lineStarts(this.text(file));
      const offsetOf = ({ line, character }: Position): number => (starts[line] ?? 0) + character;
      const changes = edits.map(({ range, newText }) => ({
        start: offsetOf(range.start),
        end: offsetOf(range.end),
        text: newText,
      }));
      // From the last one to the first: each is told in positions of the text that those before it left.
      this.change(file, ...changes.sort((a, b) => b.start - a.start));
    }
    return changed.map(({ textDocument }) => this.pathOf(textDocument.uri));
  }

  /** What stands at each file, in words that don't name the folder. */
  said(): string {
    const files = [...this.shown].sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify(files, undefined, 1).replaceAll(this.root, '').replaceAll(this.folder, '');
  }

  private uriOf(path: string): string {
    return `${this.root}/${path}`;
  }

  private pathOf(uri: string): string {
    return uri.slice(this.root.length + 1);
  }

  async end(): Promise<void> {
    await this.client.close();
  }

  kill(): void {
    this.client.kill();
  }
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (found) => found.index + found[0].length)];
}

function positionIn(text: string, offset: number): Position {
  const starts = lineStarts(text.slice(0, offset));
  // Between a CR and its LF no line begins.
  if (text[offset - 1] === '\r' && text[offset] === '\n') starts.pop();
  return { line: starts.length - 1, character: offset - (starts.at(-1) ?? 0) };
}
