import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maximal, minimal } from './capabilities';
import { Client, type Range } from './client';

/** Every method of the page about the server, asked of the built server on an example, as an editor would. */

const folder = 'examples/mixed';
const uriOf = (name: string): string => pathToFileURL(`${folder}/${name}`).href;
const textOf = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

let client: Client;
let capabilities: Record<string, unknown>;

beforeAll(async () => {
  client = new Client();
  for (const method of ['client/registerCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh'])
    client.answers.set(method, () => null);
  client.answers.set('workspace/configuration', () => [{ inlayHints: { defaults: false } }]);
  client.answers.set('workspace/inlayHint/refresh', () => null);
  const result = await client.initialize(maximal, {
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'mixed' }],
    initializationOptions: { commands: true },
  });
  capabilities = result.capabilities;
  for (const name of ['users.umtopo', 'exchange.umtopo', 'expectations.umtopo', 'deployment.umtopo'])
    client.open(uriOf(name), textOf(name));
});

afterAll(async () => {
  expect(await client.close()).toBe(0);
  expect(client.stderr).toBe('');
});

/** The position of a text in a file, `into` it. */
function at(name: string, text: string, into = 1): { textDocument: { uri: string }; position: Range['start'] } {
  const offset = textOf(name).indexOf(text);
  if (offset < 0) throw new Error(`${name} has no ${text}`);
  const before = textOf(name)
    .slice(0, offset + into)
    .split('\n');
  return {
    textDocument: { uri: uriOf(name) },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

describe('an editor on an example', () => {
  it('is told what the server can do', () => {
    expect(Object.keys(capabilities).sort()).toEqual([
      'callHierarchyProvider',
      'codeActionProvider',
      'codeLensProvider',
      'completionProvider',
      'declarationProvider',
      'definitionProvider',
      'diagnosticProvider',
      'documentFormattingProvider',
      'documentHighlightProvider',
      'documentLinkProvider',
      'documentOnTypeFormattingProvider',
      'documentRangeFormattingProvider',
      'documentSymbolProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'implementationProvider',
      'inlayHintProvider',
      'linkedEditingRangeProvider',
      'positionEncoding',
      'referencesProvider',
      'renameProvider',
      'selectionRangeProvider',
      'semanticTokensProvider',
      'textDocumentSync',
      'typeDefinitionProvider',
      'workspace',
      'workspaceSymbolProvider',
    ]);
  });

  it('gets references and highlights', async () => {
    const place = at('exchange.umtopo', 'umDialPlan Redmond {', 'umDialPlan R'.length);
    const found = await client.request<{ uri: string }[]>('textDocument/references', {
      ...place,
      context: { includeDeclaration: false },
    });
    expect(new Set(found.map(({ uri }) => uri)).size).toBeGreaterThan(1);
    const marks = await client.request<unknown[]>('textDocument/documentHighlight', place);
    expect(marks.length).toBeGreaterThan(1);
  });

  it('gets semantic tokens, their difference and those of a range', async () => {
    const document = { textDocument: { uri: uriOf('users.umtopo') } };
    const full = await client.request<{ resultId: string; data: number[] }>(
      'textDocument/semanticTokens/full',
      document,
    );
    expect(full.data.length % 5).toBe(0);
    expect(full.data.length).toBeGreaterThan(50);
    const delta = await client.request<{ edits: unknown[] }>('textDocument/semanticTokens/full/delta', {
      ...document,
      previousResultId: full.resultId,
    });
    expect(delta.edits).toEqual([]);
    const part = await client.request<{ data: number[] }>('textDocument/semanticTokens/range', {
      ...document,
      range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } },
    });
    expect(part.data.length).toBeLessThan(full.data.length);
  });

  it('gets folding and selections that grow', async () => {
    const { textDocument, position } = at('users.umtopo', '@contoso.com');
    const folds = await client.request<{ startLine: number; endLine: number }[]>('textDocument/foldingRange', {
      textDocument,
    });
    expect(folds.length).toBeGreaterThan(0);
    interface Selection {
      range: Range;
      parent?: Selection;
    }
    const [selection] = await client.request<Selection[]>('textDocument/selectionRange', {
      textDocument,
      positions: [position],
    });
    expect(selection?.parent?.parent).toBeDefined();
  });

  it('gets lenses, hints and links', async () => {
    const document = { textDocument: { uri: uriOf('expectations.umtopo') } };
    const lenses = await client.request<object[]>('textDocument/codeLens', document);
    const resolved = await Promise.all(
      lenses.map((lens) => client.request<{ command: { title: string; command: string } }>('codeLens/resolve', lens)),
    );
    expect(resolved.map(({ command }) => command.title)).toContain('✓ holds');
    expect(resolved.map(({ command }) => command.command)).toContain('umtopo.showRoute');
    const hints = await client.request<{ label: string }[]>('textDocument/inlayHint', {
      textDocument: { uri: uriOf('users.umtopo') },
      range: everything,
    });
    expect(hints.length).toBeGreaterThan(0);
    const links = await client.request<{ target: string }[]>('textDocument/documentLink', {
      textDocument: { uri: uriOf('users.umtopo') },
    });
    expect(links.map(({ target }) => target)).toContain(uriOf('sales.csv'));
  });

  it('asks the settings', async () => {
    const hints = await client.request<{ label: string }[]>('textDocument/inlayHint', {
      textDocument: { uri: uriOf('exchange.umtopo') },
      range: everything,
    });
    expect(hints).toEqual([]);
  });

  it('follows calls', async () => {
    const place = at('exchange.umtopo', 'umDialPlan Redmond {', 'umDialPlan R'.length);
    const [item] = await client.request<{ name: string }[]>('textDocument/prepareCallHierarchy', place);
    expect(item?.name).toBe('Redmond');
    const into = await client.request<{ from: { name: string } }[]>('callHierarchy/incomingCalls', { item });
    expect(into.map(({ from }) => from.name)).toContain('pool01.contoso.com');
    expect(await client.request('callHierarchy/outgoingCalls', { item })).not.toBeNull();
    const users = await client.request<unknown[]>('textDocument/implementation', place);
    expect(users.length).toBeGreaterThan(0);
  });

  it('is refused a rename that the deployed system has not, with the reason', async () => {
    const place = at('exchange.umtopo', 'umDialPlan Redmond {', 'umDialPlan R'.length);
    await expect(client.request('textDocument/prepareRename', place)).rejects.toThrow("can't be changed");
    const exchange = at('exchange.umtopo', 'exchange OnPrem', 'exchange O'.length);
    expect(await client.request('textDocument/prepareRename', exchange)).toMatchObject({ placeholder: 'OnPrem' });
    const edit = await client.request<{ documentChanges: { textDocument: { uri: string } }[] }>('textDocument/rename', {
      ...exchange,
      newName: 'Local',
    });
    const uris = edit.documentChanges.map(({ textDocument }) => textDocument.uri);
    expect(uris).toEqual(expect.arrayContaining([uriOf('exchange.umtopo'), uriOf('waves.umtopo')]));
  });

  it('finds symbols', async () => {
    const found = await client.request<{ name: string }[]>('workspace/symbol', { query: 'alice' });
    expect(found.map(({ name }) => name)).toEqual(['alice@contoso.com']);
  });

  it('gets the picture, the route and the export', async () => {
    const document = { textDocument: { uri: uriOf('users.umtopo') } };
    const preview = await client.request<{ root: string; version: number; elements: { id: string }[] }>(
      'umtopo/preview',
      document,
    );
    expect(preview.root).toBe(pathToFileURL(folder).href);
    const located = await Promise.all(
      preview.elements.map(({ id }) => client.request('umtopo/previewLocation', { root: preview.root, id })),
    );
    expect(located.filter((place) => place !== null).length).toBeGreaterThan(5);
    expect(await client.request('umtopo/route', { ...document, of: 'alice@contoso.com' })).toMatchObject({
      outcome: 'hosted',
      target: 'ExchangeOnline',
    });
    const exported = await client.request<{ files: { path: string; content: string }[] }>('umtopo/export', document);
    const script = exported.files.find(({ path }) => path === 'powershell/10-lync.ps1');
    expect(Buffer.from(script?.content ?? '', 'base64').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('draws a call as a ladder, and gives pictures to take away', async () => {
    const root = pathToFileURL(folder).href;
    const call = { root, of: 'carol@contoso.com', event: 'noAnswer', wave: null };
    type Drawn = {
      verdict: string;
      elements: { id: string }[];
      rows: { id: string; what: string }[];
      places: Record<string, { uri: string }>;
    };
    const ladder = await client.request<Drawn>('umtopo/ladder', call);
    expect(ladder.verdict).toBe('local UM, dial plan Redmond');
    expect(ladder.rows.map(({ what }) => what)).toContain('INVITE ex01.contoso.com:5063 · TLS');
    expect(ladder.elements.map(({ id }) => id)).toEqual(expect.arrayContaining(ladder.rows.map(({ id }) => id)));
    expect(ladder.places['column:umService']?.uri).toBe(uriOf('exchange.umtopo'));
    const after = await client.request<Drawn>('umtopo/ladder', { ...call, wave: 'Pilot' });
    expect(after.verdict).toContain('hosted voice mail');
    expect(await client.request('umtopo/ladder', { ...call, of: 'nobody@contoso.com' })).toEqual({
      refused: 'There is no user and no contact nobody@contoso.com',
    });

    const picture = (params: object) =>
      client.request<{ name: string; text: string }>('umtopo/picture', { root, ...params });
    const svg = await picture({ view: 'graph', format: 'svg', theme: 'dark' });
    expect(svg).toMatchObject({ name: 'Contoso', text: expect.stringMatching(/^<svg [\s\S]*<\/svg>\n$/) });
    expect(svg.text).not.toContain('@media');
    expect((await picture({ view: 'graph', format: 'mermaid' })).text).toMatch(/^flowchart LR/);
    expect(await picture({ ...call, view: 'ladder', format: 'mermaid' })).toMatchObject({
      name: 'carol@contoso.com-noAnswer',
      text: expect.stringMatching(/^sequenceDiagram/),
    });
  });

  it('asks the picture: whose call, its way, what a wave changes, what a place means, what is known of a part', async () => {
    const document = { textDocument: { uri: uriOf('users.umtopo') } };
    const { root, waves } = await client.request<{ root: string; waves: unknown }>('umtopo/preview', document);
    expect(waves).toEqual([
      { name: 'Pilot', date: '2013-06-03' },
      { name: 'Rest', date: '2013-07-01' },
    ]);
    expect(await client.request('umtopo/previewSearch', { root, query: '0102' })).toEqual({
      found: [{ of: 'bob@contoso.com', detail: '+14255550102;ext=102 · Finance', kind: 'user' }],
      more: false,
    });
    const asked = { root, of: 'carol@contoso.com', event: 'noAnswer', wave: null };
    const before = await client.request<{ stops: { node: string }[]; route: unknown }>('umtopo/previewRoute', asked);
    expect(before.stops.map(({ node }) => node)).toEqual([
      'pool:pool01.contoso.com',
      'exUmRouting:exum routing',
      'umDialPlan:onprem\\redmond',
      'umServers:onprem\\redmond',
      'mailboxes:onprem',
    ]);
    expect(before.route).toEqual(await client.request('umtopo/route', { ...document, of: asked.of }));
    expect(await client.request('umtopo/previewRoute', { ...asked, of: 'nobody@contoso.com' })).toEqual({
      refused: 'There is no user and no contact nobody@contoso.com',
    });
    expect(await client.request('umtopo/previewWave', { root, wave: 'pilot' })).toMatchObject({
      changes: [{ users: 2, before: 'UM dial plan Redmond', witnesses: ['carol@contoso.com', 'dan@contoso.com'] }],
    });
    const place = await client.request<{ ids: string[] }>('umtopo/previewPlace', at('users.umtopo', 'carol@'));
    expect(place.ids).toEqual(expect.arrayContaining(before.stops.map(({ node }) => node)));
    const id = 'umDialPlan:onprem\\redmond';
    const hover = await client.request<{ contents: { value: string } }>(
      'textDocument/hover',
      at('exchange.umtopo', 'umDialPlan Redmond {', 'umDialPlan '.length + 1),
    );
    expect(await client.request('umtopo/previewDetails', { root, id })).toEqual({
      title: 'Redmond, UM dial plan · 8 users',
      hover: hover.contents.value,
      problems: [],
      more: 0,
    });
    expect(await client.request('umtopo/previewDetails', { root, id: 'pool:gone' })).toBeNull();
  });

  it('sees the picture change while it types, and change back', async () => {
    const { textDocument } = at('users.umtopo', '@contoso.com');
    const text = textOf('users.umtopo');
    const { version } = await client.request<{ version: number }>('umtopo/preview', { textDocument });
    client.change(textDocument.uri, 2, {
      text: `${text}\nusers More { pool pool01.contoso.com  mailbox none\n  zoe@contoso.com\n}\n`,
    });
    const patch = await client.notification<{ from: number; version: number; summary: string }>(
      'umtopo/previewChanged',
    );
    expect(patch.from).toBe(version);
    client.change(textDocument.uri, 3, { text });
    const back = await client.notification<{ from: number }>(
      'umtopo/previewChanged',
      (params) => params.from === patch.version,
    );
    expect(back.from).toBe(patch.version);
  });

  it('gets an export as it is now, is told that it may have changed, and gets its text only when it has', async () => {
    const document = { textDocument: { uri: uriOf('users.umtopo') } };
    type List = { root: string; name: string; files: { path: string; about: string }[] };
    const { root, files } = await client.request<List>('umtopo/exportList', document);
    expect(files).toContainEqual({ path: 'powershell/verify.ps1', about: expect.stringContaining('changes nothing') });
    expect(files.every(({ about }) => about !== '')).toBe(true);
    type View = {
      id: string;
      text?: string;
      runs: { from: number; to: number; causes: { uri: string; line: number }[] }[];
    };
    const view = (previous?: string): Promise<View> =>
      client.request('umtopo/exportView', { root, path: 'users.csv', ...(previous && { previous }) });
    const first = await view();
    const runOf = ({ runs }: View, line: number) => runs.find(({ from, to }) => from <= line && line <= to);
    const alice = (first.text ?? '').split('\n').findIndex((line) => line.includes('alice@contoso.com')) + 1;
    const [cause] = runOf(first, alice)?.causes ?? [];
    expect(textOf('users.umtopo').split('\n')[(cause?.line ?? 0) - 1]).toContain('alice@contoso.com');

    // A comment moves the source and leaves the text.
    const text = textOf('users.umtopo');
    const told = (): Promise<unknown> =>
      client.notification<{ roots: string[] }>(
        'umtopo/exportsChanged',
        ({ roots }) => roots.includes(root),
        client.notifications.length,
      );
    const once = told();
    client.change(document.textDocument.uri, 4, { text: `// later\n${text}` });
    await once;
    const moved = await view(first.id);
    expect(moved.text).toBeUndefined();
    expect(runOf(moved, alice)?.causes[0]?.line).toBe((cause?.line ?? 0) + 1);

    const twice = told();
    client.change(document.textDocument.uri, 5, { text: text.replace('alice@contoso.com', 'alicia@contoso.com') });
    await twice;
    expect((await view(first.id)).text).toContain('sip:alicia@contoso.com');
    const back = told();
    client.change(document.textDocument.uri, 6, { text });
    await back;
    expect((await view()).text).toBe(first.text);
    expect(await client.request('umtopo/exportView', { root, path: 'no.txt' })).toEqual({
      gone: 'The export has no no.txt now.',
    });
  });

  it('looks at a wave, and back', async () => {
    const { root } = await client.request<{ root: string }>('umtopo/preview', {
      textDocument: { uri: uriOf('users.umtopo') },
    });
    const look = { root, unfolded: [] };
    await client.request('umtopo/previewLook', { ...look, wave: 'Pilot' });
    const patch = await client.notification<{ wave: string; elements: { id: string }[] }>(
      'umtopo/previewChanged',
      (params: { wave: string | null }) => params.wave === 'Pilot',
    );
    expect(patch.elements.length).toBeGreaterThan(3);
    await client.request('umtopo/previewLook', { ...look, wave: null });
    await client.notification('umtopo/previewChanged', (params: { wave: string | null }) => params.wave === null);
  });

  it('keeps the names of CSV files when these are renamed', async () => {
    const edit = await client.request<{ documentChanges: { edits: { newText: string }[] }[] }>(
      'workspace/willRenameFiles',
      { files: [{ oldUri: uriOf('sales.csv'), newUri: uriOf('people/sales.csv') }] },
    );
    expect(edit.documentChanges[0]?.edits[0]?.newText).toContain('people/sales.csv');
  });
});

it('every method that the page names is one that the server answers', async () => {
  const page = readFileSync('docs/lsp.md', 'utf8');
  const table = page.slice(page.indexOf('## Features'), page.indexOf('## Documents'));
  const methods = [
    ...table.matchAll(/`((?:textDocument|workspace|completionItem|codeLens|callHierarchy|codeAction)\/[\w/]+)`/g),
  ].map(([, name]) => name as string);
  expect(methods.length).toBeGreaterThanOrEqual(30);
  const other = new Client();
  await other.initialize(minimal);
  for (const method of methods) {
    const answer = other.request(method, {}).then(
      () => 'answered',
      (error: Error) => error.message,
    );
    expect(await answer, method).not.toContain('-32601');
  }
  await other.close();
});
