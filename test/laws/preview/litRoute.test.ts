import { describe, expect, it } from 'vitest';
import { fold as folded } from '../../../server/src/base/words';
import type { Declaration } from '../../../server/src/model/declaration';
import type { Deployment } from '../../../server/src/model/deployment';
import type { UserRow } from '../../../server/src/model/placement';
import { bareAddress } from '../../../server/src/model/values';
import { waveOrder } from '../../../server/src/model/waves';
import { buildGraph } from '../../../server/src/preview/buildGraph';
import { personAfter } from '../../../server/src/preview/crowd';
import { type FoldedGraph, foldGraph } from '../../../server/src/preview/fold';
import type { GraphNode } from '../../../server/src/preview/graph';
import { lightRoute } from '../../../server/src/preview/litRoute';
import { routeOfAddress, routeOfNumber } from '../../../server/src/routing/route';
import { type CallEvent, callEvents, type Hop, type HopRole, type Route } from '../../../server/src/routing/types';
import { deploymentOf } from '../../support/deployment';
import { exampleNames, openExample } from '../../support/examples';
import { largeDeployment } from '../../support/largeDeployment';
import { Random, runSeed } from '../../support/random';
import { randomDeployment } from '../../support/randomDeployment';

/** What a hop's node has to be, told from the hop alone. */
const kindOfRole: Partial<Record<HopRole, readonly GraphNode['kind'][]>> = {
  frontEnd: ['pool'],
  survivableBranch: ['pool'],
  contact: ['contact'],
  pstn: ['pstn'],
  edge: ['edge'],
  provider: ['hostingProvider'],
  tenant: ['tenant'],
  umCallRouter: ['umServers'],
  umService: ['umServers'],
  umWorker: ['umServers'],
  mailbox: ['mailboxes', 'tenant', 'hostingProvider'],
};

/** Whether a node stands for what a hop names. */
function names(node: GraphNode, hop: Hop): boolean {
  const same = (text: string | undefined) => text !== undefined && folded(text) === folded(hop.at);
  switch (hop.role) {
    case 'provider':
      return same(node.detail);
    case 'contact':
      return node.id === `contact:${folded(hop.at)}`;
    case 'umCallRouter':
    case 'umService':
    case 'umWorker': {
      const { cause } = hop;
      return (
        same(node.label) ||
        cause === undefined ||
        !!node.about?.some((place) => place.path === cause.path && place.start <= cause.start && cause.end <= place.end)
      );
    }
    case 'mailbox':
    case 'pstn':
      return true;
    default:
      return same(node.label);
  }
}

interface Drawn {
  readonly deployment: Deployment;
  readonly whole: FoldedGraph;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, { readonly from: string; readonly to: string; readonly users: number }>;
  readonly waves: number;
}

function drawn(deployment: Deployment, waves: number): Drawn {
  const graph = buildGraph(deployment, [], waves);
  const whole: FoldedGraph = { graph, drawnAs: (id) => (graph.nodes.some((node) => node.id === id) ? id : undefined) };
  return {
    deployment,
    whole,
    nodes: new Map(graph.nodes.map((node) => [node.id, node])),
    edges: new Map(graph.edges.map((edge) => [edge.id, edge])),
    waves,
  };
}

/** As `expect`, which is too slow for some hundred thousand facts. */
function holds(fact: boolean, what: string): void {
  if (!fact) throw new Error(what);
}

/** The route as it is lit has to be the route as it is printed. */
function check(at: Drawn, route: Route, start: UserRow | Declaration, event: CallEvent | null, who: string): void {
  const { deployment, whole, nodes, edges, waves } = at;
  const from = 'kind' in start ? start : personAfter(start, folded(bareAddress(start.address)), waves);
  const { stops, from: incoming } = lightRoute(deployment, whole, route, from, event);
  const inOrder = (indices: readonly number[], length: number) =>
    indices.length === length && indices.every((index, i) => index === i);
  holds(
    inOrder(
      stops.flatMap(({ hops }) => hops),
      route.hops.length,
    ),
    `${who}: the hops of all stops`,
  );
  holds(
    inOrder(
      stops.flatMap(({ decisions }) => decisions),
      route.decisions.length,
    ),
    `${who}: the decisions`,
  );
  for (const edge of incoming) holds(edges.get(edge)?.to === stops[0]?.node, `${who}: comes in by ${edge}`);

  const usual = event === 'noAnswer' || event === null;
  for (const [index, { node, edge, hops }] of stops.entries()) {
    const found = node === null ? undefined : nodes.get(node);
    // What only other events reach may not be drawn.
    if (usual) holds(found !== undefined, `${who}: stop ${index} is drawn`);
    for (const hop of found ? hops : []) {
      const told = route.hops[hop] as Hop;
      holds(kindOfRole[told.role]?.includes(found?.kind ?? 'lost') === true, `${who}: ${told.role} at ${node}`);
      holds(found !== undefined && names(found, told), `${who}: ${told.at} is ${node}`);
    }
    const passing = edge === null ? undefined : edges.get(edge);
    if (edge !== null) {
      holds(passing !== undefined && passing.to === node, `${who}: ${edge} leads to ${node}`);
      holds(
        stops.slice(0, index).some((stop) => stop.node === passing?.from),
        `${who}: ${edge} comes from a stop`,
      );
    }
    if (!usual || index === 0) continue;
    const isContactsPool = event === null && found?.kind === 'pool';
    holds(edge !== null || isContactsPool, `${who}: a way to ${node}`);
    // Of several tenants only the first is counted at.
    const first =
      stops.findIndex((stop) => stop.edge !== null && edges.get(stop.edge)?.from === passing?.from) === index;
    if (event !== null && first) holds((passing?.users ?? 0) > 0, `${who}: users to ${node}`);
  }
  if (usual)
    checkEnd(
      route,
      stops.map(({ node }) => nodes.get(node ?? '') as GraphNode),
      who,
    );
}

const ends: Readonly<Record<Route['outcome'], readonly GraphNode['kind'][]>> = {
  hosted: ['tenant', 'hostingProvider'],
  local: ['mailboxes'],
  none: ['noVoicemail'],
  failed: ['lost'],
  unknown: ['unknown'],
};

function checkEnd({ outcome, target }: Route, nodes: readonly GraphNode[], who: string): void {
  const last = nodes.at(-1)?.kind ?? 'pool';
  holds(ends[outcome].includes(last), `${who}: ${outcome} ends at ${last}`);
  holds(target === null || nodes.some(({ label }) => label === target), `${who}: ${target} answers`);
}

/** Every user and every number, after every wave. @returns how many calls */
function checkAll(deployment: Deployment, events: readonly CallEvent[]): number {
  let checked = 0;
  const { waves } = waveOrder(deployment);
  for (let done = 0; done <= waves.length; done++) {
    const at = drawn(deployment, done);
    const state = done === 0 ? 'before the waves' : `after ${waves[done - 1]?.name}`;
    for (const user of deployment.users()) {
      // Whose address somebody else has as well is asked about by the first.
      if (deployment.usersWithAddress(user.address)[0]?.id !== user.id) continue;
      for (const event of events) {
        const route = routeOfAddress(deployment, user.address, event, done) as Route;
        check(at, route, user, event, `${user.address} on ${event} ${state}`);
        checked++;
      }
    }
    for (const contact of deployment.all('exUmContact')) {
      const number = contact.fact('displayNumber');
      const same = deployment.all('exUmContact').find((other) => other.fact('displayNumber') === number);
      if (typeof number !== 'string' || same !== contact) continue;
      check(at, routeOfNumber(deployment, number, done) as Route, contact, null, `${number} ${state}`);
      checked++;
    }
  }
  return checked;
}

describe('a lit route is the printed one, hop by hop', () => {
  it.each(exampleNames)('for every user and number of examples/%s, after every wave', async (name) => {
    const { deployment } = await openExample(name);
    expect(checkAll(deployment, ['noAnswer'])).toBeGreaterThan(5);
  });

  it.each(['on-premises', 'cross-premises', 'mixed', 'mistakes'] as const)(
    'on every event, in examples/%s',
    async (name) => {
      const { deployment } = await openExample(name);
      expect(checkAll(deployment, callEvents)).toBeGreaterThan(50);
    },
  );

  it('in deployments made by chance', () => {
    const random = new Random(runSeed());
    const outcomes = new Set<string>();
    for (let run = 0; run < 120; run++) {
      const text = randomDeployment(random);
      const deployment = deploymentOf(text);
      try {
        checkAll(deployment, ['noAnswer', random.pick(callEvents)]);
      } catch (error) {
        throw new Error(`${(error as Error).message}\nseed ${random.seed}, run ${run}:\n${text}`);
      }
      for (const user of deployment.users()) outcomes.add(routeOfAddress(deployment, user.address)?.outcome ?? '');
    }
    // The law is about all ends that a call can have.
    expect([...outcomes].sort()).toEqual(['failed', 'hosted', 'local', 'none', 'unknown']);
  });

  it('and runs along what is drawn, where a large deployment is folded', () => {
    const deployment = deploymentOf(
      largeDeployment({ sites: 30, poolsPerSite: 3, providers: 14, tenantsPerProvider: 6, plans: 20, contacts: 20 }),
    );
    const at = foldGraph(buildGraph(deployment, []));
    const nodes = new Set(at.graph.nodes.map(({ id }) => id));
    for (const user of deployment.users()) {
      const route = routeOfAddress(deployment, user.address) as Route;
      const { stops } = lightRoute(deployment, at, route, user, 'noAnswer');
      for (const [index, { node, edge }] of stops.entries()) {
        expect(nodes.has(node ?? ''), `${user.address}: ${node}`).toBe(true);
        expect(index === 0 || edge !== null, `${user.address}: a way to ${node}`).toBe(true);
      }
    }
  });
});
