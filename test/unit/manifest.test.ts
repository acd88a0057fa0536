import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder } from './sources';

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
  readonly icon?: string | Readonly<Record<string, string>>;
}
interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const contributes = manifest.contributes;
const commands: readonly Command[] = contributes.commands ?? [];
const menus: Readonly<Record<string, readonly MenuItem[]>> = contributes.menus ?? {};
const sources = filesUnder('client').map((file) => readFileSync(file, 'utf8'));

/** Every text in the manifest that begins with `./`. */
function paths(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value] : [];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(paths);
  return [];
}

/** Built files are named by the build script; whether the build makes them, the tests of the built files see. */
function isBuilt(path: string): boolean {
  return path.startsWith('./dist/');
}

describe('files', () => {
  it.each(paths(contributes).filter((path) => !isBuilt(path)))('has %s', (path) => {
    expect(existsSync(path)).toBe(true);
  });

  it.each([manifest.main, manifest.browser])('has an entry in the build for %s', (path: string) => {
    const entry = path.replace(/^\.\/dist\//, '').replace(/\.js$/, '');
    expect(readFileSync('scripts/build.mjs', 'utf8')).toMatch(new RegExp(`\\b'?${entry}'?: `));
  });

  it('has the command line program, which can be run', () => {
    const program = manifest.bin.umtopo;
    expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') expect(statSync(program).mode & 0o111).not.toBe(0);
  });

  it.each(Object.entries<string>(manifest.scripts))('has what the npm script "%s" runs', (_name, script) => {
    for (const [program] of script.matchAll(/\bscripts\/[\w/-]+\.(?:mjs|ts)\b/g)) {
      expect(existsSync(program), program).toBe(true);
    }
  });

  it('has the license that it names', () => {
    expect(manifest.license).toBe('MIT');
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/^MIT License/);
  });
});

describe('commands', () => {
  it.each(commands.map((each) => [each.command, each] as const))('%s has a handler in the client', (id) => {
    expect(sources.some((text) => text.includes(`'${id}'`))).toBe(true);
  });

  it('are each declared once, in one category, with a title', () => {
    expect(new Set(commands.map(({ command }) => command)).size).toBe(commands.length);
    for (const { command, title, category } of commands) {
      expect(command).toMatch(/^umtopo\./);
      expect(category, command).toBe('UM Topology');
      expect(title, command).not.toBe('');
    }
  });

  it('of menus and key bindings are declared', () => {
    const declared = new Set(commands.map(({ command }) => command));
    const items = [...Object.values(menus).flat(), ...((contributes.keybindings ?? []) as MenuItem[])];
    const used = items.flatMap((item) => item.command ?? []);
    expect(used.filter((command) => command.startsWith('umtopo.') && !declared.has(command))).toEqual([]);
  });

  it('have icons that exist', () => {
    for (const { command, icon } of commands) {
      for (const path of typeof icon === 'string' ? [icon] : Object.values(icon ?? {})) {
        if (!path.startsWith('$(')) expect(existsSync(path), `${command}: ${path}`).toBe(true);
      }
    }
  });

  it('in the command palette each say when they apply', () => {
    const palette = new Map((menus.commandPalette ?? []).map((item) => [item.command, item.when]));
    expect(commands.filter(({ command }) => !palette.get(command)).map(({ command }) => command)).toEqual([]);
  });
});

describe('settings', () => {
  const properties: Readonly<Record<string, { readonly [key: string]: unknown }>> =
    contributes.configuration?.properties ?? {};

  it.each(Object.entries(properties))('%s is read somewhere, has a description and a default', (name, schema) => {
    const key = name.replace(/^umtopo\./, '');
    const readers = [...sources, ...filesUnder('server/src').map((file) => readFileSync(file, 'utf8'))];
    // `umtopo.trace.server` is read by vscode-languageclient.
    const inParts = key.split('.').every((part) => readers.some((text) => text.includes(`'${part}'`)));
    if (key !== 'trace.server') expect(inParts || readers.some((text) => text.includes(key))).toBe(true);
    expect(schema.description ?? schema.markdownDescription).toBeTruthy();
    expect(schema).toHaveProperty('default');
  });

  it('have defaults for the language and for the pages of rules', () => {
    expect(Object.keys(contributes.configurationDefaults ?? {}).sort()).toEqual([
      '[umtopo]',
      'workbench.editorAssociations',
    ]);
  });

  it('are few', () => {
    expect(Object.keys(properties).length).toBeLessThanOrEqual(15);
  });
});

describe('the package', () => {
  it('brings no dependencies: everything is bundled', () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  it('pins each tool', () => {
    for (const [name, version] of Object.entries<string>(manifest.devDependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('types the API of the oldest VS Code that it supports', () => {
    expect(`^${manifest.devDependencies['@types/vscode']}`).toBe(manifest.engines.vscode);
  });

  it('is locked to the same versions', () => {
    const lock = JSON.parse(readFileSync(join('package-lock.json'), 'utf8'));
    expect(lock.packages[''].devDependencies).toEqual(manifest.devDependencies);
  });
});
