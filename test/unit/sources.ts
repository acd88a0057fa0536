import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/**
 * The TypeScript files below a folder.
 * @param folder relative to the project's folder, in which the tests run
 * @returns paths with `/`, sorted
 */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}

export interface Import {
  /** As it stands in the file, or for a relative one the path from the project's folder, without extension. */
  readonly target: string;
  readonly relative: boolean;
  /** Gone when the types are: `import type`, `export type`. */
  readonly typeOnly: boolean;
  readonly line: number;
}

const statement =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[\w*${},\s]*?\sfrom\s+)?['"]([^'"]+)['"]|\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/gm;

/** What a file imports and re-exports, dynamic imports included. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(statement)].map((match) => {
    const [, type, named, called] = match;
    const specifier = named ?? called ?? '';
    const relative = specifier.startsWith('.');
    return {
      target: relative ? posix.join(dirname(file), specifier) : specifier,
      relative,
      typeOnly: type !== undefined,
      line: text.slice(0, match.index).split('\n').length,
    };
  });
}
