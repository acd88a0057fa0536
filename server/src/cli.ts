import { version } from '../../package.json';
import { check } from './cli/commands/check';
import { explain } from './cli/commands/explain';
import { exportCommand } from './cli/commands/export';
import { fmt } from './cli/commands/fmt';
import { importCommand } from './cli/commands/import';
import { lsp } from './cli/commands/lsp';
import { newCommand } from './cli/commands/new';
import { preview } from './cli/commands/preview';
import { route } from './cli/commands/route';
import { test } from './cli/commands/test';
import { main } from './cli/main';

const io = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  terminal: process.stdout.isTTY === true,
  env: process.env,
  cwd: process.cwd(),
  version,
};

// A reader that stops reading (`umtopo check | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

main(
  process.argv.slice(2),
  [check, route, test, exportCommand, preview, explain, fmt, newCommand, importCommand, lsp],
  io,
).then((code) => {
  process.exitCode = code;
});
