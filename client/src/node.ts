import { join } from 'node:path';
import { type ExtensionContext, workspace } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateWith } from './activate';

/** Where VS Code runs extensions in Node: the server is a process of its own. */
export function activate(context: ExtensionContext): Promise<Api> {
  const module = context.asAbsolutePath('dist/server.js');
  const transport = TransportKind.ipc;
  const env = { UMTOPO_CODE_CACHE: join(context.globalStorageUri.fsPath, 'code') };
  const server: ServerOptions = {
    run: { module, transport, options: { env } },
    debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const virtual = workspace.workspaceFolders?.some(({ uri }) => uri.scheme !== 'file') ?? false;
  return activateWith(context, (id, name, options) => new LanguageClient(id, name, server, options), virtual);
}
