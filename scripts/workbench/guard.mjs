// Runs a server no longer than the process that started it: `guard.mjs MILLISECONDS PROGRAM ARGUMENT…`.
// The starter holds the other end of standard input. It closes when that process ends, however it ends, SIGKILL
// included, which the starter itself could not answer.
import { spawn } from 'node:child_process';

const [limit, program, ...args] = process.argv.slice(2);
if (!limit || !program) throw new Error('Usage: guard.mjs MILLISECONDS PROGRAM ARGUMENT…');

const server = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));

process.stdin.on('close', stop).resume();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
setTimeout(stop, Number(limit));

function stop() {
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), 2000).unref();
}
