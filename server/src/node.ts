import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { version } from '../../package.json';
import { decodeText } from './base/decode';
import { isSkippedFolder } from './base/paths';
import { answerCancelled } from './lsp/cancellation';
import { startServer } from './lsp/server';
import type { FileAccess } from './model/fileAccess';

/** So many folders below one are looked into; whoever opens a whole disk gets the upper part of it. */
const MAXIMUM_FOLDERS = 200_000;
/** So many are read at the same time. */
const AT_ONCE = 16;

/** Files of this machine by their decoded URIs. */
const disk: FileAccess = {
  async list(folder, extension = '.umtopo') {
    const found: string[] = [];
    const folders = [folder];
    for (let seen = 0; seen < folders.length && seen < MAXIMUM_FOLDERS; ) {
      const some = folders.slice(seen, seen + AT_ONCE);
      seen += some.length;
      const read = some.map((path) => readdir(fsPath(path), { withFileTypes: true }).catch(() => []));
      for (const [i, entries] of (await Promise.all(read)).entries()) {
        for (const entry of entries) {
          const child = `${some[i]}/${entry.name}`;
          if (entry.isDirectory() && !isSkippedFolder(entry.name)) folders.push(child);
          else if ((entry.isFile() || entry.isSymbolicLink()) && entry.name.toLowerCase().endsWith(extension))
            found.push(child);
        }
      }
    }
    return found.sort();
  },
  async read(path) {
    try {
      // A pipe or device may never end.
      if (!(await stat(fsPath(path))).isFile()) return { fault: 'it is no file that can be read' };
      return decodeText(await readFile(fsPath(path)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      return { fault: code === 'EACCES' || code === 'EPERM' ? 'reading it is not permitted' : String(code ?? error) };
    }
  },
};

function fsPath(path: string): string {
  const [, authority = '', rest = ''] = /^file:\/\/([^/]*)(.*)$/.exec(path) ?? [];
  return URI.from({ scheme: 'file', authority, path: rest || '/' }).fsPath;
}

const pages = join(dirname(process.argv[1] ?? ''), '..', 'docs');
const transports = ['--stdio', '--node-ipc', '--pipe', '--socket'];
if (!process.argv.some((argument) => transports.some((name) => argument.startsWith(name))))
  process.argv.push('--stdio');

const connection = createConnection(ProposedFeatures.all, { connectionStrategy: answerCancelled });
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
}
startServer(connection, {
  version,
  disk,
  defer: (task) => void setImmediate(task),
  now: () => performance.now(),
  begun: () => (globalThis as { umtopo?: { keepCode(): void } }).umtopo?.keepCode(),
  ...(existsSync(join(pages, 'rules')) && { documentation: `${pathToFileURL(pages).href}/` }),
});
