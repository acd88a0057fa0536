import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('names files that exist', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(existsSync(manifest.bin.umtopo)).toBe(true);
});
