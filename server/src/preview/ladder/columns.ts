import type { Hop, HopRole, Route } from '../../routing/types';
import type { NodeKind } from '../graph';
import type { Hue } from '../hues';
import type { LadderBuilder } from './builder';

/** How the servers on a call's way are drawn. */
const shapes: Partial<Readonly<Record<HopRole, readonly [kind: NodeKind, hue: Hue, detail: string]>>> = {
  frontEnd: ['pool', 'lync', 'Front End'],
  survivableBranch: ['pool', 'lync', 'Survivable Branch'],
  edge: ['edge', 'hosted', 'Access Edge'],
  provider: ['hostingProvider', 'hosted', 'Hosted voice mail'],
  umCallRouter: ['umServers', 'local', 'UM Call Router'],
  umService: ['umServers', 'local', 'UM service'],
  umWorker: ['umServers', 'local', 'UM worker'],
  pstn: ['pstn', 'neutral', 'PSTN'],
  mailbox: ['mailboxes', 'neutral', 'Mailbox'],
};

/** The columns of a route's hops. */
export interface Places {
  /** The pool that the call comes to first. */
  readonly first: string;
  /** The pool whose ExUM Routing decides. */
  readonly frontEnd: string;
  readonly pstn: string | undefined;
  readonly edge: string | undefined;
  readonly provider: string | undefined;
  /** UM's parts in the order in which they redirect. */
  readonly um: readonly { readonly id: string; readonly hop: Hop }[];
  /** Where messages are stored; a contact has none. */
  readonly mailbox: string | undefined;
}

/**
 * Puts the route's hops into columns. A tenant is chosen inside its provider, a contact is an object of the pool that answers for it, and what answers a number
 * stores nothing: these have no column of their own.
 */
export function placeHops(builder: LadderBuilder, route: Route, homePool: string | undefined): Places {
  let waiting: number[] = [];
  let last = '';
  const um: { id: string; hop: Hop }[] = [];
  const of: Partial<Record<HopRole, string>> = {};
  const pools: string[] = [];
  if (!route.hops.some(({ role }) => role === 'frontEnd' || role === 'survivableBranch'))
    pools.push(column('frontEnd', homePool ?? 'Front End pool', undefined));
  route.hops.forEach((hop, index) => {
    if (hop.role === 'contact') waiting.push(index);
    else if ((hop.role === 'tenant' || (hop.role === 'mailbox' && route.contact !== null)) && last !== '')
      builder.column({ id: last, kind: 'unknown', hue: 'neutral', label: '', detail: '', hops: [index] });
    else {
      last = column(hop.role, hop.at, hop, [...waiting, index]);
      waiting = [];
      of[hop.role] = last;
      if (hop.role === 'frontEnd' || hop.role === 'survivableBranch') pools.push(last);
      if (hop.role.startsWith('um')) um.push({ id: last, hop });
    }
  });
  const [first = ''] = pools;
  const frontEnd = pools.at(-1) ?? first;
  if (waiting.length > 0)
    builder.column({ id: frontEnd, kind: 'pool', hue: 'lync', label: '', detail: '', hops: waiting });
  return { first, frontEnd, pstn: of.pstn, edge: of.edge, provider: of.provider, um, mailbox: of.mailbox };

  function column(role: HopRole, label: string, hop: Hop | undefined, hops: readonly number[] = []): string {
    const [kind, hue, detail] = shapes[role] ?? (['unknown', 'neutral', role] as const);
    const port = hop?.port;
    return builder.column({
      id: role,
      kind,
      hue,
      label,
      detail,
      hops,
      ...(port !== undefined && { port }),
      ...(hop?.cause && { cause: hop.cause }),
    });
  }
}

/** A place that the call should have come to. */
export function missing(builder: LadderBuilder, kind: NodeKind, hue: Hue, label: string, detail: string): string {
  return builder.column({ id: 'missing', kind, hue, label, detail, missing: true });
}
