import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tool = 'named-checkzone';
const installer = 'apt-get';

function isThere(): boolean {
  return spawnSync(tool, ['-v']).status === 0;
}

/** Installs a package of Debian where that needs nobody's leave. */
export function installPackage(name: string): void {
  if (process.getuid?.() !== 0 || spawnSync(installer, ['--version']).status !== 0) return;
  const install = ['install', '-y', '-qq', '--no-install-recommends', name];
  if (spawnSync(installer, install, { stdio: 'ignore' }).status === 0) return;
  spawnSync(installer, ['update', '-qq'], { stdio: 'ignore' });
  spawnSync(installer, install, { stdio: 'ignore' });
}

/** Installs BIND's checker where that needs nobody's leave; elsewhere it is named with the way to get it. */
export function requireCheckZone(): void {
  if (isThere()) return;
  installPackage('bind9-utils');
  if (!isThere())
    throw new Error(
      `${tool} is missing: zone files can't be checked. Debian, Ubuntu: sudo apt-get install bind9-utils; macOS: brew install bind; Windows: BIND's tools, or the Windows Subsystem for Linux.`,
    );
}

/** What BIND says of a zone file; throws when it wouldn't load it. */
export function checkZone(zone: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'umtopo-zone-'));
  try {
    const file = join(folder, 'zone');
    writeFileSync(file, text);
    return execFileSync(tool, ['-i', 'local', zone, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    throw new Error(`${zone}: ${stdout ?? String(error)}\n${text}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
