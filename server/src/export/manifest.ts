import { withoutMark } from '../base/decode';
import type { Deployment } from '../model/deployment';
import type { Place } from '../rules/types';
import { type EarlierExport, keptFiles, type ListedFile } from './earlier';
import { ExportFile, plainText } from './file';
import { type Hash, Sha256 } from './sha256';
import { sourcePath } from './sourceLines';

/** The text of the deployment's files, as digests: what an export was made of. Without a BOM, which editors take off when they open a file. */
export interface SourceDigest {
  /** Over the lines `digest  path` of all files, by path. */
  readonly sha256: string;
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly size: number }[];
}

const PIECE = 1 << 16;

/** @param newHash of SHA-256, where the runtime has a faster one */
export function sourceDigest(deployment: Deployment, newHash: () => Hash = () => new Sha256()): SourceDigest {
  // One for all pieces: a UTF-16 unit takes three bytes at most.
  const memory = new Uint8Array((PIECE + 1) * 3);
  const files = deployment.paths
    .map((path) => ({
      path: sourcePath(deployment, path),
      ...digestOf(withoutMark(deployment.textOf(path)), newHash(), memory),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const list = files.map((file) => `${file.sha256}  ${file.path}\n`).join('');
  return { sha256: digestOf(list, newHash(), memory).sha256, files };
}

/** The digest of a text in UTF-8, in pieces that part no pair of surrogates. */
function digestOf(text: string, hash: Hash, memory: Uint8Array): { sha256: string; size: number } {
  const encoder = new TextEncoder();
  let size = 0;
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + PIECE, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end++;
    const bytes = memory.subarray(0, encoder.encodeInto(text.slice(at, end), memory).written);
    hash.update(bytes);
    size += bytes.length;
    at = end;
  }
  return { sha256: hash.digest(), size };
}

/** The files of this export, and those of an earlier one that it leaves, each with the topology that it was made of. */
function listed(
  files: readonly ExportFile[],
  { source, kept }: { readonly source: SourceDigest; readonly kept?: EarlierExport },
): ListedFile[] {
  const now = files.map((file): ListedFile => ({ path: file.path, ...file.digest() }));
  const stay = keptFiles(
    kept,
    now.map(({ path }) => path),
  );
  return [
    ...now,
    ...stay.map(({ path, sha256, size, source: own }) => ({
      path,
      sha256,
      size,
      ...(own !== source.sha256 && { source: own }),
    })),
  ];
}

/** `manifest.json`: what was exported of what, so that a script can be told from one that was changed, and from one of another topology. */
export function manifestFile(
  files: readonly ExportFile[],
  about: {
    readonly deployment: string;
    readonly wave: string | null;
    readonly forced: boolean;
    readonly source: SourceDigest;
    /** An earlier export whose other files stay. */
    readonly kept?: EarlierExport;
  },
  root: readonly Place[],
): ExportFile {
  return new ExportFile('manifest.json', plainText, () => {
    const json = {
      version: 1,
      deployment: about.deployment,
      wave: about.wave,
      forced: about.forced,
      source: about.source,
      files: listed(files, about).sort((a, b) => (a.path < b.path ? -1 : 1)),
    };
    return JSON.stringify(json, undefined, 2)
      .split('\n')
      .map((text) => ({ text, causes: root }));
  });
}
