import { it } from 'vitest';
import { checkIncremental } from '../support/incrementalRuns';
import { runSeed } from '../support/random';

it(`a deployment that was edited is the one that its files make from nothing (SEED=${runSeed()})`, () => {
  checkIncremental(10_000);
});
