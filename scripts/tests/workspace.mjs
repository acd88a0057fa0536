import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../lib/processes.mjs';
import { root } from '../lib/project.mjs';

/**
 * A folder of its own for one run, removed at the end of this process.
 * @param {string} name
 */
export function temporaryFolder(name) {
  // The real path: a workbench that is given a symbolic link shows its files under another one.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `umtopo-${name}-`)));
  atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A copy of the examples, so that no test leaves a file behind that breaks the next run. */
export function copyExamples() {
  const folder = join(temporaryFolder('examples'), 'examples');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  return folder;
}
