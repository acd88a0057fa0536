import { it } from 'vitest';
import { runSeed } from '../support/random';
import { session } from './sessions/run';

const seed = runSeed();

it(`an edit costs what it touches, and after many of them all is said that a fresh server says (SEED=${seed})`, async () => {
  for (let run = 0; run < 3; run++) await session(seed + run, 100, 50);
}, 120_000);
