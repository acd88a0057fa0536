import type { Position, Range } from './client';

export interface Asked {
  readonly method: string;
  readonly params: object;
  /** Looks at every file of the deployment, or at every user of it. */
  readonly workspaceWide?: true;
  /** What may be refused with a reason, in the words of the error: that is an answer too. */
  readonly refuses?: RegExp;
}

/** What is no name, or not to be renamed in the deployed system, isn't renamed. */
const refuses = /^-32803: /;

/**
 * Every request about a document that the protocol has and the server answers, at a position.
 * @param resultId of the colours that the client has already
 */
export function everyRequest(uri: string, position: Position, range: Range, resultId = 'none'): Asked[] {
  const textDocument = { uri };
  const at = { textDocument, position };
  const options = { tabSize: 2, insertSpaces: true };
  const visible = {
    start: { line: Math.max(0, position.line - 25), character: 0 },
    end: { line: position.line + 25, character: 0 },
  };
  return [
    { method: 'textDocument/completion', params: at },
    { method: 'textDocument/hover', params: at },
    { method: 'textDocument/definition', params: at },
    { method: 'textDocument/declaration', params: at },
    { method: 'textDocument/typeDefinition', params: at },
    { method: 'textDocument/implementation', params: at, workspaceWide: true },
    {
      method: 'textDocument/references',
      params: { ...at, context: { includeDeclaration: true } },
      workspaceWide: true,
    },
    { method: 'textDocument/documentHighlight', params: at },
    { method: 'textDocument/prepareRename', params: at, refuses },
    { method: 'textDocument/rename', params: { ...at, newName: 'renamed.contoso.com' }, workspaceWide: true, refuses },
    { method: 'textDocument/linkedEditingRange', params: at },
    { method: 'textDocument/documentSymbol', params: { textDocument } },
    { method: 'workspace/symbol', params: { query: 'alice' }, workspaceWide: true },
    { method: 'textDocument/semanticTokens/range', params: { textDocument, range: visible } },
    { method: 'textDocument/rangeFormatting', params: { textDocument, range: visible, options } },
    { method: 'textDocument/onTypeFormatting', params: { ...at, ch: '}', options } },
    { method: 'textDocument/selectionRange', params: { textDocument, positions: [position] } },
    { method: 'textDocument/documentLink', params: { textDocument } },
    { method: 'textDocument/inlayHint', params: { textDocument, range: visible } },
    { method: 'textDocument/codeLens', params: { textDocument } },
    { method: 'textDocument/prepareCallHierarchy', params: at },
    { method: 'textDocument/codeAction', params: { textDocument, range, context: { diagnostics: [] } } },
    {
      method: 'textDocument/codeAction',
      params: { textDocument, range, context: { diagnostics: [], only: ['source'] } },
      workspaceWide: true,
    },
    { method: 'textDocument/diagnostic', params: { textDocument } },
    { method: 'workspace/diagnostic', params: { previousResultIds: [] }, workspaceWide: true },
    {
      method: 'workspace/willRenameFiles',
      params: { files: [{ oldUri: uri, newUri: `${uri}.old` }] },
      workspaceWide: true,
    },
    // Of a whole file: they grow with the file, whatever is done.
    {
      method: 'textDocument/semanticTokens/full/delta',
      params: { textDocument, previousResultId: resultId },
      workspaceWide: true,
    },
    { method: 'textDocument/semanticTokens/full', params: { textDocument }, workspaceWide: true },
    { method: 'textDocument/foldingRange', params: { textDocument }, workspaceWide: true },
    { method: 'textDocument/formatting', params: { textDocument, options }, workspaceWide: true },
  ];
}
