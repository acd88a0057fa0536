import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';

/** The extension host of the oldest VS Code that is supported has Node 20; the tests themselves run on a newer one. */
const oldest = 20;

/** The machine's own Node of that version, which the project's own hides on the PATH; or what NODE20 names. */
function findOldest(): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [process.env.NODE20 ?? '', process.execPath, ...folders.map((folder) => join(folder, name))];
  return candidates.filter(existsSync).find((candidate) => {
    return spawnSync(candidate, ['--version'], { encoding: 'utf8' }).stdout.startsWith(`v${oldest}.`);
  });
}

const node = findOldest();
const missing = `needs a Node ${oldest} on the PATH, or its path in NODE20`;

it(`the command line starts on Node ${oldest}`, (context) => {
  if (!node) return context.skip(missing);
  const { status, stdout, stderr } = spawnSync(node, ['bin/umtopo.js', '--version'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toContain(JSON.parse(readFileSync('package.json', 'utf8')).version);
  expect(status).toBe(0);
});

it(`the server starts on Node ${oldest} and answers`, async (context) => {
  if (!node) return context.skip(missing);
  const server = spawn(node, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const request = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    };
    const body = JSON.stringify(request);
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      server.stdout.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
        const capabilities = /"capabilities":\{.*\}/s.exec(text)?.[0];
        if (capabilities) resolve(capabilities);
      });
      server.on('exit', (code) => reject(new Error(`The server ended with ${code} and said: ${text}`)));
    });
    expect(answer).toContain('textDocumentSync');
  } finally {
    server.kill();
  }
});
