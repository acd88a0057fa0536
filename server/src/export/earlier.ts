/** A file as the manifest of an export lists it. */
export interface ListedFile {
  /** Relative to the folder of the export, with `/`. */
  readonly path: string;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly size: number;
  /** The digest of the topology that the file was made of, where it isn't the manifest's: a later export of a part left the file where it was. */
  readonly source?: string;
}

/** What a manifest says of the export that wrote it. */
export interface EarlierExport {
  readonly deployment: string;
  readonly source: {
    readonly sha256: string;
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
  };
  readonly files: readonly ListedFile[];
  /** Of its `source-map.json`, where one is there: the lines of each file, and what comes of no script, as they stand in it. */
  readonly map?: EarlierMap;
}

export interface EarlierMap {
  readonly files: ReadonlyMap<string, readonly unknown[]>;
  readonly unscripted?: readonly unknown[];
}

/** Reads a source map; nothing where the text is none. */
export function readSourceMap(text: string): EarlierMap | undefined {
  const json = parsed(text);
  if (!isObject(json) || json.version !== 1 || !isObject(json.files)) return undefined;
  const { files, unscripted } = json;
  return {
    files: new Map(Object.entries(files).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))),
    ...(Array.isArray(unscripted) && { unscripted }),
  };
}

/** The files of an earlier export that one of a part leaves where they are, each with the digest of the topology that it was made of. */
export function keptFiles(
  kept: EarlierExport | undefined,
  written: readonly string[],
): (ListedFile & { readonly source: string })[] {
  const now = new Set(written);
  return (kept?.files ?? [])
    .filter(({ path }) => !now.has(path))
    .map((file) => ({ ...file, source: file.source ?? kept?.source.sha256 ?? '' }));
}

/** What an export never gives another name than: letters, digits, `.`, `_` and `-` between slashes. */
const ownPath = /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/;

/** Reads a manifest; nothing where the text is none. Entries that an export never writes are left out: a manifest may have been edited, and a path may lead elsewhere. */
export function readManifest(text: string): EarlierExport | undefined {
  const json = parsed(text);
  if (!isObject(json) || json.version !== 1 || !isObject(json.source) || !Array.isArray(json.files)) return undefined;
  const { deployment, source, files } = json;
  if (typeof deployment !== 'string' || typeof source.sha256 !== 'string') return undefined;
  const sources = Array.isArray(source.files) ? source.files : [];
  return {
    deployment,
    source: { sha256: source.sha256, files: sources.filter(hasDigest) },
    files: files.filter(isListed),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasDigest(entry: unknown): entry is { path: string; sha256: string } {
  return isObject(entry) && typeof entry.path === 'string' && typeof entry.sha256 === 'string';
}

function isListed(entry: unknown): entry is ListedFile {
  if (!hasDigest(entry) || !('size' in entry) || typeof entry.size !== 'number') return false;
  if ('source' in entry && typeof entry.source !== 'string') return false;
  return ownPath.test(entry.path) && !entry.path.split('/').some((part) => part === '.' || part === '..');
}

/** What stands where a file of an export goes. */
export type Standing =
  | { readonly path: string; readonly sha256: string }
  /** No file of an export: a folder, or a link that leads who knows where. */
  | { readonly path: string; readonly blockedBy: 'folder' | 'link' | 'file' };

/** Why a file must not be replaced. */
export interface Conflict {
  readonly path: string;
  /** As an administrator reads it: "was changed since it was exported". */
  readonly reason: string;
  /** It stays in the way whatever the administrator says. */
  readonly blocked: boolean;
}

/**
 * The files in a folder that an export must not replace: those that no export wrote, and those that were changed since. A file that has the new content already is
 * none of them: an export that was cut off can be done again.
 */
export function conflictsOf(
  standing: readonly Standing[],
  earlier: EarlierExport | undefined,
  written: readonly { readonly path: string; readonly sha256: string }[],
): Conflict[] {
  // Where case doesn't count, another spelling of a name is the same file.
  const known = new Map(earlier?.files.map((file) => [file.path.toLowerCase(), file.sha256]));
  const wanted = new Map(written.map((file) => [file.path, file.sha256]));
  return standing.flatMap((file): Conflict[] => {
    const { path } = file;
    if ('blockedBy' in file) return [{ path, reason: blocks[file.blockedBy], blocked: true }];
    if (file.sha256 === wanted.get(path) || file.sha256 === known.get(path.toLowerCase())) return [];
    // The manifest doesn't list itself: it was written by an export when it can be read as one.
    if (path === 'manifest.json' && earlier !== undefined) return [];
    const reason = known.has(path.toLowerCase()) ? 'was changed since it was exported' : 'was not written by an export';
    return [{ path, reason, blocked: false }];
  });
}

/** What becomes of the files of an earlier export that this one doesn't write. */
export interface LeftOver {
  /** Removed, so that no script of another state of the topology stays. */
  readonly remove: readonly string[];
  /** Changed since: somebody's work, which stays. */
  readonly keep: readonly string[];
}

/** @param written the paths of this export */
export function leftOverOf(
  standing: readonly Standing[],
  earlier: EarlierExport | undefined,
  written: readonly string[],
): LeftOver {
  const now = new Set(written);
  const found = new Map(standing.flatMap((file) => ('sha256' in file ? [[file.path, file.sha256]] : [])));
  const there = (earlier?.files ?? []).filter(({ path }) => found.has(path) && !now.has(path));
  const [remove, keep] = [true, false].map((same) =>
    there.filter(({ path, sha256 }) => (found.get(path) === sha256) === same).map(({ path }) => path),
  );
  return { remove: remove ?? [], keep: keep ?? [] };
}

const blocks = {
  folder: 'is a folder where a file goes',
  file: 'lies below a file, where a folder goes',
  link: 'lies behind a link, and an export follows none',
} as const;
