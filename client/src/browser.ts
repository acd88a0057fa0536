import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate';

/** Where VS Code runs extensions in a browser: the server is a web worker, which reads files through the client. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  return activateWith(
    context,
    (id, name, options) => new LanguageClient(id, name, async () => new Worker(script), options),
    true,
  );
}
