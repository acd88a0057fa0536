import { Range, TextEditorRevealType, Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type PreviewLocation,
  type PreviewLocationParams,
  previewLocationRequest,
} from '../../../server/src/lsp/protocol';
import type { LineReference } from '../../webview/messages';

/** Shows where the object behind an element is declared, in an editor that is not the preview's. */
export async function revealElement(
  client: BaseLanguageClient,
  root: string,
  id: string,
  panel: ViewColumn | undefined,
): Promise<void> {
  const params: PreviewLocationParams = { root, id };
  const location = await client.sendRequest<PreviewLocation | null>(previewLocationRequest, params);
  if (location) await show(location.uri, client.protocol2CodeConverter.asRange(location.range), panel);
}

/** Shows a line of a file, in an editor that is not the preview's. */
export async function openLine({ uri, line }: LineReference, panel: ViewColumn | undefined): Promise<void> {
  await show(uri, new Range(line - 1, 0, line - 1, 0), panel);
}

async function show(uri: string, selection: Range, panel: ViewColumn | undefined): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const visible = window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === document.uri.toString(),
  );
  const beside = window.visibleTextEditors.find((editor) => editor.viewColumn !== panel);
  const viewColumn =
    visible?.viewColumn ?? beside?.viewColumn ?? (panel === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
  const editor = await window.showTextDocument(document, { viewColumn, selection });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
