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
import { runWithMoreMemory } from './cli/memory';
import { concludeOnce } from './model/grounds';

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

const words = process.argv.slice(2);
const commands = [check, route, test, exportCommand, preview, explain, fmt, newCommand, importCommand, lsp];
const reading = ['check', 'route', 'test', 'export', 'preview'];

// The language server is the one that goes on.
if (words[0] !== 'lsp') concludeOnce();
const elsewhere = reading.includes(words[0] ?? '') ? runWithMoreMemory(words) : undefined;
(elsewhere ?? main(words, commands, io)).then((code) => {
  process.exitCode = code;
});
