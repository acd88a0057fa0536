import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';
import { Analyzer } from '../../../server/src/rules/analyze';
import { checksOf } from '../../../server/src/rules/checks';
import { pages } from '../../../server/src/rules/pages';
import { rules } from '../../../server/src/rules/registry';
import { exampleOf } from '../../support/ruleExample';
import { told } from '../../support/told';
import { edges } from './edges';
import { faults } from './faults';
import { furtherFaults } from './furtherFaults';
import { withFault } from './withFault';

const all = [...faults, ...edges, ...furtherFaults];
const early = 'users Early {\n  mailbox none\n  pool pool01.contoso.com\n  early@contoso.com\n';
const row = '  later@contoso.com\n';

function filled(files: ReadonlyMap<string, string>): Workspace {
  const workspace = new Workspace();
  for (const [path, text] of files) workspace.set(path, text);
  workspace.refresh();
  return workspace;
}

/**
 * Findings about declarations are kept while only users change. Where a row is typed before them, they and the edits of their fixes stand further down: a fix would
 * change another text otherwise.
 */
describe('what a rule found, with its fixes, moves with what it stands in', () => {
  it.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
    const { bad = '', alsoBad = [], within } = pages.get(code) ?? {};
    const checks = checksOf([rule]);
    const deployments = [
      ...[bad, ...alsoBad].map((text) => exampleOf(text, within).files),
      ...all.filter((fault) => fault.code === code).map(withFault),
    ];
    for (const files of deployments) {
      const path = [...files.keys()].find((each) => each.endsWith('.umtopo'));
      if (path === undefined) continue;
      const filesWith = (rows: string): Map<string, string> =>
        new Map(files).set(path, `${early}${rows}}\n${files.get(path)}`);
      const workspace = filled(filesWith(''));
      const analyzers = workspace.deployments.map((deployment) => new Analyzer(deployment, checks));
      for (const analyzer of analyzers) analyzer.analyze();
      workspace.edit(path, [{ start: early.length, end: early.length, text: row }]);
      workspace.refresh();
      expect(analyzers.map((analyzer) => told(analyzer.analyze()))).toEqual(
        filled(filesWith(row)).deployments.map((deployment) => told(new Analyzer(deployment, checks).analyze())),
      );
    }
  });
});
