import type { Counter, Counts } from './editor';
import type { Edit, Kind } from './edits';

/** Rows of a page at most, those of a CSV file's page, and the characters of a row about. */
const [PAGE, RECORDS, ROW] = [512, 256, 80];

/** No more than so much is done for an edit. What is left out is not bounded. */
type Limits = Partial<Record<Counter, number>>;

const nothing = { charactersScanned: 0, declarationsParsed: 0, rowsRead: 0, pagesRead: 0, rowsIndexed: 0 } as const;
/** Whose calls are as before: asked of all users by block, of the rows that share something, and drawn. */
const rowsOf = ({ rows, shared }: Edit): Limits => ({
  placementsJudged: 3 + rows,
  checksRun: 60 + 40 * rows + 3 * shared,
  groupsJudged: 10 + shared,
  pagesSearched: 20 + 2 * shared,
  // Of a cause at most fifty, whose rows may have moved.
  diagnosticsMade: 200,
  filesSent: 6,
  previewElementsSent: 120,
});
/** Of placements only those whose calls a declaration decides are judged again, of three hundred. */
const declared: Limits = {
  ...nothing,
  placementsJudged: 40,
  checksRun: 1500,
  groupsJudged: 20,
  pagesSearched: 40,
  filesSent: 4,
  previewElementsSent: 120,
};

/** What each kind of edit may cost in a deployment of six thousand users. No limit speaks of how many there are. */
export const limits: Readonly<Record<Kind, (edit: Edit) => Limits>> = {
  // The diagnostics of the document are sent once more, under its new version.
  nothing: () => ({
    ...nothing,
    placementsJudged: 0,
    checksRun: 0,
    groupsJudged: 0,
    pagesSearched: 0,
    diagnosticsMade: 0,
    filesSent: 1,
    previewElementsSent: 0,
  }),
  'character in a row': (edit) => ({
    ...rowsOf(edit),
    charactersScanned: 10 * ROW,
    declarationsParsed: 1,
    rowsRead: 6,
    pagesRead: 8,
    rowsIndexed: 2 * PAGE,
  }),
  rows: (edit) => ({
    ...rowsOf(edit),
    charactersScanned: (10 + edit.rows) * ROW,
    declarationsParsed: 1,
    rowsRead: 6 + edit.rows,
    pagesRead: 8,
    rowsIndexed: 4 * PAGE + edit.rows,
  }),
  records: (edit) => ({
    ...rowsOf(edit),
    ...nothing,
    rowsRead: 2 * RECORDS + edit.rows,
    pagesRead: 8,
    // At a border three pages may go, and three come.
    rowsIndexed: 6 * RECORDS + edit.rows,
  }),
  // What all users of a group have; of their rows only those are read that the fast path leaves alone.
  group: ({ shared }) => ({
    ...declared,
    groupsJudged: 20 + shared,
    pagesSearched: 40 + 2 * shared,
    charactersScanned: 1000,
    declarationsParsed: 2,
    rowsRead: 20,
    pagesRead: 20,
    rowsIndexed: 40,
    placementsJudged: 150,
  }),
  policy: () => ({ ...declared, charactersScanned: 1000, declarationsParsed: 6 }),
  declaration: () => ({ ...declared, charactersScanned: 2000, declarationsParsed: 6, placementsJudged: 400 }),
  file: (edit) => ({
    ...declared,
    ...rowsOf(edit),
    checksRun: 1500,
    charactersScanned: 1000,
    declarationsParsed: 2,
    rowsRead: 30,
    pagesRead: 1,
    rowsIndexed: 60,
  }),
  // The syntax of a file, or a name in many places: the files that change are read again, and no other.
  rename: ({ characters, rows }) => ({ charactersScanned: 2 * characters, rowsRead: rows + 20 * PAGE }),
  anything: ({ characters }) => ({ charactersScanned: 3 * characters }),
};

/** What was done beyond the limits of an edit. */
export function beyond(edit: Edit, before: Counts, after: Counts): string[] {
  return Object.entries(limits[edit.kind](edit)).flatMap(([name, limit]) => {
    const done = after[name as Counter] - before[name as Counter];
    return done > limit ? [`${name} ${done}, at most ${limit}`] : [];
  });
}
