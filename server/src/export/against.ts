import type { EarlierExport, Standing } from './earlier';
import type { SourceDigest } from './manifest';

/** What is not as the export left it. */
export interface Difference {
  readonly path: string;
  readonly state:
    | 'changed'
    | 'missing'
    /** A file of the topology that the export didn't have. */
    | 'added'
    /** An exported file that was made of an earlier state of the topology. */
    | 'outdated';
}

/** Whether an exported folder belongs to a topology. */
export interface Against {
  /** As the manifest names it. */
  readonly deployment: string;
  /** The topology's text is the one that the export was made of. */
  readonly sameSource: boolean;
  /** Files of the topology, as they are now. */
  readonly source: readonly Difference[];
  /** Files of the export. */
  readonly files: readonly Difference[];
}

/** @param standing what stands at the paths that the manifest lists */
export function compareExport(
  { deployment, source, files }: EarlierExport,
  now: SourceDigest,
  standing: readonly Standing[],
): Against {
  const found = new Map(standing.map((file) => [file.path, file]));
  const before = new Map(source.files.map((file) => [file.path, file.sha256]));
  const after = new Map(now.files.map((file) => [file.path, file.sha256]));
  const sameSource = source.sha256 === now.sha256;
  return {
    deployment,
    sameSource,
    source: [
      ...now.files.flatMap(({ path, sha256 }): Difference[] => {
        const known = before.get(path);
        return known === sha256 ? [] : [{ path, state: known === undefined ? 'added' : 'changed' }];
      }),
      ...source.files.flatMap(({ path }): Difference[] => (after.has(path) ? [] : [{ path, state: 'missing' }])),
    ],
    files: files.flatMap(({ path, sha256, source: own }): Difference[] => {
      const file = found.get(path);
      if (file === undefined) return [{ path, state: 'missing' }];
      if (!('sha256' in file) || file.sha256 !== sha256) return [{ path, state: 'changed' }];
      return own !== undefined && own !== now.sha256 ? [{ path, state: 'outdated' }] : [];
    }),
  };
}

/** The topology is the one that was exported, and no exported file was touched since. */
export function belongs({ sameSource, files }: Against): boolean {
  return sameSource && files.length === 0;
}
