import { describe, expect, it } from 'vitest';
import { finished } from '../../../server/src/base/steps';
import { type CsvTable, readCsv } from '../../../server/src/model/csv';
import type { CsvBefore } from '../../../server/src/model/csvKept';
import { ShapeTable } from '../../../server/src/model/shapes';
import { SymbolTable } from '../../../server/src/model/symbols';
import { readStats } from '../../../server/src/model/userPage';
import { Random, runSeed } from '../../support/random';
import { seenInPages } from '../../support/seenInPages';

const header = 'SipAddress;LineURI;MailboxLocation;Extension;DisplayName';

/** A record; some have quotes, line ends in them, blanks, faults, or too few cells. */
function record(random: Random, index: number): string {
  const odd = ['"a ""b""; c"', '"two\nlines"', ' x ', '', '"x"y'];
  const line = random.chance(0.9) ? `tel:+142555${10_000 + index};ext=${index}`.replace(';', '') : 'call me';
  const cells = [
    random.chance(0.95) ? `sip:u${index}@contoso.com` : random.pick(['nobody', '', ' ']),
    line,
    random.pick(['local', 'hosted', 'hosted', '']),
    String(1000 + index),
    random.chance(0.1) ? random.pick(odd) : `User ${index}`,
  ];
  return cells.slice(0, random.chance(0.99) ? 5 : 3).join(';');
}

function records(random: Random, count: number): string {
  const end = random.pick(['\n', '\n', '\r\n', '\r']);
  return Array.from({ length: count }, () => record(random, random.below(9000)) + end).join('');
}

const pieces = ['x', ' ', ';', '@', '\n', '\r', '\r\n', '\n\n;;\n', '"', '""', '=1', '\ufeff', 'é'] as const;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Typed, deleted or pasted: anywhere, with a preference for where records, pages and the file begin and end. */
function editOf(random: Random, text: string, pages: CsvTable['pages']): Edit {
  if (pages.length > 1 && random.chance(0.2)) {
    const start = random.pick(pages).start + random.below(3);
    const lineEnd = text.slice(start).search(/[\r\n]/);
    return { start, end: start + Math.max(0, lineEnd), text: random.pick(['', '', ';;', 'x']) };
  }
  const near = Math.max(0, Math.min(text.length, random.below(4) - 2 + random.pick([0, header.length, text.length])));
  const border = text.indexOf('\n', random.below(text.length + 1)) + 1;
  const start = random.pick([near, border, border, random.below(text.length + 1), random.below(text.length + 1)]);
  const end = Math.min(text.length, start + random.pick([0, 0, 0, 1, 1, 40, 3000, 40_000]));
  return { start, end, text: random.chance(0.7) ? random.pick(pieces) : records(random, random.pick([1, 2, 300])) };
}

/** Everything that can be seen of a file's users, wherever its pages begin. */
function seen(text: string, { header: names, problems, pages }: CsvTable, shapes: ShapeTable): unknown {
  return {
    names,
    problems,
    ...seenInPages(
      pages.map(({ start, page }) => ({ start, page, text })),
      shapes,
    ),
  };
}

function read(text: string, shapes: ShapeTable, before?: CsvBefore): CsvTable {
  return finished(readCsv(text, ';', undefined, shapes.symbols, shapes, { before }));
}

/** Edits one file again and again; after each edit it is what it is when it is read from nothing. */
function editedFile(seed: number, edits: number): void {
  const random = new Random(seed);
  const shapes = new ShapeTable(new SymbolTable());
  let text = `${header}\n${records(random, random.pick([0, 3, 300, 1200]))}`;
  let table = read(text, shapes);
  for (let step = 0; step < edits; step++) {
    const edit = editOf(random, text, table.pages);
    const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    const before = readStats.rows;
    const again = read(after, shapes, { text, table });
    const rows = readStats.rows - before;
    const whole = read(after, shapes);
    const note = `SEED=${seed}, edit ${step}: ${JSON.stringify({ ...edit, text: edit.text.slice(0, 80) })}`;
    const [now, then] = [again, whole].map((each) => seen(after, each, shapes));
    if (JSON.stringify(now) !== JSON.stringify(then)) expect(now, note).toEqual(then);
    // A quote joins records or takes them apart, to the end of the file; another header means other columns.
    const plain = !`${edit.text}${text.slice(edit.start, edit.end)}`.includes('"');
    if (plain && edit.start > header.length + 1) {
      const typed = edit.text.split(/\r\n?|\n/).length;
      expect(rows, note).toBeLessThanOrEqual(typed + 3 * 256);
    }
    text = after;
    table = again;
  }
}

describe('a CSV file that was edited', () => {
  const runs = process.env.FUZZ ? 1000 : 25;
  const seed = runSeed();

  it(`has the users it has when it is read from nothing, and reads again only what the edit touched (SEED=${seed})`, () => {
    for (let run = 0; run < runs; run++) editedFile(seed + run, 15);
  }, 3_600_000);

  /** A file of so many users in which edits are checked. */
  function edited(users: number) {
    const shapes = new ShapeTable(new SymbolTable());
    let text = `${header}\n${Array.from({ length: users }, (_, i) => `u${i}@contoso.com;tel:+1${i};;;\n`).join('')}`;
    let table = read(text, shapes);
    const change = (at: number, removed: number, put: string): void => {
      const after = text.slice(0, at) + put + text.slice(at + removed);
      table = read(after, shapes, { text, table });
      text = after;
      const whole = read(text, shapes);
      expect(table.pages.length).toBeLessThanOrEqual(2 * whole.pages.length + 1);
      expect(seen(text, table, shapes)).toEqual(seen(text, whole, shapes));
    };
    return { text: () => text, table: () => table, change };
  }

  it('loses a record whose line becomes a blank one, where a page begins', () => {
    const { table, change } = edited(600);
    const start = table().pages[1]?.start ?? 0;
    change(start, 'u256@contoso.com'.length, '');
    change(start + 1, 'tel:+1256'.length, '');
    expect(table().pages.reduce((sum, { page }) => sum + page.count, 0)).toBe(599);
  });

  it('keeps pages of some size, however often records come and go', () => {
    const { text, table, change } = edited(1200);
    const middle = text().indexOf('\n', (table().pages[2]?.start ?? 0) + 2000) + 1;
    for (let i = 0; i < 40; i++) change(middle, 0, `new${i}@contoso.com;;;;\n`);
    // Of each page all but the first and the last record.
    for (;;) {
      const index = table().pages.findIndex(({ page }) => page.count > 10);
      const next = table().pages[index + 1]?.start;
      if (next === undefined) break;
      const end = text().lastIndexOf('\n', next - 2) + 1;
      const second = text().indexOf('\n', table().pages[index]?.start) + 1;
      change(second, end - second, '');
    }
  });
});
