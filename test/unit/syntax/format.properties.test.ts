import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../server/src/base/span';
import { formatRange, formatText } from '../../../server/src/syntax/format';
import { lex } from '../../../server/src/syntax/lexer';
import { parse } from '../../../server/src/syntax/parse';
import { kinds, userRow } from '../../../server/src/vocabulary';
import { flatTree } from '../../support/flatTree';
import { Random, runSeed } from '../../support/random';
import { applyEdit, languageExample, manyUsers, oddlyWritten, randomEdit } from '../../support/topologies';

const format = (text: string): string => applyChanges(text, formatText(text, parse(text)));

/** Words that are read as one another, from the vocabulary: what `fmt` may write for each other. */
const same = new Map<string, string>([
  ['$true', 'true'],
  ['$false', 'false'],
  ['$null', 'unset'],
]);
for (const { name, aliases } of [...kinds.flatMap((kind) => kind.properties), ...userRow.properties]) {
  for (const alias of aliases ?? []) same.set(alias.toLowerCase(), name.toLowerCase());
}
const spell = ({ text }: { text: string }): string => same.get(text.toLowerCase()) ?? text.toLowerCase();

const meaning = (text: string): string[] => flatTree(text, parse(text), { offsets: false, spell });

/** What stands between the tokens: comments, as a sorted list. */
function comments(text: string): string[] {
  const { tokens } = lex(text, 0, text.length, undefined, false);
  const found: string[] = [];
  let end = 0;
  for (const token of [...tokens, { startOffset: text.length, endOffset: text.length }]) {
    for (const match of text.slice(end, token.startOffset).matchAll(/\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/g)) {
      found.push(match[0].trimEnd());
    }
    end = token.endOffset + 1;
  }
  return found.sort();
}

function check(text: string, note: string): void {
  const once = format(text);
  const context = `${note}\n--- text\n${text}\n--- formatted\n${once}`;
  expect(meaning(once), context).toEqual(meaning(text));
  expect(comments(once), context).toEqual(comments(text));
  expect(format(once), `${context}\n--- not idempotent`).toBe(once);
}

describe('formatting', () => {
  it('keeps the meaning and the comments of the examples, and changes nothing the second time', () => {
    for (const text of [languageExample, oddlyWritten, manyUsers(600)]) {
      check(text, 'example');
      check(text.replaceAll('\n', '\r\n'), 'CRLF');
      check(text.replaceAll('\n', '\r'), 'CR');
      check(`\ufeff${text}`, 'BOM');
      check(text.replace(/[ \t]+/g, ' '), 'blanks');
      check(text.replace(/([{},])/g, ' $1 '), 'punctuation');
    }
  });

  it('does so for random texts, whatever is broken in them', () => {
    const seed = runSeed();
    for (let run = 0; run < 1500; run++) {
      const random = new Random(seed + run);
      let text = random.pick([languageExample, oddlyWritten, oddlyWritten, manyUsers(12)]);
      const edits = 1 + random.below(6);
      for (let i = 0; i < edits; i++) text = applyEdit(text, randomEdit(random, text));
      check(text, `SEED=${seed + run}`);
    }
  });

  it('of a range changes only lines that the range touches, as the whole would', () => {
    const seed = runSeed();
    for (let run = 0; run < 200; run++) {
      const random = new Random(seed + run);
      const text = applyEdit(oddlyWritten, randomEdit(random, oddlyWritten));
      const tree = parse(text);
      const all = formatText(text, tree).map((change) => JSON.stringify(change));
      const start = random.below(text.length);
      const end = Math.min(text.length, start + random.below(200));
      const some = formatRange(text, tree, { start, end });
      for (const change of some) expect(all, `SEED=${seed + run}`).toContain(JSON.stringify(change));
      const formatted = applyChanges(text, some);
      expect(meaning(formatted), `SEED=${seed + run}\n${text}\n---\n${formatted}`).toEqual(meaning(text));
    }
  });
});
