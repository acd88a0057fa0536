import type { CancellationToken, Connection, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import { renaming } from '../../server/src/lsp/features/rename';
import { EditedServer } from './editedServer';
import { isShort, type Measure, median, processorTime, publish } from './measure';
import { generateProvider, type ProviderOptions } from './provider';

/**
 * What it costs to rename a policy that a tenth of all users have: processor time inside the server, from the request to the edits of all files, the pauses in which
 * it answers others included.
 */

const users = isShort ? 100_000 : 1_000_000;
const runs = isShort ? 5 : 9;
const root = 'file:///bench';
const uri = `${root}/deployment.umtopo`;
const measures: Measure[] = [];

type Request = (params: RenameParams, token: CancellationToken) => Promise<WorkspaceEdit>;

/** The request as the server answers it, without a protocol around it. */
function requestOf({ session }: EditedServer): Request {
  let found: Request | undefined;
  const connection = {
    onPrepareRename: () => undefined,
    onRenameRequest: (handler: Request) => {
      found = handler;
    },
  } as unknown as Connection;
  renaming.register(connection, () => session);
  if (found === undefined) throw new Error('Nobody answers the request');
  return found;
}

async function measure(form: NonNullable<ProviderOptions['form']>, goal?: Measure['goal']): Promise<void> {
  const files = new Map(
    [...generateProvider({ users, form, policies: 5 })].map(([path, text]) => [`${root}/${path}`, text]),
  );
  const server = new EditedServer(root, files);
  await server.load();
  server.open('deployment.umtopo');
  const ask = requestOf(server);
  const lines = (files.get(uri) ?? '').split('\n');
  const line = lines.findIndex((each) => each.startsWith('hostedVoicemailPolicy Tenant3 '));
  const position = { line, character: 'hostedVoicemailPolicy Te'.length };
  const token = { isCancellationRequested: false } as CancellationToken;
  const times: number[] = [];
  const written: number[] = [];
  let count = 0;
  for (let run = 0; run <= runs; run++) {
    const before = process.cpuUsage();
    const edit = await ask({ textDocument: { uri }, position, newName: `Tenant${100 + run}` }, token);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    written.push(processorTime(() => JSON.stringify(edit)));
    count = Object.values(edit.changes ?? {}).reduce((sum, edits) => sum + edits.length, 0);
  }
  if (count < users / 12) throw new Error(`${count} places have the policy's name, and a tenth of the users do`);
  const [first = 0, ...later] = times;
  const places = count.toLocaleString('en');
  const name = `rename a policy with ${places} references${form === 'csv' ? ', users in CSV files' : ''}`;
  const spread: Measure['spread'] = [Math.min(...later), Math.max(...later)];
  measures.push(
    { name, unit: 'ms', median: median(later), spread, runs, ...(goal && { goal }) },
    { name: '— the first time', unit: 'ms', median: first, runs: 1 },
    { name: '— writing the answer as JSON', unit: 'ms', median: median(written.slice(1)), runs },
  );
}

await measure('umtopo', { of: 'median', limit: 300 });
await measure('csv');

for (const { name, median: value } of measures) console.log(`${name.padEnd(76)} ${value.toFixed(1).padStart(7)} ms`);
publish({
  title: `A rename among ${users.toLocaleString('en')} users`,
  about:
    'The users are in twenty files. Processor time inside the server, from the request to the edits, the pauses in which others have their turn included.',
  measures,
});
