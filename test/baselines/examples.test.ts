import { beforeAll, describe, expect, it } from 'vitest';
import { applyChanges } from '../../server/src/base/span';
import { checkText } from '../../server/src/cli/formats/checkText';
import { judge } from '../../server/src/cli/judge';
import { exportDeployment } from '../../server/src/export/export';
import type { Deployment } from '../../server/src/model/deployment';
import { waveOrder } from '../../server/src/model/waves';
import { pictureGraph } from '../../server/src/preview/buildGraph';
import { buildLadder } from '../../server/src/preview/ladder/buildLadder';
import { ladderSvg } from '../../server/src/preview/ladder/ladderSvg';
import { standaloneSvg } from '../../server/src/preview/svg';
import { asked, routeOfAsked } from '../../server/src/routing/asked';
import { callEvents, type Route } from '../../server/src/routing/types';
import { Analyzer } from '../../server/src/rules/analyze';
import { formatText } from '../../server/src/syntax/format';
import { parse } from '../../server/src/syntax/parse';
import { Baselines } from '../support/baseline';
import { type Example, exampleNames, openExample } from '../support/examples';
import { flatTree } from '../support/flatTree';
import { withoutLayout } from '../support/layout';
import { renderLadder } from '../support/render/ladder';
import { renderModel } from '../support/render/model';
import { openedOf, plain, renderPlacementRoutes, renderRoutes, renderTraces } from '../support/render/routes';
import { renderTokens } from '../support/render/tokens';

/** Files of the export that say the same for each deployment, or are long: kept once, or their beginning. */
const sameForAll = 'topology.schema.json';
const KEPT_LINES = 60;

/** Every stage of each example, to be read in the diff when it changes. */
describe.each(exampleNames)('%s', (name) => {
  const baselines = new Baselines(`test/baselines/examples/${name}`);
  let example: Example;
  beforeAll(async () => {
    example = await openExample(name);
  });

  it('tokens', () => {
    for (const [path, text] of example.files) baselines.match(`tokens/${path}.txt`, renderTokens(text));
  });

  it('tree', () => {
    for (const [path, text] of example.files)
      baselines.match(`tree/${path}.txt`, `${flatTree(text, parse(text), { offsets: false }).join('\n')}\n`);
  });

  it('diagnostics', () => {
    const judged = [judge(openedOf(example.deployment))];
    baselines.match('diagnostics.txt', [...checkText(judged, plain, { verbose: true, quiet: false })].join(''));
  });

  // What is formatted is the example itself.
  it('formatted', () => {
    for (const [path, text] of example.files) {
      expect(format(text), path).toBe(text);
      if (name !== 'mistakes') expect(format(withoutLayout(text)), path).toBe(text);
    }
  });

  it('model', () => baselines.match('model.txt', renderModel(example.deployment)));

  it('routes', () => {
    const { deployment } = example;
    if (deployment.userCount > 1000) baselines.match('routes.txt', renderPlacementRoutes(deployment));
    else baselines.match('routes.txt', renderRoutes(deployment));
    baselines.match('traces.txt', renderTraces(deployment));
  });

  it('ladders', () => {
    const { deployment } = example;
    const told: string[] = [];
    for (const { of, slug } of callsToDraw(deployment)) {
      for (const event of of.includes('@') ? callEvents : [undefined]) {
        const ladder = buildLadder(deployment, asked(of, event));
        if (ladder === undefined) continue;
        told.push(
          `=== ${ladder.title}: ${ladder.verdict}`,
          ...renderLadder(ladder, { details: event === 'noAnswer' }),
          '',
        );
        if (event === undefined || event === 'noAnswer') baselines.match(`ladders/${slug}.svg`, ladderSvg(ladder));
      }
    }
    baselines.match('ladders.txt', told.join('\n'));
  });

  it('export', () => {
    const { deployment } = example;
    const analysis = new Analyzer(deployment).analyze();
    const graph = (waves: number, ids: string): string =>
      standaloneSvg(pictureGraph(deployment, analysis.diagnostics, waves), 'auto', ids);
    const whole = new Map<string, string>();
    for (const wave of [undefined, ...waveOrder(deployment).waves.map((each) => each.name)]) {
      const exported = exportDeployment(deployment, analysis, wave === undefined ? { graph } : { wave });
      if (exported.refused) {
        baselines.match('export/refused.txt', `${exported.refused.message}\n`);
        return;
      }
      for (const file of exported.files) {
        if (file.path === sameForAll && name !== 'mixed') continue;
        const text = file.text();
        // What a wave's export shares with the whole one is not kept twice.
        if (whole.get(file.path) === text) continue;
        whole.set(file.path, text);
        const folder = wave === undefined ? 'export' : `export-wave-${wave}`;
        baselines.match(`${folder}/${file.path}`, beginning(text, deployment.userCount > 1000));
      }
    }
  });

  it('has no baseline that nothing yields', () => expect(baselines.leftOver()).toEqual([]));
});

/** A call of each way that calls go here: the first user, and the first contact, of each. */
function callsToDraw(deployment: Deployment): { of: string; slug: string }[] {
  const calls = new Map<string, { of: string; slug: string }>();
  const add = (kind: string, of: string, slug: string, route: Route | undefined) => {
    if (route === undefined) return;
    const way = [kind, route.outcome, route.failure?.at, ...route.hops.map(({ role }) => role)].join(' ');
    if (!calls.has(way)) calls.set(way, { of, slug });
  };
  for (const placement of deployment.placements()) {
    const [user] = placement.users(1);
    if (user)
      add('user', user.address, user.address.replace(/[^\w.-]+/g, '_'), routeOfAsked(deployment, asked(user.address)));
  }
  for (const contact of deployment.all('exUmContact')) {
    const number = String(contact.fact('displayNumber'));
    add('contact', number, number.slice(1), routeOfAsked(deployment, asked(number)));
  }
  return [...calls.values()];
}

function format(text: string): string {
  return applyChanges(text, formatText(text, parse(text)));
}

function beginning(text: string, short: boolean): string {
  const lines = text.split('\n');
  if (!short || lines.length <= KEPT_LINES) return text;
  return `${lines.slice(0, KEPT_LINES).join('\n')}\n… and ${lines.length - KEPT_LINES} more lines\n`;
}
