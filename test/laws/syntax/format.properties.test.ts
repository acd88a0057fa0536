import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../server/src/base/span';
import { formatRange, formatText } from '../../../server/src/syntax/format';
import { parse } from '../../../server/src/syntax/parse';
import { Random, runSeed } from '../../support/random';
import { checkFormat, meaning, randomText } from '../../support/syntaxLaws';
import { languageExample, manyUsers, oddlyWritten } from '../../support/topologies';

describe('formatting', () => {
  const seed = runSeed();

  it('keeps the meaning and the comments of the examples, and changes nothing the second time', {
    timeout: 60_000,
  }, () => {
    for (const text of [languageExample, oddlyWritten, manyUsers(600)]) {
      checkFormat(text, 'example');
      checkFormat(text.replaceAll('\n', '\r\n'), 'CRLF');
      checkFormat(text.replaceAll('\n', '\r'), 'CR');
      checkFormat(`\ufeff${text}`, 'BOM');
      checkFormat(text.replace(/[ \t]+/g, ' '), 'blanks');
      checkFormat(text.replace(/([{},])/g, ' $1 '), 'punctuation');
    }
  });

  it(`does so for random texts, whatever is broken in them (SEED=${seed})`, { timeout: 60_000 }, () => {
    for (let run = 0; run < 500; run++) checkFormat(randomText(seed + run), `SEED=${seed + run}`);
  });

  it(`of a range changes what the whole would, and no line beside it (SEED=${seed})`, { timeout: 60_000 }, () => {
    for (let run = 0; run < 150; run++) {
      const random = new Random(seed + run);
      const text = randomText(seed + run);
      const tree = parse(text);
      const all = formatText(text, tree).map((change) => JSON.stringify(change));
      const start = random.below(text.length + 1);
      const end = Math.min(text.length, start + random.below(200));
      const some = formatRange(text, tree, { start, end });
      for (const change of some) {
        expect(all, `SEED=${seed + run}`).toContain(JSON.stringify(change));
        const between = text.slice(Math.min(change.end, end), Math.max(change.start, start));
        if (change.end < start || change.start > end)
          expect(between, `SEED=${seed + run}`).not.toMatch(/[\r\n].*[\r\n]/);
      }
      const formatted = applyChanges(text, some);
      expect(meaning(formatted), `SEED=${seed + run}\n${text}\n---\n${formatted}`).toEqual(meaning(text));
    }
  });
});
