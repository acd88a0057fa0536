import type { Declaration } from '../../model/declaration';
import { cmdletValue, listFact, propertyNamed, textFact } from '../facts';
import type { Action, Parameter, ServiceOf, Undo, Wanted } from '../plan';
import { causesOf, type PlanBuilder } from './builder';

/** One service of a UM server and its cmdlets: before Exchange 2013 there is one, later the call router and the service behind it. */
interface Service {
  readonly id: string;
  readonly title: string;
  readonly get: string;
  readonly set: string;
  /** The parameter that names the server. */
  readonly server: string;
  readonly windowsService: string;
  /** Properties of a UM server that `set` has a parameter for. */
  readonly properties: readonly string[];
}

const umServer2010: Service = {
  id: 'UMServer',
  title: 'UM server',
  get: 'Get-UMServer',
  set: 'Set-UMServer',
  server: 'Identity',
  windowsService: 'MSExchangeUM',
  properties: ['sipAccessService', 'sipTcpListeningPort', 'sipTlsListeningPort', 'maxCallsAllowed'],
};
const umService: Service = {
  id: 'UMService',
  title: 'UM service',
  get: 'Get-UMService',
  set: 'Set-UMService',
  server: 'Identity',
  windowsService: 'MSExchangeUM',
  properties: ['sipAccessService', 'ipAddressFamily', 'maxCallsAllowed'],
};
const umCallRouter: Service = {
  id: 'UMCallRouter',
  title: 'UM call router',
  get: 'Get-UMCallRouterSettings',
  set: 'Set-UMCallRouterSettings',
  server: 'Server',
  windowsService: 'MSExchangeUMCR',
  properties: ['sipTcpListeningPort', 'sipTlsListeningPort', 'ipAddressFamily'],
};

/** UM servers: in their dial plans, listening on TLS. The list of plans is added to, never replaced. [PS-UMSVC] [OP-2013] */
export function serverSteps(builder: PlanBuilder, organization: Declaration, servers: readonly Declaration[]): void {
  const changed: Changed[] = [];
  for (const server of servers) {
    const version = textFact(server, 'version') ?? textFact(organization, 'version') ?? '2013';
    for (const service of servicesOf(server, version)) {
      const id = serviceStep(builder, server, service);
      if (id !== undefined) changed.push({ id, server, computer: server.name, service: service.windowsService });
    }
  }
  certificateSteps(builder, servers);
  restartStep(builder, changed);
}

/** A service that listens as before until it is restarted. */
interface Changed extends ServiceOf {
  readonly id: string;
  readonly server: Declaration;
}

/** UM listens in another way, or for other dial plans, only after a restart. [OP-2013] [EX-ADDSRV] */
function restartStep(builder: PlanBuilder, changed: readonly Changed[]): void {
  if (changed.length === 0) return;
  const services = changed.map(({ computer, service }): ServiceOf => ({ computer, service }));
  builder.add('umServer', ['UMServices', 'Restart'], {
    title: 'UM services, restarted where a step before has set them',
    why: 'A server listens on other ports, and for other dial plans, only after its service was restarted. Calls that it is answering end.',
    proof: 'Get-Service -ComputerName with the name of the server shows each as Running; a call is answered.',
    action: {
      type: 'manual',
      instructions: [
        'Restart these services where a step before has changed something, one server at a time, when few people call. With -RestartServices this script does it now; without, nothing is restarted.',
      ],
      fields: services.map(({ computer, service }) => ({ name: computer, value: service })),
      services,
      onlyAfter: changed.map(({ id }) => id),
    },
    undo: { type: 'irreversible', reason: 'A service that was restarted runs; there is nothing to take back.' },
    requires: changed.map(({ id }) => id),
    source: ['OP-2013', 'EX-ADDSRV'],
    causes: causesOf(...new Set(changed.map(({ server }) => server))),
  });
}

function servicesOf(server: Declaration, version: string): Service[] {
  // The reference knows no Set-UMServer of Exchange 2007.
  if (version.startsWith('2007') || version === '2019') return [];
  if (version.startsWith('2010')) return [umServer2010];
  const services = listFact(server, 'services');
  const has = (name: string): boolean => services.length === 0 || services.includes(name);
  return [...(has('umService') ? [umService] : []), ...(has('umCallRouter') ? [umCallRouter] : [])];
}

/** @returns the step's id; `undefined` where nothing of the service is declared. */
function serviceStep(builder: PlanBuilder, server: Declaration, service: Service): string | undefined {
  const { name } = server;
  const identity: Parameter = { name: service.server, value: name };
  const plans = listFact(server, 'dialPlans').map((plan) => plan.slice(plan.indexOf('\\') + 1));
  const wanted: Wanted[] = [];
  const change: Parameter[] = [identity];
  if (plans.length > 0) {
    wanted.push({ property: 'DialPlans', value: plans, compare: 'contains' });
    change.push({ name: 'DialPlans', value: { add: plans } });
  }
  for (const property of ['umStartupMode', ...service.properties]) {
    if (!server.written.has(property)) continue;
    const entry = propertyNamed(server, property);
    const value = cmdletValue(entry, server.fact(property));
    if (value === undefined || value === null) continue;
    const parameter = entry.parameter ?? property.charAt(0).toUpperCase() + property.slice(1);
    wanted.push({ property: parameter, value, compare: 'value' });
    change.push({ name: parameter, value });
  }
  if (wanted.length === 0) return undefined;
  return builder.add('umServer', [service.id, name], {
    title: `${service.title} on ${name}`,
    why: 'Only servers that list a dial plan answer its calls; without TLS they refuse those of Lync. A server that is in other plans stays in them.',
    proof: `${service.get} -${service.server} ${name} shows the values below.`,
    action: {
      type: 'object',
      target: `${service.title} on ${name}`,
      get: { cmdlet: service.get, parameters: [identity] },
      wanted,
      absent: `There is no ${service.title} on ${name}: is the role installed?`,
      change: { cmdlet: service.set, parameters: change },
      afterwards: `The service ${service.windowsService} on ${name} listens as before until it is restarted.`,
    },
    undo: { type: 'restore' },
    requires: builder.idsOf('umDialPlan'),
    source: ['PS-UMSVC', 'OP-2013', 'EX-ADDSRV'],
    causes: causesOf(server),
  });
}

const serviceNames: Readonly<Record<string, string>> = { um: 'UM', umCallRouter: 'UMCallRouter' };

/** Certificates that are known by their thumbprint are assigned; for others `Enable-ExchangeCertificate` is given to be entered. [OP-CERT] */
function certificateSteps(builder: PlanBuilder, servers: readonly Declaration[]): void {
  for (const certificate of builder.deployment.all('certificate')) {
    const server = builder.deployment.find('umServer', textFact(certificate, 'umServer'));
    if (server === undefined || !servers.includes(server)) continue;
    const services = listFact(certificate, 'usage').flatMap((usage) => serviceNames[usage] ?? []);
    const thumbprint = textFact(certificate, 'thumbprint');
    const isKnown = thumbprint !== undefined && services.length > 0;
    const undo: Undo = {
      type: 'irreversible',
      reason: 'The certificate before is assigned again by the same cmdlet, with its thumbprint.',
    };
    builder.add('umServer', ['Certificate', certificate.name], {
      title: `Certificate of ${server.name}`,
      why: 'Lync has to trust its authority, and its subject has to be the name of the server, or calls from Exchange to Lync are refused.',
      proof: 'Get-ExchangeCertificate shows the services UM and UMCallRouter beside it.',
      action: isKnown
        ? assignAction(server, thumbprint, services)
        : {
            type: 'manual',
            instructions: [
              'Enable-ExchangeCertificate with -Server, -Thumbprint of the certificate of this subject, and -Services.',
            ],
            fields: [
              { name: 'Server', value: server.name },
              { name: 'Subject', value: textFact(certificate, 'subject') ?? '' },
              { name: 'Services', value: services.join(',') },
            ],
          },
      undo,
      source: ['OP-CERT', 'OP-2013'],
      causes: causesOf(certificate, server),
    });
  }
}

/** Services are added to a certificate, never taken from it. */
function assignAction(server: Declaration, thumbprint: string, services: readonly string[]): Action {
  const which: Parameter[] = [
    { name: 'Server', value: server.name },
    { name: 'Thumbprint', value: thumbprint },
  ];
  return {
    type: 'object',
    target: `certificate of ${server.name}`,
    get: { cmdlet: 'Get-ExchangeCertificate', parameters: which },
    wanted: [{ property: 'Services', value: services, compare: 'contains' }],
    absent: `${server.name} has no certificate with the thumbprint ${thumbprint}: install it first.`,
    change: { cmdlet: 'Enable-ExchangeCertificate', parameters: [...which, { name: 'Services', value: services }] },
  };
}
