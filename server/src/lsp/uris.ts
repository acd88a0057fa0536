import { URI } from 'vscode-uri';

/**
 * Between the URIs of the protocol and the paths of the workspace, which are decoded URIs: `file:///c:/Topology/main.umtopo`. Clients write one URI in several
 * ways (`c%3A`, `C:`), so the way each was first written is kept and used in answers.
 */
export class Uris {
  private readonly written = new Map<string, string>();
  private readonly encoded = new Map<string, string>();

  toPath(uri: string): string {
    const path = decode(uri);
    if (!this.written.has(path)) this.written.set(path, uri);
    return path;
  }

  toUri(path: string): string {
    const known = this.written.get(path) ?? this.encoded.get(path);
    if (known !== undefined) return known;
    const uri = encode(path);
    this.encoded.set(path, uri);
    return uri;
  }
}

function decode(text: string): string {
  let uri: URI;
  try {
    uri = URI.parse(text);
  } catch {
    return text;
  }
  const path = uri.path.replace(/^\/([A-Z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`);
  // A document without a folder (`untitled:Untitled-1`) gets one of its own: it must not become the root of everything else.
  if (!path.startsWith('/')) return `${uri.scheme}:/${path}/${path}`;
  return `${uri.scheme}://${uri.authority}${path}`.replace(/(?<!:|:\/)\/+$/, '');
}

function encode(path: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)(\/.*)?$/i.exec(path);
  if (!match) return path;
  return URI.from({ scheme: match[1] as string, authority: match[2] ?? '', path: match[3] ?? '/' }).toString();
}

/** The scheme of a path: `file`, `untitled`, `vscode-vfs`. */
export function schemeOf(path: string): string {
  return /^[a-z][a-z0-9+.-]*(?=:)/i.exec(path)?.[0] ?? '';
}
