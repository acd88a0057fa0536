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

/**
 * `source-map.json`: which lines of the topology caused which lines of which file.
 * @param whole all that is run is among the files: what none of it comes of is listed
 */
export function sourceMapFile(
  files: readonly ExportFile[],
  deployment: Deployment,
  root: readonly Place[],
  whole: boolean,
): ExportFile {
  for (const file of files) file.observer = new RunCollector(deployment, isRun(file.path));
  return new ExportFile('source-map.json', plainText, function* lines() {
    const own = (text: string): ExportLine => ({ text, causes: root });
    yield own('{');
    yield own('  "version": 1,');
    yield own('  "files": {');
    for (const [i, file] of files.entries()) {
      file.digest();
      const runs = (file.observer as RunCollector).finish();
      yield own(`    ${JSON.stringify(file.path)}: [`);
      for (const [n, run] of runs.entries()) yield own(`      ${JSON.stringify(run)}${n < runs.length - 1 ? ',' : ''}`);
      yield own(`    ]${i < files.length - 1 ? ',' : ''}`);
    }
    yield own(whole ? '  },' : '  }');
    if (!whole) {
      yield own('}');
      return;
    }
    yield own('  "unscripted": [');
    const unscripted = [...withoutScript(deployment, files)];
    for (const [n, entry] of unscripted.entries())
      yield own(`    ${JSON.stringify(entry)}${n < unscripted.length - 1 ? ',' : ''}`);
    yield own('  ]');
    yield own('}');
  });
}
