import { expect, it } from 'vitest';
import { workspaceSymbols } from '../../../server/src/editor/workspaceSymbols';
import type { Deployment } from '../../../server/src/model/deployment';
import { everyDeployment } from '../../support/everyDeployment';

/** Which deployments may hold what is searched is seen in their texts, before they are made: whatever is declared is found by its name, its kind and its number. */

function placesOf(deployment: Deployment, query: string): string[] {
  const searched = { files: deployment.files, csv: new Map(), deployment };
  return workspaceSymbols([searched], query).map(({ path, span }) => `${path}:${span.start}`);
}

/** No more are found at once. */
const MOST = 200;

it('whatever is declared is found by a query for it', () => {
  let asked = 0;
  for (const { name: about, deployments } of everyDeployment())
    for (const deployment of deployments) {
      const found = new Map<string, string[]>();
      for (const declaration of deployment.declarations) {
        const { name, kind, path, head } = declaration;
        const number = declaration.fact('displayNumber');
        const digits = typeof number === 'string' ? number.replace(/\D/g, '').slice(-6) : '';
        for (const query of [name.toUpperCase(), name.slice(1, 5), kind.name, kind.singular, digits]) {
          if (query === '') continue;
          const places = found.get(query) ?? placesOf(deployment, query);
          found.set(query, places);
          asked++;
          if (places.length < MOST && !places.includes(`${path}:${head.start}`))
            expect.fail(`${about}: ${query} doesn't find ${kind.name} ${name}`);
        }
      }
    }
  expect(asked).toBeGreaterThan(10_000);
});
