import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateProvider } from '../bench/provider';
import { Client } from './client';

/** A folder that takes a while to read: what is asked meanwhile is answered meanwhile. */

const folder = mkdtempSync(join(tmpdir(), 'umtopo-loading-'));
const files = generateProvider({ users: 60_000, files: 3 });

beforeAll(() => {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

it('answers a hover again and again while the folder is read', async () => {
  const client = new Client();
  const rootUri = pathToFileURL(folder).href;
  await client.initialize(
    { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    { rootUri, workspaceFolders: [{ uri: rootUri, name: 'large' }] },
  );
  const uri = `${rootUri}/deployment.umtopo`;
  client.open(uri, files.get('deployment.umtopo') ?? '');
  let loaded = false;
  const diagnostics = client.request('textDocument/diagnostic', { textDocument: { uri } }).then((report) => {
    loaded = true;
    return report;
  });
  let answered = 0;
  for (;;) {
    const hover = await client.request<{ contents: unknown } | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 12 },
    });
    expect(hover).not.toBeNull();
    if (loaded) break;
    answered++;
  }
  // One after the other: so often the server put what it was reading aside.
  expect(answered).toBeGreaterThan(10);
  await diagnostics;
  await client.close();
});
