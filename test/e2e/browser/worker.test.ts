import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../../scripts/lib/project.mjs';
import { chromiumFlags, ensureChromium } from '../../../scripts/workbench/chromium.mjs';

let browser: Browser;
let server: Server;
const asked: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await ensureChromium(console.log), args: chromiumFlags });
  server = createServer(async ({ url = '' }, response) => {
    asked.push(url);
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.setHeader('content-type', type);
    response.end(url.endsWith('.js') ? await readFile(join(root, 'dist', url)) : '<title>worker</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: { readonly diagnostics?: readonly { readonly code: string }[] };
}

it('the server runs in a worker of any page, also in one that starts it from a blob, and fetches what it needs when it needs it', async () => {
  const page = await browser.newPage();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await page.goto(`${address}/page`);
  for (const fromBlob of [false, true]) {
    asked.length = 0;
    const codes = await page.evaluate(
      async ([script, blob]) => {
        const url = blob
          ? URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(script)})`], { type: 'text/javascript' }))
          : script;
        const worker = new Worker(url, { name: blob ? script : '' });
        const seen = new Promise<readonly unknown[]>((resolve, reject) => {
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.onmessage = ({ data }: MessageEvent<Message>) => {
            if (data.id === 1) {
              worker.postMessage({ jsonrpc: '2.0', method: 'initialized', params: {} });
              const textDocument = {
                uri: 'untitled:a',
                languageId: 'umtopo',
                version: 1,
                text: 'site A { colour red }',
              };
              worker.postMessage({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
            }
            const { diagnostics = [] } = data.params ?? {};
            if (diagnostics.length > 0) resolve(diagnostics.map(({ code }) => code));
          };
        });
        const params = { processId: null, rootUri: null, capabilities: {} };
        worker.postMessage({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
        const found = await seen;
        worker.terminate();
        return found;
      },
      [`${address}/browser/server.js`, fromBlob] as const,
    );
    expect(codes).toContain('UM0003');
    expect(asked).toContain('/shared/engine.js');
    expect(asked).not.toContain('/shared/export.js');
  }
});
