import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { Decision, Hop, Route } from '../routing/types';
import type { GraphState, NodeKind } from './graph';
import type { GraphNodes } from './graphNodes';

/** A place in the graph where a call stops. */
export interface Stop {
  readonly node: string;
  /** Indices into the route's hops that lead here, and into its decisions that are taken here. */
  readonly hops: readonly number[];
  readonly decisions: readonly number[];
  /** The stop that the edge comes from; absent at the first, and where the graph draws no edge. */
  readonly from?: number;
  /** Of the edge. */
  readonly label?: string;
  readonly state?: GraphState;
  readonly reason?: string;
}

interface Open {
  readonly node: string;
  readonly hops: number[];
  readonly decisions: number[];
  from?: number;
  label?: string;
  state?: GraphState;
  reason?: string;
}

interface Arrival {
  /** The graph draws no edge to it. */
  readonly aside?: boolean;
  readonly from?: number;
  readonly label?: string | undefined;
  readonly state?: GraphState;
  readonly reason?: string;
}

const nothing: Arrival = {};

/**
 * The stops of a route. The graph's edges are made from them, and a lit route runs along them, so that both are one. The hops of all stops, in their order, are
 * the route's hops; so are the decisions.
 * @param start where the call comes in: a user's home, a contact.
 */
export function wayOf(deployment: Deployment, nodes: GraphNodes, route: Route, start: string): Stop[] {
  return new Way(deployment, nodes, route, start).stops();
}

class Way {
  private readonly open: Open[] = [];
  /** Stops that no edge leads to. */
  private readonly aside = new Set<Open>();
  private decided = false;

  constructor(
    private readonly deployment: Deployment,
    private readonly nodes: GraphNodes,
    private readonly route: Route,
    start: string,
  ) {
    this.stop(start);
  }

  stops(): Stop[] {
    const { route } = this;
    for (const [index, hop] of route.hops.entries()) this.take(hop, index);
    this.end();
    placeDecisions(this.open, route.decisions);
    return this.open;
  }

  /** Goes on to a node; where the call is there already, it stays. */
  private stop(node: string, arrival: Arrival = nothing, hop?: number): void {
    const { aside, from, label, state, reason } = arrival;
    const last = this.open.at(-1);
    if (last?.node === node) {
      if (hop !== undefined) last.hops.push(hop);
      return;
    }
    const before = from ?? this.open.findLastIndex((each) => !this.aside.has(each));
    const stop: Open = { node, hops: hop === undefined ? [] : [hop], decisions: [] };
    if (before >= 0 && !aside) stop.from = before;
    if (label) stop.label = label;
    if (state) stop.state = state;
    if (reason) stop.reason = reason;
    if (aside) this.aside.add(stop);
    this.open.push(stop);
  }

  /** The decision stands between the pools and all that lies behind. */
  private decide(): void {
    if (!this.decided) this.stop(this.nodes.routing);
    this.decided = true;
  }

  private take(hop: Hop, index: number): void {
    const arrival = this.arrival(hop);
    const node = this.nodeOf(hop);
    if (node) this.stop(node, arrival, index);
    else this.open.at(-1)?.hops.push(index);
  }

  /** The node that a hop leads to; where the graph has none, the call stays where it is. */
  private nodeOf({ at, role }: Hop): string | undefined {
    const { nodes } = this;
    const plan = this.plan();
    switch (role) {
      case 'frontEnd':
      case 'survivableBranch':
        return nodes.poolNamed(at);
      case 'pstn':
        return nodes.pstn();
      case 'contact': {
        const [contact] = this.deployment.named('exUmContact', at);
        return contact && nodes.contact(contact);
      }
      case 'edge':
        this.decide();
        return nodes.edge(at);
      case 'provider':
        return nodes.providerOf(at);
      case 'tenant':
        return nodes.tenant(at);
      case 'umCallRouter':
      case 'umService':
      case 'umWorker':
        this.decide();
        if (plan && !this.open.some(({ node }) => node.startsWith('umDialPlan:')))
          this.stop(nodes.plan(plan), { label: 'EUM proxy' });
        return plan && nodes.servers(plan);
      case 'mailbox':
        return plan && nodes.mailboxes(plan);
      default:
        return undefined;
    }
  }

  /** How the call gets to a hop's node. */
  private arrival(hop: Hop): Arrival {
    const { organization } = this.route;
    switch (hop.role) {
      case 'frontEnd':
      case 'survivableBranch':
        // A contact's pool decides for it, but its calls don't come from there.
        return { aside: this.open.length > 1 || this.startsAtContact };
      case 'edge':
        return { label: policyLabel(this.route) };
      case 'tenant': {
        const provider = this.open.findLastIndex(({ node }) => node.startsWith('hostingProvider:'));
        const from = provider < 0 ? {} : { from: provider };
        if (organization.length < 2) return from;
        // Each is shown: which one is chosen is undocumented.
        return { ...from, state: 'unknown', reason: `Which of ${organization.join(', ')} is chosen is undocumented` };
      }
      case 'provider':
      case 'umCallRouter':
      case 'umService':
      case 'umWorker':
        return { label: [hop.protocol, hop.port].filter(Boolean).join(' ') };
      default:
        return nothing;
    }
  }

  private get startsAtContact(): boolean {
    return this.open[0]?.node.startsWith('contact:') === true;
  }

  private plan(): Declaration | undefined {
    const { umDialPlan } = this.route;
    return umDialPlan === null ? undefined : this.deployment.find('umDialPlan', umDialPlan);
  }

  private end(): void {
    const { nodes, route } = this;
    const { outcome, failure } = route;
    if (outcome === 'none') {
      // Who is homed online isn't decided about here.
      if (!this.isOnline) this.decide();
      this.stop(nodes.noVoicemail());
    } else if (outcome === 'unknown') {
      const reason = route.needs.length > 0 ? `It hangs on ${route.needs.join(', ')}` : 'No document says';
      this.decide();
      this.stop(nodes.unknown(reason), { state: 'unknown', reason });
    } else if (outcome === 'failed') {
      const reason = failure?.reason ?? 'The call is lost';
      if (failure?.at !== 'reroute') this.decide();
      this.reached(failure?.at);
      this.stop(nodes.lost(failure), { state: 'broken', reason });
    }
  }

  private get isOnline(): boolean {
    return this.route.decisions.some(({ source, step }) => step === 'chooseUm' && source === 'MOVEBACK');
  }

  /** What stands where the call is lost, though no hop leads there. */
  private reached(at: string | undefined): void {
    const plan = this.plan();
    if (at === 'hostingProvider') {
      const provider = this.nodes.providerOf(this.route.destination);
      if (provider) this.stop(provider);
    } else if ((at === 'security' || at === 'umServers') && plan) {
      this.stop(this.nodes.plan(plan), { label: 'EUM proxy' });
    }
  }
}

function policyLabel({ policy }: Route): string | undefined {
  return policy ? `policy ${policy.name}` : undefined;
}

const routingSteps = ['chooseUm', 'tool', 'effectivePolicy', 'requestUri', 'tenant', 'umMailboxPolicy', 'unknown'];

/** Where each step of a decision is taken. */
const placeOfStep: Readonly<Record<string, NodeKind | undefined>> = {
  contact: 'contact',
  edge: 'edge',
  hostingProvider: 'hostingProvider',
  umDialPlan: 'umDialPlan',
  umServers: 'umServers',
  security: 'umServers',
  umIPGateway: 'umServers',
  ...Object.fromEntries(routingSteps.map((step) => [step, 'exUmRouting' as const])),
};

/** Gives each decision to the stop where it is taken; none goes back behind the one before it. */
function placeDecisions(stops: readonly Open[], decisions: readonly Decision[]): void {
  let at = 0;
  decisions.forEach(({ step }, index) => {
    const kind = placeOfStep[step];
    const found = kind === undefined ? -1 : stops.findIndex(({ node }, i) => i >= at && node.startsWith(`${kind}:`));
    if (found >= 0) at = found;
    stops[at]?.decisions.push(index);
  });
}
