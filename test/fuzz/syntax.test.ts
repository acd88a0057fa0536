import { describe, it } from 'vitest';
import { runSeed } from '../support/random';
import { checkFormat, checkReparse, randomText } from '../support/syntaxLaws';
import { languageExample, manyUsers, oddlyWritten } from '../support/topologies';

const seed = runSeed();

describe(`syntax (SEED=${seed})`, () => {
  it('the tree after edits is that of a parse from nothing', () => {
    const files = [languageExample, oddlyWritten, `${oddlyWritten}\n${manyUsers(1200)}${languageExample}`];
    for (let run = 0; run < 10_000; run++) {
      const index = run % 20 === 0 ? 2 : run % 2;
      checkReparse(seed + run, files[index] as string, 6, index < 2);
    }
  });

  it('formatting keeps meaning and comments, and changes nothing the second time', () => {
    for (let run = 0; run < 20_000; run++) checkFormat(randomText(seed + run), `SEED=${seed + run}`);
  });
});
