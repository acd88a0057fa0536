import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installPackage } from './checkZone';

/** It lies where the PATH of an ordinary user doesn't lead. */
function named(): string {
  return ['/usr/sbin/named', '/usr/local/sbin/named', '/opt/homebrew/sbin/named'].find(existsSync) ?? 'named';
}

function isThere(): boolean {
  return spawnSync(named(), ['-v']).status === 0;
}

/** Installs BIND where that needs nobody's leave; elsewhere it is named with the way to get it. */
export function requireNamed(): void {
  if (isThere()) return;
  installPackage('bind9');
  if (!isThere())
    throw new Error(
      'named is missing: zones can be checked, but not served. Debian, Ubuntu: sudo apt-get install bind9; macOS: brew install bind; Windows: the Windows Subsystem for Linux.',
    );
}

/** Zones that one asker sees, by the address of the loopback that he asks from: names occur in several sets. */
export interface Served {
  readonly zones: readonly { readonly name: string; readonly text: string }[];
  /** Other files, which zones include. */
  readonly files?: readonly { readonly name: string; readonly text: string }[];
}

/** A name server on the loopback, and somebody to ask it about each set of zones. */
export class NameServer {
  private constructor(
    private readonly folder: string,
    private readonly process: ChildProcess,
    readonly resolvers: readonly Resolver[],
  ) {}

  static async serve(sets: readonly Served[]): Promise<NameServer> {
    const folder = mkdtempSync(join(tmpdir(), 'umtopo-named-'));
    const port = await freePort();
    const addresses = sets.map((_, i) => `127.0.0.${i + 1}`);
    const write = (name: string, text: string): string => {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return path;
    };
    const views = sets.map(({ zones, files = [] }, i) => {
      for (const { name, text } of files) write(`${i}/${name}`, text);
      const stanzas = zones.map(
        ({ name, text }) => `zone "${name}" { type primary; file "${write(`${i}/${name}.zone`, text)}"; };`,
      );
      return `view "v${i}" { match-clients { ${addresses[i]}; }; ${stanzas.join(' ')} };`;
    });
    const config = write(
      'named.conf',
      [
        `options { directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; dnssec-validation no; pid-file "${folder}/pid"; session-keyfile "${folder}/key"; notify no; };`,
        'controls { };',
        ...views,
      ].join('\n'),
    );
    const child = spawn(named(), ['-g', '-c', config, '-n', '1'], { stdio: ['ignore', 'ignore', 'pipe'] });
    await untilRunning(child);
    const resolvers = addresses.map((address) => {
      const resolver = new Resolver({ timeout: 5_000, tries: 2 });
      resolver.setLocalAddress(address);
      resolver.setServers([`127.0.0.1:${port}`]);
      return resolver;
    });
    return new NameServer(folder, child, resolvers);
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** @throws with what it said, when it ends before it serves, or doesn't load a zone */
async function untilRunning(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (/ not loaded due to errors/.test(said)) reject(new Error(said));
      else if (/^.* running$/m.test(said)) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(said)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
