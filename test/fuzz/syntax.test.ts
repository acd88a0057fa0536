import { describe, it } from 'vitest';
import { checkHalfTyped, tokenVariants } from '../support/halfTyped';
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

  it('every prefix of the examples, and any token deleted, doubled or swapped', () => {
    for (const text of [languageExample, oddlyWritten]) {
      for (let end = 0; end <= text.length; end++) checkHalfTyped(text.slice(0, end), `prefix ${end}`, end);
      for (const variant of tokenVariants(text)) {
        checkHalfTyped(variant.text, variant.note, variant.at);
        checkFormat(variant.text, variant.note);
      }
    }
  });

  it('formatting keeps meaning and comments, and changes nothing the second time', () => {
    for (let run = 0; run < 20_000; run++) checkFormat(randomText(seed + run), `SEED=${seed + run}`);
  });
});
