import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { median } from '../measure';
import { runProgram } from '../programs';
import { generateProvider } from '../provider';
import { generateLikeC4 } from './likec4';

/** Runs the peers and UM Topology by turns, and writes the page that says what came of it. Processor time: others on the machine don't count. */

const [peers = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'umtopo-peers-'));
const RUNS = 3;

function write(name: string, files: ReadonlyMap<string, string>): string {
  for (const [path, text] of files) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(folder, name);
}

interface Answer {
  readonly cold: number;
  readonly kept?: number;
  readonly edits: readonly number[];
}

function ask(program: string, input: string): Answer {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', join(peers, 'out', program), input], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}

interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly peer: number;
  readonly own: number;
  /** How many times less it should be. */
  readonly goal: number;
}

const rows: Row[] = [];

function compare(what: string, unit: Row['unit'], goal: number, peer: readonly number[], own: readonly number[]): void {
  const row = { what, unit, goal, peer: median(peer), own: median(own) };
  rows.push(row);
  console.log(
    `${what.padEnd(64)} ${row.peer.toFixed(1).padStart(8)} ${row.own.toFixed(1).padStart(8)} ${unit}  ${(row.peer / row.own).toFixed(1)} times less`,
  );
}

function byTurns(peer: string, own: string, input: string): readonly [Answer[], Answer[]] {
  const theirs: Answer[] = [];
  const ours: Answer[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const pair = [ask(peer, input), ask(own, input)] as const;
    if (run === 0) continue;
    theirs.push(pair[0]);
    ours.push(pair[1]);
  }
  return [theirs, ours];
}

function langium(): void {
  for (const [files, editGoal] of [
    [20, 10],
    [1, 100],
  ] as const) {
    const input = write(`langium${files}`, generateProvider({ users: 10_000, files }));
    const [theirs, ours] = byTurns('langium.mjs', 'own.mjs', input);
    const where = files === 1 ? 'one file' : `${files} files`;
    const colds = (answers: readonly Answer[]): number[] => answers.map(({ cold }) => cold);
    const edits = (answers: readonly Answer[]): number[] => answers.map((answer) => median(answer.edits));
    const kept = (answers: readonly Answer[]): number[] => answers.map((answer) => (answer.kept ?? 0) / 1e6);
    compare(`Langium: parse, link, validate 10,000 users, ${where}`, 'ms', 8, colds(theirs), colds(ours));
    compare(`Langium: edit → diagnostics, ${where}`, 'ms', editGoal, edits(theirs), edits(ours));
    compare(`Langium: heap kept, ${where}`, 'MB', 4, kept(theirs), kept(ours));
  }
}

function lezer(): void {
  const input = write('lezer', generateProvider({ users: 10_000, files: 1 }));
  const [theirs, ours] = byTurns('lezer.mjs', 'own-reparse.mjs', join(input, 'users', 'Group01.umtopo'));
  const edits = (answers: readonly Answer[]): number[] => answers.map((answer) => median(answer.edits));
  compare('Lezer: the tree after one character, 10,000 rows', 'ms', 0.5, edits(theirs), edits(ours));
}

/** LikeC4 took longer than eight minutes for 10,000 elements where it was tried: it is given as long, and then the page is written without it. */
const LONGEST_MS = 8 * 60_000;

function likeC4(): void {
  const theirs = write('likec4', generateLikeC4(10_000));
  const ours = write('likec4-own', generateProvider({ users: 10_000 }));
  const runs = Array.from({ length: 1 }, () => [
    runProgram([join(peers, 'node_modules', 'likec4', 'bin', 'likec4.mjs'), 'validate', theirs], [0, 1], LONGEST_MS),
    runProgram(['dist/cli.js', 'check', ours], [0, 1]),
  ]).map(([peer, own]) => ({ peer, own }));
  const of = (side: 'peer' | 'own', what: 'cpuMs' | 'megabytes'): number[] => runs.map((run) => run[side]?.[what] ?? 0);
  compare(
    'LikeC4: `validate` 10,000 elements; `check` 10,000 users',
    'ms',
    20,
    of('peer', 'cpuMs'),
    of('own', 'cpuMs'),
  );
  compare('LikeC4: peak memory of these', 'MB', 5, of('peer', 'megabytes'), of('own', 'megabytes'));
}

try {
  langium();
  lezer();
  try {
    likeC4();
  } catch (error) {
    console.error(`LikeC4 is left out: ${error instanceof Error ? error.message : error}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

const versions = (
  JSON.parse(readFileSync(join(peers, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
).dependencies;
const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1);
const lines = rows.map(({ what, unit, peer, own, goal }) => {
  const times = peer / own;
  return `| ${what} | ${number(peer)} ${unit} | ${number(own)} ${unit} | ${times.toFixed(1)} × less | ${goal} ×${times < goal ? ' — **not reached**' : ''} |`;
});
writeFileSync(
  'docs/benchmarks-peers.json',
  `${JSON.stringify({ node: process.version, versions, rows }, undefined, 2)}\n`,
);
writeFileSync(
  'docs/benchmarks-peers.md',
  `# Beside other tools

Written by \`npm run bench:peers\`, which installs the others into the project's cache, pinned by a lock file of their own, and runs each of them and UM Topology by turns.
Measured on ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version.slice(1)}; ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}. Processor time, medians of ${RUNS} runs (LikeC4: one).

| | peer | UM Topology | | goal |
| --- | --: | --: | --- | --- |
${lines.join('\n')}

## What is compared, and what isn't

- **Langium** gets the same files. Its grammar ([users.langium](../test/bench/peers/users.langium)) covers what they use, with cross-references from users to policies, default scopes, its generated
  parser bundled and minified, and one check (an address stands once in its file). UM Topology parses, resolves and runs all of its rules. An edit changes a digit in the
  largest file: Langium takes the new text, and parses, links and validates that document; documents that refer to it are left out, in its favour. *Heap kept* is what is
  left after a garbage collection, typed arrays included.
- **Lezer** only makes a tree, without names, values or faults; its grammar ([users.grammar](../test/bench/peers/users.grammar)) is a rough one, which favours it. Putting the text together is outside of
  both times.
- **LikeC4** reads another language: ten thousand elements in twenty files of the same number of declarations, a fifth of them with a relation. It lays out no views here. What its elements
  and our users have in common is that somebody edits and checks ten thousand of them; nothing more is claimed. Its language server isn't measured here.
`,
);
