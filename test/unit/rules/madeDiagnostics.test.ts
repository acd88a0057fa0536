import { expect, it } from 'vitest';
import type { UsersBlock } from '../../../server/src/model/usersBlock';
import { MadeDiagnostics } from '../../../server/src/rules/madeDiagnostics';
import type { Diagnostic, Finding, Place } from '../../../server/src/rules/types';

const block = (version: number, start = 0): UsersBlock =>
  ({ version, declaration: { item: { start } } }) as unknown as UsersBlock;
const place = (start: number): Place => ({ path: '/main.umtopo', start, end: start + 1 });
const about = (...starts: number[]): Finding => ({
  at: place(0),
  message: 'x',
  related: starts.map((start) => ({ at: place(start), message: 'y' })),
});
const [one, two, three] = [about(), about(), about()];

/** How often diagnostics are put together, where the same is asked in one analysis after the other. */
function made(...analyses: (readonly [UsersBlock, ...Finding[]] | undefined)[]): number {
  const all = new MadeDiagnostics();
  for (const asked of analyses) {
    all.begin();
    if (asked === undefined) continue;
    const [of, ...findings] = asked;
    const make = (): Diagnostic[] =>
      findings.map(
        ({ related = [] }) =>
          ({ related: related.map((each) => ({ ...each, at: { ...each.at } })) }) as unknown as Diagnostic,
      );
    expect(all.of(of, findings, make)).toHaveLength(findings.length);
  }
  return all.count;
}

it('diagnostics about users are put together again only where something changed', () => {
  expect(made([block(1), one], [block(1), one], [block(1), one])).toBe(1);
  expect(made([block(1), one, two], [block(1), one, two])).toBe(2);
  // Rows of the block, and where it stands.
  expect(made([block(1), one], [block(2), one])).toBe(2);
  expect(made([block(1, 5), one], [block(1, 6), one])).toBe(2);
  // Who is hit.
  expect(made([block(1), one, two], [block(1), one])).toBe(3);
  expect(made([block(1), one], [block(1), one, two])).toBe(3);
  expect(made([block(1), one, two], [block(1), one, three])).toBe(4);
  expect(made([block(1), one], [block(1), two])).toBe(2);
});

it('they are put together again where what they point to has moved', () => {
  const finding = about(10, 20);
  const [, second] = finding.related ?? [];
  const move = (start: number): void => void Object.assign(second?.at ?? {}, { start });
  const all = new MadeDiagnostics();
  const ask = (): number => {
    all.begin();
    all.of(block(1), [finding], () => [
      { related: finding.related?.map((each) => ({ ...each, at: { ...each.at } })) } as unknown as Diagnostic,
    ]);
    return all.count;
  };
  expect([ask(), ask()]).toEqual([1, 1]);
  move(21);
  expect([ask(), ask()]).toEqual([2, 2]);
});

it('what an analysis does not ask for is forgotten, and of nothing there is nothing', () => {
  expect(made([block(1), one], undefined, [block(1), one])).toBe(2);
  expect(made([block(1)])).toBe(0);
});
