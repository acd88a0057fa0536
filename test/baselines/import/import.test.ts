import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../server/src/import/importFile';

/** What import makes of the real topology, whole, to be read in the diff when it changes. */
describe('import of published-topology.xml', () => {
  const { files, missing, notes } = importFile(
    'published-topology.xml',
    readFileSync('test/data/published-topology.xml'),
  );

  it.each(files)('$path', async ({ path, text }) => {
    await expect(text).toMatchFileSnapshot(`published-topology/${path}`);
  });

  it('what is missing, and notes', async () => {
    const report = `${JSON.stringify({ missing, notes }, undefined, 2)}\n`;
    await expect(report).toMatchFileSnapshot('published-topology/report.json');
  });
});
