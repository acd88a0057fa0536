import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '../protocol/client';
import { EditedServer } from './editedServer';
import { isShort, publish } from './measure';
import { type Profile, profiled, type Shares, sharesOf } from './profiled';
import { generateProvider } from './provider';

/** Where the time of an edit among a million users goes, and that of a file just opened. */

interface Column {
  readonly name: string;
  readonly shares: Shares;
  /** Of how many runs. */
  readonly runs: number;
}

const root = 'file:///bench';
const columns = [...(await edits()), await opening()];
const total = ({ shares }: Column): number => [...shares.values()].reduce((sum, each) => sum + each, 0);
const weight = (doer: string): number =>
  columns.reduce((sum, each) => sum + (each.shares.get(doer) ?? 0) / total(each), 0);
const doers = [...new Set(columns.flatMap(({ shares }) => [...shares.keys()]))].sort((a, b) => weight(b) - weight(a));
const percent = (column: Column, doer: string): string => {
  const share = (100 * (column.shares.get(doer) ?? 0)) / total(column);
  return share < 0.5 ? '' : `${share.toFixed(0)} %`;
};
const head = ['', ...columns.map(({ name }) => name)];
const rows = doers
  .map((doer) => [doer, ...columns.map((column) => percent(column, doer))])
  .filter(([, ...cells]) => cells.some((cell) => cell !== ''));
rows.push(['**each**', ...columns.map((column) => `**${(total(column) / column.runs).toFixed(1)} ms**`)]);
for (const row of [head, ...rows])
  console.log(row.map((cell, i) => (i ? cell.padStart(30) : cell.padEnd(30))).join(''));
publish({
  title: 'Where the time goes',
  about:
    'A character typed among a million users, an edit of a policy that a tenth of them has, and a server from its start to the diagnostics of a file of a megabyte. Own time of functions as V8’s sampling profiler sees it, by the [room](architecture.md#rooms) that they come from. Being watched slows the work down: the shares count, not the times. What V8 does for whoever calls it, compiling among it, counts for the caller.',
  measures: [],
  table: { head, rows },
});

async function edits(): Promise<Column[]> {
  const users = isShort ? 100_000 : 1_000_000;
  const files = new Map([...generateProvider({ users })].map(([path, text]) => [`${root}/${path}`, text]));
  const server = new EditedServer(root, files);
  await server.load();
  const group = server.open('users/Group10.umtopo');
  const topology = server.open('deployment.umtopo');
  await server.previews.preview({ textDocument: { uri: `${root}/deployment.umtopo` } });
  server.type(group, 2);
  server.editPolicy(topology, 4);
  const policies = isShort ? 6 : 20;
  let typed = 0;
  const typing = profiled(() => {
    typed = server.type(group, 3).length;
  });
  const policy = profiled(() => server.editPolicy(topology, policies));
  return [
    { name: 'a character among the users', shares: typing, runs: typed },
    { name: 'a policy of a tenth of them', shares: policy, runs: policies },
  ];
}

/** A file of a megabyte in a server that has just started, from `initialize` to its diagnostics. */
async function opening(): Promise<Column> {
  const text = [...generateProvider({ users: 12_300, files: 1, mistakes: 0.001 }).values()].join('\n');
  const sum = new Map<string, number>();
  const runs = isShort ? 2 : 6;
  // The first one keeps its code for the others.
  for (let run = 0; run <= runs; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'umtopo-profile-'));
    const options = ['--cpu-prof', '--cpu-prof-interval=100', `--cpu-prof-dir=${folder}`];
    const client = new Client([process.execPath, ...options, 'dist/server.js', '--stdio']);
    await client.initialize({ textDocument: { diagnostic: {} } });
    const uri = 'untitled:Untitled-1';
    client.open(uri, text);
    await client.request('textDocument/diagnostic', { textDocument: { uri } });
    await client.close();
    await client.exited;
    const profile = JSON.parse(readFileSync(join(folder, String(readdirSync(folder)[0])), 'utf8')) as Profile;
    rmSync(folder, { recursive: true });
    if (run > 0) for (const [doer, time] of sharesOf(profile)) sum.set(doer, (sum.get(doer) ?? 0) + time);
  }
  return { name: 'start, and open a megabyte', shares: sum, runs };
}
