import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { Person } from '../model/person';
import type { CallEvent, Route } from '../routing/types';
import type { FoldedGraph } from './fold';
import type { RoutingGraph } from './graph';
import { GraphBuilder } from './graphBuilder';
import { GraphNodes, homeOf } from './graphNodes';
import { wayOf } from './way';
import { kindNames } from './words';

/** A stop of a call in the graph as it is drawn. */
export interface LitStop {
  /** The node, or the fold it is in; `null` where the graph has none for it. */
  readonly node: string | null;
  /** The edge by which the call comes here; `null` at the first stop, and where the graph has none: then it jumps. */
  readonly edge: string | null;
  readonly title: string;
  readonly detail: string;
  /** Indices into the route's hops and decisions. Those of all stops, one after the other, are all of the route's, in its order. */
  readonly hops: readonly number[];
  readonly decisions: readonly number[];
  /** The call is lost here. */
  readonly failed?: true;
}

/** A route, laid over a graph. */
export interface LitRoute {
  readonly stops: readonly LitStop[];
  /** The edges by which calls of this kind come in. */
  readonly from: readonly string[];
}

/** Who sets an event off: all callers, unless it is said here. */
const callersOf: Partial<Readonly<Record<CallEvent, readonly string[]>>> = {
  callVoicemail: ['clients'],
  mwi: [],
  playOnPhone: [],
  wanOutage: ['pstn'],
};

/**
 * Lays a route over a graph: the same hops and decisions, each at the node where it happens.
 * @param start whose call it is: the user, in any state, or the contact.
 * @param event `null` for a call to a contact's number.
 */
export function lightRoute(
  deployment: Deployment,
  folded: FoldedGraph,
  route: Route,
  start: Person | Declaration,
  event: CallEvent | null,
): LitRoute {
  const builder = new GraphBuilder([]);
  const nodes = new GraphNodes(deployment, builder);
  const first = 'kind' in start ? nodes.contact(start) : nodes.home(homeOf(start));
  const way = wayOf(deployment, nodes, route, first);
  const labels = new Map(builder.build().nodes.map((node) => [node.id, node]));
  const edges = edgesOf(folded.graph);
  const drawn = (id: string): string | null => folded.drawnAs(id) ?? null;
  const between = (from: string, to: string): string | null => {
    const [a, b] = [drawn(from), drawn(to)];
    return (a && b && edges.has(`${a}→${b}`) && `${a}→${b}`) || null;
  };
  const stops = way.map(({ node, hops, decisions, from }): LitStop => {
    const before = from === undefined ? undefined : way[from];
    const made = labels.get(node);
    return {
      node: drawn(node),
      edge: before ? between(before.node, node) : null,
      title: made?.label ?? node,
      detail: made ? (made.detail ?? kindNames[made.kind]) : '',
      hops,
      decisions,
      ...(made?.kind === 'lost' && { failed: true as const }),
    };
  });
  const callers = event === null ? ['pstn'] : callersOf[event];
  const from = nodes.callers
    .filter((caller) => callers === undefined || callers.some((kind) => sameWord(kind, caller.split(':')[0] ?? '')))
    .map((caller) => between(caller, first))
    .filter((edge) => edge !== null);
  return { stops, from };
}

const known = new WeakMap<RoutingGraph, ReadonlySet<string>>();

function edgesOf(graph: RoutingGraph): ReadonlySet<string> {
  let edges = known.get(graph);
  if (edges === undefined) {
    edges = new Set(graph.edges.map(({ id }) => id));
    known.set(graph, edges);
  }
  return edges;
}
