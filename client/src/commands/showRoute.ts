import { commands, Disposable, languages, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { chooseDeployment } from '../chooseDeployment';
import type { Deployments } from '../deployments';
import { RouteDocuments, routeScheme } from '../route/routeDocuments';
import { say } from '../say';

/** An address or a number, as in the files. */
const target = /(?:sip:)?[^\s"{},()/]+@[^\s"{},()/]+|\+\d+(?:;ext=\d+)?/i;

/** `umtopo.showRoute(document?, address?)`: asks for an address or a number, and shows where its calls go. */
export function registerShowRoute(client: BaseLanguageClient, deployments: Deployments): Disposable {
  const documents = new RouteDocuments(client, deployments);
  return Disposable.from(
    documents,
    workspace.registerTextDocumentContentProvider(routeScheme, documents),
    languages.registerDocumentLinkProvider({ scheme: routeScheme }, documents),
    commands.registerCommand('umtopo.showRoute', async (document?: unknown, address?: unknown) => {
      const uri = await chooseDeployment(document, deployments);
      if (!uri) return;
      const of = typeof address === 'string' ? address : await ask();
      if (!of) return;
      try {
        const shown = await workspace.openTextDocument(await documents.open(uri, of));
        await window.showTextDocument(shown, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
      } catch (error) {
        await say.error(`There is no route for ${of}.`, error);
      }
    }),
  );
}

function ask(): Thenable<string | undefined> {
  const editor = window.activeTextEditor;
  const range = editor?.document.getWordRangeAtPosition(editor.selection.active, target);
  return window.showInputBox({
    title: 'Show Route',
    prompt: 'Whose unanswered call? A SIP address, or a number such as +14255550101',
    ...(editor && range ? { value: editor.document.getText(range) } : {}),
    validateInput: (text) => (text.trim() === '' ? 'An address or a number' : undefined),
  });
}
