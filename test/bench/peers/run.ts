import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { median } from '../measure';
import { generateProvider } from '../provider';
import { Comparison } from './comparison';
import { compareEditing, compareValidating, type Setting } from './likec4Peer';
import { writePage } from './page';

/** Runs the peers and UM Topology by turns, and writes the page that says what came of it. Processor time: others on the machine don't count. */

const [peers = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'umtopo-peers-'));
const RUNS = 3;
/** Milliseconds that a peer is given for a task. */
const LIMIT = Number(process.env.BENCH_PEER_LIMIT ?? 120_000);
const comparison = new Comparison();

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
    timeout: LIMIT,
    killSignal: 'SIGKILL',
  });
  if (status !== 0) throw new Error(`${program}: ${stderr || `not finished after ${LIMIT / 1000} s`}`);
  return JSON.parse(stdout) as Answer;
}

/** The first run of both warms the machine's caches, and doesn't count. */
function byTurns(peer: string, own: string, input: string): readonly [Answer[], Answer[]] {
  const runs = Array.from({ length: RUNS + 1 }, () => [ask(peer, input), ask(own, input)] as const).slice(1);
  return [runs.map(([theirs]) => theirs), runs.map(([, ours]) => ours)];
}

function langium(users: number, files: number, goals: readonly (number | undefined)[]): void {
  const input = write(`langium${users}-${files}`, generateProvider({ users, files }));
  const [theirs, ours] = byTurns('langium.mjs', 'own.mjs', input);
  const where = `${users.toLocaleString('en')} users, ${files === 1 ? 'one file' : `${files} files`}`;
  const colds = (answers: readonly Answer[]): number[] => answers.map(({ cold }) => cold);
  const edits = (answers: readonly Answer[]): number[] => answers.map((answer) => median(answer.edits));
  const kept = (answers: readonly Answer[]): number[] => answers.map((answer) => (answer.kept ?? 0) / 1e6);
  const [coldGoal, editGoal, keptGoal] = goals;
  comparison.add(`Langium: parse, link, validate ${where}`, 'ms', coldGoal, colds(theirs), colds(ours));
  comparison.add(`Langium: edit → diagnostics, ${where}`, 'ms', editGoal, edits(theirs), edits(ours));
  comparison.add(`Langium: heap kept, ${where}`, 'MB', keptGoal, kept(theirs), kept(ours));
}

function lezer(): void {
  const input = write('lezer', generateProvider({ users: 10_000, files: 1 }));
  const [theirs, ours] = byTurns('lezer.mjs', 'own-reparse.mjs', join(input, 'users', 'Group01.umtopo'));
  const edits = (answers: readonly Answer[]): number[] => answers.map((answer) => median(answer.edits));
  comparison.add('Lezer: the tree after one character, 10,000 rows', 'ms', 0.5, edits(theirs), edits(ours));
}

try {
  await comparison.attempt('Langium', () => {
    langium(10_000, 20, [8, 10, 4]);
    langium(10_000, 1, [undefined, 100, 4]);
    langium(100_000, 20, []);
  });
  await comparison.attempt('Lezer', lezer);
  const program = join(peers, 'node_modules', 'likec4', 'bin', 'likec4.mjs');
  const setting: Setting = { program, runs: RUNS, limit: LIMIT, comparison, write };
  await comparison.attempt('LikeC4', () => compareValidating(setting));
  await comparison.attempt("LikeC4's language server", () => compareEditing(setting));
} finally {
  rmSync(folder, { recursive: true });
}

const manifest = JSON.parse(readFileSync(join(peers, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
writePage(comparison, manifest.dependencies, RUNS);
