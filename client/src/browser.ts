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

/** The worker reads the files that the server shares with the command line from beside its own, whose address it gets as its name. */
async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true), { name: script.toString(true) });
  // VS Code starts no worker from an extension on a remote machine, and gives none its files: all of them are in its text.
  const shared = Uri.joinPath(script, '..', '..', 'shared');
  const names = (await workspace.fs.readDirectory(shared)).map(([name]) => name).filter((name) => name.endsWith('.js'));
  const parts = names.map(async (name) => [
    `umtopoFiles[${JSON.stringify(name)}]=()=>{`,
    await contents(Uri.joinPath(shared, name)),
    '\n};\n',
  ]);
  const text = ['self.umtopoFiles={};\n', ...(await Promise.all(parts)).flat(), await contents(script)];
  return new Worker(URL.createObjectURL(new Blob(text, { type: 'text/javascript' })));
}

async function contents(file: Uri): Promise<Uint8Array<ArrayBuffer>> {
  return (await workspace.fs.readFile(file)).slice();
}
