// Bundles everything that runs: `node scripts/build.mjs [--production] [--watch]`.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { context } from 'esbuild';
import { writePages } from './lib/pages.mjs';
import { root } from './lib/project.mjs';
import { sharedModules } from './lib/sharedModules.mjs';

const { values: options } = parseArgs({
  options: { production: { type: 'boolean', default: false }, watch: { type: 'boolean', default: false } },
});

/**
 * What both sides share. Source maps are linked, and left out of the VSIX by .vscodeignore.
 * @type {import('esbuild').BuildOptions}
 */
const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  metafile: true,
  minify: options.production,
  sourcemap: 'linked',
  sourcesContent: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': options.production ? '"production"' : '"development"' },
};

/**
 * What runs in Node: the extension host of VS Code 1.91 has Node 20. UMD packages bundle only by their ES module.
 * @type {import('esbuild').BuildOptions}
 */
const node = { platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };

/** The packages of the protocol name their two sides by these conditions; who runs on both imports each side by its name. */
const bothSides = { conditions: ['node', 'browser'] };

/** @type {import('esbuild').BuildOptions} */
const browser = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  sharedModules({
    ...node,
    ...bothSides,
    entryPoints: { server: 'server/src/node.ts', cli: 'server/src/cli.ts', 'browser/server': 'server/src/browser.ts' },
  }),
  { ...node, ...bothSides, entryPoints: { extension: 'client/src/extension.ts' }, external: ['vscode'] },
  { ...browser, format: 'iife', entryPoints: { 'webview/main': 'client/webview/main.ts' } },
];

let running = 0;
const contexts = await Promise.all(
  bundles.map((bundle) => context({ ...common, ...bundle, plugins: [...(bundle.plugins ?? []), ...plugins()] })),
);

if (options.watch) {
  writePages();
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  try {
    const results = await Promise.all(contexts.map((each) => each.rebuild()));
    const outputs = [...results.flatMap((result) => Object.keys(result.metafile?.outputs ?? {})), writePages()];
    removeStale(new Set(outputs));
    report(outputs);
  } catch {
    // esbuild has already printed the errors.
    process.exitCode = 1;
  } finally {
    await Promise.all(contexts.map((each) => each.dispose()));
  }
}

/** In watch mode, the lines that the problem matcher in .vscode/tasks.json waits for: one pair for all bundles. */
function plugins() {
  if (!options.watch) return [];
  /** @type {import('esbuild').Plugin} */
  const progress = {
    name: 'progress',
    setup(build) {
      build.onStart(() => {
        if (running++ === 0) console.log('[watch] build started');
      });
      build.onEnd(() => {
        if (--running === 0) console.log('[watch] build finished');
      });
    },
  };
  return [progress];
}

/**
 * Files of an earlier build that no entry writes any more would travel in the VSIX.
 * @param {Set<string>} outputs
 */
function removeStale(outputs) {
  for (const entry of readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !outputs.has(relative(root, file).replaceAll('\\', '/'))) rmSync(file, { force: true });
  }
}

/** @param {string[]} outputs */
function report(outputs) {
  for (const file of outputs.filter((name) => !name.endsWith('.map')).sort()) {
    const kilobytes = (statSync(join(root, file)).size / 1024).toFixed(1);
    console.log(`${kilobytes.padStart(8)} KB  ${file}`);
  }
}
