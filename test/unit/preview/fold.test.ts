import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../server/src/preview/buildGraph';
import { foldGraph } from '../../../server/src/preview/fold';
import { lanes, type RoutingGraph } from '../../../server/src/preview/graph';
import { layout } from '../../../server/src/preview/layout';
import { deploymentOf } from '../../support/deployment';
import { largeDeployment } from '../../support/largeDeployment';
import { edge, empty, mixed, node } from './graphs';

const sizes = { sites: 40, poolsPerSite: 4, providers: 12, tenantsPerProvider: 10, plans: 30, contacts: 30 };
const large = buildGraph(deploymentOf(largeDeployment(sizes)), []);

function usersBetween(graph: RoutingGraph, from: string, to: string): number {
  const laneOf = new Map(graph.nodes.map(({ id, lane }) => [id, lane]));
  return graph.edges
    .filter((each) => laneOf.get(each.from) === from && laneOf.get(each.to) === to)
    .reduce((sum, { users }) => sum + users, 0);
}

describe('folding', () => {
  it('leaves alone what fits', () => {
    const folded = foldGraph(mixed);
    expect(folded.graph).toBe(mixed);
    expect(folded.drawnAs('pstn')).toBe('pstn');
    expect(folded.drawnAs('nowhere')).toBeUndefined();
  });

  it('lets the first view of a large deployment fit', () => {
    const { graph } = foldGraph(large);
    for (const lane of lanes)
      expect(graph.nodes.filter((each) => each.lane === lane).length, lane).toBeLessThanOrEqual(12);
    // On a screen of 900 pixels it can be read, at half its size or more.
    expect(layout(graph).height * 0.6).toBeLessThan(900);
  });

  it('adds up users, edges, states and codes', () => {
    const { graph } = foldGraph(large);
    for (const [from, to] of [
      ['pools', 'routing'],
      ['routing', 'paths'],
      ['paths', 'services'],
      ['services', 'mailboxes'],
    ] as const)
      expect(usersBetween(graph, from, to), `${from} to ${to}`).toBe(usersBetween(large, from, to));
    const first = graph.nodes.find(({ id }) => id === 'fold:pool:0');
    expect(first).toMatchObject({
      label: 'Site01 – Site05',
      detail: '20 pools',
      users: 20,
      fold: { members: 20, open: false },
    });
  });

  it('opens by steps: a range, then a site', () => {
    const range = foldGraph(large, new Set(['fold:pool:0']));
    const shown = range.graph.nodes.filter(({ lane }) => lane === 'pools').map(({ label }) => label);
    expect(shown.slice(0, 7)).toEqual([
      'Site01 – Site05',
      'Site01',
      'Site02',
      'Site03',
      'Site04',
      'Site05',
      'Site06 – Site10',
    ]);
    const site = foldGraph(large, new Set(['fold:pool:0', 'fold:site:site02']));
    expect(site.drawnAs('pool:pool01.site02.contoso.com')).toBe('pool:pool01.site02.contoso.com');
    expect(site.drawnAs('pool:pool01.site03.contoso.com')).toBe('fold:site:site03');
    expect(
      layout(site.graph)
        .nodes.filter(({ form }) => form === 'heading')
        .map(({ node }) => node.label),
    ).toEqual(['Site01 – Site05', 'Site02']);
  });

  it('says what is wrong inside, and is broken only when all of it is', () => {
    const pools = Array.from({ length: 14 }, (_, i) =>
      node({
        id: `pool:${i}`,
        kind: 'pool',
        lane: 'pools',
        label: `pool${i}`,
        group: { key: `site:${i % 2}`, label: `Site ${i % 2}`, what: 'pool' },
        ...(i === 0 || i % 2 === 1 ? { state: 'broken' as const, reason: 'Down' } : {}),
        codes: i === 0 ? ['UM1001'] : [],
      }),
    );
    const edges = pools.map(({ id }, i) =>
      edge({
        from: id,
        to: 'exumrouting',
        users: i + 1,
        ...(i % 2 === 1 ? { state: 'broken' as const, reason: 'Down' } : {}),
      }),
    );
    const routing = node({ id: 'exumrouting', kind: 'exUmRouting', lane: 'routing', label: 'ExUM Routing' });
    const { graph } = foldGraph({ ...empty, nodes: [...pools, routing], edges });
    expect(graph.nodes.slice(0, 2)).toMatchObject([
      { id: 'fold:site:0', state: 'ok', reason: '1 of 7 broken', codes: ['UM1001'], fold: { states: { broken: 1 } } },
      { id: 'fold:site:1', state: 'broken', reason: 'Down', codes: [] },
    ]);
    expect(graph.edges).toMatchObject([
      { from: 'fold:site:0', users: 49, state: 'ok' },
      { from: 'fold:site:1', users: 56, state: 'broken' },
    ]);
  });

  it('hangs on which nodes there are, not on their counts, names or states', () => {
    const changed: RoutingGraph = {
      ...large,
      nodes: large.nodes.map((each) => ({ ...each, users: each.users * 7, state: 'disabled' })),
    };
    const ids = (graph: RoutingGraph) => foldGraph(graph).graph.nodes.map(({ id }) => id);
    expect(ids(changed)).toEqual(ids(large));
  });
});
