import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Client } from '../../protocol/client';
import { TimeLimit } from '../programs';

/** A language server with a folder of its language. */
export interface Edited {
  readonly command: readonly string[];
  readonly folder: string;
  /** Opened in the editor. */
  readonly file: string;
  readonly languageId: string;
  /** What stands before a name that the file declares elsewhere. */
  readonly before: string;
}

/** Milliseconds. */
export interface Taken {
  /** From the message to the answer: there and back, whatever else the server or the machine does. */
  readonly waited: number;
  /** Of it, the processor time of the server's main thread. */
  readonly worked: number;
}

export interface EditorTimes {
  readonly opened: Taken;
  readonly edits: readonly Taken[];
  readonly completions: readonly Taken[];
  /** What a completion offers. */
  readonly offered: number;
}

const EDITS = 160;
/** The first ones run before all is compiled: they say nothing of a day's work. */
const COLD = 100;
/** Completions, and how many of them are the first ones. */
const ASKED = 40;
const FIRST = 10;
/** Written before a name, which then is declared nowhere. */
const WRONG = 'nowhere';

const capabilities = {
  textDocument: {
    publishDiagnostics: {},
    // As editors do: the documentation of what is offered is asked for when it is looked at.
    completion: { completionItem: { resolveSupport: { properties: ['documentation', 'detail'] } } },
  },
  workspace: { workspaceFolders: true, configuration: true },
};

/**
 * Opens a file with a wrong name in it, mends the name and makes it wrong again, each time until the server says so, and asks for completion at its start.
 * @param limit milliseconds for all of it
 * @throws TimeLimit
 */
export async function edit(edited: Edited, limit: number): Promise<EditorTimes> {
  const client = new Client(edited.command);
  client.answers.set('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => null));
  for (const method of ['client/registerCapability', 'window/workDoneProgress/create'])
    client.answers.set(method, () => null);
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TimeLimit(limit)), limit);
    });
    return await Promise.race([times(client, edited), late]);
  } finally {
    clearTimeout(timer);
    client.kill();
  }
}

async function times(client: Client, { folder, file, languageId, before }: Edited): Promise<EditorTimes> {
  const rootUri = pathToFileURL(folder).href;
  const uri = `${rootUri}/${file}`;
  const lines = readFileSync(`${folder}/${file}`, 'utf8').split('\n');
  const line = lines.findIndex((each, index) => index > lines.length / 2 && each.includes(before));
  const start = { line, character: (lines[line] ?? '').indexOf(before) + before.length };
  const end = { line, character: start.character + WRONG.length };
  const wrong = (lines[line] ?? '').slice(0, start.character) + WRONG + (lines[line] ?? '').slice(start.character);

  const told = (is: boolean, from: number): Promise<unknown> =>
    client.notification<Published>(
      'textDocument/publishDiagnostics',
      (found) => found.uri === uri && found.diagnostics.some(({ message }) => message.includes(WRONG)) === is,
      from,
    );
  await client.initialize(capabilities, { rootUri, workspaceFolders: [{ uri: rootUri, name: 'bench' }] });
  const opening = stopwatch(client);
  client.open(uri, lines.with(line, wrong).join('\n'), languageId);
  await told(true, 0);
  const opened = opening();

  const edits: Taken[] = [];
  for (let version = 2; version < EDITS + 2; version++) {
    const mends = version % 2 === 0;
    const from = client.notifications.length;
    const taken = stopwatch(client);
    client.change(uri, version, { range: { start, end: mends ? end : start }, text: mends ? '' : WRONG });
    await told(!mends, from);
    edits.push(taken());
  }

  const completions: Taken[] = [];
  let offered = 0;
  for (let asked = 0; asked < ASKED; asked++) {
    const taken = stopwatch(client);
    const answer = await client.request<Completions>('textDocument/completion', {
      textDocument: { uri },
      position: start,
    });
    completions.push(taken());
    offered = ('items' in answer ? answer.items : answer).length;
  }
  return { opened, edits: edits.slice(COLD), completions: completions.slice(FIRST), offered };
}

function stopwatch(client: Client): () => Taken {
  const start = performance.now();
  const worked = client.stopwatch();
  return () => ({ waited: performance.now() - start, worked: worked() });
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly { readonly message: string }[];
}

type Completions = readonly unknown[] | { readonly items: readonly unknown[] };
