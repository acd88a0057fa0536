import { describe, expect, it } from 'vitest';
import { checksOf } from '../../server/src/rules/checks';
import { pages } from '../../server/src/rules/pages';
import { rules } from '../../server/src/rules/registry';
import { Baselines } from '../support/baseline';
import { renderFindings } from '../support/render/findings';
import { analyzeFiles, exampleOf } from '../support/ruleExample';

const baselines = new Baselines('test/baselines/rules');

/** What each rule says of its examples, by itself, and what its fixes make of them: to be read in the diff when it changes. */
describe('each rule by itself', () => {
  it.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
    const page = pages.get(code);
    if (page === undefined) throw new Error(`${code} has no page`);
    const { within, bad, alsoBad = [], good, alsoGood = [] } = page;
    const checks = checksOf([rule]);
    const of = (text: string): { rendered: string[]; found: number } => {
      const { files } = exampleOf(text, within);
      const { diagnostics, notChecked } = analyzeFiles(files, undefined, checks);
      const found = diagnostics.filter((each) => each.code === code);
      const open = notChecked.map(({ users, needs }) => `  not checked for ${users} users: ${needs.join(', ')}`);
      return { rendered: [...renderFindings(files, found), ...open], found: found.length };
    };
    const wrong = [bad, ...alsoBad].map((text) => of(text).rendered.join('\n'));
    baselines.match(`${code}.txt`, `${wrong.join('\n\n')}\n`);
    expect([good, ...alsoGood].map((text) => of(text).found)).toEqual([good, ...alsoGood].map(() => 0));
  });

  it('has no baseline that nothing yields', () => expect(baselines.leftOver()).toEqual([]));
});
