import { codeLenses } from '../../server/src/editor/codeLens';
import { completion } from '../../server/src/editor/completion/completion';
import { definition } from '../../server/src/editor/definition';
import { hover } from '../../server/src/editor/hover';
import { EditedServer } from './editedServer';
import { isShort, type Measure, measured, measuredBoth, processorTime, publish } from './measure';
import { generateProvider } from './provider';

/**
 * What an edit costs in a deployment of a million users, in processor time inside the server: from the change to the diagnostics, as they are sent, and the patch of
 * the preview. The same code as in the built server, without a protocol around it.
 */

const users = isShort ? 100_000 : 1_000_000;
const root = 'file:///bench';
const files = new Map([...generateProvider({ users })].map(([path, text]) => [`${root}/${path}`, text]));
const text = [...files.values()].reduce((sum, each) => sum + each.length, 0);

const server = new EditedServer(root, files);
const { session, previews } = server;

const before = heap();
const start = performance.now();
await server.load();
const loaded = performance.now() - start;
const perUser = (heap() - before) / users;

const group = server.open('users/Group10.umtopo');
const topology = server.open('deployment.umtopo');
await previews.preview({ textDocument: { uri: `${root}/deployment.umtopo` } });

function heap(): number {
  for (let i = 0; i < 3; i++) global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
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
server.type(group, 1);
const measures: Measure[] = [
  ...measuredBoth('type a character in a new row → diagnostics', server.type(group, isShort ? 2 : 4), {
    of: 'p95',
    limit: 5,
  }),
  ...measuredBoth('correct a digit → diagnostics', server.correct(group, isShort ? 40 : 100), { of: 'p95', limit: 5 }),
];
server.editPolicy(topology, isShort ? 4 : 20);
measures.push(
  ...measuredBoth(
    'edit a policy of a tenth of the hosted users → diagnostics and preview patch',
    server.editPolicy(topology, isShort ? 20 : 100),
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
}
measures.push({
  name: 'memory for each user above the text',
  unit: 'bytes',
  median: perUser,
  runs: 1,
  goal: { of: 'median', limit: 120 },
});
await measureCsv();

/** The same of users from a CSV file, which is open: a character typed into records all over it, and taken away again. */
async function measureCsv(): Promise<void> {
  const count = isShort ? 10_000 : 50_000;
  const generated = [...generateProvider({ users: count, files: 1, form: 'csv' })];
  const edited = new EditedServer(root, new Map(generated.map(([path, each]) => [`${root}/${path}`, each])));
  await edited.load();
  const csv = edited.open('users/Group01.csv');
  const times = Array.from({ length: 120 }, (_, i) => {
    const line = 100 + (((i >> 1) * 7919) % (count - 200));
    return edited.edit(csv, line, 2, i % 2, i % 2 ? '' : 'x');
  });
  measures.push(
    ...measuredBoth(
      `type a character in a CSV file of ${count.toLocaleString('en')} rows → diagnostics`,
      times.slice(20),
    ),
  );
}

/** Types a character into rows all over the file, and takes it away again. What the server put off is done in between, as between the keys of a person. */
async function typeAndTakeBack(count: number): Promise<void> {
  const rows = (session.workspace.file(group)?.lines.lineCount ?? 1000) - 200;
  for (let i = 0; i < count; i += 2) {
    const line = 100 + (((i * 7919) % 40_000) % rows);
    server.edit(group, line, 2, 0, 'x');
    server.edit(group, line, 2, 1, '');
    if (i % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

// What the engine compiles meanwhile is no growth by edits.
await typeAndTakeBack(isShort ? 500 : 2000);
const grown = heap();
const edits = isShort ? 1000 : 10_000;
await typeAndTakeBack(edits);
measures.push({
  name: `growth of the heap over ${edits.toLocaleString('en')} edits`,
  unit: 'MB',
  median: (heap() - grown) / 1e6,
  runs: 1,
  goal: { of: 'median', limit: 5 },
});

console.log(
  `${users.toLocaleString('en')} users, ${(text / 1e6).toFixed(0)} MB; loaded in ${loaded.toFixed(0)} ms; ${server.sent} bytes sent`,
);
for (const { name, unit, median: value, p95, goal } of measures)
  console.log(
    `${name.padEnd(76)} ${value.toFixed(1).padStart(7)} ${unit}${p95 === undefined ? '' : `  p95 ${p95.toFixed(1)}`}${goal ? `  goal ${goal.limit}` : ''}`,
  );
publish({
  title: `In a deployment of ${users.toLocaleString('en')} users`,
  about: `A file of ${Math.round(users / 20).toLocaleString('en')} rows is open. Time inside the server on the clock, on a machine that does nothing else; the processor time is that of all its threads, those included which compile and collect garbage meanwhile. An edit ends with the diagnostics and the preview’s patch as they are sent.`,
  measures,
});
