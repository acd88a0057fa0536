import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything that is fetched or made and can be made again; git ignores it. */
export const cacheFolder = join(root, '.cache');

/**
 * The project's own Node comes with `npm ci` as the devDependency `node`. Where install scripts did not run, the
 * machine's Node runs instead, and the tools then fail with messages that do not name the cause.
 */
export function requireProjectNode() {
  if (Number.parseInt(process.versions.node, 10) >= 22) return;
  console.error(
    `This runs on Node ${process.versions.node}, the project's tools need Node 22 or later.\n` +
      'The project brings its own: run "npm ci" with install scripts allowed (without --ignore-scripts),\n' +
      'or "npm rebuild node", and start the npm script again.',
  );
  process.exit(1);
}
