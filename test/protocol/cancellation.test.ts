import { afterEach, describe, expect, it } from 'vitest';
import { Client } from './client';
import { everyRequest } from './everyRequest';

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
const glimpses = new Set(
  ['completion', 'hover', 'definition', 'declaration', 'typeDefinition', 'implementation'].concat([
    'documentLink',
    'documentSymbol',
    'inlayHint',
    'diagnostic',
  ]),
);
const methods = everyRequest(uri, position, { start: position, end: position }).filter(
  ({ method }) => !glimpses.has(method.replace('textDocument/', '')),
);

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

  it('before its turn is never looked at', async () => {
    const client = await waiting();
    const begun = methods.map(({ method, params }) => client.begin(method, params));
    for (const { id } of begun) client.notify('$/cancelRequest', { id });
    for (const { answer } of begun) await expect(answer).rejects.toThrow('-32800');
    expect(client.stderr).toBe('');
  });
});
