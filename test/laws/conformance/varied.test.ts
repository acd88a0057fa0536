import { describe, expect, it } from 'vitest';
import { checksOf } from '../../../server/src/rules/checks';
import { pages } from '../../../server/src/rules/pages';
import { rules } from '../../../server/src/rules/registry';
import { Baselines } from '../../support/baseline';
import { analyzeFiles, exampleOf } from '../../support/ruleExample';
import { variants } from '../../support/variants';

/** An example of a large number has as many lines; the first of them do. */
const MOST = 40;

const baselines = new Baselines('test/baselines/varied');

/** What becomes of the examples of a rule when one line is taken from them, or one value isn't known: where it says something else than before. */
describe('a rule by itself, with its examples changed', () => {
  it.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
    const { bad = '', good = '', alsoBad = [], within } = pages.get(code) ?? {};
    const checks = checksOf([rule]);
    const said = (files: ReadonlyMap<string, string>): string => {
      const { diagnostics, notChecked } = analyzeFiles(files, undefined, checks);
      const found = diagnostics
        .filter((each) => each.code === code)
        .map(({ path, start, end }) => `[${files.get(path)?.slice(start, end).split('\n')[0]}]`);
      const open = notChecked.filter((each) => each.code === code).map(({ needs }) => `needs ${needs.join(', ')}`);
      return [...found, ...open].join(' ') || 'nothing';
    };
    const lines = [bad, good, ...alsoBad].flatMap((text, i) => {
      const { files } = exampleOf(text, within);
      const before = said(files);
      const changes = [...files].flatMap(([path, whole]) =>
        path.endsWith('/rest.umtopo') || !path.endsWith('.umtopo')
          ? []
          : [...variants(whole)].slice(0, MOST).flatMap((variant) => {
              const after = said(new Map(files).set(path, variant.text));
              return after === before ? [] : [`  ${variant.what}: ${after}`];
            }),
      );
      return [`example ${i + 1}: ${before}`, ...changes];
    });
    baselines.match(`${code}.txt`, `${lines.join('\n')}\n`);
  });

  it('has no baseline that nothing yields', () => expect(baselines.leftOver()).toEqual([]));
});
