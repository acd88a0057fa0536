import { Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ListFilesParams,
  listFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../../server/src/lsp/protocol';
import { toBase64 } from './base64';

/** Gives the server the files of the workspace, wherever they are: on a disk, in a repository, in the browser. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(listFilesRequest, async ({ pattern }: ListFilesParams): Promise<string[]> => {
      const files = await workspace.findFiles(pattern, '**/node_modules/**');
      return files.map((uri) => uri.toString()).sort();
    }),
    client.onRequest(readFileRequest, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
      return { content: toBase64(await workspace.fs.readFile(Uri.parse(uri, true))) };
    }),
  );
}
