import { describe, expect, it } from 'vitest';
import { ShapeTable } from '../../../server/src/model/shapes';
import { TopologyFile } from '../../../server/src/model/sourceFile';
import { SymbolTable } from '../../../server/src/model/symbols';
import { readStats } from '../../../server/src/model/userPage';
import { type Segment, UserTables } from '../../../server/src/model/usersBlock';
import { Random, runSeed } from '../../support/random';
import { seenInPages } from '../../support/seenInPages';

/**
 * A row; some have comments, lists, faults, or a form that is left to the grammar.
 * @param odd how many do so.
 */
function row(random: Random, index: number, odd: number): string {
  const parts = [
    random.chance(1 - odd / 2) ? `u${index}@contoso.com` : random.pick(['sip:a@contoso.com', 'a@b@c', 'x@', '@y']),
  ];
  if (random.chance(0.8))
    parts.push(
      `line ${random.chance(0.9) ? `+1425555${1000 + index};ext=${index}` : random.pick(['0425', 'call', '"+1 425"'])}`,
    );
  if (random.chance(0.3)) parts.push(`extensions ${random.pick([`${index}`, `${index}, 77`, 'abc', '7, x'])}`);
  if (random.chance(0.3))
    parts.push(
      random.pick([
        'policy Cloud',
        'policy Other',
        'mailbox local',
        'mailbox nowhere',
        'delegates a@contoso.com, b@contoso.com',
      ]),
    );
  if (random.chance(odd))
    parts.push(random.pick(['displayName "A // b"', 'displayName "\\u0041"', 'pinLength 99', 'policy']));
  if (random.chance(odd)) parts.push(random.pick(['// a comment', '/* another */', '{ enabled true }', ',']));
  return `  ${parts.join(random.pick([' ', '  ', '\t']))}`;
}

function rows(random: Random, count: number): string {
  const end = random.pick(['\n', '\n', '\r\n', '\n\n', '\n  // between\n']);
  // Of pages that are long otherwise than others, places take more room.
  const name = random.chance(0.15) ? `  displayName "${'long '.repeat(80)}"` : '';
  const odd = random.pick([0.1, 0.003]);
  return Array.from({ length: count }, () => row(random, random.below(900), odd) + name + end).join('');
}

const pieces = [
  'x',
  ' ',
  '@',
  '\n',
  '\r',
  '"',
  '//',
  '/*',
  '*/',
  ',',
  '{',
  '}',
  '5',
  ' line +1',
  'policy Cloud ',
  '  ',
] as const;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Typed, deleted, pasted, with a preference for where lines begin and end; what was typed is often taken back. */
function editOf(random: Random, text: string, last: Edit | undefined): Edit {
  if (last && random.chance(0.4)) return { start: last.start, end: last.start + last.text.length, text: '' };
  const anywhere = random.below(text.length + 1);
  const border = Math.max(0, text.indexOf('\n', anywhere)) + random.below(3);
  const start = Math.min(text.length, random.pick([anywhere, anywhere, border]));
  const end = Math.min(text.length, start + random.pick([0, 0, 0, 1, 1, 40, 300, 20_000]));
  return { start, end, text: random.chance(0.8) ? random.pick(pieces) : rows(random, random.pick([1, 2, 300])) };
}

function segmentsOf(file: TopologyFile, tables: UserTables): Segment[] {
  return file.tree.items.flatMap((item) => {
    const elements = item.node?.type === 'declaration' ? (item.node.body?.elements ?? []) : [];
    return elements
      .filter((element) => element.type === 'page' || element.type === 'row')
      .map((element) => tables.inline(file, item, element));
  });
}

function seen(file: TopologyFile, segments: readonly Segment[], { shapes }: UserTables): string {
  return JSON.stringify(
    seenInPages(
      segments.map(({ page, base }) => ({ text: file.text, start: base, page })),
      shapes,
    ),
  );
}

/** Edits one file again and again; whenever its rows are read they are those of a file that is read from nothing. */
function editedFile(seed: number, edits: number): void {
  const random = new Random(seed);
  const shapes = new ShapeTable(new SymbolTable());
  const tables = new UserTables(shapes.symbols, shapes);
  let file = TopologyFile.read(
    '/a.umtopo',
    `users A {\n  pool a.contoso.com\n${rows(random, random.pick([3, 30, 300, 700]))}}\n`,
  );
  segmentsOf(file, tables);
  let last: Edit | undefined;
  for (let step = 0; step < edits; step++) {
    const edit = editOf(random, file.text, last);
    last = edit;
    file = file.edit(edit);
    // Several edits may come before somebody reads the rows.
    if (random.chance(0.2)) continue;
    const segments = segmentsOf(file, tables);
    const anew = TopologyFile.read('/a.umtopo', file.text);
    const fresh = new UserTables(shapes.symbols, shapes);
    const note = `SEED=${seed}, edit ${step}: ${JSON.stringify({ ...edit, text: edit.text.slice(0, 80) })}`;
    const [now, then] = [seen(file, segments, tables), seen(anew, segmentsOf(anew, fresh), fresh)];
    if (now !== then) expect(JSON.parse(now), note).toEqual(JSON.parse(then));
    for (const { page } of segments) {
      const counts = new Map<number, number>();
      for (const shape of page.shapes.subarray(0, page.count)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
      expect([...page.shapeCounts], note).toEqual([...counts]);
    }
  }
}

describe('the rows of a file that was edited', () => {
  const runs = process.env.FUZZ ? 2000 : 30;
  const seed = runSeed();

  it(`are those of a file that is read from nothing (SEED=${seed})`, () => {
    for (let run = 0; run < runs; run++) editedFile(seed + run, 15);
  }, 3_600_000);

  it('are read again where the edit is, and nowhere else', () => {
    const shapes = new ShapeTable(new SymbolTable());
    const tables = new UserTables(shapes.symbols, shapes);
    const lines = Array.from({ length: 1000 }, (_, i) => `  u${i}@contoso.com  line +1425555${1000 + i}`);
    let file = TopologyFile.read('/a.umtopo', `users A {\n${lines.join('\n')}\n}\n`);
    segmentsOf(file, tables);
    for (const typed of ['0', ' ', '\n', '"', ' x']) {
      for (const edit of ['put', 'take']) {
        const start = file.text.indexOf('u400@contoso.com  line +1') + 'u400@contoso.com  line +1'.length;
        const end = edit === 'put' ? start : start + typed.length;
        file = file.edit({ start, end, text: edit === 'put' ? typed : '' });
        const before = readStats.rows;
        segmentsOf(file, tables);
        expect(readStats.rows - before, `${edit} ${JSON.stringify(typed)}`).toBeLessThanOrEqual(4);
      }
    }
  });
});
