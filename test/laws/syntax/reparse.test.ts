import { describe, expect, it } from 'vitest';
import { Pieces } from '../../../server/src/base/pieces';
import { parse, parseStats, reparse } from '../../../server/src/syntax/parse';
import { flatTree } from '../../support/flatTree';
import { Random, runSeed } from '../../support/random';
import { checkReparse } from '../../support/syntaxLaws';
import { applyEdit, type Edit, languageExample, manyUsers, oddlyWritten } from '../../support/topologies';

const flat = (text: string, tree = parse(text)): string[] => flatTree(text, tree, { offsets: true });

describe('the tree after edits is that of a parse from nothing', () => {
  const seed = runSeed();

  it(`for small files (SEED=${seed})`, { timeout: 60_000 }, () => {
    for (let run = 0; run < 900; run++)
      checkReparse(seed + run, run % 2 ? oddlyWritten : languageExample, 5, run % 4 === 0);
  });

  it(`for files of more than a thousand rows (SEED=${seed})`, { timeout: 60_000 }, () => {
    const files = [
      manyUsers(1100),
      `${oddlyWritten}\n${manyUsers(600)}${languageExample}${manyUsers(600).replace('Big', 'Next')}`,
    ];
    for (let run = 0; run < 100; run++) checkReparse(seed + run, files[run % 2] as string, 6, false);
  });

  it('for a file typed character by character, and deleted from its end', { timeout: 60_000 }, () => {
    let text = '';
    let pieces = Pieces.of(text);
    let tree = parse(text);
    const check = (edit: Edit): void => {
      text = applyEdit(text, edit);
      pieces = pieces.edited(edit);
      tree = reparse(tree, pieces, edit);
      if (flat(text, tree).join() !== flat(text).join())
        expect(flat(text, tree), JSON.stringify(text.slice(-60))).toEqual(flat(text));
    };
    for (const char of oddlyWritten) check({ start: text.length, end: text.length, text: char });
    while (text.length > 0) check({ start: text.length - 1, end: text.length, text: '' });
  });

  it('for every small edit at every place of blocks of rows', { timeout: 60_000 }, () => {
    const row = (name: string): string => `  ${name}@a.com line +1425  policy P // c\n`;
    const rows = `${row('a')}${row('b')}\n  c@a.com policy P//c\n`;
    const blocks = [
      `users A { pool p\n${rows}}\n`,
      `users A {\n${rows}  pool p\n${rows}  z@a.com { line 5 }\n${rows}}\n`,
      `users A { pool\u0001p\n${rows}}\n`,
      `users A {\n${rows}  pool\u0001p\n}\n`,
      `users A {\n${rows}  displayName "open\n}\n`,
      `users A {\n${rows}\u0001\n}\n`,
      `users A {\n${rows}`,
      'expect every user reaches "open\n',
    ];
    for (const [i, first] of blocks.entries())
      for (const second of [blocks[0], blocks[(i + 1) % blocks.length]]) {
        const text = `${first}${second}`;
        const random = new Random(text.length);
        for (let start = 0; start < text.length; start++)
          for (const [piece, removed] of [
            ['', 1 + random.below(3)],
            ['x', 0],
            ['y', 1],
            ['\n', 0],
            ['https:', 1],
            [random.pick([' ', '"', '/', '//', '/*', '}', '{', ',', '@', '\n}\n', row('n')]), 0],
          ] as const) {
            const edit = { start, end: Math.min(text.length, start + removed), text: piece };
            const edited = applyEdit(text, edit);
            const [found, wanted] = [flat(edited, reparse(parse(text), Pieces.of(edited), edit)), flat(edited)];
            if (found.join() !== wanted.join()) expect(found, JSON.stringify([text, edit])).toEqual(wanted);
          }
      }
  });

  it('for what NUL characters make of a file and back', () => {
    const text = languageExample;
    const zeros = '\u0000'.repeat(20);
    const broken = applyEdit(text, { start: 5, end: 5, text: zeros });
    const tree = reparse(parse(text), Pieces.of(broken), { start: 5, end: 5, text: zeros });
    expect(flat(broken, tree)).toEqual(flat(broken));
    expect(flat(text, reparse(tree, Pieces.of(text), { start: 5, end: 25, text: '' }))).toEqual(flat(text));
  });
});

describe('the work of an edit', () => {
  const text = `${languageExample}\n${manyUsers(50_000)}\n${languageExample}`;

  /** The edit's cost: characters lexed and items parsed. */
  function cost(edit: Edit): typeof parseStats {
    const tree = parse(text);
    const edited = Pieces.of(text).edited(edit);
    parseStats.charactersLexed = parseStats.charactersScanned = parseStats.itemsParsed = 0;
    reparse(tree, edited, edit);
    return { ...parseStats };
  }

  it('in a declaration is that of the declaration and its neighbours, whatever the size of the file', () => {
    const at = text.indexOf('siteId 1') + 'siteId 1'.length;
    const { charactersScanned, itemsParsed } = cost({ start: at, end: at, text: '0' });
    expect(itemsParsed).toBeLessThanOrEqual(3);
    expect(charactersScanned).toBeLessThan(3000);
  });

  it('in one row of 50,000 is that of the rows around it', () => {
    const at = text.indexOf('user025000@contoso.com') + 'user025000@contoso.com  line +1425'.length;
    for (const inserted of ['5', ' ', '"', '\n', '// ']) {
      const { charactersScanned } = cost({ start: at, end: at, text: inserted });
      expect(charactersScanned, JSON.stringify(inserted)).toBeLessThan(1500);
    }
    // The grammar has nothing to read.
    expect(cost({ start: at, end: at, text: '5' }).itemsParsed).toBe(0);
  });
});
