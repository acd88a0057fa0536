import { afterEach, expect, it } from 'vitest';
import type { StatsResult } from '../../server/src/lsp/protocol';
import { minimal } from './capabilities';
import { Client } from './client';

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.kill();
});

const uri = 'untitled:many.umtopo';
const users = 20_000;
const text = `deployment Many { server skypeForBusiness2019 }
sipDomain contoso.com
site Redmond { pool pool01.contoso.com { role frontEnd } }
users Everyone {
  pool pool01.contoso.com
${Array.from({ length: users }, (_, index) => `  user${index}@contoso.com`).join('\n')}
}
`;

it('says what an edit cost: one page, whatever else there is', async () => {
  const client = new Client();
  clients.push(client);
  await client.initialize(minimal);
  client.open(uri, text);
  const opened = await client.request<StatsResult>('$/umtopo/stats');
  expect(opened.last).toEqual(opened.total);
  expect(opened.last.charactersScanned).toBeGreaterThan(text.length - 10);
  expect(opened.deployments).toMatchObject([{ users, placements: 1 }]);

  const line = 10_000;
  client.change(uri, 2, {
    range: { start: { line, character: 2 }, end: { line, character: 3 } },
    text: 'U',
  });
  const { last, total } = await client.request<StatsResult>('$/umtopo/stats');
  expect(last).toMatchObject({ declarationsParsed: 0, placementsJudged: 0 });
  expect(last.charactersScanned).toBeLessThan(40_000);
  expect(last.pagesRead).toBeLessThanOrEqual(1);
  expect(last.rowsRead).toBeLessThanOrEqual(512);
  expect(last.pagesSearched).toBeLessThanOrEqual(1);
  expect(total.charactersScanned).toBe(opened.total.charactersScanned + last.charactersScanned);
  expect(last.ms.text).toBeGreaterThan(0);
});
