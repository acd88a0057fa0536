import {
  commands,
  Disposable,
  languages,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExportListParams, type ExportListResult, exportListRequest } from '../../../server/src/lsp/protocol';
import { chooseDeployment } from '../chooseDeployment';
import type { Deployments } from '../deployments';
import { say } from '../say';
import { exportScheme, exportUri } from './exportUri';
import { LinkedDecorations } from './linkedDecorations';
import { LiveExports } from './liveExports';

/**
 * `umtopo.openLiveExport(document?, path?)`: asks for a file of the export, and shows it beside the topology, live.
 * `umtopo.goToSource`: from the line of such a file to what caused it.
 */
export function registerLiveExports(client: BaseLanguageClient, deployments: Deployments): Disposable {
  const exports = new LiveExports(client);
  return Disposable.from(
    exports,
    new LinkedDecorations(exports),
    workspace.registerTextDocumentContentProvider(exportScheme, exports),
    languages.registerDefinitionProvider({ scheme: exportScheme }, exports),
    commands.registerCommand('umtopo.openLiveExport', async (document?: unknown, path?: unknown) => {
      const uri = await chooseDeployment(document, deployments);
      if (!uri) return;
      try {
        await open(client, uri, typeof path === 'string' ? path : undefined);
      } catch (error) {
        await say.error('The export cannot be shown.', error);
      }
    }),
    commands.registerTextEditorCommand('umtopo.goToSource', (editor) => void goToSource(exports, editor)),
  );
}

async function open(client: BaseLanguageClient, document: Uri, path: string | undefined): Promise<void> {
  const params: ExportListParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document) } };
  const list = await client.sendRequest<ExportListResult | null>(exportListRequest, params);
  if (!list) {
    void window.showInformationMessage('This file belongs to no deployment, so there is nothing to export.');
    return;
  }
  const chosen = path ?? (await choose(list));
  if (chosen === undefined) return;
  const uri = exportUri(list.root, list.name, chosen);
  const beside = window.visibleTextEditors.find((editor) => editor.document.uri.scheme === exportScheme);
  const shown = await workspace.openTextDocument(uri);
  await window.showTextDocument(shown, {
    viewColumn: beside?.viewColumn ?? ViewColumn.Beside,
    preview: false,
    preserveFocus: true,
  });
}

async function choose({ files, name }: ExportListResult): Promise<string | undefined> {
  const items: (QuickPickItem & { readonly path?: string })[] = [];
  let folder: string | undefined;
  for (const { path, about } of files) {
    const slash = path.lastIndexOf('/');
    const around = path.slice(0, Math.max(slash, 0));
    if (around !== folder && around !== '') items.push({ label: around, kind: QuickPickItemKind.Separator });
    folder = around;
    items.push({ label: path.slice(slash + 1), description: about, path });
  }
  const chosen = await window.showQuickPick(items, {
    placeHolder: `Which file of the export of ${name}?`,
    matchOnDescription: true,
  });
  return chosen?.path;
}

async function goToSource(exports: LiveExports, editor: TextEditor): Promise<void> {
  const [source] = exports.sources(editor.document.uri, editor.selection.active.line);
  if (!source) {
    void window.showInformationMessage('Nothing in the topology caused this line.');
    return;
  }
  const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === source.uri);
  const other = window.visibleTextEditors.find((each) => each.document.uri.scheme !== exportScheme);
  const first = new Range(source.first, 0, source.first, 0);
  await window.showTextDocument(Uri.parse(source.uri, true), {
    viewColumn: visible?.viewColumn ?? other?.viewColumn ?? ViewColumn.One,
    selection: first,
  });
}
