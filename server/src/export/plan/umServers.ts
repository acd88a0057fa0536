import type { Declaration } from '../../model/declaration';
import { cmdletValue, listFact, propertyNamed, textFact } from '../facts';
import type { Parameter, Wanted } from '../plan';
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
  for (const server of servers) {
    const version = textFact(server, 'version') ?? textFact(organization, 'version') ?? '2013';
    for (const service of servicesOf(server, version)) serviceStep(builder, server, service);
  }
  certificateSteps(builder, servers);
}

function servicesOf(server: Declaration, version: string): Service[] {
  // The reference knows no Set-UMServer of Exchange 2007.
  if (version.startsWith('2007') || version === '2019') return [];
  if (version.startsWith('2010')) return [umServer2010];
  const services = listFact(server, 'services');
  const has = (name: string): boolean => services.length === 0 || services.includes(name);
  return [...(has('umService') ? [umService] : []), ...(has('umCallRouter') ? [umCallRouter] : [])];
}

function serviceStep(builder: PlanBuilder, server: Declaration, service: Service): void {
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
  if (wanted.length === 0) return;
  builder.add('umServer', [service.id, name], {
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
      afterwards: `Restart the service ${service.windowsService} on ${name}: it listens as before until then.`,
    },
    undo: { type: 'restore' },
    requires: builder.idsOf('umDialPlan'),
    source: ['PS-UMSVC', 'OP-2013', 'EX-ADDSRV'],
    causes: causesOf(server),
  });
}

const serviceNames: Readonly<Record<string, string>> = { um: 'UM', umCallRouter: 'UMCallRouter' };

/** Certificates that are known by their thumbprint are assigned on request; `Enable-ExchangeCertificate` is given to be entered. [OP-CERT] */
function certificateSteps(builder: PlanBuilder, servers: readonly Declaration[]): void {
  for (const certificate of builder.deployment.all('certificate')) {
    const server = builder.deployment.find('umServer', textFact(certificate, 'umServer'));
    if (server === undefined || !servers.includes(server)) continue;
    const services = listFact(certificate, 'usage').flatMap((usage) => serviceNames[usage] ?? []);
    const thumbprint = textFact(certificate, 'thumbprint');
    builder.add('umServer', ['Certificate', certificate.name], {
      title: `Certificate of ${server.name}`,
      why: 'Lync has to trust its authority, and its subject has to be the name of the server, or calls from Exchange to Lync are refused.',
      proof: 'Get-ExchangeCertificate shows the services UM and UMCallRouter beside it.',
      action: {
        type: 'manual',
        instructions: [
          thumbprint === undefined
            ? `Enable-ExchangeCertificate with -Server, -Thumbprint of the certificate of this subject, and -Services.`
            : `Enable-ExchangeCertificate with these values, then restart the services.`,
        ],
        fields: [
          { name: 'Server', value: server.name },
          { name: 'Subject', value: textFact(certificate, 'subject') ?? '' },
          ...(thumbprint === undefined ? [] : [{ name: 'Thumbprint', value: thumbprint }]),
          { name: 'Services', value: services.join(',') },
        ],
      },
      undo: { type: 'irreversible', reason: 'The certificate before is assigned again by the same cmdlet.' },
      source: ['OP-CERT', 'OP-2013'],
      causes: causesOf(certificate, server),
    });
  }
}
