import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { manyUsers } from '../support/topologies';
import { Client } from './client';
import { type Asked, everyRequest } from './everyRequest';

const root = 'vscode-vfs://github/contoso';
const uri = `${root}/main.umtopo`;
const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.kill();
});

/** A client on a folder with a CSV file that is never read to its end: whatever is asked has to wait. */
async function waiting(): Promise<Client> {
  const client = new Client();
  clients.push(client);
  client.answers.set('umtopo/listFiles', () => []);
  const asked = new Promise<void>((resolve) => {
    client.answers.set('umtopo/readFile', () => {
      resolve();
      return new Promise(() => undefined);
    });
  });
  await client.initialize(
    {},
    { workspaceFolders: [{ uri: root, name: 'contoso' }], initializationOptions: { fileAccess: true } },
  );
  client.open(uri, 'deployment Contoso { server lync2013  mode mixed }\nusers Sales { csv "sales.csv" }\n');
  await asked;
  return client;
}

const position = { line: 1, character: 7 };
/** Those that answer of what is known by now, rather than wait; there is nothing to cancel. */
const glimpses = ['completion', 'hover', 'definition', 'declaration', 'typeDefinition'].concat([
  'documentLink',
  'documentSymbol',
  'inlayHint',
]);
/** Those that need nothing but the text. */
const ofText = ['formatting', 'rangeFormatting', 'onTypeFormatting', 'foldingRange', 'selectionRange'].concat([
  'semanticTokens/full',
  'semanticTokens/full/delta',
  'semanticTokens/range',
]);
const atOnce = new Set([...glimpses, ...ofText]);
const isAtOnce = ({ method }: Asked): boolean => atOnce.has(method.replace('textDocument/', ''));
const requests = everyRequest(uri, position, { start: position, end: position });
const methods = requests.filter((asked) => !isAtOnce(asked));

describe('a request that is cancelled', () => {
  it('while it waits for files is answered at once, whichever it is', async () => {
    const client = await waiting();
    for (const { method, params } of methods) {
      const { id, answer } = client.begin(method, params);
      // The server has begun with it: what was sent later is answered.
      await client.request('umtopo/deploymentChoices');
      client.notify('$/cancelRequest', { id });
      await expect(answer, method).rejects.toThrow('-32800');
    }
  });

  it('is none of those that need nothing that has to be read: they are answered meanwhile', async () => {
    const client = await waiting();
    const asked = requests.filter(isAtOnce);
    expect(asked.length).toBeGreaterThanOrEqual(atOnce.size);
    for (const { method, params } of asked) await client.request(method, params);
  });

  it('before its turn is never looked at', async () => {
    const client = await waiting();
    const begun = methods.map(({ method, params }) => client.begin(method, params));
    for (const { id } of begun) client.notify('$/cancelRequest', { id });
    for (const { answer } of begun) await expect(answer).rejects.toThrow('-32800');
    expect(client.stderr).toBe('');
  });
});

/** What takes long in a file of many users, each in a way that takes long. */
describe('a long request', () => {
  const many = `sipDomain contoso.com { isDefault true }\nwave Pilot { }\n${manyUsers(50_000).replaceAll('  line', '  wave Pilot  line')}`;
  const document = 'untitled:Untitled-1';
  const textDocument = { uri: document };
  const options = { tabSize: 2, insertSpaces: true };
  const lineOf = (text: string) => many.slice(0, many.indexOf(text)).split('\n').length - 1;
  const at = (text: string) => ({ line: lineOf(text), character: text.length });
  const everything = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
  const long: readonly Asked[] = [
    { method: 'textDocument/formatting', params: { textDocument, options } },
    { method: 'textDocument/rangeFormatting', params: { textDocument, options, range: everything } },
    { method: 'textDocument/semanticTokens/full', params: { textDocument } },
    { method: 'textDocument/semanticTokens/range', params: { textDocument, range: everything } },
    {
      method: 'textDocument/references',
      params: { textDocument, position: at('sipDomain contoso'), context: { includeDeclaration: true } },
    },
    {
      method: 'textDocument/rename',
      params: { textDocument, position: at('wave Pi'), newName: 'Other' },
    },
    { method: 'workspace/symbol', params: { query: 'wave' } },
  ];

  let client: Client;
  beforeAll(async () => {
    client = new Client();
    await client.initialize({ textDocument: { diagnostic: {} } });
    client.open(document, many);
    await client.request('textDocument/diagnostic', { textDocument });
  });
  afterAll(async () => {
    expect(await client.close()).toBe(0);
    expect(client.stderr).toBe('');
  });
  const hover = () => client.request('textDocument/hover', { textDocument, position: at('wave Pi') });

  it.each(long)('lets others through: $method', async ({ method, params }) => {
    let ended = false;
    const time = client.stopwatch();
    const answer = client.request(method, params).finally(() => {
      ended = true;
    });
    let others = 0;
    for (; !ended; others++) expect(await hover()).not.toBeNull();
    expect(await answer).not.toBeNull();
    // Ten milliseconds, and the hover; what the answer's text takes comes in one piece.
    expect(others).toBeGreaterThan(1);
    expect(time() / others).toBeLessThan(30);
  });

  it.each(long)('stops when it is cancelled: $method', async ({ method, params }) => {
    const whole = client.stopwatch();
    await client.request(method, params);
    const all = whole();
    const time = client.stopwatch();
    const { id, answer } = client.begin(method, params);
    // It has begun.
    await hover();
    client.notify('$/cancelRequest', { id });
    await expect(answer).rejects.toThrow('-32800');
    await hover();
    await hover();
    expect(time()).toBeLessThan(Math.max(50, all / 2));
  });

  it.each(long.filter(({ method }) => method.startsWith('textDocument')))(
    'whose text changes meanwhile is answered so: $method',
    async ({ method, params }) => {
      const answer = client.request(method, params);
      const start = { line: 0, character: 0 };
      client.change(document, 2, { range: { start, end: start }, text: ' ' });
      await expect(answer).rejects.toThrow('-32801');
      client.change(document, 3, { range: { start, end: { line: 0, character: 1 } }, text: '' });
    },
  );

  it('on all files begins again when one changes', async () => {
    const answer = client.request<unknown[]>('workspace/symbol', { query: 'wave' });
    const start = { line: 0, character: 0 };
    client.change(document, 4, { range: { start, end: start }, text: 'voicePolicy Wave { }\n' });
    expect(JSON.stringify(await answer)).toContain('"name":"Wave"');
  });
});
