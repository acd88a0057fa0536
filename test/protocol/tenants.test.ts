import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { Workspace } from '../../server/src/model/workspace';
import { Analyzer } from '../../server/src/rules/analyze';
import { generateProvider } from '../bench/provider';
import { Client } from './client';

/** A hosting provider's folder: a deployment for each tenant. Who looks at one of them doesn't wait for the others, and the others are known all the same. */

const clients: Client[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function connect(): Client {
  const client = new Client();
  clients.push(client);
  return client;
}

const nameOf = (tenant: number): string => `tenant${String(tenant).padStart(3, '0')}`;

/** What the row of a tenant's user says: nothing, a hosted mailbox (UM4017 says something of it), or a policy that isn't there (UM2010). */
const kinds = ['', '  mailbox hosted  policy Tenant1', '  mailbox hosted  policy Nowhere'] as const;

/** A file of declarations for each tenant, and one with a user. */
function tenantFiles(tenants: number): Map<string, string> {
  const topology = generateProvider({ users: 2, files: 1 }).get('deployment.umtopo') ?? '';
  const files = new Map<string, string>();
  for (let tenant = 0; tenant < tenants; tenant++) {
    const name = nameOf(tenant);
    files.set(`${name}/deployment.umtopo`, topology.replace('deployment Provider', `deployment ${name}`));
    files.set(`${name}/users/Group01.umtopo`, users(name, kinds[tenant % kinds.length] as string));
  }
  return files;
}

function users(name: string, kind: string): string {
  const head = '  pool pool-redmond.contoso.com\n  mailbox local\n  umDialPlan Contoso';
  return `users Group01 {\n${head}\n  of.${name}@contoso.com  line +14255550100;ext=1000000${kind}\n}\n`;
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

interface State {
  readonly loading: boolean;
  readonly deployments: readonly { readonly root: string; readonly name: string; readonly errors: number }[];
  readonly gone: readonly string[];
}

const published = (client: Client, uri: string, code: string | undefined, from = 0): Promise<Published> =>
  client.notification<Published>(
    'textDocument/publishDiagnostics',
    (found) =>
      found.uri === uri &&
      (code === undefined ? found.diagnostics.length === 0 : found.diagnostics.some((each) => each.code === code)),
    from,
  );
const isLoaded = (client: Client, from = 0): Promise<State> =>
  client.notification<State>('umtopo/deploymentsChanged', ({ loading }) => !loading, from);

describe('one tenant of many', () => {
  it('is read and answered first, while the others never arrive', async () => {
    const client = connect();
    const root = 'vscode-vfs://github/provider';
    const files = tenantFiles(40);
    const own = nameOf(26);
    client.answers.set('umtopo/listFiles', () => [...files.keys()].map((path) => `${root}/${path}`));
    client.answers.set('umtopo/readFile', ({ uri }: { uri: string }) => {
      const path = uri.slice(root.length + 1);
      if (!path.startsWith(`${own}/`)) return new Promise(() => undefined);
      return { content: Buffer.from(files.get(path) ?? '').toString('base64') };
    });
    await client.initialize(
      { textDocument: { publishDiagnostics: {} }, workspace: { workspaceFolders: true } },
      { workspaceFolders: [{ uri: root, name: 'provider' }], initializationOptions: { fileAccess: true } },
    );
    const uri = `${root}/${own}/users/Group01.umtopo`;
    const text = files.get(`${own}/users/Group01.umtopo`) ?? '';
    client.open(uri, text);
    await published(client, uri, 'UM2010');

    const from = client.notifications.length;
    const line = text.split('\n').findIndex((each) => each.includes('Nowhere'));
    const start = text.split('\n')[line]?.indexOf('Nowhere') ?? 0;
    const range = { start: { line, character: start }, end: { line, character: start + 'Nowhere'.length } };
    client.change(uri, 2, { range, text: 'Tenant1' });
    await published(client, uri, 'UM4017', from);
    const textDocument = { uri };
    const position = range.start;
    expect(await client.request('textDocument/definition', { textDocument, position })).toMatchObject([
      { uri: `${root}/${own}/deployment.umtopo` },
    ]);
    const renamed = await client.request<{ changes: object }>('textDocument/rename', {
      textDocument,
      position,
      newName: 'Other',
    });
    expect(Object.keys(renamed.changes)).toHaveLength(2);
    expect(await client.request('umtopo/route', { textDocument, of: `of.${own}@contoso.com` })).toMatchObject({
      outcome: 'hosted',
    });
  });

  it('is not taken for whole while one of its files is missing', async () => {
    const client = connect();
    const root = 'vscode-vfs://github/provider';
    const files = tenantFiles(3);
    const arrive: (() => void)[] = [];
    client.answers.set('umtopo/listFiles', () => [...files.keys()].map((path) => `${root}/${path}`));
    client.answers.set('umtopo/readFile', async ({ uri }: { uri: string }) => {
      if (uri.endsWith(`${nameOf(1)}/deployment.umtopo`)) await new Promise<void>((resolve) => arrive.push(resolve));
      return { content: Buffer.from(files.get(uri.slice(root.length + 1)) ?? '').toString('base64') };
    });
    await client.initialize(
      { textDocument: { publishDiagnostics: {} }, workspace: { workspaceFolders: true } },
      { workspaceFolders: [{ uri: root, name: 'provider' }], initializationOptions: { fileAccess: true } },
    );
    const path = `${nameOf(1)}/users/Group01.umtopo`;
    const uri = `${root}/${path}`;
    client.open(uri, files.get(path) ?? '');
    // What needs the text alone is answered; that nothing is said of its names yet is seen by what was sent until then.
    await client.request('textDocument/foldingRange', { textDocument: { uri } });
    const route = client.request('umtopo/route', { textDocument: { uri }, of: `of.${nameOf(1)}@contoso.com` });
    await client.request('textDocument/semanticTokens/full', { textDocument: { uri } });
    expect(client.notifications.filter(({ method }) => method === 'textDocument/publishDiagnostics')).toEqual([]);
    for (const each of arrive) each();
    expect(await route).toMatchObject({ outcome: 'hosted' });
    await isLoaded(client);
    const told = client.notifications.filter(({ params }) => (params as Published).uri === uri);
    expect(told.flatMap(({ params }) => (params as Published).diagnostics.map(({ code }) => code))).toEqual(['UM4017']);
  });
});

describe('a deployment that takes long to be read', () => {
  const root = 'vscode-vfs://github/large';
  const uri = `${root}/users/a.umtopo`;
  const row = '  alice@contoso.com  line +14255550100\n';
  /** An address twice is wrong by itself; the policy may be declared where nobody has looked yet, and isn't. */
  const open = `users A {\n${row}${row}  carol@contoso.com  line +14255550102  mailbox hosted  policy Nowhere\n}\n`;
  const files: Readonly<Record<string, string>> = {
    [`${root}/deployment.umtopo`]: 'deployment Large { server lync2013  mode mixed }\n',
    [uri]: open,
    [`${root}/users/b.umtopo`]: `// ${'x'.repeat(1_100_000)}\n`,
    [`${root}/users/c.umtopo`]: 'users C { }\n',
  };

  async function opened(textDocument: object, workspace: object): Promise<{ client: Client; arrive(): void }> {
    const client = connect();
    let arrive = (): void => {};
    const isThere = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    client.answers.set('umtopo/listFiles', () => Object.keys(files));
    client.answers.set('umtopo/readFile', async ({ uri: asked }: { uri: string }) => {
      if (asked.endsWith('/c.umtopo')) await isThere;
      return { content: Buffer.from(files[asked] ?? '').toString('base64') };
    });
    await client.initialize(
      { textDocument, workspace: { workspaceFolders: true, ...workspace } },
      { workspaceFolders: [{ uri: root, name: 'large' }], initializationOptions: { fileAccess: true } },
    );
    client.open(uri, open);
    return { client, arrive };
  }

  it('tells of an open file what is wrong with it by itself, and the rest when it is there', async () => {
    const { client, arrive } = await opened({ publishDiagnostics: {} }, {});
    const early = await published(client, uri, 'UM3001');
    expect(early.diagnostics.map(({ code }) => code)).not.toContain('UM2010');
    const from = client.notifications.length;
    const end = { line: 1, character: 7 };
    client.change(uri, 2, { range: { start: { line: 1, character: 2 }, end }, text: 'bob' });
    const edited = await client.notification<Published>(
      'textDocument/publishDiagnostics',
      (found) => found.uri === uri && !found.diagnostics.some(({ code }) => code === 'UM3001'),
      from,
    );
    expect(edited.diagnostics.map(({ code }) => code)).not.toContain('UM2010');
    arrive();
    await published(client, uri, 'UM2010', from);
  });

  it('answers who asks, and says when it is worth asking again', async () => {
    const { client, arrive } = await opened({ diagnostic: {} }, { diagnostics: { refreshSupport: true } });
    const asked = new Promise<void>((resolve) => {
      client.answers.set('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      });
    });
    const ask = async (): Promise<string> =>
      (await client.request<{ items: { code: string }[] }>('textDocument/diagnostic', { textDocument: { uri } })).items
        .map(({ code }) => code)
        .join();
    const early = await ask();
    expect(early).toContain('UM3001');
    expect(early).not.toContain('UM2010');
    arrive();
    await asked;
    expect(await ask()).toContain('UM2010');
  });
});

describe('many tenants', () => {
  const TENANTS = 70;

  async function open(): Promise<{
    readonly client: Client;
    readonly files: Map<string, string>;
    write(path: string, text: string | undefined): string;
    uriOf(path: string): string;
  }> {
    const folder = mkdtempSync(join(tmpdir(), 'umtopo-tenants-'));
    folders.push(folder);
    const rootUri = pathToFileURL(folder).href;
    const uriOf = (path: string): string => `${rootUri}/${path}`;
    const write = (path: string, text: string | undefined): string => {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      if (text === undefined) unlinkSync(file);
      else writeFileSync(file, text);
      return uriOf(path);
    };
    const files = tenantFiles(TENANTS);
    for (const [path, text] of files) write(path, text);
    const client = connect();
    await client.initialize(
      {
        textDocument: {
          publishDiagnostics: {},
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        },
        workspace: { workspaceFolders: true },
      },
      { rootUri, workspaceFolders: [{ uri: rootUri, name: 'provider' }] },
    );
    await isLoaded(client);
    // All of them are analysed when this is answered.
    await client.request('$/umtopo/stats');
    return { client, files, write, uriOf };
  }

  /** What was told last of each file. */
  function told(client: Client): Map<string, readonly string[]> {
    const last = new Map<string, readonly string[]>();
    for (const { method, params } of client.notifications) {
      if (method !== 'textDocument/publishDiagnostics') continue;
      const { uri, diagnostics } = params as Published;
      last.set(uri, diagnostics.map(({ code, message }) => `${code} ${message}`).sort());
    }
    return last;
  }

  it('say what each of them says by itself, though few of them are kept', async () => {
    const { client, files, uriOf } = await open();
    const found = told(client);
    for (let tenant = 0; tenant < TENANTS; tenant++) {
      const alone = new Workspace();
      for (const [path, text] of files) if (path.startsWith(`${nameOf(tenant)}/`)) alone.set(path, text);
      alone.refresh();
      const [deployment] = alone.deployments;
      const { diagnostics } = deployment ? new Analyzer(deployment).analyze() : { diagnostics: [] };
      for (const path of files.keys()) {
        if (!path.startsWith(`${nameOf(tenant)}/`)) continue;
        const own = diagnostics.filter((each) => each.path === path);
        const expected = own.map(({ code, message }) => `${code} ${message}`).sort();
        expect(found.get(uriOf(path)) ?? [], path).toEqual(expected);
      }
    }
  });

  it('are told of once each, with what changes later', async () => {
    const { client, write, uriOf } = await open();
    const states = client.notifications.filter(({ method }) => method === 'umtopo/deploymentsChanged');
    const roots = states.flatMap(({ params }) => (params as State).deployments.map(({ root }) => root));
    expect(roots.toSorted()).toEqual(Array.from({ length: TENANTS }, (_, tenant) => uriOf(nameOf(tenant))));
    const from = client.notifications.length;
    const uri = write(`${nameOf(3)}/more.umtopo`, 'sipDomain contoso.com { }\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    const state = await client.notification<State>(
      'umtopo/deploymentsChanged',
      ({ deployments }) => deployments.some(({ errors }) => errors > 0),
      from,
    );
    expect(state.deployments.map(({ name }) => name)).toEqual([nameOf(3)]);
  });

  it('are brought up to date when a file of one changes on disk, comes or goes, and when its severities do', async () => {
    const { client, write } = await open();
    const path = `${nameOf(0)}/users/Group01.umtopo`;
    let from = client.notifications.length;
    let uri = write(path, users(nameOf(0), kinds[2]));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await published(client, uri, 'UM2010', from);

    from = client.notifications.length;
    write(path, undefined);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
    await published(client, uri, undefined, from);

    from = client.notifications.length;
    const settings = write(`${nameOf(1)}/umtopo.json`, '{ "severity": { "UM4017": "warning" } }');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: settings, type: 1 }] });
    uri = `${settings.slice(0, -'umtopo.json'.length)}users/Group01.umtopo`;
    await client.request('$/umtopo/stats');
    const severities = (): (number | undefined)[] =>
      client.notifications
        .slice(from)
        .filter(
          ({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as Published).uri === uri,
        )
        .flatMap(({ params }) => (params as { diagnostics: { code: string; severity: number }[] }).diagnostics)
        .filter(({ code }) => code === 'UM4017')
        .map(({ severity }) => severity);
    expect(severities()).toEqual([2]);
  });

  it('are searched, told about and opened like one that is kept', async () => {
    const { client, files, uriOf } = await open();
    const found = await client.request<{ name: string; location: { uri: string } }[]>('workspace/symbol', {
      query: 'of.tenant0',
    });
    expect(found).toHaveLength(TENANTS);
    const entries = await client.request<{ label: string }[]>('umtopo/topologyChildren', { root: uriOf(nameOf(0)) });
    expect(entries.length).toBeGreaterThan(3);
    const uri = uriOf(`${nameOf(2)}/users/Group01.umtopo`);
    const from = client.notifications.length;
    client.open(uri, files.get(`${nameOf(2)}/users/Group01.umtopo`) ?? '');
    await published(client, uri, 'UM2010', from);
    const actions = await client.request<{ title: string }[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title).join()).toContain('Nowhere');
  });
});
