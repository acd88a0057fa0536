import { type CodeAction, CodeActionKind, commands, Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type PreviewDetails,
  type PreviewDetailsParams,
  previewDetailsRequest,
} from '../../../server/src/lsp/protocol';
import { say } from '../say';

/** So many of the actions at a place are asked for their edits. */
const resolved = 50;

/** Applies a quick fix of a problem that stands on a part of the picture, as the light bulb would. */
export async function applyFix(
  client: BaseLanguageClient,
  params: PreviewDetailsParams,
  problem: number,
  title: string,
): Promise<void> {
  const details = await client.sendRequest<PreviewDetails | null>(previewDetailsRequest, params);
  const at = details?.problems[problem]?.location;
  if (at === undefined) return;
  const uri = Uri.parse(at.uri, true);
  await workspace.openTextDocument(uri);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    client.protocol2CodeConverter.asRange(at.range),
    CodeActionKind.QuickFix.value,
    resolved,
  );
  const action = actions.find((each) => each.title === title);
  if (!action?.edit || !(await workspace.applyEdit(action.edit))) {
    void say.error(`"${title}" can't be applied.`, 'The text changed meanwhile.');
    return;
  }
  // What was changed is shown, where it isn't yet.
  if (window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString())) return;
  await window.showTextDocument(uri, { viewColumn: ViewColumn.One, preserveFocus: true });
}
