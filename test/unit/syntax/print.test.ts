import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeclarationNode } from '../../../server/src/syntax/ast';
import { parse } from '../../../server/src/syntax/parse';
import { printDeclaration, printFile, quoteWord, unknownWord } from '../../../server/src/syntax/print';

describe('quoteWord', () => {
  it.each([
    ['Redmond', 'Redmond'],
    ["o'hara@contoso.com", "o'hara@contoso.com"],
    ['New York', '"New York"'],
    ['OU=UM,DC=contoso', '"OU=UM,DC=contoso"'],
    ['https://contoso.com', '"https://contoso.com"'],
    ['say "hello"', '"say \\"hello\\""'],
    ['a\\b', 'a\\b'],
    ['a\\ b', '"a\\\\ b"'],
    ['two\nlines', '"two\\nlines"'],
    ['carriage\rreturn', '"carriage\\u000dreturn"'],
    ['turned\u202eback', '"turned\\u202eback"'],
    ['tag\u{e0041}', '"tag\\udb40\\udc41"'],
    ['half \ud83d', '"half \\ud83d"'],
    ['Zürich', 'Zürich'],
    [':', '":"'],
    ['#1', '"#1"'],
    ['@', '@'],
    ['', '""'],
  ])('writes %j as %s', (text, word) => expect(quoteWord(text)).toBe(word));

  it.each(['unknown', 'Unset', '$NULL'])('puts a text that would be read as a state in quotes: %s', (text) =>
    expect(quoteWord(text)).toBe(`"${text}"`),
  );

  it('writes what reads back as the same text, as a name and as a value', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...' \t\n\r"\\/*{}(),u0$@é:=#+-') }),
    );
    fc.assert(
      fc.property(text, (name) => {
        const { items } = parse(`site ${quoteWord(name)} {\n  city ${quoteWord(name)}\n}\n`);
        const node = items[0]?.node as DeclarationNode;
        const city = node.body?.elements[0];
        expect(items.flatMap((item) => item.problems)).toEqual([]);
        expect(node.name?.text).toBe(name);
        expect(city?.type === 'property' && city.values.map((value) => value.text)).toEqual([name]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('printDeclaration', () => {
  it('writes a block with one property on one line', () => {
    const properties = [{ word: 'isDefault', values: [{ bare: 'true' }] }];
    expect(printDeclaration({ kind: 'sipDomain', name: 'contoso.com', properties })).toBe(
      'sipDomain contoso.com { isDefault true }',
    );
    expect(printDeclaration({ kind: 'site', name: 'New York', properties: [] })).toBe('site "New York"');
  });

  it('writes comments, properties, children and remarks in that order', () => {
    const pool = (name: string) => ({
      kind: 'pool',
      name,
      properties: [{ word: 'role', values: [{ bare: 'edge' }] }],
    });
    const text = printDeclaration({
      kind: 'site',
      name: 'Redmond',
      doc: ['Head office.'],
      comments: ['From the topology'],
      properties: [
        { word: 'siteId', values: ['1'] },
        { word: 'city', values: [unknownWord], comments: ['Not in the file'] },
      ],
      children: [pool('a.contoso.com'), pool('b.contoso.com')],
      remarks: ['Left over:', '', '  gateway'],
    });
    expect(text).toBe(`// From the topology
/// Head office.
site Redmond {
  siteId 1
  // Not in the file
  city unknown

  pool a.contoso.com { role edge }
  pool b.contoso.com { role edge }

  // Left over:
  //
  //   gateway
}`);
  });

  it('goes on behind a comma when a list is longer than a line', () => {
    const computers = Array.from({ length: 9 }, (_, i) => `frontend${i}.contoso.com`);
    const text = printDeclaration(
      { kind: 'pool', name: 'p.contoso.com', properties: [{ word: 'computers', values: computers }] },
      1,
    );
    expect(text.split('\n').map((line) => line.length <= 120)).not.toContain(false);
    const site = parse(`site A {\n${text}\n}`).items[0]?.node as DeclarationNode;
    const pool = site.body?.elements[0] as DeclarationNode | undefined;
    const list = pool?.body?.elements[0];
    expect(list?.type === 'property' && list.values.map((value) => value.text)).toEqual(computers);
    expect(text.split('\n')[1]).toMatch(/^ {4}computers frontend0/);
    expect(text.split('\n')[2]).toMatch(/^ {6}frontend\d/);
  });

  it('keeps comments on their line and free of suppressions', () => {
    const text = printFile([
      { kind: 'site', name: 'A', comments: ['one\nsite Evil {\u2028', 'umtopo-disable UM4006'], properties: [] },
    ]);
    expect(text).toBe('// one site Evil {\n// umtopo disable UM4006\nsite A\n');
  });
});
