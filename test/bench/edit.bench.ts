import type { Connection } from 'vscode-languageserver';
import { codeLenses } from '../../server/src/editor/codeLens';
import { completion } from '../../server/src/editor/completion/completion';
import { definition } from '../../server/src/editor/definition';
import { hover } from '../../server/src/editor/hover';
import { mentionsOf, thingAt } from '../../server/src/editor/references';
import { Previews } from '../../server/src/lsp/preview/previews';
import { Diagnostics } from '../../server/src/lsp/publish';
import { Session } from '../../server/src/lsp/session';
import { isShort, type Measure, measured, processorTime, publish } from './measure';
import { generateProvider } from './provider';

/**
 * What an edit costs in a deployment of a million users, in processor time inside the server: from the change to the diagnostics, as they are sent, and the patch of
 * the preview. The same code as in the built server, without a protocol around it.
 */

const users = isShort ? 100_000 : 1_000_000;
const root = 'file:///bench';
const files = new Map([...generateProvider({ users })].map(([path, text]) => [`${root}/${path}`, text]));
const text = [...files.values()].reduce((sum, each) => sum + each.length, 0);

let sent = 0;
const connection = {
  console: { error: console.error },
  sendDiagnostics: (message: object) => {
    sent += JSON.stringify(message).length;
  },
  sendNotification: (_method: string, message: object) => {
    sent += JSON.stringify(message).length;
  },
  languages: {},
} as unknown as Connection;
const disk = {
  list: async () => [...files.keys()].filter((path) => path.endsWith('.umtopo')),
  read: async (path: string) => {
    const found = files.get(path);
    return found === undefined ? undefined : { text: found };
  },
};
const host = { version: '', disk, defer: (task: () => void) => void setImmediate(task), now: () => performance.now() };
const capabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };
const session = new Session(connection, host, {
  processId: null,
  rootUri: root,
  capabilities,
  workspaceFolders: [{ uri: root, name: 'bench' }],
});
new Diagnostics(session);
const previews = new Previews(session);

const before = heap();
const start = performance.now();
await session.load(() => session.openFolders(session.folders));
await session.ready();
session.analyze();
const loaded = performance.now() - start;
const perUser = (heap() - before) / users;

const group = session.uris.toPath(`${root}/users/Group10.umtopo`);
const topology = session.uris.toPath(`${root}/deployment.umtopo`);
for (const path of [group, topology])
  session.documents.opened(path, 'umtopo', 1, session.workspace.file(path)?.text ?? '');
session.analyze();
await previews.preview({ textDocument: { uri: `${root}/deployment.umtopo` } });

let version = 2;
function edit(path: string, line: number, character: number, remove: number, typed: string): number {
  const range = { start: { line, character }, end: { line, character: character + remove } };
  return processorTime(() => {
    session.documents.changed(path, version++, [{ range, text: typed }]);
    session.touch(path);
    session.analyze();
    if (path === topology) previews.of(session.uris.toUri(root));
  });
}

function heap(): number {
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Begins new lines and types rows into them, a character at a time. */
function typing(rows: number): number[] {
  const times: number[] = [];
  const middle = Math.floor((session.workspace.file(group)?.lines.lineCount ?? 0) / 2);
  for (let row = 0; row < rows; row++) {
    const line = middle + row;
    times.push(edit(group, line, 0, 0, '\n'));
    const typed = `  new.person${row}@contoso.com  line +14255550100;ext=${5_000_000 + row}  mailbox hosted  policy Tenant3`;
    for (let character = 0; character < typed.length; character++)
      times.push(edit(group, line, character, 0, typed[character] as string));
  }
  return times;
}

/** Changes a digit in a row, and changes it back. */
function correcting(count: number): number[] {
  const file = () => session.workspace.file(group);
  const middle = Math.floor((file()?.lines.lineCount ?? 0) / 3);
  return Array.from({ length: count }, (_, i) => {
    const line = middle + i;
    const row = file()?.text.slice(file()?.lines.lineStart(line), file()?.lines.lineEnd(line)) ?? '';
    return edit(group, line, row.indexOf('ext=') + 4, 1, String(2 + (i % 8)));
  });
}

function policyEdits(count: number): number[] {
  const lines = (session.workspace.file(topology)?.text ?? '').split('\n');
  const line = lines.findIndex((each) => each.startsWith('hostedVoicemailPolicy Tenant3 '));
  const character = (lines[line] ?? '').indexOf('exap.um');
  return Array.from({ length: count }, (_, i) => edit(topology, line, character, i % 2, i % 2 ? '' : 'x'));
}

function asked(count: number, ask: (offset: number) => unknown): number[] {
  const file = session.workspace.file(group);
  const middle = Math.floor((file?.lines.lineCount ?? 0) / 4);
  return Array.from({ length: count }, (_, i) => {
    const lineStart = file?.lines.lineStart(middle + i * 37) ?? 0;
    return processorTime(() => ask(lineStart + 6));
  });
}

/** A program's first runs are slow: they say nothing of a day's work. */
typing(1);
const measures: Measure[] = [
  measured('type a character in a new row → diagnostics', typing(isShort ? 2 : 4), { of: 'p95', limit: 5 }),
  measured('correct a digit → diagnostics', correcting(isShort ? 40 : 100), { of: 'p95', limit: 5 }),
];
policyEdits(2);
measures.push(
  measured(
    'edit a policy of a tenth of the hosted users → diagnostics and preview patch',
    policyEdits(isShort ? 10 : 24),
    {
      of: 'p95',
      limit: 16,
    },
  ),
);
const deployment = session.workspace.deploymentOf(group);
const file = session.workspace.file(group);
if (deployment && file) {
  asked(5, (offset) => hover(deployment, group, offset));
  measures.push(
    measured(
      'code lenses',
      Array.from({ length: 20 }, () => processorTime(() => codeLenses(deployment, topology))),
      { of: 'p95', limit: 16 },
    ),
    measured(
      'hover',
      asked(40, (offset) => hover(deployment, group, offset)),
      { of: 'p95', limit: 5 },
    ),
    measured(
      'definition',
      asked(40, (offset) => definition(deployment, group, offset)),
      { of: 'p95', limit: 5 },
    ),
    measured(
      'completion',
      asked(40, (offset) => completion(deployment, group, offset)),
      { of: 'p95', limit: 5 },
    ),
  );
  // Its name itself can't be changed in the deployed system: what a change would touch is what its references are.
  const at = (session.workspace.file(topology)?.text ?? '').indexOf('hostedVoicemailPolicy Tenant3 ') + 24;
  const policy = thingAt(deployment, topology, at);
  const find = (): number => (policy ? mentionsOf(deployment, policy, undefined, Number.POSITIVE_INFINITY).length : 0);
  const found = find();
  if (found < users / 25) throw new Error(`${found} places name the policy, and a tenth of the hosted users do`);
  measures.push(
    measured(
      `the ${found.toLocaleString('en')} places that name a policy`,
      Array.from({ length: 5 }, () => processorTime(find)),
      { of: 'median', limit: 300 },
    ),
  );
}
measures.push({
  name: 'memory for each user above the text',
  unit: 'bytes',
  median: perUser,
  runs: 1,
  goal: { of: 'median', limit: 120 },
});
const grown = heap();
const edits = isShort ? 1000 : 10_000;
for (let i = 0; i < edits; i += 2) {
  const line = 100 + (((i * 7919) % 40_000) % ((file?.lines.lineCount ?? 1000) - 200));
  edit(group, line, 2, 0, 'x');
  edit(group, line, 2, 1, '');
}
measures.push({
  name: `growth of the heap over ${edits.toLocaleString('en')} edits`,
  unit: 'MB',
  median: (heap() - grown) / 1e6,
  runs: 1,
  goal: { of: 'median', limit: 5 },
});

console.log(
  `${users.toLocaleString('en')} users, ${(text / 1e6).toFixed(0)} MB; loaded in ${loaded.toFixed(0)} ms; ${sent} bytes sent`,
);
for (const { name, unit, median: value, p95, goal } of measures)
  console.log(
    `${name.padEnd(76)} ${value.toFixed(1).padStart(7)} ${unit}${p95 === undefined ? '' : `  p95 ${p95.toFixed(1)}`}${goal ? `  goal ${goal.limit}` : ''}`,
  );
publish({
  title: `In a deployment of ${users.toLocaleString('en')} users`,
  about: `A file of ${Math.round(users / 20).toLocaleString('en')} rows is open. Processor time inside the server; an edit ends with the diagnostics and the preview's patch as they are sent.`,
  measures,
});
