// `npm run update-baselines`: writes what the project now yields over test/baselines, to be read in the diff.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { requireTools, root } from './lib/project.mjs';

requireTools();
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const tests = ['test/baselines', 'test/unit/editor/everyKind', 'test/laws/conformance'];
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'unit', '--project', 'laws', ...tests, '--update'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, UPDATE_BASELINES: '1' },
  },
);
process.exit(status ?? 1);
