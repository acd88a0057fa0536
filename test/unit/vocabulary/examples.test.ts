import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../server/src/syntax/parse';
import { kinds } from '../../../server/src/vocabulary';

describe('examples of the reference', () => {
  it.each(kinds.map((kind) => [kind.name, kind.example] as const))('of %s has no fault of its own', (_, example) => {
    expect(parse(example).items.flatMap(({ problems }) => problems)).toEqual([]);
  });
});

describe('examples of the language guide', () => {
  const guide = readFileSync('docs/language/syntax.md', 'utf8');
  const fences = [...guide.matchAll(/```umtopo\n([\s\S]*?)```/g)].map(([, text]) => text!);

  it('are there', () => {
    expect(fences.length).toBeGreaterThan(3);
  });

  it.each(fences)('have no fault of their own: %s', (text) => {
    expect(parse(text).items.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
