import { describe, expect, it } from 'vitest';
import type { DeclarationNode } from '../../../server/src/syntax/ast';
import { parse } from '../../../server/src/syntax/parse';
import { printTree } from '../../../server/src/syntax/printTree';
import { kindOf, propertyOf } from '../../../server/src/vocabulary';
import { flatTree } from '../../support/flatTree';
import { runSeed } from '../../support/random';
import { randomText } from '../../support/syntaxLaws';
import { languageExample, manyUsers, oddlyWritten } from '../../support/topologies';

const flat = (text: string): string[] => flatTree(text, parse(text), { offsets: false });

/** No problems, and no word that only luck makes a property: on a line of its own it could be something else. */
function isSound(text: string): boolean {
  return parse(text).items.every(({ node, problems }) => {
    return problems.length === 0 && (node?.type !== 'declaration' || isKnown(node));
  });
}

function isKnown({ kind: { text }, body }: DeclarationNode): boolean {
  const kind = kindOf(text);
  return (body?.elements ?? []).every((element) => {
    if (element.type === 'declaration') return isKnown(element);
    return element.type !== 'property' || (kind && propertyOf(kind, element.word.text)) !== undefined;
  });
}

describe('a printed tree', () => {
  const seed = runSeed();

  it.each([
    ['the example of the design', languageExample],
    ['the odd example', oddlyWritten.replace('umServer { }', 'users None { }')],
    ['many users', manyUsers(700)],
  ])('reads back as the tree that it was: %s', (_, text) => {
    expect(isSound(text)).toBe(true);
    const printed = printTree(text, parse(text));
    expect(flat(printed)).toEqual(flat(text));
    expect(printTree(printed, parse(printed))).toBe(printed);
  });

  it(`does so for random texts without problems (SEED=${seed})`, { timeout: 60_000 }, () => {
    let sound = 0;
    for (let run = 0; run < 1500 && sound < 100; run++) {
      const text = randomText(seed + run);
      if (!isSound(text)) continue;
      sound++;
      expect(flat(printTree(text, parse(text))), `SEED=${seed + run}\n${text}`).toEqual(flat(text));
    }
    expect(sound).toBeGreaterThan(20);
  });

  it('says a doc comment, names with blanks, and what every form of sentence says', () => {
    const text = [
      '/// One.',
      '///',
      '/// Two.',
      'site "New York" {',
      '  city "say \\"so\\""',
      '}',
      'wave P {',
      '  move every user in group G with mailbox local to hosted policy Cloud pool p',
      '}',
      'expect call to +14255550180 reaches umDialPlan Redmond after P',
      'expect no contact with policy Cloud unreachable on busy before P',
      '',
    ].join('\n');
    expect(printTree(text, parse(text))).toBe(text);
  });
});
