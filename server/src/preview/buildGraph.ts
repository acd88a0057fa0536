import type { Deployment } from '../model/deployment';
import type { UsersBlock } from '../model/usersBlock';
import { contactAfter, contactRoute } from '../routing/numbers';
import { decide } from '../routing/route';
import { Trace } from '../routing/trace';
import type { Route } from '../routing/types';
import type { Diagnostic } from '../rules/analyze';
import { type CommonWay, commonWays } from './commonWays';
import { foldGraph } from './fold';
import type { RoutingGraph } from './graph';
import { GraphBuilder } from './graphBuilder';
import { GraphNodes, listOf } from './graphNodes';
import { type Stop, wayOf } from './way';

/**
 * The routing graph of a deployment: unanswered calls of all users, by placement, and of contacts. Every object has a node of its own; `foldGraph` makes it fit.
 * @param waves how many waves are done.
 */
export function buildGraph(deployment: Deployment, diagnostics: readonly Diagnostic[], waves = 0): RoutingGraph {
  const graph = new Drawing(deployment, new GraphBuilder(diagnostics));
  graph.topology();
  graph.users(commonWays(deployment, waves));
  graph.contacts(waves);
  const { nodes, edges } = graph.builder.build();
  return { title: deployment.name, nodes, edges, users: deployment.userCount };
}

/** The routing graph as it is drawn when nothing is unfolded. */
export function pictureGraph(deployment: Deployment, diagnostics: readonly Diagnostic[], waves = 0): RoutingGraph {
  return foldGraph(buildGraph(deployment, diagnostics, waves)).graph;
}

class Drawing {
  private readonly nodes: GraphNodes;

  constructor(
    private readonly deployment: Deployment,
    readonly builder: GraphBuilder,
  ) {
    this.nodes = new GraphNodes(deployment, builder);
  }

  /** What is declared stands there, whether calls pass it or not. */
  topology(): void {
    const { deployment, builder, nodes } = this;
    for (const pool of deployment.all('pool')) {
      const role = pool.fact('role');
      if (role === 'frontEnd' || role === 'standardEdition' || role === 'survivableBranch') nodes.pool(pool);
    }
    for (const plan of deployment.all('umDialPlan')) {
      if (plan.organization?.kind.name === 'tenant') continue;
      const path = [nodes.plan(plan), nodes.servers(plan), nodes.mailboxes(plan)].filter((id) => id !== undefined);
      path.forEach((id, i) => {
        const next = path[i + 1];
        if (next) builder.edge(id, next, 0);
      });
    }
    const providers = deployment.all('hostingProvider').filter((provider) => provider.fact('hostsOCSUsers') !== true);
    if (providers.length === 0) return;
    const edge = nodes.edge();
    for (const provider of providers) {
      const id = nodes.provider(provider);
      if (edge) builder.edge(edge, id, 0);
    }
    for (const tenant of deployment.all('tenant')) {
      for (const name of listOf(tenant, 'provider')) {
        const provider = deployment.find('hostingProvider', name);
        if (provider && providers.includes(provider))
          builder.edge(nodes.provider(provider), nodes.tenant(tenant.name), 0);
      }
    }
  }

  /** Users who go the same way are drawn together: there are few ways, however many placements. */
  users(ways: readonly CommonWay[]): void {
    const { builder, nodes } = this;
    const homes = ways.map(({ home }) => nodes.home(home));
    for (const [i, { route, users, blocks }] of ways.entries()) {
      const home = homes[i] as string;
      for (const caller of nodes.callers) {
        builder.edge(caller, home, users);
        builder.through(caller, users);
      }
      const stops = wayOf(this.deployment, nodes, route, home);
      this.follow(stops, users);
      // Faults of the users themselves stand where it is decided about them.
      const [first, second] = stops;
      if (first && second) {
        const edge = `${first.node}→${second.node}`;
        for (const block of blocks) builder.blame(edge, block.declaration, csvPaths(block));
      }
      this.blamePolicy(stops, route);
    }
  }

  /** Draws the way of some users. */
  private follow(stops: readonly Stop[], users: number): void {
    const { builder } = this;
    stops.forEach((stop, index) => {
      const { node, from } = stop;
      const before = from === undefined ? undefined : stops[from];
      if (before === undefined && index > 0) return;
      // Of several tenants only the first is counted at.
      const counted = stops.some((other, i) => i < index && other.from === from && from !== undefined) ? 0 : users;
      builder.through(node, counted);
      if (before) builder.edge(before.node, node, counted, stop);
    });
  }

  /** The edge to an Edge pool is there because of a policy. */
  private blamePolicy(stops: readonly Stop[], { policy }: Route): void {
    const to = stops.find(({ node }) => node.startsWith('edge:'));
    const declared = policy && this.deployment.named('hostedVoicemailPolicy', policy.name)[0];
    if (to?.from !== undefined && declared) this.builder.cause(`${stops[to.from]?.node}→${to.node}`, declared);
  }

  /** Subscriber access and auto attendants, by number. */
  contacts(waves: number): void {
    const { deployment, builder, nodes } = this;
    for (const contact of deployment.all('exUmContact')) {
      const route = decide(deployment, (read) =>
        contactRoute(deployment, read, contactAfter(deployment, contact, waves), new Trace()),
      );
      const id = nodes.contact(contact);
      builder.edge(nodes.pstn(), id, 0);
      const stops = wayOf(deployment, nodes, route, id);
      this.follow(stops, 0);
      this.blamePolicy(stops, route);
    }
  }
}

/** The CSV files whose rows a block has. */
function csvPaths({ declaration, segments }: UsersBlock): string[] {
  if (!declaration.written.has('csv')) return [];
  const paths = new Set(segments.map(({ path }) => path));
  paths.delete(declaration.path);
  return [...paths];
}
