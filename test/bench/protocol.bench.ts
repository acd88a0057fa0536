import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '../protocol/client';
import { isShort, type Measure, measured, publish } from './measure';
import { type GeneratedDeployment, generateProvider, generateTenants } from './provider';

/** The built server over the protocol, from the client's side: its start, the first diagnostics of a file, and answers while a large folder is read. */

const capabilities = {
  textDocument: { diagnostic: {}, completion: { completionItem: {} } },
  workspace: { workspaceFolders: true },
};
const measures: Measure[] = [];

async function starting(runs: number): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    const client = new Client();
    await client.initialize(capabilities);
    if (run > 0) times.push(performance.now() - start);
    await client.close();
  }
  return times;
}

const uri = 'untitled:Untitled-1';

async function opening(text: string, runs: number): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const client = new Client();
    await client.initialize(capabilities);
    const start = performance.now();
    client.open(uri, text);
    await client.request('textDocument/diagnostic', { textDocument: { uri } });
    times.push(performance.now() - start);
    await client.close();
  }
  return times;
}

/** Types digits into a number in the middle of the file; each time until its diagnostics are there. */
async function typing(text: string, edits: number): Promise<number[]> {
  const client = new Client();
  await client.initialize(capabilities);
  client.open(uri, text);
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  const lines = text.split('\n');
  const line = lines.findIndex((each, i) => i > lines.length / 2 && /line \+\d/.test(each));
  const start = (lines[line]?.indexOf('line +') ?? 0) + 'line +'.length;
  const times: number[] = [];
  for (let version = 2; version < edits + 2; version++) {
    const range = { start: { line, character: start + 6 }, end: { line, character: start + 7 } };
    const asked = performance.now();
    client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: String(version % 10) }],
    });
    await client.request('textDocument/diagnostic', { textDocument: { uri } });
    times.push(performance.now() - asked);
  }
  await client.close();
  // The first ones run before the engine has compiled anything.
  return times.slice(20);
}

/** Asks for a hover again and again while the folder is read, until its diagnostics are there. */
async function whileLoading(folder: string): Promise<{ readonly hovers: number[]; readonly loaded: number }> {
  const client = new Client();
  const rootUri = pathToFileURL(folder).href;
  await client.initialize({ ...capabilities }, { rootUri, workspaceFolders: [{ uri: rootUri, name: 'bench' }] });
  const document = `${rootUri}/deployment.umtopo`;
  client.open(document, generateProvider({ users: 10 }).get('deployment.umtopo') ?? '');
  const start = performance.now();
  let loading = true;
  const diagnostics = client.request('textDocument/diagnostic', { textDocument: { uri: document } }).then(() => {
    loading = false;
    return performance.now() - start;
  });
  const hovers: number[] = [];
  while (loading) {
    const asked = performance.now();
    await client.request('textDocument/hover', {
      textDocument: { uri: document },
      position: { line: 1, character: 12 },
    });
    hovers.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const loaded = await diagnostics;
  await client.close();
  return { hovers, loaded };
}

/** Opens a folder and a file of it, until something is said of the file: what is wrong with it by itself, where the rest takes long. */
async function firstOf(folder: string): Promise<number> {
  const client = new Client();
  client.answers.set('workspace/diagnostic/refresh', () => null);
  const rootUri = pathToFileURL(folder).href;
  await client.initialize(
    { ...capabilities, workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } } },
    { rootUri, workspaceFolders: [{ uri: rootUri, name: 'bench' }] },
  );
  const document = `${rootUri}/users/Group01.umtopo`;
  const text = readFileSync(join(folder, 'users/Group01.umtopo'), 'utf8');
  const start = performance.now();
  client.open(document, text);
  await client.request('textDocument/diagnostic', { textDocument: { uri: document } });
  const taken = performance.now() - start;
  await client.close();
  return taken;
}

interface OfTenants {
  readonly opened: number;
  readonly meanwhile: number[];
  readonly loaded: number;
  readonly later: number[];
  readonly megabytes: number | undefined;
}

/** Opens a folder of tenants and a file of one of them, and types into it until all are known, and after that. */
async function amongTenants(folder: string, tenants: number): Promise<OfTenants> {
  const client = new Client();
  const rootUri = pathToFileURL(folder).href;
  const path = `tenant${String(Math.floor(tenants / 2)).padStart(4, '0')}/users/Group01.umtopo`;
  const document = `${rootUri}/${path}`;
  await client.initialize(capabilities, { rootUri, workspaceFolders: [{ uri: rootUri, name: 'bench' }] });
  const text = readFileSync(join(folder, path), 'utf8');
  const start = performance.now();
  client.open(document, text);
  await client.request('textDocument/diagnostic', { textDocument: { uri: document } });
  const opened = performance.now() - start;
  const line = text.split('\n').findIndex((each) => each.includes('ext='));
  const digit = (text.split('\n')[line] ?? '').indexOf('ext=') + 6;
  let version = 2;
  const edit = async (): Promise<number> => {
    const range = { start: { line, character: digit }, end: { line, character: digit + 1 } };
    const asked = performance.now();
    client.change(document, version, { range, text: String(version++ % 10) });
    await client.request('textDocument/diagnostic', { textDocument: { uri: document } });
    return performance.now() - asked;
  };
  let loaded = 0;
  const all = client.request('$/umtopo/stats').then(() => {
    loaded = performance.now() - start;
  });
  const meanwhile: number[] = [];
  while (loaded === 0) {
    meanwhile.push(await edit());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await all;
  const later: number[] = [];
  for (let i = 0; i < 100; i++) later.push(await edit());
  const { peakMegabytes: megabytes } = client;
  await client.close();
  return { opened, meanwhile, loaded, later: later.slice(20), megabytes };
}

measures.push(measured('start → `initialize` answered', await starting(isShort ? 3 : 9), { of: 'median', limit: 120 }));
const megabyte = [...generateProvider({ users: 12_300, files: 1, mistakes: 0.001 }).values()].join('\n');
measures.push(
  measured(
    `open a file of ${(megabyte.length / 1e6).toFixed(2)} MB → its diagnostics`,
    await opening(megabyte, isShort ? 3 : 9),
    {
      of: 'median',
      limit: 100,
    },
  ),
);
measures.push(
  measured('type a character in it → its diagnostics, there and back', await typing(megabyte, isShort ? 60 : 320)),
);
/** Does something with a folder of such files. */
async function inFolder(files: GeneratedDeployment, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'umtopo-bench-'));
  try {
    for (const [path, text] of files) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const users = isShort ? 100_000 : 1_000_000;
await inFolder(generateProvider({ users }), async (folder) => {
  const { hovers, loaded } = await whileLoading(folder);
  measures.push(measured(`open a folder of ${users.toLocaleString('en')} users → diagnostics`, [loaded]));
  const first: number[] = [];
  for (let run = 0; run < 3; run++) first.push(await firstOf(folder));
  measures.push(measured('— and a file of it → what is wrong with it by itself', first));
  // The last one is answered when all is read; of the others the longest is in the spread, which is the first one, while the engine is loaded.
  measures.push(measured('hover meanwhile', hovers.slice(0, -1), { of: 'p95', limit: 50 }));
});
const tenants = isShort ? 200 : 2_000;
await inFolder(generateTenants(tenants, 50), async (folder) => {
  const { opened, meanwhile, loaded, later, megabytes } = await amongTenants(folder, tenants);
  const many = `${tenants.toLocaleString('en')} deployments`;
  measures.push(measured(`open a folder of ${many} and a file of one → its diagnostics`, [opened]));
  measures.push(measured('— all the others known', [loaded]));
  measures.push(measured('— an edit meanwhile → diagnostics, there and back', meanwhile, { of: 'p95', limit: 50 }));
  measures.push(measured('— an edit later', later));
  if (megabytes !== undefined) measures.push({ ...measured('— peak memory', [megabytes]), unit: 'MB' });
});

for (const { name, unit, median, p95, goal } of measures)
  console.log(
    `${name.padEnd(60)} ${median.toFixed(1).padStart(8)} ${unit}${p95 === undefined ? '' : `  p95 ${p95.toFixed(1)}`}${goal ? `  goal ${goal.limit}` : ''}`,
  );
publish({
  title: 'Over the protocol',
  about: 'The built server, from the client’s side: the way there and back included, whatever else the machine does.',
  measures,
});
