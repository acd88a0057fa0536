import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, type FactReader, UnknownFact } from '../model/facts';
import { possibleEdges } from './edgePools';
import { effectivePolicy, homePool } from './effectivePolicy';
import { identifyCaller, identifyMailbox, tellMedia } from './identity';
import type { Trace } from './trace';
import type { CallEvent, Cause, Route } from './types';

const FAST_BUSY = 'fast busy';

/** What the Front End logs when the next hop refuses: hosted UM stands there as a pseudo dial plan. [B-MIRAZON] */
function refused({ destination, organization }: Trace): string {
  const plan = `Hosted__${destination}__${organization.join(',')}`;
  return `event 44009 from LS Exchange Unified Messaging Routing, ms-diagnostics 15030 "Failed to route to Exchange Server", dialplan="${plan}"`;
}

export function causeOf(declaration: Declaration, property?: string): Cause {
  return { path: declaration.path, ...(property === undefined ? declaration.head : declaration.valueSpan(property)) };
}

/** Destinations where many tenants live behind one name: without an organization the service can't tell them apart. */
const sharedDestination = /^exap\.um\.(outlook\.com|partner\.outlook\.cn)$/i;

/**
 * The hosted half of a call: policy, Edge, provider, tenant. [POL] [PROC] [EDGE]
 * @throws UnknownFact when it hangs on a fact that isn't known.
 */
export function hostedRoute(
  deployment: Deployment,
  read: FactReader,
  owner: FactOwner,
  mailbox: string,
  trace: Trace,
  event: CallEvent | null,
): Route {
  const effective = effectivePolicy(deployment, read, owner);
  const { policy, destination, organization } = effective;
  trace.policy = { name: effective.name, scope: effective.scope };
  const at = policy && causeOf(policy);
  const named =
    effective.scope === 'user'
      ? `Policy ${effective.name}`
      : effective.scope === 'site'
        ? `The policy of ${effective.name}`
        : 'The global policy';
  trace.decide('effectivePolicy', `${named} applies: ${effective.because}`, 'POL', at);
  const pool = homePool(deployment, read, owner);
  trace.homePool(read, pool, read.text(owner, 'pool'));
  if (destination === undefined) {
    return trace.fail({
      at: 'effectivePolicy',
      reason: `${named} has no Destination: there is nowhere to send the call`,
      caller: FAST_BUSY,
      symptom:
        'Set-CsUser -HostedVoiceMail $True raises an error; where Exchange wrote the flag, the call cannot be routed',
      code: 'UM4009',
      cause: at,
    });
  }
  trace.destination = destination;
  trace.organization = organization;
  checkOrganization(trace, named, destination, organization, policy);
  if (event) identifyMailbox(trace, 'hosted', mailbox, event);
  identifyCaller(trace, deployment, event);
  if (organization.length === 0 && sharedDestination.test(destination)) {
    return trace.fail({
      at: 'tenant',
      reason: `${named} names no Organization: the service at ${destination} can't tell whose mailbox is meant`,
      caller: FAST_BUSY,
      symptom: refused(trace),
      code: 'UM2023',
      cause: at,
    });
  }
  const edge = edgeFor(deployment, read, pool, trace);
  if (edge === undefined) {
    // One whose text is torn may be the one that seems to be missing: that fault is reported at it.
    if (deployment.hasFaulty('pool')) throw new UnknownFact(undefined, 'pool', true);
    return trace.fail({
      at: 'edge',
      reason: 'Hosted UM is reached through an Edge, and none is declared',
      caller: FAST_BUSY,
      symptom: refused(trace),
      code: 'UM4001',
      cause: undefined,
    });
  }
  trace.hop({ at: edge.name, role: 'edge', port: 5061, protocol: 'mtls', cause: causeOf(edge) });
  const stopped = accessEdge(deployment, read, trace);
  if (stopped) return stopped;
  const route = throughProvider(deployment, read, destination, organization, mailbox, trace);
  if (route.outcome === 'hosted') tellMedia(trace, 'hosted', event);
  return route;
}

function checkOrganization(
  trace: Trace,
  named: string,
  destination: string,
  organization: readonly string[],
  policy: Declaration | undefined,
): void {
  const cause = policy && causeOf(policy, 'organization');
  const many = organization.length > 1;
  const tenants = organization.length === 0 ? 'no organization' : `organization ${organization.join(', ')}`;
  trace.decide(
    'requestUri',
    `The INVITE's request URI carries Destination ${destination} and ${tenants} of ${named.charAt(0).toLowerCase()}${named.slice(1)}`,
    'POL',
    cause,
  );
  if (many) trace.decide('tenant', `Which of ${organization.join(', ')} is chosen is undocumented`, 'POL', cause, true);
}

/** The Edge that a pool's traffic to providers leaves through: its own, else the one for federation, else the only one. */
function edgeFor(
  deployment: Deployment,
  read: FactReader,
  pool: Declaration | undefined,
  trace: Trace,
): Declaration | undefined {
  const own = pool && read.text(pool, 'edgePool');
  const named = deployment.find('pool', own);
  if (named) {
    trace.decide(
      'edge',
      `Pool ${pool?.name} is associated with Edge pool ${named.name}`,
      'PROC',
      pool && causeOf(pool, 'edgePool'),
    );
    return named;
  }
  const edges = possibleEdges(deployment).filter((candidate) => read.text(candidate, 'role') === 'edge');
  if (edges.length === 0 && deployment.isIncomplete('pool')) throw new UnknownFact(undefined, 'pool', false);
  const edge = edges.find((candidate) => read.flag(candidate, 'federationRoute') === true) ?? edges[0];
  if (edge)
    trace.decide(
      'edge',
      `The pool names no Edge pool; ${edge.name} carries the deployment's federation`,
      'I-9465',
      causeOf(edge),
      true,
    );
  return edge;
}

function accessEdge(deployment: Deployment, read: FactReader, trace: Trace): Route | undefined {
  const configuration = deployment.all('accessEdgeConfiguration')[0];
  if (configuration === undefined && deployment.isIncomplete('accessEdgeConfiguration'))
    throw new UnknownFact(undefined, 'accessEdgeConfiguration', false);
  if (configuration === undefined && deployment.standalone) return undefined;
  if (configuration === undefined && deployment.hasFaulty('accessEdgeConfiguration'))
    throw new UnknownFact(undefined, 'accessEdgeConfiguration', true);
  if (configuration && read.flag(configuration, 'useDefaultRouting') === true) {
    return trace.fail({
      at: 'accessEdge',
      reason: 'The Access Edge uses default routing; hosting providers need DNS SRV routing',
      caller: FAST_BUSY,
      symptom: refused(trace),
      code: 'UM4003',
      cause: causeOf(configuration, 'useDefaultRouting'),
    });
  }
  if (configuration && read.flag(configuration, 'allowFederatedUsers') === true) return undefined;
  return trace.fail({
    at: 'accessEdge',
    reason: 'The Access Edge does not allow federation, which is the default',
    caller: FAST_BUSY,
    symptom: 'ms-diagnostics 1002: From is not an authorised federated partner',
    code: 'UM4002',
    cause: configuration && causeOf(configuration, 'allowFederatedUsers'),
  });
}

function throughProvider(
  deployment: Deployment,
  read: FactReader,
  destination: string,
  organization: readonly string[],
  mailbox: string,
  trace: Trace,
): Route {
  const provider = deployment
    .all('hostingProvider')
    .find((candidate) => sameWord(read.text(candidate, 'proxyFqdn') ?? '', destination));
  if (provider === undefined) {
    if (deployment.isIncomplete('hostingProvider')) throw new UnknownFact(undefined, 'hostingProvider', false);
    // One whose proxy is missing or wrong may be the one that is meant: that fault is reported at it.
    if (deployment.hasFaulty('hostingProvider')) throw new UnknownFact(undefined, 'hostingProvider', true);
    return trace.fail({
      at: 'hostingProvider',
      reason: `No hosting provider has ProxyFqdn ${destination}: the Edge cannot trust the route`,
      caller: FAST_BUSY,
      symptom: refused(trace),
      code: 'UM2001',
      cause: undefined,
    });
  }
  const failed = (property: string, code: string, reason: string): Route =>
    trace.fail({
      at: 'hostingProvider',
      reason,
      caller: FAST_BUSY,
      symptom: refused(trace),
      code,
      cause: causeOf(provider, property),
    });
  if (read.flag(provider, 'enabled') !== true)
    return failed('enabled', 'UM2002', `Hosting provider ${provider.name} is disabled: the Edge rejects the call`);
  if (read.flag(provider, 'enabledSharedAddressSpace') !== true) {
    return failed(
      'enabledSharedAddressSpace',
      'UM2003',
      `Hosting provider ${provider.name} is not in the shared SIP address space: ${destination} isn't a route for own users`,
    );
  }
  trace.decide(
    'hostingProvider',
    `${provider.name} has ProxyFqdn ${destination}, is enabled and in the shared SIP address space: the Edge sends the call there`,
    'EDGE',
    causeOf(provider, 'proxyFqdn'),
  );
  trace.hop({ at: destination, role: 'provider', port: 5061, protocol: 'mtls', cause: causeOf(provider) });
  for (const name of organization) {
    const tenant = deployment.named('tenant', name)[0];
    trace.hop({
      at: name,
      role: 'tenant',
      ...(tenant && { cause: causeOf(tenant) }),
      ...(organization.length > 1 && { note: 'one of these; which is undocumented' }),
    });
  }
  trace.hop({ at: mailbox, role: 'mailbox' });
  return trace.answered('hosted', provider.name);
}
