// Runs a TypeScript program of the project: `node scripts/run-ts.mjs FILE.ts [ARGUMENT …]`.
// Node could strip the types itself, but does not resolve imports without an extension.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { requireTools, root } from './lib/project.mjs';

requireTools();
const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/run-ts.mjs FILE.ts [ARGUMENT …]');
  process.exit(2);
}

const cache = join(root, 'node_modules', '.cache', 'umtopo');
mkdirSync(cache, { recursive: true });
const program = join(cache, `${file.replace(/[^\w.-]+/g, '_')}.mjs`);
await build({
  absWorkingDir: root,
  entryPoints: [resolve(file)],
  outfile: program,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv = [process.execPath, resolve(file), ...args];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(program).href);
