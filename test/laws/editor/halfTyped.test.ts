import { describe, it } from 'vitest';
import { checkHalfTyped, tokenVariants } from '../../support/halfTyped';
import { Random, runSeed } from '../../support/random';
import { checkFormat } from '../../support/syntaxLaws';
import { languageExample, oddlyWritten } from '../../support/topologies';

const examples = [
  ['the odd example', oddlyWritten],
  ['the example of the design', languageExample],
] as const;

describe('half-typed text', () => {
  const seed = runSeed();
  const random = new Random(seed);

  it.each(examples)(`is read whatever is missing of %s (SEED=${seed})`, { timeout: 60_000 }, (_, text) => {
    const step = 1 + Math.floor(text.length / 500);
    for (let end = random.below(step); end <= text.length; end += step) {
      checkHalfTyped(text.slice(0, end), `prefix ${end}`, end);
    }
  });

  it.each(examples)(
    `is read with tokens of %s deleted, doubled or swapped (SEED=${seed})`,
    { timeout: 60_000 },
    (_, text) => {
      const step = 1 + Math.floor(text.length / 800);
      for (const variant of tokenVariants(text, random.below(step), step)) {
        checkHalfTyped(variant.text, variant.note, variant.at);
        checkFormat(variant.text, variant.note);
      }
    },
  );
});
