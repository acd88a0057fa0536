import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GeneratedFile } from './file';

/** Writes what differs from what is there, and says so. */
export function writeGenerated(files: readonly GeneratedFile[]): void {
  const changed = files.filter(({ path, content }) => !existsSync(path) || readFileSync(path, 'utf8') !== content);
  for (const { path, content } of changed) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    console.log(path);
  }
  console.log(`${changed.length} of ${files.length} generated files changed`);
}
