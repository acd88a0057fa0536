import { describe, expect, it } from 'vitest';
import { checksOf } from '../../../server/src/rules/checks';
import { rules } from '../../../server/src/rules/registry';
import { analyzeFiles } from '../../support/ruleExample';
import { edges } from './edges';
import { faults } from './faults';
import { lineOf, withFault } from './withFault';

describe('a rule by itself sees its fault', () => {
  it.each([...faults, ...edges].map((fault) => [fault.code, fault.change.at(-1)?.[1].slice(0, 60), fault] as const))(
    '%s: %s',
    (code, _, fault) => {
      const files = withFault(fault);
      const checks = checksOf(rules.filter((rule) => rule.code === code));
      const lines = analyzeFiles(files, undefined, checks)
        .diagnostics.filter((each) => each.code === code)
        .map(({ path, start }) => `${path}:${(files.get(path) ?? '').slice(0, start).split('\n').length}`);
      expect(lines).toEqual([lineOf(files, fault)]);
    },
  );
});
