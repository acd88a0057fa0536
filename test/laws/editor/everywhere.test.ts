import { describe, expect, it } from 'vitest';
import { atOffsets, atPrefixes, whileTyped } from '../../support/editorRuns';
import { Random, runSeed } from '../../support/random';
import { languageExample, oddlyWritten } from '../../support/topologies';

/** A share of what `npm run fuzz` does. */
const texts = [
  ['the example of the language', languageExample],
  ['oddly written text', oddlyWritten],
] as const;

describe.each(texts)('%s', (_, text) => {
  const random = new Random(runSeed());

  it('is answered for wherever one asks', { timeout: 60_000 }, () => {
    atOffsets(text, Math.ceil(text.length / 60), random);
  });

  it('is answered for after prefixes', { timeout: 60_000 }, () => {
    atPrefixes(text, Math.ceil(text.length / 40), random);
  });

  it('is answered for while it is typed into and torn apart', { timeout: 60_000 }, () => {
    const { text: typed, held } = whileTyped(text, 25, random);
    expect(held).toBe(typed);
  });
});
