import type { Connection } from 'vscode-languageserver';
import { diagnosticsOf } from '../../server/src/lsp/diagnostics';
import { Session } from '../../server/src/lsp/session';
import { Client } from '../protocol/client';
import { hostedParts, mixedBase } from '../support/deployment';

/**
 * What a keystroke and opening a file of a megabyte cost. Over the protocol, against the built server: milliseconds from the client's side, whatever else the
 * machine does. Server time: milliseconds of processor time inside, from the edit to the diagnostics.
 */

const uri = 'untitled:Untitled-1';
const megabyte = 1024 * 1024;

function topology(): string {
  return `${mixedBase}${Object.values(hostedParts).join('\n')}\n`;
}

function users(bytes: number): string {
  const lines = ['users Sales {', '  pool pool01.contoso.com'];
  const kinds = ['mailbox hosted  policy Cloud', 'mailbox local  umDialPlan Redmond', 'mailbox none'];
  for (let i = 0, length = 0; length < bytes; i++) {
    const line = `  user${i}@contoso.com  line +14255550100;ext=${10000 + i}  ${kinds[i % 3]}`;
    lines.push(line);
    length += line.length + 1;
  }
  lines.push('}', '');
  return lines.join('\n');
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function report(name: string, times: readonly number[], limit?: number): boolean {
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  const verdict = limit === undefined ? '' : p95 < limit ? `  under ${limit} ms` : `  NOT under ${limit} ms`;
  console.log(`${name.padEnd(44)} p50 ${p50.toFixed(1).padStart(6)}  p95 ${p95.toFixed(1).padStart(6)}${verdict}`);
  return limit === undefined || p95 < limit;
}

const capabilities = { textDocument: { diagnostic: {}, completion: { completionItem: {} } } };

async function started(text: string): Promise<Client> {
  const client = new Client();
  await client.initialize(capabilities);
  client.open(uri, text);
  return client;
}

const pull = (client: Client): Promise<{ items: unknown[] }> =>
  client.request('textDocument/diagnostic', { textDocument: { uri } });

async function opening(text: string): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    const client = new Client();
    await client.initialize(capabilities);
    const start = performance.now();
    client.open(uri, text);
    await pull(client);
    times.push(performance.now() - start);
    await client.close();
  }
  return times;
}

/** Types rows into the middle of the users, a character at a time; each change is followed by a pull of the diagnostics. */
async function typing(client: Client, line: number): Promise<number[]> {
  const times: number[] = [];
  let version = 2;
  for (let row = 0; row < 8; row++) {
    const text = `  new${row}@contoso.com  line +1425555${2000 + row}  policy Cloud\n`;
    for (let character = 0; character < text.length; character++) {
      const at = { line: line + row, character };
      const start = performance.now();
      client.change(uri, version++, { range: { start: at, end: at }, text: text[character] });
      await pull(client);
      times.push(performance.now() - start);
    }
  }
  return times;
}

/** The same keystrokes inside this process, in processor time. */
async function serverTime(text: string, line: number): Promise<number[]> {
  const connection = { console: { error: console.error } } as unknown as Connection;
  const host = { version: '', defer: (task: () => void) => void setImmediate(task), now: () => performance.now() };
  const session = new Session(connection, host, { processId: null, rootUri: null, capabilities: {} });
  const path = session.uris.toPath(uri);
  session.documents.opened(path, 'umtopo', 1, text);
  await session.load(async () => {});
  await session.ready();
  session.analyze();
  const times: number[] = [];
  for (let row = 0; row < 16; row++) {
    const typed = `  new${row}@contoso.com  line +1425555${2000 + row}  policy Cloud\n`;
    for (let character = 0; character < typed.length; character++) {
      const at = { line: line + row, character };
      const edits = [{ range: { start: at, end: at }, text: typed[character] as string }];
      const before = process.cpuUsage();
      session.documents.changed(path, character, edits);
      session.touch(path);
      session.analyze();
      JSON.stringify(diagnosticsOf(session, path));
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
  }
  return times;
}

async function asking(client: Client, method: string, params: object, count = 40): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await client.request(method, params);
    times.push(performance.now() - start);
  }
  return times;
}

/** @returns whether every limit is kept. */
export async function run(): Promise<boolean> {
  const text = topology() + users(megabyte);
  const lines = text.split('\n');
  console.log(`${lines.length - 30} users in ${(text.length / megabyte).toFixed(2)} MB\n`);
  let kept = report('open, to the diagnostics', await opening(text), 300);
  const client = await started(text);
  await pull(client);
  const middle = Math.floor(lines.length / 2);
  kept = report('a character in the middle, server time', await serverTime(text, middle), 10) && kept;
  report('a character in the middle, to the diagnostics', await typing(client, middle));
  const head = lines.findIndex((line) => line.startsWith('hostingProvider'));
  const document = { textDocument: { uri } };
  report('a character in the topology, to the diagnostics', await typingAt(client, head, 'hostingProvider '.length));
  const here = { ...document, position: { line: middle + 20, character: 6 } };
  const requests: readonly (readonly [string, object])[] = [
    ['textDocument/hover', here],
    ['textDocument/completion', { ...document, position: { line: middle + 20, character: 2 } }],
    ['textDocument/definition', here],
    ['textDocument/documentSymbol', document],
    [
      'textDocument/codeAction',
      { ...document, range: { start: here.position, end: here.position }, context: { diagnostics: [] } },
    ],
  ];
  for (const [method, params] of requests) report(method, await asking(client, method, params));
  await client.close();
  return kept;
}

async function typingAt(client: Client, line: number, character: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    const at = { line, character: character + i };
    const start = performance.now();
    client.change(uri, 10_000 + i, { range: { start: at, end: at }, text: 'x' });
    await pull(client);
    times.push(performance.now() - start);
  }
  return times;
}

if (!(await run())) process.exitCode = 1;
