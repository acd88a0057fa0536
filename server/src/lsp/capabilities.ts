import { type InitializeResult, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures';
import { features } from './features/all';

const watchedFiles = ['**/*.umtopo', '**/*.csv', '**/umtopo.json'];

/** What the server offers a client. */
export function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  const offered = features.map((feature) => feature.capabilities(client));
  return {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'umtopo', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    ...Object.assign({}, ...offered),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...Object.assign({}, ...offered.map(({ workspace }) => workspace)),
    },
  };
}

export function initializeResult(client: ClientFeatures, version: string): InitializeResult {
  return { capabilities: capabilitiesFor(client), serverInfo: { name: 'umtopo', version } };
}

export { watchedFiles };
