import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const updating = process.env.UPDATE_BASELINES === '1';

/** A folder of files that hold what the project yields: compared with what is there, or written by `npm run update-baselines`. */
export class Baselines {
  private readonly made = new Set<string>();

  constructor(readonly folder: string) {}

  /** Compares one file. A missing one fails: baselines are written on purpose only. */
  match(path: string, content: string): void {
    this.made.add(path);
    const file = join(this.folder, path);
    const there = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    if (updating && there !== content) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return;
    }
    expect(content, `${file}: "npm run update-baselines" writes it anew; read the difference`).toBe(there);
  }

  /** The files that nothing yields any more. */
  leftOver(): string[] {
    if (!existsSync(this.folder)) return [];
    const left = readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(this.folder.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((path) => !this.made.has(path));
    if (!updating) return left;
    for (const path of left) rmSync(join(this.folder, path));
    return [];
  }
}
