import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith } from './activate';

/** Where VS Code runs extensions in a browser: the server is a web worker, which reads files through the client. */
export function activate(context: ExtensionContext): Promise<Api> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });

  const start = async () => {
    // After a restart nobody speaks to the old one.
    worker?.terminate();
    worker = await startWorker(script);
    // The streams and not the worker: VS Code's own `Worker` is none to the client's eyes.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateWith(context, (id, name, options) => new LanguageClient(id, name, start, options), true);
}

async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true));
  // VS Code starts no worker from an extension on a remote machine, but from its text.
  const text = await workspace.fs.readFile(script);
  const url = URL.createObjectURL(new Blob([text.slice()], { type: 'text/javascript' }));
  return new Worker(url);
}
