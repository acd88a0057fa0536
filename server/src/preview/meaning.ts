import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { Person } from '../model/person';
import { routeOfUser } from '../routing/route';
import type { Route } from '../routing/types';
import { crowdOf, personAfter } from './crowd';
import type { FoldedGraph } from './fold';
import type { RoutingGraph } from './graph';
import { GraphBuilder } from './graphBuilder';
import { GraphNodes, listOf } from './graphNodes';
import { lightRoute } from './litRoute';

/** More placements of a group than these are not looked at: their ways are the same few. */
const placementLimit = 200;

/** A picture and the state that it shows. */
export interface Pictured {
  readonly deployment: Deployment;
  readonly whole: RoutingGraph;
  readonly folded: FoldedGraph;
  /** How many waves are done. */
  readonly waves: number;
}

/** The nodes and edges that an unanswered call to a user passes. */
export function elementsOfUser({ deployment, folded, waves }: Pictured, person: Person, address: string): string[] {
  const route = routeOfUser(deployment, person, address, 'noAnswer', waves);
  return elementsOfRoute(deployment, folded, route, personAfter(person, address, waves));
}

function elementsOfRoute(deployment: Deployment, folded: FoldedGraph, route: Route, start: Person): string[] {
  const { stops, from } = lightRoute(deployment, folded, route, start, 'noAnswer');
  return [...from, ...stops.flatMap(({ node, edge }) => [node, edge].filter((id) => id !== null))];
}

/** What a declaration is in the picture; nothing where neither it nor what it stands in is drawn. */
export function elementsOfDeclaration(pictured: Pictured, declaration: Declaration): string[] {
  const { deployment, folded, whole } = pictured;
  if (declaration.kind.name === 'users') return elementsOfGroup(pictured, declaration);
  const nodes = new GraphNodes(deployment, new GraphBuilder([]));
  const ids = nodesOf(deployment, nodes, declaration).flatMap((id) => folded.drawnAs(id) ?? []);
  const { path, span } = declaration;
  const edges = whole.edges.filter(({ about }) =>
    about?.some((place) => place.path === path && place.start === span.start && place.end === span.end),
  );
  for (const { from, to } of edges) ids.push(`${folded.drawnAs(from)}→${folded.drawnAs(to)}`);
  if (ids.length === 0 && declaration.parent) return elementsOfDeclaration(pictured, declaration.parent);
  return [...new Set(ids)];
}

function elementsOfGroup({ deployment, folded, waves }: Pictured, declaration: Declaration): string[] {
  const parts = crowdOf(deployment, waves)
    .filter(({ placement }) => placement.block.declaration === declaration)
    .slice(0, placementLimit);
  const ids = parts.flatMap(({ route, person }) => elementsOfRoute(deployment, folded, route, person));
  return [...new Set(ids)];
}

function nodesOf(deployment: Deployment, nodes: GraphNodes, declaration: Declaration): string[] {
  const plans = (of: Declaration): Declaration[] =>
    deployment.all('umDialPlan').filter(({ organization }) => organization === of);
  switch (declaration.kind.name) {
    case 'pool':
      return declaration.fact('role') === 'edge' ? [nodes.edge(declaration.name) ?? ''] : [nodes.pool(declaration)];
    case 'site':
    case 'branchSite':
      return deployment
        .all('pool')
        .filter(({ parent }) => parent === declaration)
        .flatMap((pool) => nodesOf(deployment, nodes, pool));
    case 'hostingProvider':
      return [nodes.provider(declaration)];
    case 'tenant':
      return [nodes.tenant(declaration.name)];
    case 'umDialPlan':
      return declaration.organization?.kind.name === 'tenant'
        ? [nodes.tenant(declaration.organization.name)]
        : [nodes.plan(declaration), nodes.servers(declaration) ?? ''];
    case 'umServer':
      return listOf(declaration, 'dialPlans').flatMap((name) => {
        const plan = deployment.find('umDialPlan', name, declaration.organization);
        return plan ? [nodes.servers(plan) ?? ''] : [];
      });
    case 'exchange':
      return plans(declaration).map((plan) => nodes.mailboxes(plan));
    case 'exUmContact':
      return [nodes.contact(declaration)];
    case 'accessEdgeConfiguration':
      return nodes.callers.filter((id) => id.startsWith('federation:'));
    default:
      return [];
  }
}
