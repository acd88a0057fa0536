import { commands, type ExtensionContext, type LogOutputChannel, type TextDocument, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerExport } from './commands/exportDeployment';
import { registerNewDeployment } from './commands/newDeployment';
import { registerServerCommands } from './commands/server';
import { registerShowRoute } from './commands/showRoute';
import { Deployments } from './deployments';
import { registerExplorer } from './explorer/register';
import { exportScheme } from './export/exportUri';
import { registerLiveExports } from './export/register';
import { serveFiles } from './fileAccess';
import { RoutePictures } from './markdown/pictures';
import { type MarkdownIt, routeBlocks } from './markdown/plugin';
import { withPageLinks } from './pageLinks';
import { pagesUri, registerPages } from './pages';
import { registerPreview } from './preview/register';
import { say } from './say';
import { registerStatus } from './status';
import { registerTests } from './tests/register';

/** What VS Code's Markdown preview takes from the extension. */
export interface Api {
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * What both entries share: the client of the language server, and everything that asks it.
 * @param fileAccess the server cannot read the files of the workspace by itself
 */
export async function activateWith(context: ExtensionContext, create: CreateClient, fileAccess: boolean): Promise<Api> {
  const output = window.createOutputChannel('UM Topology', { log: true });
  const client = create('umtopo', 'UM Topology', clientOptions(output, fileAccess));
  const deployments = new Deployments(client);
  const pictures = new RoutePictures(client, deployments);
  context.subscriptions.push(
    output,
    deployments,
    pictures,
    registerPages(context.extensionUri, client),
    serveFiles(client),
    registerStatus(deployments),
    registerServerCommands(client, output),
    registerPreview(context.extensionUri, client, deployments),
    registerExport(client, deployments),
    registerLiveExports(client, deployments),
    registerShowRoute(client, deployments),
    registerNewDeployment(client),
    registerTests(client, deployments),
    registerExplorer(client, deployments),
    { dispose: () => void client.stop().catch(() => undefined) },
  );
  await commands.executeCommand('setContext', 'umtopo.active', true);
  try {
    await client.start();
  } catch (error) {
    // The commands stay: one of them starts it again.
    void say.error('The language server does not start.', error);
  }
  return { extendMarkdownIt: (markdown) => routeBlocks(markdown, pictures) };
}

function clientOptions(output: LogOutputChannel, fileAccess: boolean): LanguageClientOptions {
  return {
    // In the CSV files of a deployment cells are explained and completed; other CSV files get nothing.
    documentSelector: [{ language: 'umtopo' }, { pattern: '**/*.csv' }],
    // A list of users in an export is none of the deployment's files.
    middleware: {
      didOpen: (document, next) => (isExport(document) ? Promise.resolve() : next(document)),
      didChange: (event, next) => (isExport(event.document) ? Promise.resolve() : next(event)),
      provideHover: async (document, position, token, next) => withPageLinks(await next(document, position, token)),
      didClose: (document, next) => (isExport(document) ? Promise.resolve() : next(document)),
    },
    outputChannel: output,
    traceOutputChannel: output,
    initializationOptions: { fileAccess, commands: true, documentation: pagesUri },
  };
}

function isExport({ uri }: TextDocument): boolean {
  return uri.scheme === exportScheme;
}
