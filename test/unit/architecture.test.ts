import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { describe, expect, it } from 'vitest';
import { filesUnder, type Import, importsOf } from './sources';

/** The rooms of server/src from the ground up. A file imports from its own room and from storeys below. */
const storeys: readonly (readonly string[])[] = [
  ['base'],
  ['vocabulary'],
  ['syntax'],
  ['model'],
  ['routing'],
  ['rules'],
  ['editor', 'preview', 'export', 'import', 'plan', 'templates'],
  ['lsp', 'cli'],
];

const entries = ['server/src/node.ts', 'server/src/browser.ts', 'server/src/cli.ts'];
const protocol = 'server/src/lsp/protocol';

const serverFiles = filesUnder('server/src');
const clientFiles = filesUnder('client');

/** The room that a file or an import's target lies in; undefined for the entries, and outside server/src. */
function roomOf(path: string): string | undefined {
  return /^server\/src\/([^/]+)\//.exec(`${path}/`)?.[1]?.replace(/^.*\.ts$/, '') || undefined;
}

function storeyOf(room: string): number {
  return storeys.findIndex((rooms) => rooms.includes(room));
}

/** Lines that name the place: what a failing test shows. */
function offences(files: readonly string[], isOffence: (each: Import, file: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((each) => isOffence(each, file))
      .map((each) => `${file}:${each.line} imports ${each.target}`),
  );
}

describe('the rooms of the server', () => {
  it('are those of the architecture', () => {
    const rooms = readdirSync('server/src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name).filter((name) => storeyOf(name) < 0)).toEqual([]);
    const outside = serverFiles.filter((file) => roomOf(file) === undefined && !entries.includes(file));
    expect(outside).toEqual([]);
  });

  /** The entries say which version of the package they are. */
  const isOwnVersion = (file: string, target: string): boolean => entries.includes(file) && target === 'package.json';

  it('import only from below', () => {
    const upward = offences(serverFiles, ({ target, relative }, file) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      if (!relative || from === undefined || from === to || isOwnVersion(file, target)) return false;
      return to === undefined || storeyOf(to) >= storeyOf(from);
    });
    expect(upward).toEqual([]);
  });

  it('import nothing from the client, the tests or the scripts', () => {
    const outward = offences(serverFiles, ({ target, relative }, file) => {
      return relative && !target.startsWith('server/src/') && !isOwnVersion(file, target);
    });
    expect(outward).toEqual([]);
  });

  it('touch Node only in the entries and the command line', () => {
    const builtins = new Set(builtinModules);
    const core = serverFiles.filter((file) => !entries.includes(file) && roomOf(file) !== 'cli');
    const node = offences(core, ({ target }) => {
      return (
        target.startsWith('node:') ||
        builtins.has(target) ||
        /^vscode-[\w-]+\/(?:lib\/)?(?:node|browser)\b/.test(target)
      );
    });
    expect(node).toEqual([]);
  });

  it('know the Language Server Protocol only in lsp, the terminal only in cli', () => {
    const strangers = serverFiles.filter((file) => !['lsp', 'cli', 'editor', undefined].includes(roomOf(file)));
    expect(offences(strangers, ({ target }) => /^vscode-languageserver(?!-types|-textdocument)/.test(target))).toEqual(
      [],
    );
    const outsideCli = serverFiles.filter((file) => !['cli', undefined].includes(roomOf(file)));
    const terminal = outsideCli.filter((file) =>
      /\bprocess\.(?:argv|exit|stdout|stderr)\b/.test(readFileSync(file, 'utf8')),
    );
    expect(terminal).toEqual([]);
  });
});

describe('the client', () => {
  it('takes from the server only types, and the names of the protocol', () => {
    const values = offences(clientFiles, ({ target, relative, typeOnly }) => {
      return relative && target.startsWith('server/') && !typeOnly && target !== protocol;
    });
    expect(values).toEqual([]);
    const taken = offences(clientFiles, ({ target, relative }) => {
      return relative && target.startsWith('server/') && !target.startsWith('server/src/lsp/protocol');
    });
    expect(taken).toEqual([]);
  });

  it('does not get the server with the protocol', () => {
    // The protocol is a few files; none brings anything else.
    const files = ['protocol', 'previewProtocol', 'ladderProtocol', 'explorerProtocol', 'statsProtocol'].map(
      (name) => `server/src/lsp/${name}.ts`,
    );
    expect(files.filter((file) => !serverFiles.includes(file))).toEqual([]);
    const values = offences(files, ({ target, typeOnly }) => !typeOnly && !files.includes(`${target}.ts`));
    expect(values).toEqual([]);
  });
});

describe('the clone', () => {
  /** What git ignores, and what others wrote. */
  const skipped = new Set(['node_modules', '.git', '.cache', 'dist', 'out', 'coverage', '.vscode-test', 'artifacts']);

  function textFiles(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      // In a work tree of its own `.git` is a file.
      if (skipped.has(entry.name)) return [];
      if (entry.isDirectory()) return textFiles(path);
      return /\.(?:png|vsix|woff2?|ttf|wasm)$/.test(entry.name) || entry.name === 'package-lock.json' ? [] : [path];
    });
  }

  it('names no path of a machine', () => {
    // In pieces, so that this file does not name one.
    const folders = ['work', 'farm', 'tmp', 'root', 'home', 'Users'].join('|');
    const path = new RegExp(`(?<![\\w.:}*-])/(?:${folders})/[\\w.-]+|\\b[A-Z]:\\\\\\\\?Users\\\\`);
    const found = textFiles('.').flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      return lines.flatMap((line, index) =>
        path.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      );
    });
    expect(found).toEqual([]);
  });
});
