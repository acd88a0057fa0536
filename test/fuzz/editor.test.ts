import { describe, expect, it } from 'vitest';
import { atOffsets, atPrefixes, whileTyped } from '../support/editorRuns';
import { Random, runSeed } from '../support/random';
import { languageExample, oddlyWritten } from '../support/topologies';

const texts = [
  ['the example of the language', languageExample],
  ['oddly written text', oddlyWritten],
] as const;

describe.each(texts)('every answer of the editor about %s', (_, text) => {
  const random = new Random(runSeed());

  it('holds at every offset', () => atOffsets(text, 1, random));
  it('holds after every prefix', () => atPrefixes(text, 1, random));
  it('holds while it is typed into and torn apart', () => {
    for (let run = 0; run < 50; run++) {
      const { text: typed, held } = whileTyped(text, 100, random);
      expect(held).toBe(typed);
    }
  });
});
