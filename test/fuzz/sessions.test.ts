import { it } from 'vitest';
import { session } from '../protocol/sessions/run';
import { runSeed } from '../support/random';

const seed = runSeed();

it(`ten thousand edits cost what they touch, and leave what a fresh server says (SEED=${seed})`, async () => {
  for (let run = 0; run < 20; run++) await session(seed + run, 500, 50);
});
