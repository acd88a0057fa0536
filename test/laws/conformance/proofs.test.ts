import { describe, expect, it } from 'vitest';
import { pages } from '../../../server/src/rules/pages';
import { analyzeFiles, exampleOf } from '../../support/ruleExample';
import { faults } from './faults';
import { withFault } from './withFault';

/** Of whatever isn't reached, some rule says why: no claim fails in silence. */
describe('a claim that fails has a diagnostic', () => {
  const check = (files: ReadonlyMap<string, string>): void => {
    const { diagnostics, proofs } = analyzeFiles(files);
    const failed = proofs.filter(({ holds }) => holds === false);
    if (failed.length > 0) expect(diagnostics.map(({ code }) => code)).not.toEqual([]);
    const grave = diagnostics.some(({ severity }) => severity === 'error' || severity === 'warning');
    for (const { claim, witness, of, failing } of failed) {
      // A number that a disabled attendant was given is told as information.
      expect(grave || claim === 'contacts').toBe(true);
      expect(witness).not.toBeNull();
      expect(failing).toBeLessThanOrEqual(of);
    }
  };

  it('in every deployment with one fault', () => {
    for (const fault of faults) check(withFault(fault));
  });

  it('in every example of a rule, and in none that is right', () => {
    for (const { bad, alsoBad = [], good, alsoGood = [], within } of pages.values()) {
      for (const text of [bad, ...alsoBad]) check(exampleOf(text, within).files);
      for (const text of [good, ...alsoGood]) {
        const { files } = exampleOf(text, within);
        const { diagnostics, proofs } = analyzeFiles(files);
        const noted = diagnostics.some(({ severity }) => severity !== 'hint');
        expect(proofs.filter(({ holds }) => holds === false && !noted).map((proof) => [text, proof])).toEqual([]);
      }
    }
  });
});
