import { expect, it } from 'vitest';
import { Random, runSeed } from '../support/random';
import { faultsOfFacts, silentAfter } from '../support/silentAfter';

it('no fact that is not known lets a rule fall silent', () => {
  const random = new Random(runSeed());
  const found = faultsOfFacts.flatMap((fault) =>
    silentAfter(fault, Number.POSITIVE_INFINITY, random).map((fact) => `${fault.code} in ${fault.within}: ${fact}`),
  );
  expect(found).toEqual([]);
});
