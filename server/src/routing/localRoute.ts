import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, type FactReader, UnknownFact } from '../model/facts';
import { homePool, siteOf } from './effectivePolicy';
import { causeOf } from './hostedRoute';
import type { Trace } from './trace';
import type { Route } from './types';

/** The major version of Exchange's AD object: servers of the highest one answer, older ones are dropped. [B-JENSTR] (15 is inferred) */
const majorVersions: Readonly<Record<string, number>> = {
  '2007SP1': 8,
  '2010': 14,
  '2010SP1': 14,
  '2013': 15,
  '2016': 15,
};

/** What of UM VoIPSecurity goes with Lync's EncryptionLevel. [EX-LYNC] [PS-MEDIA] */
export const securityPairs: Readonly<Record<string, readonly string[]>> = {
  requireEncryption: ['secured'],
  supportEncryption: ['sipSecured', 'secured'],
  doNotSupportEncryption: ['sipSecured'],
};

/** The encryption level that applies to a pool: that of its site, else the global one, which is RequireEncryption undeclared. */
export function encryptionLevel(
  deployment: Deployment,
  read: FactReader,
  pool: Declaration | undefined,
): { level: string; from: Declaration | undefined } {
  const site = siteOf(pool);
  const own = site && deployment.named('mediaConfiguration', `site:${site.name}`)[0];
  const from = own ?? deployment.named('mediaConfiguration', 'global')[0];
  if (!own && deployment.isIncomplete('mediaConfiguration'))
    throw new UnknownFact(undefined, 'mediaConfiguration', false);
  return { level: (from && read.text(from, 'encryptionLevel')) ?? 'requireEncryption', from };
}

export function serverVersion(read: FactReader, server: Declaration): string | undefined {
  return read.text(server, 'version') ?? (server.organization && read.text(server.organization, 'version'));
}

/** The UM servers that list a dial plan. */
export function serversOf(deployment: Deployment, read: FactReader, plan: Declaration): Declaration[] {
  return deployment
    .all('umServer')
    .filter((server) =>
      read.list(server, 'dialPlans').some((name) => deployment.find('umDialPlan', name, server.organization) === plan),
    );
}

/** The name of a UM dial plan, with its organization where two of them have it. */
export function planName(deployment: Deployment, plan: Declaration): string {
  const same = deployment.named('umDialPlan', plan.name);
  return same.some((other) => other.organization !== plan.organization) ? plan.qualifiedName : plan.name;
}

/**
 * The local half of a call: the UM dial plan of the EUM proxy, the servers that list it, security. [ROUTE] [B-JENSTR] [EX-PORTS]
 * @throws UnknownFact when it hangs on a fact that isn't known.
 */
export function localRoute(
  deployment: Deployment,
  read: FactReader,
  owner: FactOwner,
  planRef: string,
  mailbox: string,
  trace: Trace,
): Route {
  const around = deployment.find('exchange', read.text(owner, 'exchange'));
  const found = deployment.resolve(['umDialPlan'], planRef, around);
  if (found.state === 'undeclared' && found.incomplete) throw new UnknownFact(undefined, 'umDialPlan', false);
  if (found.state !== 'found') throw new UnknownFact(owner, 'umDialPlan', true);
  const plan = found.target;
  const name = planName(deployment, plan);
  trace.umDialPlan = name;
  const pool = homePool(deployment, read, owner);
  trace.homePool(read, pool, read.text(owner, 'pool'));
  trace.decide(
    'umDialPlan',
    `The phone context of the EUM proxy address names UM dial plan ${name}`,
    'ROUTE',
    causeOf(plan),
  );
  const servers = serversOf(deployment, read, plan);
  if (servers.length === 0) {
    if (deployment.isIncomplete('umServer')) throw new UnknownFact(undefined, 'umServer', false);
    return trace.fail({
      at: 'umServers',
      reason: `No UM server lists dial plan ${name}`,
      caller: 'the call is dropped',
      symptom: 'ExUM Routing finds no server for the dial plan',
      cause: causeOf(plan),
    });
  }
  const best = newest(read, servers);
  if (best.length === 0) {
    return trace.fail({
      at: 'umServers',
      reason: `The servers of dial plan ${name} run an Exchange version without Unified Messaging`,
      caller: 'the call is dropped',
      symptom: 'ExUM Routing finds no server for the dial plan',
      code: 'UM4033',
      cause: servers[0] && causeOf(servers[0]),
    });
  }
  const dropped = servers.length > best.length ? '; older ones are left out, as a newer version serves the plan' : '';
  const names = best.map((server) => server.name);
  trace.umServers = names;
  trace.decide(
    'umServers',
    `${names.join(', ')} ${names.length === 1 ? 'lists' : 'list'} the plan, taken in turn${dropped}`,
    'B-JENSTR',
    best[0] && causeOf(best[0]),
  );
  return security(deployment, read, pool, plan, name, trace) ?? throughServers(read, best, name, mailbox, trace);
}

function newest(read: FactReader, servers: readonly Declaration[]): Declaration[] {
  const ranked = servers.map((server) => ({ server, major: majorVersions[serverVersion(read, server) ?? ''] ?? 0 }));
  const best = Math.max(0, ...ranked.map(({ major }) => major));
  return best === 0 ? [] : ranked.filter(({ major }) => major === best).map(({ server }) => server);
}

function security(
  deployment: Deployment,
  read: FactReader,
  pool: Declaration | undefined,
  plan: Declaration,
  name: string,
  trace: Trace,
): Route | undefined {
  const { level, from } = encryptionLevel(deployment, read, pool);
  const own = read.text(plan, 'voIPSecurity') ?? 'unsecured';
  const said = from ? `${from.name} media configuration` : 'the default';
  if (securityPairs[level]?.some((allowed) => sameWord(allowed, own))) {
    trace.decide(
      'security',
      `EncryptionLevel ${level} (${said}) and VoIPSecurity ${own} of ${name} go together`,
      'EX-LYNC',
      from && causeOf(from),
    );
    return undefined;
  }
  const requires = level === 'requireEncryption';
  return trace.fail({
    at: 'security',
    reason: `EncryptionLevel ${level} (${said}) doesn't go with VoIPSecurity ${own} of UM dial plan ${name}`,
    caller: 'fast busy',
    symptom: '"Incompatible security setting"',
    code: requires ? 'UM6002' : 'UM6003',
    cause: causeOf(plan, 'voIPSecurity'),
  });
}

function throughServers(
  read: FactReader,
  servers: readonly Declaration[],
  name: string,
  mailbox: string,
  trace: Trace,
): Route {
  for (const server of servers) {
    const modern = (majorVersions[serverVersion(read, server) ?? ''] ?? 0) >= 15;
    const port = read.number(server, 'sipTlsListeningPort') ?? 5061;
    const cause = causeOf(server);
    if (!modern) {
      trace.hop({ at: server.name, role: 'umService', port, protocol: 'tls', cause });
      continue;
    }
    const services = read.list(server, 'services');
    const router = services.length === 0 || services.includes('umCallRouter');
    const service = services.length === 0 || services.includes('umService');
    if (router)
      trace.hop({
        at: server.name,
        role: 'umCallRouter',
        port,
        protocol: 'tls',
        note: 'redirects (302) to the UM service of the mailbox',
        cause,
      });
    if (service)
      trace.hop({
        at: server.name,
        role: 'umService',
        port: 5063,
        protocol: 'tls',
        note: 'redirects (302) to a worker, 5066 or 5068',
        cause,
      });
  }
  trace.hop({ at: mailbox, role: 'mailbox' });
  return trace.answered('local', name);
}
