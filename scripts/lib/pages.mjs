import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** Puts the pages about rules and kinds, which the extension shows, into one file: their texts by their paths below `docs`. */
export function writePages() {
  const paths = ['rules', 'language'].flatMap((folder) =>
    readdirSync(join(root, 'docs', folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  );
  const pages = Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, 'docs', path), 'utf8')]));
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', 'pages.json'), JSON.stringify(pages));
  return 'dist/pages.json';
}
