import { describe, expect, it } from 'vitest';
import type { Severities } from '../../../server/src/rules/analyze';
import { checksOf } from '../../../server/src/rules/checks';
import { pages } from '../../../server/src/rules/pages';
import { rules } from '../../../server/src/rules/registry';
import { configurableRules } from '../../../server/src/rules/severities';
import { renderFindings } from '../../support/render/findings';
import { analyzeFiles, exampleOf } from '../../support/ruleExample';

/** These say only what no other error says already. */
const lastOfAll = new Set(['UM0013', 'UM0016']);

describe('a rule says the same without the others', () => {
  it.each(rules.map(({ code }) => code).filter((code) => !lastOfAll.has(code)))('%s', (code) => {
    const { bad = '', alsoBad = [], within } = pages.get(code) ?? {};
    for (const text of [bad, ...alsoBad]) {
      const { files } = exampleOf(text, within);
      const said = (checks = checksOf(rules)): string => {
        const { diagnostics } = analyzeFiles(files, undefined, checks);
        return renderFindings(
          files,
          diagnostics.filter((each) => each.code === code),
        ).join('\n');
      };
      expect(said(checksOf(rules.filter((rule) => rule.code === code)))).toBe(said());
    }
  });
});

describe('a rule that is switched off changes no other', () => {
  it.each(configurableRules.map(({ code }) => code).filter((code) => !lastOfAll.has(code)))('%s', (code) => {
    const { bad = '', alsoBad = [], within } = pages.get(code) ?? {};
    for (const text of [bad, ...alsoBad]) {
      const { files } = exampleOf(text, within);
      const said = (severities: Severities): string[] =>
        renderFindings(
          files,
          analyzeFiles(files, severities).diagnostics.filter((each) => each.code !== code && !lastOfAll.has(each.code)),
        );
      expect(said(new Map([[code, 'off']]))).toEqual(said(new Map()));
    }
  });
});
