import {
  type DefinitionProvider,
  Disposable,
  EventEmitter,
  type LocationLink,
  type Position,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type ExportRun,
  type ExportsChanged,
  type ExportViewParams,
  type ExportViewResult,
  exportsChanged,
  exportViewRequest,
} from '../../../server/src/lsp/protocol';
import { partsOf } from './exportUri';
import { type SourceLines, sourcesOf } from './linkedLines';

interface LiveExport {
  readonly uri: Uri;
  text?: string;
  id?: string;
  runs: readonly ExportRun[];
  /** The request that is on its way. */
  loading?: Promise<void>;
  /** The deployment changed meanwhile. */
  stale: boolean;
}

/**
 * Files of exports as read-only documents that follow the topology while somebody types. There is one request at a time for each: what changes meanwhile is asked
 * for when it is answered, so that a slow answer makes fewer requests, not more.
 */
export class LiveExports implements TextDocumentContentProvider, DefinitionProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly #linked = new EventEmitter<void>();
  readonly #exports = new Map<string, LiveExport>();
  readonly #listeners: Disposable;
  readonly onDidChange = this.#changed.event;
  /** Which lines belong together may have changed. */
  readonly onDidLink = this.#linked.event;

  constructor(private readonly client: BaseLanguageClient) {
    this.#listeners = Disposable.from(
      client.onNotification(exportsChanged, ({ roots }: ExportsChanged) => {
        for (const one of this.#exports.values())
          if (roots.includes(partsOf(one.uri).root)) this.#load(one).catch(() => undefined);
      }),
      // A server that was started again knows of no view.
      client.onDidChangeState(() => {
        for (const one of this.#exports.values()) this.#load(one).catch(() => undefined);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#exports.delete(uri.toString())),
    );
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const key = uri.toString();
    const known = this.#exports.get(key);
    if (known?.text !== undefined) return known.text;
    const one: LiveExport = known ?? { uri, runs: [], stale: false };
    this.#exports.set(key, one);
    await this.#load(one);
    return one.text ?? '';
  }

  provideDefinition(document: TextDocument, position: Position): LocationLink[] {
    const origin = document.lineAt(position).range;
    return this.sources(document.uri, position.line).map(({ uri, first, last }) => ({
      originSelectionRange: origin,
      targetUri: Uri.parse(uri, true),
      targetRange: new Range(first, 0, last + 1, 0),
      targetSelectionRange: new Range(first, 0, first, 0),
    }));
  }

  /** The lines of the topology behind a line of an export. */
  sources(uri: Uri, line: number): SourceLines[] {
    return sourcesOf(this.runs(uri), line);
  }

  runs(uri: Uri): readonly ExportRun[] {
    return this.#exports.get(uri.toString())?.runs ?? [];
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
    this.#linked.dispose();
  }

  #load(one: LiveExport): Promise<void> {
    one.stale = true;
    one.loading ??= this.#loadUntilFresh(one).finally(() => {
      delete one.loading;
    });
    return one.loading;
  }

  async #loadUntilFresh(one: LiveExport): Promise<void> {
    while (one.stale) {
      one.stale = false;
      const before = one.text;
      await this.#ask(one);
      if (before !== undefined && before !== one.text) this.#changed.fire(one.uri);
      this.#linked.fire();
    }
  }

  async #ask(one: LiveExport): Promise<void> {
    if (this.client.state !== State.Running) {
      one.text ??= 'The language server is not running.\n';
      return;
    }
    const params: ExportViewParams = { ...partsOf(one.uri), ...(one.id !== undefined && { previous: one.id }) };
    const result = await this.client.sendRequest<ExportViewResult>(exportViewRequest, params);
    if ('gone' in result) {
      one.text = `${result.gone}\n`;
      one.runs = [];
      delete one.id;
      return;
    }
    one.id = result.id;
    one.text = result.text ?? one.text ?? '';
    one.runs = result.runs;
  }
}
