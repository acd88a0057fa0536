import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../../server/src/export/file';
import { nothingAsked } from '../../../server/src/export/unscripted';
import type { Deployment } from '../../../server/src/model/deployment';
import type { Place } from '../../../server/src/rules/types';
import { Random, runSeed } from '../../support/random';
import { randomDeployment } from '../../support/randomDeployment';
import { deploymentOf, exampleDeployment, filesOf } from '../../unit/export/deployments';
import { everything } from '../../unit/export/samples';
import { deployments } from '../conformance/deployments';

interface Run {
  readonly from: number;
  readonly to: number;
  readonly causes: readonly { readonly file: string; readonly line: number; readonly endLine: number }[];
}

interface SourceMap {
  readonly files: Readonly<Record<string, readonly Run[]>>;
  readonly unscripted: readonly {
    readonly file: string;
    readonly line: number;
    readonly what: string;
    readonly reason: string;
  }[];
}

/** Every line of every file leads to lines that the topology has. */
function checkLines(deployment: Deployment, files: readonly ExportFile[], map: SourceMap): void {
  for (const file of files) {
    if (/^(?:manifest|source-map)\.json$/.test(file.path)) continue;
    const lines = file.text().split(/\r\n?|\n/).length - 1;
    let next = 1;
    for (const run of map.files[file.path] ?? []) {
      if (run.from !== next || run.causes.length === 0) expect({ path: file.path, run }).toBeUndefined();
      next = run.to + 1;
      for (const { file: source, line, endLine } of run.causes) {
        const path = deployment.paths.find((each) => each === source || each.endsWith(`/${source}`)) ?? source;
        const length = deployment.source(path)?.lines.lineCount ?? 0;
        if (line < 1 || endLine < line || endLine > length) expect({ path: file.path, run, length }).toBeUndefined();
      }
    }
    expect(next - 1, `${file.path} is led back as a whole`).toBe(lines);
  }
}

/** Every declaration has a line in what is run or loaded, or a reason; and in what is read, always. */
function checkDeclarations(deployment: Deployment, files: readonly ExportFile[], map: SourceMap): void {
  const key = ({ path, start }: Place): string => `${path}:${start}`;
  const causesIn = (pattern: RegExp): Set<string> => {
    const causes = new Set<string>();
    for (const file of files.filter(({ path }) => pattern.test(path)))
      for (const line of file.lines()) for (const cause of line.causes) causes.add(key(cause));
    return causes;
  };
  const without = (causes: ReadonlySet<string>): string[] =>
    deployment.declarations
      .filter((declaration) => !causes.has(key({ path: declaration.path, ...declaration.span })))
      .map(({ kind, name }) => (name === '' ? kind.name : `${kind.name} ${name}`));
  expect(map.unscripted.map(({ what }) => what)).toEqual(without(causesIn(/\.(?:ps1|zone|records)$/)));
  expect(map.unscripted.filter(({ reason }) => reason === nothingAsked)).toEqual([]);
  expect(without(causesIn(/\.(?:json|html)$/))).toEqual([]);
}

function check(deployment: Deployment): void {
  const files = filesOf(deployment);
  const map = JSON.parse(files.find(({ path }) => path === 'source-map.json')?.text() ?? '') as SourceMap;
  checkLines(deployment, files, map);
  checkDeclarations(deployment, files, map);
}

describe('every line leads to the topology, and every declaration to a line or a reason', () => {
  it.each(['on-premises', 'cross-premises', 'mixed', 'bulk', 'mistakes'])('of the example %s', (name) => {
    check(exampleDeployment(name));
  });

  it.each(Object.keys(deployments) as (keyof typeof deployments)[])('of %s', (name) => {
    check(deploymentOf(deployments[name]));
  });

  it.each(['onPremises', 'crossPremises', 'mixed'] as const)('of one of everything, %s', (mode) => {
    for (const server of ['lync2010', 'lync2013', 'sfb2019'] as const) check(deploymentOf(everything(server, mode)));
  });

  it('of random deployments', () => {
    const random = new Random(runSeed());
    for (let i = 0; i < 15; i++) check(deploymentOf(randomDeployment(random)));
  });
});
