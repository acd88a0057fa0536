import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { Analyzer } from '../../../server/src/rules/analyze';
import { type Checks, checksOf } from '../../../server/src/rules/checks';
import { rules } from '../../../server/src/rules/registry';
import { Baselines } from '../../support/baseline';
import { everyDeployment } from '../../support/everyDeployment';

const baselines = new Baselines('test/baselines/elsewhere');

/** What each rule flags by itself in all deployments that tests have, but for its own examples: of the most nothing, and where it speaks, with reason. */
describe('a rule by itself, elsewhere', () => {
  it.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
    const checks = checksOf([rule]);
    const lines = everyDeployment().flatMap(({ name, deployments }) => {
      if (name.startsWith(`${code} bad`)) return [];
      const found = deployments.flatMap((deployment) => flagged(deployment, checks, code));
      return found.length > 0 ? [`${name}: ${found.join(' ')}`] : [];
    });
    baselines.match(`${code}.txt`, `${lines.length > 0 ? lines.join('\n') : 'nothing'}\n`);
  });

  it('has no baseline that nothing yields', () => expect(baselines.leftOver()).toEqual([]));
});

/** What a rule flags, and what it can't check. */
function flagged(deployment: Deployment, checks: Checks, code: string): string[] {
  const { diagnostics, notChecked } = new Analyzer(deployment, checks).analyze();
  return [
    ...diagnostics
      .filter((each) => each.code === code)
      .map(({ path, start, end }) => `[${deployment.textOf(path).slice(start, end).split('\n')[0]}]`),
    ...notChecked.filter((each) => each.code === code).map(({ needs }) => `needs ${needs.join(', ')}`),
  ];
}
