import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything that is fetched or made and can be made again; git ignores it. */
export const cacheFolder = join(root, '.cache');

/**
 * Ends with what to do where the tools cannot run. The project's own Node comes with `npm ci` as the devDependency
 * `node`; where install scripts did not run, the machine's Node runs instead, and then the tools fail with messages
 * that do not name the cause.
 */
export function requireTools() {
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
    console.error('The project is not installed yet: run "npm ci" first.');
    process.exit(1);
  }
  if (Number.parseInt(process.versions.node, 10) >= 22) return;
  console.error(
    `This runs on Node ${process.versions.node}, and the project's tools need Node 22 or later.\n` +
      'The project brings its own: run "npm ci" with install scripts allowed (without --ignore-scripts),\n' +
      'or "npm rebuild node", and then the npm script again.',
  );
  process.exit(1);
}
