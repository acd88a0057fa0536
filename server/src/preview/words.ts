import { grouped, userCount } from '../base/words';
import type { GraphEdge, GraphNode, GraphState, NodeKind } from './graph';

/** What each kind is called in the table, and where a node has no detail of its own. */
export const kindNames: Readonly<Record<NodeKind, string>> = {
  pstn: 'Telephone network',
  clients: 'Lync clients',
  federation: 'Federation',
  site: 'Site',
  pool: 'Pool',
  exUmRouting: 'ExUM Routing',
  umDialPlan: 'UM dial plan',
  umServers: 'UM servers',
  edge: 'Edge pool',
  hostingProvider: 'Hosting provider',
  tenant: 'Tenant',
  contact: 'Contact',
  mailboxes: 'Mailboxes',
  noVoicemail: 'No voice mail',
  lost: 'Lost calls',
  unknown: 'Unknown',
};

export const stateNames: Readonly<Record<GraphState, string>> = {
  ok: 'in order',
  disabled: 'disabled',
  broken: 'calls are lost here',
  unknown: 'facts are missing',
};

/** A count as short as an edge has room for: 12,345 · 123k · 1.23M. */
export function shortCount(value: number): string {
  if (value < 100_000) return grouped(value);
  if (value < 1_000_000) return `${Math.floor(value / 1000)}k`;
  return `${(Math.floor(value / 10_000) / 100).toFixed(2)}M`;
}

/** Everything that is known of a node, as sentences: its tooltip, and its name for those who do not see it. */
export function describeNode(node: GraphNode): string {
  const kind = kindNames[node.kind];
  const parts = [node.label === kind ? kind : `${node.label}, ${kind}`];
  if (node.detail && node.detail !== kind) parts.push(node.detail);
  if (node.users > 0) parts.push(userCount(node.users));
  parts.push(...state(node));
  if (node.codes.length > 0) parts.push(node.codes.join(', '));
  return parts.join(' · ');
}

/** The same of an edge, between the labels of its ends. */
export function describeEdge(edge: GraphEdge, from: string, to: string): string {
  const parts = [`${from} → ${to}`];
  if (edge.label) parts.push(edge.label);
  parts.push(userCount(edge.users), ...state(edge), ...(edge.codes?.length ? [edge.codes.join(', ')] : []));
  return parts.join(' · ');
}

function state({ state, reason }: { readonly state: GraphState; readonly reason?: string }): string[] {
  if (state === 'ok') return reason ? [reason] : [];
  return [reason ? `${stateNames[state]}: ${reason}` : stateNames[state]];
}
