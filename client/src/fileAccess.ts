import { Disposable, FileType, Uri, workspace } from 'vscode';
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
    client.onRequest(listFilesRequest, async ({ folder, extension }: ListFilesParams): Promise<string[]> => {
      const files = await filesBelow(Uri.parse(folder, true), extension.toLowerCase());
      return files.map((uri) => client.code2ProtocolConverter.asUri(uri)).sort();
    }),
    client.onRequest(readFileRequest, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
      return { content: toBase64(await workspace.fs.readFile(Uri.parse(uri, true))) };
    }),
  );
}

/** Not by a search, which goes by settings of its own and is not to be had everywhere. */
export async function filesBelow(folder: Uri, extension: string): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
  const found = await Promise.all(
    entries.map(([name, type]): Uri[] | Promise<Uri[]> => {
      const uri = Uri.joinPath(folder, name);
      // A link to a folder is not followed: it may lead round in a circle.
      if (type === FileType.Directory) return isSkipped(name) ? [] : filesBelow(uri, extension);
      return (type & FileType.File) !== 0 && name.toLowerCase().endsWith(extension) ? [uri] : [];
    }),
  );
  return found.flat();
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
