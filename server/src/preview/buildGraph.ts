import { count } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { plainReader, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { type CrowdPart, crowdAfter } from '../model/waves';
import { planName, serversOf } from '../routing/localRoute';
import { contactAfter, contactRoute } from '../routing/numbers';
import { decide, hasPolicy, routeOfPerson } from '../routing/route';
import { Trace } from '../routing/trace';
import type { Route } from '../routing/types';
import type { Diagnostic } from '../rules/analyze';
import type { RoutingGraph } from './graph';
import { GraphBuilder } from './graphBuilder';

/** Contacts are drawn one by one up to this number. */
const CONTACTS = 8;

const roles: Readonly<Record<string, string>> = {
  frontEnd: 'Front End',
  standardEdition: 'Standard',
  survivableBranch: 'Branch',
};

const routes = new WeakMap<Placement, Route>();

/** The route of a placement's users; it changes only with the topology, and with it the placement. */
function routeOf(part: CrowdPart): Route {
  if (part.person !== part.placement) return routeOfPerson(part.placement.deployment, part.person);
  let route = routes.get(part.placement);
  if (route === undefined) {
    route = routeOfPerson(part.placement.deployment, part.placement);
    routes.set(part.placement, route);
  }
  return route;
}

/**
 * The routing graph of a deployment: unanswered calls of all users, by placement, and of contacts.
 * @param waves how many waves are done.
 */
export function buildGraph(deployment: Deployment, diagnostics: readonly Diagnostic[], waves = 0): RoutingGraph {
  const graph = new Drawing(deployment, new GraphBuilder(diagnostics));
  graph.topology();
  for (const part of parts(deployment, waves)) graph.users(part, routeOf(part));
  graph.contacts(waves);
  const { nodes, edges } = graph.builder.build();
  return { title: deployment.name, nodes, edges, users: deployment.userCount };
}

/** Users by placement after some waves; as declared where a wave's selection hangs on an unknown fact. */
function parts(deployment: Deployment, waves: number): CrowdPart[] {
  try {
    return crowdAfter(deployment, plainReader, waves, hasPolicy);
  } catch (error) {
    if (!(error instanceof UnknownFact)) throw error;
    return crowdAfter(deployment, plainReader, 0, hasPolicy);
  }
}

class Drawing {
  private readonly callers: readonly string[];
  private readonly routing: string;

  constructor(
    private readonly deployment: Deployment,
    readonly builder: GraphBuilder,
  ) {
    const access = deployment.all('accessEdgeConfiguration')[0];
    const federated = access?.fact('allowFederatedUsers') === true;
    this.callers = [
      builder.node({ kind: 'pstn', lane: 'callers', label: 'PSTN', detail: 'phone network' }),
      builder.node({ kind: 'clients', lane: 'callers', label: 'Lync clients' }),
      ...(federated
        ? [builder.node({ kind: 'federation', lane: 'callers', label: 'Federated partners', declaration: access })]
        : []),
    ];
    this.routing = builder.node({
      kind: 'exUmRouting',
      lane: 'routing',
      label: 'ExUM Routing',
      detail: 'on every Front End',
    });
  }

  /** What is declared stands there, whether calls pass it or not. */
  topology(): void {
    const { deployment, builder } = this;
    for (const pool of deployment.all('pool')) {
      const role = pool.fact('role');
      if (role === 'frontEnd' || role === 'standardEdition' || role === 'survivableBranch') this.pool(pool);
    }
    for (const plan of deployment.all('umDialPlan'))
      if (plan.organization?.kind.name !== 'tenant') this.localPath(plan);
    const providers = deployment.all('hostingProvider').filter((provider) => provider.fact('hostsOCSUsers') !== true);
    if (providers.length === 0) return;
    const edge = this.edge(undefined);
    for (const provider of providers) {
      const id = this.provider(provider);
      if (edge) builder.edge(edge, id, 0);
      for (const tenant of deployment.all('tenant')) {
        const named = tenant.fact('provider');
        if (
          Array.isArray(named) &&
          named.some((name) => deployment.find('hostingProvider', String(name)) === provider)
        ) {
          builder.edge(id, this.tenant(tenant.name, tenant), 0);
        }
      }
    }
  }

  private pool(pool: Declaration): string {
    const role = pool.fact('role');
    const site = pool.parent?.name;
    const detail = [roles[String(role)], site].filter(Boolean).join(' · ');
    return this.builder.node({ kind: 'pool', lane: 'pools', label: pool.name, detail, declaration: pool });
  }

  private edge(name: string | undefined): string | undefined {
    const { deployment, builder } = this;
    const edges = deployment.all('pool').filter((pool) => pool.fact('role') === 'edge');
    const edge =
      deployment.find('pool', name) ?? edges.find((pool) => pool.fact('federationRoute') === true) ?? edges[0];
    if (edge === undefined) return undefined;
    return builder.node({
      kind: 'edge',
      lane: 'paths',
      label: edge.name,
      detail: 'Edge pool',
      declaration: edge,
    });
  }

  private provider(provider: Declaration): string {
    const enabled = provider.fact('enabled');
    const proxy = provider.fact('proxyFqdn');
    return this.builder.node({
      kind: 'hostingProvider',
      lane: 'services',
      label: provider.name,
      ...(typeof proxy === 'string' && { detail: proxy }),
      declaration: provider,
      ...(enabled === false && { state: 'disabled' as const, reason: 'The provider is disabled' }),
    });
  }

  private tenant(name: string, tenant: Declaration | undefined): string {
    return this.builder.node({
      kind: 'tenant',
      lane: 'mailboxes',
      label: name,
      detail: 'hosted mailboxes',
      declaration: tenant,
    });
  }

  /** A UM dial plan, its servers and the mailboxes behind it. */
  private localPath(plan: Declaration): readonly string[] {
    const { deployment, builder } = this;
    const name = planName(deployment, plan);
    const path = [
      builder.node({
        kind: 'umDialPlan',
        lane: 'paths',
        label: name,
        detail: 'UM dial plan',
        declaration: plan,
        key: plan.qualifiedName,
      }),
    ];
    const servers = serversOf(deployment, plainReader, plan);
    const [first] = servers;
    if (first) {
      const label = servers.length === 1 ? first.name : count(servers.length, 'UM server');
      const detail = servers.length === 1 ? 'UM server' : `${first.name} …`;
      path.push(
        builder.node({
          kind: 'umServers',
          lane: 'services',
          label,
          detail,
          declaration: first,
          key: plan.qualifiedName,
        }),
      );
    }
    const organization = plan.organization;
    path.push(
      builder.node({
        kind: 'mailboxes',
        lane: 'mailboxes',
        label: organization?.name ?? name,
        detail: 'local mailboxes',
        declaration: organization,
      }),
    );
    path.forEach((id, i) => {
      const next = path[i + 1];
      if (next) builder.edge(id, next, 0);
    });
    return path;
  }

  users(part: CrowdPart, route: Route): void {
    const { builder, deployment } = this;
    const poolName = part.person.fact('pool');
    const pool = typeof poolName === 'string' ? deployment.find('pool', poolName) : undefined;
    const home = pool
      ? this.pool(pool)
      : builder.node({
          kind: 'pool',
          lane: 'pools',
          label: typeof poolName === 'string' ? poolName : 'no home pool',
          state: 'unknown',
          reason: 'The pool is not declared',
        });
    for (const caller of this.callers) builder.edge(caller, home, part.count);
    builder.through(home, part.count);
    for (const caller of this.callers) builder.through(caller, part.count);
    builder.edge(home, this.routing, part.count);
    builder.through(this.routing, part.count);
    this.onward(route, part.count);
  }

  /** From ExUM Routing to where the call ends. */
  private onward(route: Route, users: number): void {
    switch (route.outcome) {
      case 'none':
        this.end('noVoicemail', 'No voice mail', 'by design', users, {});
        break;
      case 'unknown': {
        const reason = route.needs.length > 0 ? `It hangs on ${route.needs.join(', ')}` : 'No document says';
        this.end('unknown', 'Unknown', reason, users, { state: 'unknown', reason });
        break;
      }
      case 'failed':
        this.lost(route, users);
        break;
      case 'hosted':
        this.pass(this.hostedPath(route), users);
        break;
      case 'local': {
        const plan = this.planOf(route);
        if (plan) this.pass(this.localPath(plan), users);
        break;
      }
    }
  }

  private end(
    kind: 'noVoicemail' | 'unknown',
    label: string,
    detail: string,
    users: number,
    options: { state?: 'unknown'; reason?: string },
  ): void {
    const id = this.builder.node({
      kind,
      lane: 'mailboxes',
      label,
      detail: kind === 'unknown' ? '' : detail,
      key: kind === 'unknown' ? detail : label,
      ...options,
    });
    this.builder.edge(this.routing, id, users, options);
    this.builder.through(id, users);
  }

  private pass(path: readonly string[], users: number): void {
    const [first] = path;
    if (first === undefined) return;
    this.builder.edge(this.routing, first, users);
    this.builder.chain(path, users);
  }

  private planOf(route: Route): Declaration | undefined {
    return route.umDialPlan === null ? undefined : this.deployment.find('umDialPlan', route.umDialPlan);
  }

  private hostedPath(route: Route): string[] {
    const { deployment } = this;
    const path: string[] = [];
    const edge = this.edge(route.hops.find((hop) => hop.role === 'edge')?.at);
    if (edge) path.push(edge);
    const provider = deployment.all('hostingProvider').find((candidate) => {
      const proxy = candidate.fact('proxyFqdn');
      return typeof proxy === 'string' && proxy.toLowerCase() === route.destination?.toLowerCase();
    });
    if (provider) path.push(this.provider(provider));
    const [organization] = route.organization;
    if (organization && route.outcome === 'hosted')
      path.push(this.tenant(organization, deployment.named('tenant', organization)[0]));
    return path;
  }

  /** Draws the way as far as the call gets, and where it dies. */
  private lost(route: Route, users: number): void {
    const { builder } = this;
    const { failure } = route;
    const reason = failure?.reason ?? 'The call is lost';
    const reached: readonly string[] =
      failure?.at === 'hostingProvider' || failure?.at === 'accessEdge'
        ? this.hostedPath(route)
        : failure?.at === 'security' || failure?.at === 'umServers'
          ? this.planOf(route)
            ? this.localPath(this.planOf(route) as Declaration).slice(0, 1)
            : []
          : [];
    const end = builder.node({
      kind: 'lost',
      lane: 'mailboxes',
      label: 'Lost',
      detail: failure?.caller ?? '',
      key: failure?.code ?? reason,
      state: 'broken',
      reason,
    });
    const path = [...reached, end];
    const [first = end] = path;
    builder.edge(this.routing, first, users, first === end ? { state: 'broken', reason } : {});
    builder.chain(path, users, { state: 'broken', reason });
  }

  /** Subscriber access and auto attendants, by number. */
  contacts(waves: number): void {
    const { deployment, builder } = this;
    const contacts = deployment.all('exUmContact');
    if (contacts.length > CONTACTS) return;
    for (const contact of contacts) {
      const number = contact.fact('displayNumber');
      const route = decide(deployment, (read) =>
        contactRoute(deployment, read, contactAfter(deployment, contact, waves), new Trace()),
      );
      const what = contact.fact('autoAttendant') === true ? 'auto attendant' : 'subscriber access';
      const id = builder.node({
        kind: 'contact',
        lane: 'pools',
        label: typeof number === 'string' ? number : contact.name,
        detail: what,
        key: contact.name,
        declaration: contact,
      });
      const [pstn] = this.callers;
      if (pstn) builder.edge(pstn, id, 0);
      builder.edge(id, this.routing, 0);
      this.onward(route, 0);
    }
  }
}
