import { fold } from '../base/words';
import type { DeployedCluster, DeployedTopology } from './deployedTopology';
import type { Dependency, Machine, Port, Service } from './topologyDocument';
import { wrap } from './wrap';

/**
 * What a topology says and the language has no words for, as lines of comments: services with their dependencies and ports, databases, file stores, gateways,
 * addresses. Only identities and set-up flags are left out.
 */

/** What is left to say of a pool. */
export function poolRemarks(topology: DeployedTopology, cluster: DeployedCluster): string[] {
  const lines = clusterLines(topology, cluster, '');
  return lines.length === 0 ? [] : ['Also in the topology, beyond this language:', ...lines];
}

/** What a cluster says that is no pool: a gateway, a database server, a file server. */
export function otherClusterRemarks(topology: DeployedTopology, cluster: DeployedCluster): string[] {
  return [`${otherClusterTitle(cluster)}, no pool in this language:`, ...clusterLines(topology, cluster, '  ')];
}

/** Services that run on nothing that is in the file. */
export function homelessRemarks(topology: DeployedTopology): string[] {
  return topology.homeless.flatMap((service) => serviceLines(topology, service, undefined, ''));
}

const titles: readonly (readonly [role: string, title: string])[] = [
  ['PstnGateway', 'PSTN gateway'],
  ['FileStore', 'File server'],
  ['WacService', 'Office Web Apps Server'],
  ['ManagementServices', 'Management server'],
];

function otherClusterTitle(cluster: DeployedCluster): string {
  const title = titles.find(([role]) => cluster.services.some((service) => service.role === role))?.[1];
  return `${title ?? (cluster.sqlInstances.length > 0 ? 'SQL Server' : 'Cluster')} ${cluster.fqdn}`;
}

function clusterLines(topology: DeployedTopology, cluster: DeployedCluster, indent: string): string[] {
  const keys = new Set(cluster.clusters.map(({ key }) => key));
  const machines = cluster.clusters.flatMap((part) => part.machines.flatMap((machine) => machineLine(machine)));
  const stores = new Map<string, string[]>(cluster.sqlInstances.map(({ key: place }) => [place, []]));
  for (const service of cluster.services) stores.get(service.installedOn ?? '')?.push(service.role);
  const onSql = cluster.sqlInstances.flatMap((instance) => {
    const name = instance.name === '' ? 'Default SQL instance' : `SQL instance ${instance.name}`;
    const roles = stores.get(instance.key) ?? [];
    return roles.length > 0 ? wrap(`${name}:`, roles, ',') : [name];
  });
  const services = cluster.services.flatMap((service) => {
    const bare = !keys.has(service.installedOn ?? '') && service.dependsOn.length === 0 && service.ports.length === 0;
    return bare && service.details === undefined ? [] : serviceLines(topology, service, cluster, indent);
  });
  return [...[...machines, ...onSql].map((line) => indent + line), ...services];
}

/** A machine's addresses and domains, where they say something. */
function machineLine(machine: Machine): string[] {
  const said: string[] = [];
  const { faultDomain, upgradeDomain } = machine;
  if (faultDomain && fold(faultDomain) !== fold(machine.fqdn)) said.push(`fault domain ${faultDomain}`);
  if (upgradeDomain && fold(upgradeDomain) !== fold(machine.fqdn)) said.push(`upgrade domain ${upgradeDomain}`);
  for (const { side, number, address, configuredAddress } of machine.interfaces) {
    if (!address && !configuredAddress) continue;
    const which = number === '1' ? side : `${side} ${number}`;
    const outside = configuredAddress ? `${address ? ', ' : ''}seen from outside as ${configuredAddress}` : '';
    said.push(`${which} interface ${address ?? ''}${outside}`);
  }
  return said.length === 0 ? [] : [`${machine.fqdn}: ${said.join('; ')}`];
}

function serviceLines(
  topology: DeployedTopology,
  service: Service,
  own: DeployedCluster | undefined,
  indent: string,
): string[] {
  const { details } = service;
  const facts = [...(details?.attributes ?? [])].map(([name, value]) => `${name} ${value}`);
  if (service.role === 'FileStore' && own) {
    const share = details?.attributes.get('ShareName');
    if (share) facts.splice(0, facts.length, `\\\\${own.fqdn}\\${share}`);
  }
  const short = facts.length > 0 && facts.join(', ').length <= 50;
  const head = `${indent}${service.role}${short ? ` (${facts.join(', ')})` : ''}`;
  const needs = service.dependsOn.map((dependency) => dependencyText(topology, dependency, own));
  const components = details?.components ?? [];
  const further = `${indent}  `;
  const deepest = `${further}  `;
  return [
    ...(needs.length > 0 ? wrap(`${head}, depends on`, needs, ',', deepest) : [head]),
    ...(facts.length > 0 && !short ? wrap(further, facts, ',', deepest) : []),
    ...(components.length > 0 ? wrap(`${further}components`, components, ',', deepest) : []),
    ...(service.ports.length > 0 ? wrap(`${further}ports`, service.ports.map(portText), ';', deepest) : []),
  ];
}

function dependencyText(topology: DeployedTopology, dependency: Dependency, own: DeployedCluster | undefined): string {
  const service = topology.service(dependency.service);
  const usage = dependency.usage === 'Default' ? '' : ` (${dependency.usage})`;
  if (service === undefined) return `${dependency.service}, not in the file${usage}`;
  const at = topology.clusterOf(service);
  return `${service.role}${at && at !== own ? ` of ${at.fqdn}` : ''}${usage}`;
}

/** `External 5061 Mtls SipServer AccessEdge as sip.contoso.com` */
function portText(port: Port): string {
  const last = Number(port.port) + Number(port.range) - 1;
  return [
    port.side === 'Primary' ? '' : port.side,
    port.interfaceNumber === '1' ? '' : port.interfaceNumber,
    port.range && Number.isInteger(last) ? `${port.port}-${last}` : port.port,
    port.protocol,
    port.usage,
    port.owner,
    port.urlPath === '/' ? '' : port.urlPath,
    port.configuredFqdn && `as ${port.configuredFqdn}`,
    port.configuredPort && `published as ${port.configuredPort}`,
  ]
    .filter((part) => part)
    .join(' ');
}
