import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { maximal, minimal } from './capabilities';
import { Client, type Range } from './client';

interface Diagnostic {
  readonly range: Range;
  readonly code: string;
  readonly severity: number;
  readonly message: string;
  readonly source: string;
  readonly codeDescription?: { readonly href: string };
  readonly relatedInformation?: readonly { readonly message: string }[];
  readonly data?: unknown;
}
interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}
interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

const uri = 'untitled:Untitled-1';
const mistake = 'hostingProvider P {\n  proxyFqdn exap.um.outlook.com\n  enabled ture\n}\n';

const clients: Client[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function start(capabilities: object = minimal, params: object = {}): Promise<Client> {
  const client = new Client();
  clients.push(client);
  client.answers.set('client/registerCapability', () => null);
  client.answers.set('window/workDoneProgress/create', () => null);
  client.answers.set('workspace/diagnostic/refresh', () => null);
  client.answers.set('workspace/configuration', ({ items }: never) => (items as []).map(() => null));
  await client.initialize(capabilities, params);
  return client;
}

function folder(files: Readonly<Record<string, string>>): { path: string; uri: (name: string) => string } {
  const path = mkdtempSync(join(tmpdir(), 'umtopo-'));
  folders.push(path);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return { path, uri: (name) => pathToFileURL(join(path, name)).href };
}

function published(client: Client, fits: (params: Published) => boolean, from = 0): Promise<Published> {
  return client.notification<Published>('textDocument/publishDiagnostics', fits, from);
}

function codesOf(diagnostics: readonly Diagnostic[] | undefined): string[] {
  return (diagnostics ?? []).map(({ code }) => code);
}

/** The text after edits that don't overlap, in UTF-16 positions. */
function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = ({ line, character }: Range['start']): number => (starts[line] ?? text.length) + character;
  const sorted = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
  return sorted.reduce(
    (now, edit) => now.slice(0, offset(edit.range.start)) + edit.newText + now.slice(offset(edit.range.end)),
    text,
  );
}

describe('a client with nothing but the protocol', () => {
  it('gets diagnostics, and none when the mistake is gone', async () => {
    const client = await start();
    client.open(uri, mistake);
    const first = await published(client, (params) => params.uri === uri);
    const found = first.diagnostics.find(({ code }) => code === 'UM0004');
    expect(found).toMatchObject({
      severity: 1,
      source: 'umtopo',
      range: { start: { line: 2, character: 10 }, end: { line: 2, character: 14 } },
    });
    // It did not say that it understands these.
    expect(found).not.toHaveProperty('codeDescription');
    expect(found).not.toHaveProperty('data');
    expect(first).not.toHaveProperty('version');
    const from = client.notifications.length;
    client.change(uri, 2, { range: found?.range, text: 'true' });
    const second = await published(client, (params) => params.uri === uri, from);
    expect(codesOf(second.diagnostics)).not.toContain('UM0004');
  });

  it('gets hover, completion and formatting', async () => {
    const client = await start();
    client.open(uri, mistake);
    const document = { textDocument: { uri } };
    const hover = await client.request<{ contents: { kind: string; value: string } }>('textDocument/hover', {
      ...document,
      position: { line: 1, character: 4 },
    });
    expect(hover.contents.kind).toBe('plaintext');
    expect(hover.contents.value).toContain('proxyFqdn FQDN');
    const completion = await client.request<{ items: { label: string; insertTextFormat: number }[] }>(
      'textDocument/completion',
      { ...document, position: { line: 2, character: 10 } },
    );
    expect(completion.items.map(({ label }) => label)).toContain('true');
    expect(completion.items.every(({ insertTextFormat }) => insertTextFormat === 1)).toBe(true);
    client.change(uri, 2, { text: 'sipDomain   contoso.com   {isDefault true}' });
    const edits = await client.request<TextEdit[]>('textDocument/formatting', {
      ...document,
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(applied('sipDomain   contoso.com   {isDefault true}', edits)).toBe(
      'sipDomain contoso.com { isDefault true }\n',
    );
  });

  it('gets a flat outline and plain locations', async () => {
    const client = await start();
    client.open(uri, 'site A {\n  pool p.contoso.com { role frontEnd }\n}\nbranchSite B { centralSite A }\n');
    const symbols = await client.request<{ name: string; location: { uri: string }; containerName?: string }[]>(
      'textDocument/documentSymbol',
      { textDocument: { uri } },
    );
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['A', undefined],
      ['p.contoso.com', 'A'],
      ['B', undefined],
    ]);
    const definition = await client.request('textDocument/definition', {
      textDocument: { uri },
      position: { line: 3, character: 27 },
    });
    expect(definition).toEqual([{ uri, range: { start: { line: 0, character: 5 }, end: { line: 0, character: 6 } } }]);
  });

  it('is told what is wrong with a request, and the server goes on', async () => {
    const client = await start();
    await expect(client.request('textDocument/hover', {})).rejects.toThrow();
    await expect(client.request('textDocument/nothing', {})).rejects.toThrow('-32601');
    await expect(client.request('umtopo/preview', {})).rejects.toThrow('textDocument');
    expect(
      await client.request('textDocument/hover', {
        textDocument: { uri: 'file:///nowhere.umtopo' },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
    client.open(uri, mistake);
    expect(codesOf((await published(client, (params) => params.uri === uri)).diagnostics)).toContain('UM0004');
  });

  it('ends the server', async () => {
    const client = await start();
    expect(await client.close()).toBe(0);
    expect(client.stderr).toBe('');
  });

  it('ends the server with 1 when it forgets to shut it down', async () => {
    const client = await start();
    client.write({ method: 'exit' });
    expect(await client.exited).toBe(1);
  });
});

describe('a client that understands everything', () => {
  it('pulls diagnostics with result ids', async () => {
    const client = await start(maximal);
    client.open(uri, mistake);
    const pull = (previousResultId?: string) =>
      client.request<{ kind: string; resultId: string; items?: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
        ...(previousResultId && { previousResultId }),
      });
    const first = await pull();
    expect(first.kind).toBe('full');
    const found = first.items?.find(({ code }) => code === 'UM0004');
    expect(found?.codeDescription?.href).toMatch(/rules\/UM0004\.md$/);
    expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    client.change(uri, 2, { range: found?.range, text: 'true' });
    const second = await pull(first.resultId);
    expect(second.kind).toBe('full');
    expect(codesOf(second.items)).not.toContain('UM0004');
    expect(second.resultId).not.toBe(first.resultId);
    expect(client.notifications.some(({ method }) => method === 'textDocument/publishDiagnostics')).toBe(false);
  });

  it('applies a quick fix, and the diagnostic is gone', async () => {
    const client = await start(maximal);
    client.open(uri, mistake);
    const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    const diagnostic = report.items.find(({ code }) => code === 'UM0004');
    const actions = await client.request<
      {
        title: string;
        isPreferred?: boolean;
        kind: string;
        diagnostics: Diagnostic[];
        edit: { documentChanges: { textDocument: { version: number }; edits: TextEdit[] }[] };
      }[]
    >('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostic?.range,
      context: { diagnostics: report.items, only: ['quickfix'] },
    });
    const fix = actions.find(({ title }) => title === 'Change to true');
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [diagnostic] });
    const resolved = await client.request<NonNullable<typeof fix>>('codeAction/resolve', fix);
    const [change] = resolved.edit.documentChanges;
    expect(change?.textDocument).toEqual({ uri, version: 1 });
    client.change(uri, 2, { text: applied(mistake, change?.edits ?? []) });
    const after = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    expect(codesOf(after.items)).not.toContain('UM0004');
  });

  it('streams the diagnostics of the workspace', async () => {
    const { path, uri: uriOf } = folder({
      'main.umtopo': 'deployment Contoso { server lync2013  mode mixed }\n',
      'users.umtopo': 'users U {\n  pool nowhere.contoso.com\n}\n',
    });
    const client = await start(maximal, {
      workspaceFolders: [{ uri: pathToFileURL(path).href, name: 'test' }],
    });
    const pulled = client.request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'all' });
    const partial = await client.notification<{
      token: string;
      value: { items: { uri: string; kind: string; items?: Diagnostic[] }[] };
    }>('$/progress', ({ token, value }) => token === 'all' && value.items.length > 0);
    expect(partial.value.items.map((item) => item.uri).sort()).toEqual([uriOf('main.umtopo'), uriOf('users.umtopo')]);
    const from = client.notifications.length;
    client.open(uriOf('users.umtopo'), 'users U {\n  enabled perhaps\n}\n');
    const changed = await client.notification<{
      token: string;
      value: { items: { uri: string; items?: Diagnostic[] }[] };
    }>(
      '$/progress',
      ({ token, value }) =>
        token === 'all' && value.items.some(({ items }) => items?.some(({ code }) => code === 'UM0004')),
      from,
    );
    expect(changed.value.items.map((item) => item.uri)).toContain(uriOf('users.umtopo'));
    client.notify('$/cancelRequest', { id: 2 });
    await pulled;
  });

  it('completes with snippets and shows documentation when it is asked for', async () => {
    const client = await start(maximal);
    client.open(uri, 'host');
    const { items } = await client.request<{
      items: {
        label: string;
        insertTextFormat: number;
        textEdit: { newText: string; insert: Range; replace: Range };
        documentation?: unknown;
      }[];
    }>('textDocument/completion', { textDocument: { uri }, position: { line: 0, character: 2 } });
    const item = items.find(({ label }) => label === 'hostingProvider');
    expect(item).toMatchObject({
      insertTextFormat: 2,
      textEdit: {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's own syntax
        newText: 'hostingProvider ${1:Name} {\n\tproxyFqdn ${2}\n\t$0\n}',
        insert: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } },
        replace: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
      },
    });
    expect(item?.documentation).toBeUndefined();
    const resolved = await client.request<{ documentation: { value: string } }>('completionItem/resolve', item);
    expect(resolved.documentation.value).toContain('New-CsHostingProvider');
  });
});

describe('position encodings', () => {
  const text = '/// Straße\nsite "Zürich 🏔" { siteId vier }\n';
  const cases: readonly (readonly [string, (part: string) => number])[] = [
    ['utf-8', (part) => Buffer.byteLength(part)],
    ['utf-16', (part) => part.length],
    ['utf-32', (part) => [...part].length],
  ];
  it.each(cases)('%s', async (encoding, units) => {
    const client = await start({ ...minimal, general: { positionEncodings: ['utf-7', encoding] } });
    client.open(uri, text);
    const { diagnostics } = await published(client, (params) => params.uri === uri);
    const character = units('site "Zürich 🏔" { siteId ');
    const range = { start: { line: 1, character }, end: { line: 1, character: character + 4 } };
    expect(diagnostics.find(({ message }) => message.includes('vier'))?.range).toEqual(range);
    const from = client.notifications.length;
    client.change(
      uri,
      2,
      { range, text: '4' },
      { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '' },
    );
    const after = await published(client, (params) => params.uri === uri, from);
    expect(after.diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
    const hover = await client.request<{ range: Range }>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: character - 3 },
    });
    expect(hover.range.end.character).toBe(character - 1);
  });
});

describe('files', () => {
  it('belong together across a folder, and CSV files are read', async () => {
    const { path, uri: uriOf } = folder({
      'main.umtopo': 'deployment Contoso { server lync2013  mode mixed }\nusers U { csv "u.csv"  mailbox hosted }\n',
      'u.csv': 'SipAddress,LineURI\nalice@contoso.com,nonsense\n',
    });
    const client = await start(minimal, { rootUri: pathToFileURL(path).href });
    const inCsv = await published(client, (params) => params.uri === uriOf('u.csv') && params.diagnostics.length > 0);
    expect(inCsv.diagnostics.find(({ code }) => code === 'UM1008')).toMatchObject({
      range: { start: { line: 1, character: 18 } },
    });
    const from = client.notifications.length;
    writeFileSync(join(path, 'u.csv'), 'SipAddress,LineURI\nalice@contoso.com,+14255550101\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('u.csv'), type: 2 }] });
    const mended = await published(client, (params) => params.uri === uriOf('u.csv'), from);
    expect(mended.diagnostics.some(({ code }) => code === 'UM1008')).toBe(false);
  });

  it("that can't be read say so, until they can", async () => {
    const { path, uri: uriOf } = folder({
      'main.umtopo': 'deployment Contoso { server lync2013  mode mixed }\n',
      'torn.umtopo': 'sipDomain \0',
    });
    const client = await start(minimal, { rootUri: pathToFileURL(path).href });
    const isTorn = (params: Published): boolean => params.uri === uriOf('torn.umtopo');
    const [told] = (await published(client, isTorn)).diagnostics;
    expect(told?.message).toBe("This file can't be read: it is no text: it holds binary data");
    const from = client.notifications.length;
    writeFileSync(join(path, 'torn.umtopo'), 'sipDomain contoso.com\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('torn.umtopo'), type: 2 }] });
    const { diagnostics } = await published(client, isTorn, from);
    expect(diagnostics.map(({ message }) => message)).not.toContain(told?.message);
  });

  it('with a byte order mark are counted from behind it, as the editor shows them', async () => {
    const { path, uri: uriOf } = folder({
      'main.umtopo': 'deployment Contoso { server lync2013  mode mixed }\nwave Rest { after Pilot }\n',
      'waves.umtopo': '\ufeffwave Pilot { }\nusers U { csv "u.csv"  mailbox hosted }\n',
      'u.csv': '\ufeffSipAddress,Wave,Wave\nalice@contoso.com,Pilot,\n',
    });
    const client = await start(minimal, { rootUri: pathToFileURL(path).href });
    const inCsv = await published(client, (params) => params.uri === uriOf('u.csv') && params.diagnostics.length > 0);
    expect(inCsv.diagnostics.find(({ code }) => code === 'UM0006')?.range.start).toEqual({ line: 0, character: 16 });
    client.open(
      uriOf('main.umtopo'),
      'deployment Contoso { server lync2013  mode mixed }\nwave Rest { after Pilot }\n',
    );
    const { changes } = await client.request<{ changes: Record<string, { range: Range }[]> }>('textDocument/rename', {
      textDocument: { uri: uriOf('main.umtopo') },
      position: { line: 1, character: 20 },
      newName: 'First',
    });
    expect(changes[uriOf('waves.umtopo')]?.map(({ range }) => range.start)).toEqual([{ line: 0, character: 5 }]);
    expect(changes[uriOf('u.csv')]?.map(({ range }) => range.start)).toEqual([{ line: 1, character: 18 }]);
  });

  it('outside any folder of the workspace are read with those beside them', async () => {
    const { uri: uriOf } = folder({
      'main.umtopo': 'deployment Contoso { server lync2013  mode mixed }\n',
      'users.umtopo': 'users U {\n  policy Cloud\n  alice@contoso.com\n}\n',
    });
    const client = await start();
    client.open(uriOf('main.umtopo'), 'deployment Contoso { server lync2013  mode mixed }\n');
    const state = await client.notification<{ deployments: { users: number; files: string[] }[] }>(
      'umtopo/deploymentsChanged',
      ({ deployments }) => deployments[0]?.users === 1,
    );
    expect(state.deployments[0]?.files).toEqual([uriOf('main.umtopo'), uriOf('users.umtopo')]);
  });

  it('beside a deployment change the severity of rules', async () => {
    const { path, uri: uriOf } = folder({
      'main.umtopo':
        'deployment Contoso { server lync2013  mode mixed }\n// umtopo-disable-next-line UM4006: nothing to see\nsipDomain contoso.com { }\n',
      'umtopo.json': '{ "severity": { "UM0016": "warning", "UM9999": "off" } }',
    });
    const client = await start(minimal, { rootUri: pathToFileURL(path).href });
    const useless = (severity: number) => (params: Published) =>
      params.uri === uriOf('main.umtopo') &&
      params.diagnostics.some((each) => each.code === 'UM0016' && each.severity === severity);
    await published(client, useless(2));
    const faults = await published(client, (params) => params.uri === uriOf('umtopo.json'));
    expect(faults.diagnostics[0]?.message).toContain('There is no rule UM9999');
    const from = client.notifications.length;
    writeFileSync(join(path, 'umtopo.json'), '{}');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('umtopo.json'), type: 2 }] });
    await published(client, useless(4), from);
    const mended = await published(client, (params) => params.uri === uriOf('umtopo.json'), from);
    expect(mended.diagnostics).toEqual([]);
  });

  it('beside a deployment come before what the editor is set to', async () => {
    const { path, uri: uriOf } = folder({
      'main.umtopo': 'deployment Contoso { server lync2013  mode mixed }\n// umtopo-disable UM4006, UM1003\n',
      'umtopo.json': '{ "severity": { "UM4007": "hint" } }',
    });
    const client = new Client();
    clients.push(client);
    const severity: Record<string, string> = { UM0016: 'warning', UM4007: 'off', UM2001: 'loud' };
    client.answers.set('workspace/configuration', ({ items }: never) => (items as []).map(() => ({ severity })));
    await client.initialize({ ...minimal, workspace: { configuration: true } }, { rootUri: pathToFileURL(path).href });
    const useless = (wanted: number) => (params: Published) =>
      params.uri === uriOf('main.umtopo') &&
      params.diagnostics.some((each) => each.code === 'UM0016' && each.severity === wanted);
    await published(client, useless(2));
    // UM4007 is an error and stays one, whatever is said.
    const { diagnostics } = await published(client, useless(2));
    expect(diagnostics.find((each) => each.code === 'UM4007')?.severity).toBe(1);
    const from = client.notifications.length;
    severity.UM0016 = 'information';
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    await published(client, useless(3), from);
    writeFileSync(join(path, 'umtopo.json'), '{ "severity": { "UM0016": "error" } }');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('umtopo.json'), type: 2 }] });
    await published(client, useless(1), from);
  });

  it('come through the client where the server has no disk for them', async () => {
    const client = new Client();
    clients.push(client);
    const files: Record<string, string> = {
      'vscode-vfs://github/contoso/main.umtopo':
        'deployment Contoso { server lync2013  mode mixed }\nusers U { csv "u.csv" }\n',
      'vscode-vfs://github/contoso/u.csv': 'SipAddress\nalice@contoso.com\n',
    };
    client.answers.set('umtopo/listFiles', () => Object.keys(files).filter((name) => name.endsWith('.umtopo')));
    client.answers.set('umtopo/readFile', ({ uri: name }: { uri: string }) => ({
      content: Buffer.from(files[name] ?? '').toString('base64'),
    }));
    await client.initialize(minimal, {
      workspaceFolders: [{ uri: 'vscode-vfs://github/contoso', name: 'contoso' }],
      initializationOptions: { fileAccess: true },
    });
    const state = await client.notification<{ deployments: { users: number }[] }>(
      'umtopo/deploymentsChanged',
      ({ deployments }) => deployments[0]?.users === 1,
    );
    expect(state.deployments).toHaveLength(1);
  });

  it('may be asked for while others arrive, and the answer waits for all of them', async () => {
    const client = new Client();
    clients.push(client);
    const root = 'vscode-vfs://github/contoso';
    const main = `deployment Contoso { server lync2013  mode ture }\nusers U { csv "u.csv" }\n`;
    const content = (text: string) => ({ content: Buffer.from(text).toString('base64') });
    client.answers.set('umtopo/listFiles', () => []);
    client.answers.set('umtopo/readFile', async ({ uri: name }: { uri: string }) => {
      // Somebody adds a file while the server reads another one. It comes when the server has done with all that it was told before.
      if (name.endsWith('u.csv'))
        client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${root}/late.umtopo`, type: 1 }] });
      for (let round = 0; round < 50 && name.endsWith('late.umtopo'); round++)
        await client.request('umtopo/deploymentChoices');
      return content(name.endsWith('late.umtopo') ? 'sipDomain contoso.com { isDefault treu }\n' : 'SipAddress\n');
    });
    await client.initialize(
      { textDocument: { diagnostic: {} } },
      { workspaceFolders: [{ uri: root, name: 'contoso' }], initializationOptions: { fileAccess: true } },
    );
    client.open(`${root}/main.umtopo`, main);
    const pull = (name: string) =>
      client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: `${root}/${name}` } });
    expect(codesOf((await pull('main.umtopo')).items)).toContain('UM1029');
    expect(codesOf((await pull('late.umtopo')).items)).toContain('UM0004');
  });

  it('that the editor shows win over those on the disk', async () => {
    const { path, uri: uriOf } = folder({ 'main.umtopo': mistake });
    const client = await start(minimal, { rootUri: pathToFileURL(path).href });
    await published(
      client,
      (params) => params.uri === uriOf('main.umtopo') && codesOf(params.diagnostics).includes('UM0004'),
    );
    let from = client.notifications.length;
    client.open(uriOf('main.umtopo'), mistake.replace('ture', 'true'));
    const open = await published(client, (params) => params.uri === uriOf('main.umtopo'), from);
    expect(codesOf(open.diagnostics)).not.toContain('UM0004');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('main.umtopo'), type: 2 }] });
    from = client.notifications.length;
    client.notify('textDocument/didClose', { textDocument: { uri: uriOf('main.umtopo') } });
    const closed = await published(client, (params) => params.uri === uriOf('main.umtopo'), from);
    expect(codesOf(closed.diagnostics)).toContain('UM0004');
  });
});
