import { addTo } from '../base/lists';
import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, type FactReader, isOpen, plainReader, UnknownFact } from '../model/facts';
import { perDeployment } from '../model/perDeployment';
import type { InState } from '../model/person';
import { homePool, siteOf } from './effectivePolicy';
import { causeOf } from './hostedRoute';
import { identifyMailbox, tellMedia } from './identity';
import type { Trace } from './trace';
import type { CallEvent, Route } from './types';

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

/** The wave, done in somebody's state, that retires the organization of a UM dial plan. */
export function retiredIn(
  deployment: Deployment,
  read: FactReader,
  { retiring = [] }: InState,
  plan: Declaration,
): Declaration | undefined {
  return retiring.find((wave) => retiredBy(deployment, read, wave).includes(plan.organization));
}

/** The Exchange organizations whose local UM a wave removes at its end. */
export function retiredBy(deployment: Deployment, read: FactReader, wave: Declaration): (Declaration | undefined)[] {
  return read.list(wave, 'retire').map((name) => deployment.find('exchange', name));
}

/** The UM dial plan that an object names. A broken reference is reported elsewhere. */
export function planOf(deployment: Deployment, read: FactReader, owner: FactOwner): Declaration | undefined {
  const around = deployment.find('exchange', read.text(owner, 'exchange'));
  return deployment.find('umDialPlan', read.text(owner, 'umDialPlan'), around);
}

/** The UM servers that list a dial plan. */
export function serversOf(deployment: Deployment, read: FactReader, plan: Declaration): readonly Declaration[] {
  const { byPlan, open } = listing(deployment);
  if (!open) return byPlan.get(plan) ?? [];
  return deployment.all('umServer').filter((server) => listedPlans(deployment, read, server).includes(plan));
}

/** The dial plans that a UM server lists. */
export function listedPlans(deployment: Deployment, read: FactReader, server: Declaration): Declaration[] {
  const named = read.list(server, 'dialPlans').map((name) => deployment.find('umDialPlan', name, server.organization));
  return named.filter((plan) => plan !== undefined);
}

/** Which servers list a plan, and whether that isn't known of some. */
const listing = perDeployment((deployment) => {
  const byPlan = new Map<Declaration, Declaration[]>();
  const servers = deployment.all('umServer');
  const open = servers.some((server) => isOpen(server.fact('dialPlans')));
  if (!open)
    for (const server of servers)
      for (const plan of new Set(listedPlans(deployment, plainReader, server))) addTo(byPlan, plan, server);
  return { byPlan, open };
});

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
  owner: InState,
  planRef: string,
  mailbox: string,
  trace: Trace,
  event: CallEvent | null,
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
  const retiring = retiredIn(deployment, read, owner, plan);
  if (retiring) {
    return trace.fail({
      at: 'umServers',
      reason: `${retiring.name} retires ${plan.organization?.name}: UM dial plan ${name} is removed with it`,
      caller: 'the call is dropped',
      symptom: 'ExUM Routing finds no server for the dial plan',
      code: 'UM7002',
      cause: causeOf(retiring, 'retire'),
    });
  }
  const servers = serversOf(deployment, read, plan);
  if (servers.length === 0) {
    if (deployment.isIncomplete('umServer')) throw new UnknownFact(undefined, 'umServer', false);
    return trace.fail({
      at: 'umServers',
      reason: `No UM server lists dial plan ${name}`,
      caller: 'the call is dropped',
      symptom: 'ExUM Routing finds no server for the dial plan',
      code: 'UM6010',
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
  if (!best.some((server) => runs(read, server, 'umService'))) {
    if (deployment.isIncomplete('umServer')) throw new UnknownFact(undefined, 'umServer', false);
    return trace.fail({
      at: 'umServers',
      reason: `No server of dial plan ${name} runs the UM service: the call router has nobody to redirect to`,
      caller: 'the call is dropped',
      symptom: 'the UM call router finds no UM service for the mailbox',
      code: 'UM6010',
      cause: best[0] && causeOf(best[0], 'services'),
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
  const stopped = security(deployment, read, pool, plan, name, trace);
  if (stopped) return stopped;
  if (event) identifyMailbox(trace, 'local', mailbox, event);
  tellMedia(trace, 'local', event);
  return throughServers(read, best, name, mailbox, trace);
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

/** The way through Exchange: one server stands for those that answer in turn. [EX-PORTS] [B-AHASCF] */
function throughServers(
  read: FactReader,
  servers: readonly Declaration[],
  name: string,
  mailbox: string,
  trace: Trace,
): Route {
  const [first] = servers;
  if (first && (majorVersions[serverVersion(read, first) ?? ''] ?? 0) < 15) {
    trace.hop({
      at: first.name,
      role: 'umService',
      port: tlsPort(read, first),
      protocol: 'tls',
      ...inTurn(servers),
      cause: causeOf(first),
    });
    trace.hop({
      at: first.name,
      role: 'umWorker',
      port: 5066,
      protocol: 'tls',
      note: 'by a redirect (302); 5066 or 5068',
    });
  } else {
    const routers = servers.filter((server) => runs(read, server, 'umCallRouter'));
    const services = servers.filter((server) => runs(read, server, 'umService'));
    const [router] = routers;
    const [service] = services;
    if (router)
      trace.hop({
        at: router.name,
        role: 'umCallRouter',
        port: tlsPort(read, router),
        protocol: 'tls',
        ...inTurn(routers),
        cause: causeOf(router),
      });
    if (service) {
      const note =
        services.length > 1
          ? `by a redirect (302), on the server of the mailbox: one of ${services.map((server) => server.name).join(', ')}`
          : 'by a redirect (302)';
      trace.hop({ at: service.name, role: 'umService', port: 5063, protocol: 'tls', note, cause: causeOf(service) });
      trace.hop({
        at: service.name,
        role: 'umWorker',
        port: 5066,
        protocol: 'tls',
        note: 'by a redirect (302); 5066 or 5068',
      });
    }
  }
  trace.hop({ at: mailbox, role: 'mailbox' });
  return trace.answered('local', name);
}

function tlsPort(read: FactReader, server: Declaration): number {
  return read.number(server, 'sipTlsListeningPort') ?? 5061;
}

export function runs(read: FactReader, server: Declaration, service: 'umCallRouter' | 'umService'): boolean {
  const services = read.list(server, 'services');
  return services.length === 0 || services.includes(service);
}

function inTurn(servers: readonly Declaration[]): { note?: string } {
  return servers.length > 1 ? { note: `in turn: ${servers.map((server) => server.name).join(', ')}` } : {};
}
