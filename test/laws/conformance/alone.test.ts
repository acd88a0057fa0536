import { describe, expect, it } from 'vitest';
import { checksOf } from '../../../server/src/rules/checks';
import { rules } from '../../../server/src/rules/registry';
import { Baselines } from '../../support/baseline';
import { renderFindings } from '../../support/render/findings';
import { analyzeFiles } from '../../support/ruleExample';
import { edges } from './edges';
import { faults } from './faults';
import { furtherFaults } from './furtherFaults';
import { lineOf, withFault } from './withFault';

const all = [...faults, ...edges, ...furtherFaults];
const baselines = new Baselines('test/baselines/faults');

/** What each rule says of its faults, by itself, and what its fixes make of them. */
describe('a rule by itself sees its faults', () => {
  it.each([...new Set(all.map(({ code }) => code))].sort())('%s', (code) => {
    const checks = checksOf(rules.filter((rule) => rule.code === code));
    const parts = all
      .filter((fault) => fault.code === code)
      .map((fault) => {
        const files = withFault(fault);
        const found = analyzeFiles(files, undefined, checks).diagnostics.filter((each) => each.code === code);
        const lines = found.map(
          ({ path, start }) => `${path}:${(files.get(path) ?? '').slice(0, start).split('\n').length}`,
        );
        expect(lines).toEqual([lineOf(files, fault)]);
        return renderFindings(files, found).join('\n');
      });
    baselines.match(`${code}.txt`, `${parts.join('\n\n')}\n`);
  });

  it('has no baseline that nothing yields', () => expect(baselines.leftOver()).toEqual([]));
});
