import type { Deployment } from '../model/deployment';
import type { Place } from '../rules/types';
import { placeOf } from './facts';
import { ExportFile, type ExportLine, plainText } from './file';
import { causeKey, RunCollector } from './runCollector';
import { Locator, type SourceLines } from './sourceLines';
import { reasonUnscripted } from './unscripted';

/** Scripts and zones: what is run or loaded. */
function isRun(path: string): boolean {
  return /\.(?:ps1|zone|records)$/.test(path);
}

/** The declarations of which nothing is run or loaded, each with the reason. */
function* withoutScript(
  deployment: Deployment,
  files: readonly ExportFile[],
): Generator<SourceLines & { readonly what: string; readonly reason: string }> {
  const locator = new Locator(deployment);
  const run = files.filter((file) => isRun(file.path));
  const causes = new Set(run.flatMap((file) => [...(file.observer as RunCollector).causes]));
  for (const declaration of deployment.declarations) {
    if (causes.has(causeKey(placeOf(declaration)))) continue;
    const reason = reasonUnscripted(deployment, declaration);
    const what = `${declaration.kind.name}${declaration.name === '' ? '' : ` ${declaration.name}`}`;
    yield { ...locator.linesOf(placeOf(declaration)), what, reason };
  }
}

/** What of an earlier export's map is still right: an export of a part leaves its files where they are. */
export interface KeptMap {
  readonly files: ReadonlyMap<string, readonly unknown[]>;
  readonly unscripted?: readonly unknown[] | undefined;
}

/**
 * `source-map.json`: which lines of the topology caused which lines of which file.
 * @param whole all that is run is among the files: what none of it comes of is listed
 */
export function sourceMapFile(
  files: readonly ExportFile[],
  deployment: Deployment,
  root: readonly Place[],
  whole: boolean,
  kept: KeptMap = { files: new Map() },
): ExportFile {
  for (const file of files) file.observer = new RunCollector(deployment, isRun(file.path));
  const made = new Map(files.map((file) => [file.path, file]));
  const paths = [...new Set([...made.keys(), ...kept.files.keys()])].sort();
  const runsOf = (path: string): readonly unknown[] => {
    const file = made.get(path);
    if (file === undefined) return kept.files.get(path) ?? [];
    file.digest();
    return (file.observer as RunCollector).finish();
  };
  return new ExportFile('source-map.json', plainText, function* lines() {
    const own = (text: string): ExportLine => ({ text, causes: root });
    const entries = (margin: string, list: readonly unknown[]): ExportLine[] =>
      list.map((entry, n) => own(`${margin}${JSON.stringify(entry)}${n < list.length - 1 ? ',' : ''}`));
    yield own('{');
    yield own('  "version": 1,');
    yield own('  "files": {');
    for (const [i, path] of paths.entries()) {
      yield own(`    ${JSON.stringify(path)}: [`);
      yield* entries('      ', runsOf(path));
      yield own(`    ]${i < paths.length - 1 ? ',' : ''}`);
    }
    const unscripted = whole ? [...withoutScript(deployment, files)] : kept.unscripted;
    if (unscripted) {
      yield own('  },');
      yield own('  "unscripted": [');
      yield* entries('    ', unscripted);
      yield own('  ]');
    } else yield own('  }');
    yield own('}');
  });
}
