import { type Decoded, decodeText, withoutMark } from '../base/decode';
import { isBelow, isSkippedFolder } from '../base/paths';
import type { FileAccess } from '../model/fileAccess';
import {
  type ListFilesParams,
  listFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from './protocol';
import { schemeOf, type Uris } from './uris';

/** Sends a request to the client. */
type Ask = <R>(method: string, params: object) => Promise<R>;

/** Files that the client reads for the server: in a web worker, in a virtual workspace. */
export class ClientFiles implements FileAccess {
  constructor(
    private readonly ask: Ask,
    private readonly uris: Uris,
  ) {}

  async list(folder: string, extension: '.umtopo' | '.csv' = '.umtopo'): Promise<readonly string[]> {
    const params: ListFilesParams = { folder: this.uris.toUri(folder), extension };
    const uris = await this.ask<string[]>(listFilesRequest, params);
    const paths = uris.map((uri) => this.uris.toPath(uri)).filter((path) => isBelow(path, folder));
    return paths.filter((path) => !path.slice(folder.length).split('/').slice(0, -1).some(isSkipped));
  }

  async read(path: string): Promise<Decoded | undefined> {
    let found: ReadFileResult;
    try {
      found = await this.ask<ReadFileResult>(readFileRequest, { uri: this.uris.toUri(path) } satisfies ReadFileParams);
    } catch {
      return undefined;
    }
    return decodeText(bytesOf(found.content));
  }
}

function isSkipped(name: string): boolean {
  return name !== '' && isSkippedFolder(name);
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Reads what is open in the editor from there, files of this machine from its disk, and others through the client. */
export class EditorFiles implements FileAccess {
  constructor(
    private readonly openText: (path: string) => string | undefined,
    private readonly disk: FileAccess | undefined,
    private readonly client: FileAccess | undefined,
  ) {}

  private accessFor(path: string): FileAccess | undefined {
    return schemeOf(path) === 'file' ? (this.disk ?? this.client) : this.client;
  }

  async list(folder: string, extension?: '.umtopo' | '.csv'): Promise<readonly string[]> {
    return (await this.accessFor(folder)?.list(folder, extension)) ?? [];
  }

  async read(path: string): Promise<Decoded | undefined> {
    const text = this.openText(path);
    if (text !== undefined) return { text };
    const found = await this.accessFor(path)?.read(path);
    // Editors open a file without its mark, and count from behind it.
    return found?.text === undefined ? found : { text: withoutMark(found.text) };
  }
}
