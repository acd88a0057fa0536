import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../server/src/syntax/parse';
import { UmTopologyParser } from '../../../server/src/syntax/parser';
import { kinds, userRow } from '../../../server/src/vocabulary';
import { flatTree } from '../../support/flatTree';
import { languageExample, manyUsers, oddlyWritten } from '../../support/topologies';

const problemsOf = (text: string): string[] =>
  parse(text).items.flatMap(({ start, problems }) =>
    problems.map((problem) => `${text.slice(start + problem.start, start + problem.end)}: ${problem.message}`),
  );

describe('the grammar', () => {
  it('passes the checks of chevrotain: no ambiguity, no left recursion', () => {
    expect(() => new UmTopologyParser(false)).not.toThrow();
  });

  it.each([
    ['that ends the design', languageExample],
    ['that is laid out oddly', oddlyWritten.replace('umServer { }', '')],
    ['of many users', manyUsers(2000)],
  ])('reads the example %s without a problem', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it.each(kinds.map((kind) => [kind.name, kind.example, kind.parents[0]] as const))(
    'reads the example of %s in the vocabulary without a problem',
    (_, example, parent) => {
      const around = parent === 'file' || parent === undefined ? '' : `${parent} NAME {\n`;
      expect(problemsOf(example.startsWith(`${parent} `) ? example : `${around}${example}${around && '\n}'}`)).toEqual(
        [],
      );
    },
  );

  it('knows pages only as a faster way to the same rows', () => {
    const { items } = parse(manyUsers(2000));
    const pages = items.flatMap(({ node }) => (node?.type === 'declaration' ? (node.body?.elements ?? []) : []));
    expect(pages.filter(({ type }) => type === 'page').length).toBeGreaterThan(5);
    expect(pages.filter(({ type }) => type === 'row')).toEqual([]);
  });
});

describe('the fast path of rows', () => {
  const word = fc.constantFrom(...userRow.properties.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]));
  const recased = fc.tuple(word, fc.boolean()).map(([text, upper]) => (upper ? text.toUpperCase() : text));
  const atom = fc.constantFrom(
    '+14255550101;ext=7',
    'Cloud',
    'true',
    '$FALSE',
    'unset',
    'é',
    'line',
    'pool',
    'a@b',
    'x/y',
    '(1)',
    '',
  );
  const string = fc.constantFrom(
    '"two words"',
    '""',
    '"say \\"so\\""',
    '"unset"',
    '"open',
    '"a""b"',
    '"a"b',
    '"\\u0041"',
  );
  const value = fc.oneof({ weight: 5, arbitrary: atom }, { weight: 1, arbitrary: string });
  const blank = fc.constantFrom(' ', ' ', '  ', '\t', '', '\u00a0', ' /* c */ ');
  const comma = fc.constantFrom(',', ', ', ' , ', ',\n', ',,');
  const property = fc
    .tuple(
      fc.oneof({ weight: 9, arbitrary: recased }, { weight: 1, arbitrary: fc.constantFrom('lin', 'x', '"line"') }),
      blank,
      fc.array(value, { minLength: 0, maxLength: 3 }),
      comma,
    )
    .map(([name, gap, values, separator]) => `${name}${gap}${values.join(separator)}`);
  const address = fc.constantFrom(
    'alice@contoso.com',
    'sip:bob@contoso.com',
    'SIP:c@d',
    '@',
    '"d@e"',
    'erin',
    "o'hara@contoso.com",
    'x@y{',
    'sip:',
    'a@b@c',
  );
  const end = fc.constantFrom(
    '',
    '',
    '',
    '  // note',
    ' /// doc',
    ' }',
    ' {',
    ' { line +1 }',
    ' ,',
    '\r',
    '\u0000',
    '/*c*/',
  );
  const row = fc
    .tuple(address, fc.array(fc.tuple(blank, property), { maxLength: 4 }), end)
    .map(([head, properties, tail]) => `${head}${properties.map((parts) => parts.join('')).join('')}${tail}`);
  const between = fc.constantFrom(
    '\n  ',
    '\n',
    '\r\n\t',
    '\n\n  // own line\n  ',
    '\n  pool pool01.contoso.com\n',
    '\r',
  );

  it('reads every row as the grammar does, or leaves it to the grammar', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(between, row), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = `users X {${rows.map((parts) => parts.join('')).join('')}\n}\nsite Y\n`;
        const fast = flatTree(text, parse(text), { offsets: true });
        expect(fast).toEqual(flatTree(text, parse(text, false), { offsets: true }));
      }),
      { numRuns: 2000 },
    );
  });
});
