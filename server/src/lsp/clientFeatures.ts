import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { Encoding } from './positions';
import { positionEncodings } from './positions';

/** What the client understands: every answer is made to fit it. */
export interface ClientFeatures {
  readonly encoding: Encoding;
  /** The client asks for diagnostics; otherwise they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticTags: readonly number[];
  readonly diagnosticData: boolean;
  readonly publishVersion: boolean;
  readonly workspaceFolders: boolean;
  readonly watchesOnRequest: boolean;
  readonly configuration: boolean;
  readonly configurationOnRequest: boolean;
  readonly documentChanges: boolean;
  readonly progress: boolean;
  readonly codeActionLiterals: boolean;
  /** Edits of an action are asked for when it is chosen. */
  readonly resolvesActions: boolean;
  readonly createsFiles: boolean;
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly lazyDocumentation: boolean;
  readonly labelDetails: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly definitionLinks: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly prepareRename: boolean;
  readonly lineFoldingOnly: boolean;
  readonly inlayHintRefresh: boolean;
  readonly codeLensRefresh: boolean;
  readonly semanticTokensRefresh: boolean;
  /** The client reads files for the server (`umtopo/readFile`). */
  readonly fileAccess: boolean;
  /** Where the client has the project's pages: the URI of a folder. */
  readonly documentation: string | undefined;
  /** The client has the commands of the extension, so that lenses and actions may name them. */
  readonly commands: boolean;
}

export function readClient(params: InitializeParams): ClientFeatures {
  const { general, workspace, textDocument, window } = params.capabilities as ClientCapabilities;
  const offered = general?.positionEncodings ?? [];
  const completion = textDocument?.completion?.completionItem;
  const published = textDocument?.publishDiagnostics;
  // Clients from before LSP 3.17 say what they show of a diagnostic under publishDiagnostics only.
  const shown = { ...published, ...textDocument?.diagnostic };
  const options = (params.initializationOptions ?? {}) as {
    fileAccess?: unknown;
    commands?: unknown;
    documentation?: unknown;
  };
  return {
    encoding: offered.map((name) => positionEncodings.find((encoding) => encoding === name)).find(Boolean) ?? 'utf-16',
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: shown.relatedInformation === true,
    codeDescription: shown.codeDescriptionSupport === true,
    diagnosticTags: shown.tagSupport?.valueSet ?? [],
    diagnosticData: shown.dataSupport === true,
    publishVersion: published?.versionSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchesOnRequest: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    configurationOnRequest: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    progress: window?.workDoneProgress === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    snippets: completion?.snippetSupport === true,
    insertReplace: completion?.insertReplaceSupport === true,
    lazyDocumentation: completion?.resolveSupport?.properties.includes('documentation') === true,
    labelDetails: completion?.labelDetailsSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: completion?.documentationFormat?.includes('markdown') === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    lineFoldingOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    semanticTokensRefresh: workspace?.semanticTokens?.refreshSupport === true,
    fileAccess: options.fileAccess === true,
    documentation: typeof options.documentation === 'string' ? options.documentation.replace(/\/*$/, '/') : undefined,
    commands: options.commands === true,
  };
}
