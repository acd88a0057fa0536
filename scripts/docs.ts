// Writes every generated file, the reference pages and the grammar among them: `npm run docs`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generators } from './generate/all';

const files = generators.flatMap((generate) => generate());
const changed = files.filter(({ path, content }) => !existsSync(path) || readFileSync(path, 'utf8') !== content);
for (const { path, content } of changed) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  console.log(path);
}
console.log(`${changed.length} of ${files.length} generated files changed`);
