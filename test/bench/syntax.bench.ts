import { Pieces } from '../../server/src/base/pieces';
import { foldingRanges } from '../../server/src/editor/folding';
import { semanticTokens } from '../../server/src/editor/semanticTokens';
import { formatOnType, formatText } from '../../server/src/syntax/format';
import { LineIndex } from '../../server/src/syntax/lineIndex';
import { parse, reparse } from '../../server/src/syntax/parse';
import { Random } from '../support/random';
import { manyUsers } from '../support/topologies';

/**
 * What a file of users costs in the syntax room, in milliseconds, and how many times the floor that is: a loop that looks at every character once. Exits with 1
 * when an edit or a format is over its limit.
 */

export interface Result {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** Times the floor. */
  readonly ratio: number;
  /** Milliseconds that p95 must stay under where one waits for each key, p50 elsewhere. */
  readonly limit?: number;
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function measure(runs: number, work: (run: number) => unknown): number[] {
  for (let run = 0; run < 3; run++) work(run);
  return Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    work(run);
    return performance.now() - start;
  });
}

/** Looks at every character once: no parser can do with less. */
function floor(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** Types a digit and takes it away again, each time elsewhere. The times of putting the text together, and of parsing it again. */
function typing(text: string): { readonly texts: number[]; readonly parses: number[] } {
  const random = new Random(1);
  const texts: number[] = [];
  const parses: number[] = [];
  let pieces = Pieces.of(text);
  let tree = parse(text);
  for (let run = 0; run < 200; run++) {
    const at = text.indexOf('+1425', random.below(text.length - 200)) + 5;
    const start = performance.now();
    const typed = pieces.edited({ start: at, end: at, text: '5' });
    const ready = performance.now();
    tree = reparse(tree, typed, { start: at, end: at, text: '5' });
    texts.push(ready - start);
    parses.push(performance.now() - ready);
    pieces = typed.edited({ start: at, end: at + 1, text: '' });
    tree = reparse(tree, pieces, { start: at, end: at + 1, text: '' });
  }
  return { texts, parses };
}

export function run(users: number): Result[] {
  const text = manyUsers(users);
  const tree = parse(text);
  const untidy = text.replaceAll('  line', ' line');
  const untidyTree = parse(untidy);
  const base = percentile(
    measure(30, () => floor(text)),
    0.5,
  );
  const { texts, parses } = typing(text);
  const middle = text.indexOf('\n', text.length >> 1) + 1;
  const screen = { start: middle, end: middle + 5000 };
  const rows: readonly (readonly [string, number[], number?])[] = [
    ['floor: every character once', measure(30, () => floor(text))],
    ['parse', measure(20, () => parse(text))],
    ['an edit: its text', texts],
    ['an edit: its tree', parses, 10],
    ['line index', measure(20, () => new LineIndex(text))],
    ['format, nothing to do', measure(10, () => formatText(text, tree))],
    ['format, every row', measure(10, () => formatText(untidy, untidyTree)), 150],
    ['format behind a line end', measure(50, () => formatOnType(text, tree, middle, '\n')), 10],
    ['semantic tokens, whole', measure(10, () => semanticTokens(text, tree))],
    ['semantic tokens, a screen', measure(50, () => semanticTokens(text, tree, screen)), 10],
    ['folding', measure(10, () => foldingRanges(text, tree, new LineIndex(text)))],
  ];
  return rows.map(([name, times, limit]) => {
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    return { name, p50, p95, ratio: p50 / base, ...(limit !== undefined && { limit }) };
  });
}

let slow = false;
for (const users of [1_000, 20_000, 100_000]) {
  const size = (manyUsers(users).length / 1024 / 1024).toFixed(2);
  console.log(`${users.toLocaleString('en')} users, ${size} MB`);
  console.log(`  ${'milliseconds'.padEnd(28)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'floors'.padStart(9)}`);
  for (const { name, p50, p95, ratio, limit } of run(users)) {
    // The limits are those of a file of a megabyte; an edit has the same in every file.
    const counts = limit !== undefined && (users <= 20_000 || limit === 10);
    const within = counts && (limit === 10 ? p95 : p50) < limit;
    const verdict = counts ? (within ? `  under ${limit}` : `  NOT under ${limit}`) : '';
    slow ||= counts && !within;
    const numbers = [p50.toFixed(2), p95.toFixed(2), ratio.toFixed(1)].map((each) => each.padStart(9)).join('');
    console.log(`  ${name.padEnd(28)}${numbers}${verdict}`);
  }
  console.log();
}
if (slow) process.exitCode = 1;
