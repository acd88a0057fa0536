import { describe, expect, it } from 'vitest';
import { selectionSpans } from '../../../server/src/editor/selectionRange';
import { parse } from '../../../server/src/syntax/parse';
import { fixture } from '../../support/fixture';

function selections(source: string): string[] {
  const { files, cursor } = fixture(source);
  const text = files[0]?.text ?? '';
  return selectionSpans(text, parse(text), cursor?.offset ?? 0).map(({ start, end }) => text.slice(start, end).trim());
}

describe('growing a selection', () => {
  it('goes from a value to its list, property, block and declaration', () => {
    const pool = 'pool p { computers a.b, c.d  role edge }';
    expect(selections(`site R { ${pool.replace('c.d', 'c$0.d')} }`)).toEqual([
      'c.d',
      'a.b, c.d',
      'computers a.b, c.d',
      'computers a.b, c.d  role edge',
      '{ computers a.b, c.d  role edge }',
      pool,
      // The inside of the block of the site holds nothing else: with its blanks it is a step of its own.
      pool,
      `{ ${pool} }`,
      `site R { ${pool} }`,
    ]);
  });

  it.each([['alice@contoso.com  li$0ne +1  policy Cloud'], ['alice@contoso.com /**/ li$0ne +1  policy Cloud']])(
    'goes through a row: %s',
    (row) => {
      const text = row.replace('$0', '');
      expect(selections(`users S {\n  ${row}\n  bob@contoso.com\n}`)).toEqual([
        'line',
        'line +1',
        text,
        `${text}\n  bob@contoso.com`,
        `{\n  ${text}\n  bob@contoso.com\n}`,
        `users S {\n  ${text}\n  bob@contoso.com\n}`,
      ]);
    },
  );

  it('goes through an expectation and a move', () => {
    expect(selections('expect every user in group Sa$0les reaches Cloud\nsite R')).toEqual([
      'Sales',
      'in group Sales',
      'user in group Sales',
      'every user in group Sales',
      'expect every user in group Sales reaches Cloud',
      'expect every user in group Sales reaches Cloud\nsite R',
    ]);
    expect(selections('wave P { move a@b.c, d$0@e.f to hosted }')[1]).toBe('a@b.c, d@e.f');
  });

  it('knows the file alone between declarations', () => {
    expect(selections('site R\n\n$0\nsite S')).toEqual(['site R\n\n\nsite S']);
  });
});
