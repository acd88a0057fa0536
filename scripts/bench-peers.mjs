// `npm run bench:peers`: installs what benchmarks compare with into the cache, as its lock file says, generates and bundles the parsers, and runs test/bench/peers/run.ts,
// which writes docs/benchmarks-peers.md and its JSON.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cacheFolder, requireTools, root } from './lib/project.mjs';

requireTools();
const source = join(root, 'test', 'bench', 'peers');
const folder = join(cacheFolder, 'peers');
mkdirSync(folder, { recursive: true });
cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
// Not `npm ci`: one of their optional packages for Windows can't be looked up everywhere, and the lock file lacks it.
run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
run(process.execPath, [join(folder, 'node_modules', 'langium-cli', 'bin', 'langium.js'), 'generate'], folder);
await generateLezer();

const common = {
  bundle: true,
  platform: /** @type {const} */ ('node'),
  format: /** @type {const} */ ('esm'),
  minify: true,
};
const banner = { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" };
await Promise.all([
  build({
    ...common,
    banner,
    entryPoints: [join(folder, 'langium-peer.mjs')],
    outfile: join(folder, 'out/langium.mjs'),
  }),
  build({ ...common, entryPoints: [join(folder, 'lezer-peer.mjs')], outfile: join(folder, 'out/lezer.mjs') }),
  build({ ...common, entryPoints: [join(source, 'own-peer.ts')], outfile: join(folder, 'out/own.mjs') }),
  build({ ...common, entryPoints: [join(source, 'own-reparse.ts')], outfile: join(folder, 'out/own-reparse.mjs') }),
]);
run(process.execPath, [join(root, 'scripts', 'build.mjs'), '--production'], root);
run(process.execPath, [join(root, 'scripts', 'run-ts.mjs'), join(source, 'run.ts'), folder], root);

async function generateLezer() {
  const generator = await import(
    pathToFileURL(join(folder, 'node_modules', '@lezer', 'generator', 'dist', 'index.js')).href
  );
  const { readFileSync } = await import('node:fs');
  const { parser, terms } = generator.buildParserFile(readFileSync(join(folder, 'users.grammar'), 'utf8'), {
    moduleStyle: 'es',
  });
  // Not beside what Langium generates, which asks whether others' files there may go.
  mkdirSync(join(folder, 'lezer'), { recursive: true });
  writeFileSync(join(folder, 'lezer', 'parser.js'), parser);
  writeFileSync(join(folder, 'lezer', 'parser.terms.js'), terms);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} cwd
 */
function run(program, args, cwd) {
  // What starts keep for later ones lies beside the peers.
  const env = { ...process.env, UMTOPO_CODE_CACHE: join(folder, 'code') };
  const { status } = spawnSync(program, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32', env });
  if (status !== 0) process.exit(1);
}
