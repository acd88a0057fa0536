import { count } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, UNKNOWN } from '../model/facts';
import { planName } from '../routing/localRoute';
import type { Failure } from '../routing/types';
import type { GraphBuilder } from './graphBuilder';

const roles: Readonly<Record<string, string>> = {
  frontEnd: 'Front End',
  standardEdition: 'Standard',
  survivableBranch: 'Branch',
};

/** Where a user is homed: on a pool, else at a provider of accounts, else nobody knows. */
export interface Home {
  readonly pool?: string;
  readonly provider?: string;
}

export function homeOf(person: FactOwner): Home {
  const pool = person.fact('pool');
  if (typeof pool === 'string') return { pool };
  const provider = person.fact('hostingProvider');
  return typeof provider === 'string' ? { provider } : {};
}

/** The nodes that objects of a deployment are drawn as. Asking for one makes it; asking again finds it. Each method returns the node's id. */
export class GraphNodes {
  readonly callers: readonly string[];
  readonly routing: string;
  private readonly serversByPlan: ReadonlyMap<Declaration, readonly Declaration[]>;
  /** What was looked for already, by what it was looked for. */
  private readonly found = new Map<unknown, string | undefined>();

  constructor(
    private readonly deployment: Deployment,
    private readonly builder: GraphBuilder,
  ) {
    this.serversByPlan = serversByPlan(deployment);
    const access = deployment.all('accessEdgeConfiguration')[0];
    const federated = access?.fact('allowFederatedUsers') === true;
    this.callers = [
      this.pstn(),
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

  pstn(): string {
    return this.builder.node({ kind: 'pstn', lane: 'callers', label: 'PSTN', detail: 'phone network' });
  }

  home({ pool, provider }: Home): string {
    if (pool !== undefined) return this.poolNamed(pool);
    if (provider !== undefined)
      return this.builder.node({
        kind: 'pool',
        lane: 'pools',
        label: `Online at ${provider}`,
        detail: 'no pool of this deployment',
        declaration: this.deployment.find('hostingProvider', provider),
      });
    return this.undeclaredPool('no home pool');
  }

  poolNamed(name: string): string {
    const key = `pool ${name}`;
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const declared = this.deployment.find('pool', name);
    const made = declared ? this.pool(declared) : this.undeclaredPool(name);
    this.found.set(key, made);
    return made;
  }

  pool(pool: Declaration): string {
    const detail = [roles[String(pool.fact('role'))], pool.parent?.name].filter(Boolean).join(' · ');
    const group = pool.parent && { key: `site:${pool.parent.key}`, label: pool.parent.name, what: 'pool' };
    return this.builder.node({
      kind: 'pool',
      lane: 'pools',
      label: pool.name,
      detail,
      declaration: pool,
      ...(group && { group }),
    });
  }

  private undeclaredPool(label: string): string {
    return this.builder.node({
      kind: 'pool',
      lane: 'pools',
      label,
      state: 'unknown',
      reason: 'The pool is not declared',
    });
  }

  contact(contact: Declaration): string {
    const number = contact.fact('displayNumber');
    return this.builder.node({
      kind: 'contact',
      lane: 'pools',
      label: typeof number === 'string' ? number : contact.name,
      detail: contact.fact('autoAttendant') === true ? 'auto attendant' : 'subscriber access',
      key: contact.name,
      declaration: contact,
    });
  }

  private once(key: unknown, find: () => string | undefined): string | undefined {
    if (!this.found.has(key)) this.found.set(key, find());
    return this.found.get(key);
  }

  /** The Edge pool of a name, else the one that carries federation, else the first; nothing when there is none. */
  edge(name?: string): string | undefined {
    return this.once(`edge ${name}`, () => this.findEdge(name));
  }

  private findEdge(name: string | undefined): string | undefined {
    const { deployment, builder } = this;
    const edges = deployment.all('pool').filter((pool) => pool.fact('role') === 'edge');
    const edge =
      deployment.find('pool', name) ?? edges.find((pool) => pool.fact('federationRoute') === true) ?? edges[0];
    if (edge === undefined) return undefined;
    return builder.node({ kind: 'edge', lane: 'paths', label: edge.name, detail: 'Edge pool', declaration: edge });
  }

  /** The provider that has a proxy's name; nothing when none has. */
  providerOf(proxy: string | null): string | undefined {
    return this.once(`provider ${proxy}`, () => this.findProvider(proxy));
  }

  private findProvider(proxy: string | null): string | undefined {
    const provider = this.deployment.all('hostingProvider').find((candidate) => {
      const own = candidate.fact('proxyFqdn');
      return typeof own === 'string' && own.toLowerCase() === proxy?.toLowerCase();
    });
    return provider && this.provider(provider);
  }

  provider(provider: Declaration): string {
    const proxy = provider.fact('proxyFqdn');
    return this.builder.node({
      kind: 'hostingProvider',
      lane: 'services',
      label: provider.name,
      ...(typeof proxy === 'string' && { detail: proxy }),
      declaration: provider,
      ...(provider.fact('enabled') === false && { state: 'disabled' as const, reason: 'The provider is disabled' }),
    });
  }

  /** A tenant, declared or only named. */
  tenant(name: string): string {
    const [declared] = this.deployment.named('tenant', name);
    const [provider] = declared ? listOf(declared, 'provider') : [];
    const group = provider && { key: `tenants:${provider.toLowerCase()}`, label: provider, what: 'tenant' };
    return this.builder.node({
      kind: 'tenant',
      lane: 'mailboxes',
      label: name,
      detail: 'hosted mailboxes',
      declaration: declared,
      ...(group && { group }),
    });
  }

  plan(plan: Declaration): string {
    const { organization } = plan;
    return this.builder.node({
      kind: 'umDialPlan',
      lane: 'paths',
      label: planName(this.deployment, plan),
      detail: 'UM dial plan',
      declaration: plan,
      key: plan.qualifiedName,
      ...(organization && {
        group: { key: `plans:${organization.key}`, label: organization.name, what: 'UM dial plan' },
      }),
    });
  }

  /** The UM servers that list a plan, as one node; nothing when none does. */
  servers(plan: Declaration): string | undefined {
    return this.once(plan, () => this.findServers(plan));
  }

  private findServers(plan: Declaration): string | undefined {
    const servers = this.serversByPlan.get(plan) ?? [];
    const [first] = servers;
    if (first === undefined) return undefined;
    const one = servers.length === 1;
    const unsure = servers.some((server) => server.fact('dialPlans') === UNKNOWN);
    const { organization } = plan;
    return this.builder.node({
      kind: 'umServers',
      lane: 'services',
      label: one ? first.name : count(servers.length, 'UM server'),
      detail: one ? 'UM server' : `${first.name} …`,
      declaration: first,
      about: servers,
      ...(unsure && { state: 'unknown' as const, reason: 'Which dial plans a server lists is not known' }),
      key: plan.qualifiedName,
      ...(organization && {
        group: { key: `servers:${organization.key}`, label: organization.name, what: "dial plan's servers" },
      }),
    });
  }

  /** The mailboxes behind a plan. */
  mailboxes(plan: Declaration): string {
    const { organization } = plan;
    return this.builder.node({
      kind: 'mailboxes',
      lane: 'mailboxes',
      label: organization?.name ?? planName(this.deployment, plan),
      detail: 'local mailboxes',
      declaration: organization,
    });
  }

  noVoicemail(): string {
    return this.builder.node({ kind: 'noVoicemail', lane: 'mailboxes', label: 'No voice mail', detail: 'by design' });
  }

  unknown(reason: string): string {
    return this.builder.node({
      kind: 'unknown',
      lane: 'mailboxes',
      label: 'Unknown',
      key: reason,
      state: 'unknown',
      reason,
    });
  }

  lost(failure: Failure | null): string {
    const reason = failure?.reason ?? 'The call is lost';
    return this.builder.node({
      kind: 'lost',
      lane: 'mailboxes',
      label: 'Lost',
      detail: failure?.caller ?? '',
      key: failure?.code ?? reason,
      state: 'broken',
      reason,
    });
  }
}

/** The UM servers that list a plan, or may: what one lists may be unknown. */
function serversByPlan(deployment: Deployment): Map<Declaration, Declaration[]> {
  const byPlan = new Map<Declaration, Declaration[]>();
  for (const server of deployment.all('umServer')) {
    const { organization } = server;
    const listed = listOf(server, 'dialPlans').map((name) => deployment.find('umDialPlan', name, organization));
    const unknown = server.fact('dialPlans') === UNKNOWN;
    const possible = unknown ? deployment.all('umDialPlan').filter((plan) => plan.organization === organization) : [];
    for (const plan of unknown ? possible : listed) {
      const servers = plan && byPlan.get(plan);
      if (servers) servers.push(server);
      else if (plan) byPlan.set(plan, [server]);
    }
  }
  return byPlan;
}

/** The values of a list that is known. */
export function listOf(declaration: Declaration, property: string): readonly string[] {
  const value = declaration.fact(property);
  return Array.isArray(value) ? value.map(String) : [];
}
