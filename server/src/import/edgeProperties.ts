import { type PrintedProperty, type PrintedValue, unknownWord } from '../syntax/print';
import type { DeployedCluster, DeployedTopology } from './deployedTopology';
import type { Port } from './topologyDocument';

/**
 * The properties that only an Edge pool has, read off the ports of its EdgeServer service. [REAL2]
 * @param federated the Edge pools that may carry federation
 */
export function edgeProperties(
  topology: DeployedTopology,
  cluster: DeployedCluster,
  federated: readonly DeployedCluster[],
): PrintedProperty[] {
  const ports = edgePorts(cluster);
  const client = externalPort(ports, 'AccessEdge', 'SipClient');
  const server = federationListener(ports);
  const web = externalPort(ports, 'DataEdge', 'PsomClient');
  const av = externalPort(ports, 'MediaRelayEdge', 'TURNServer', 'Tcp');
  if (client === undefined || web === undefined || av === undefined) {
    topology.notes.push({
      message: `${cluster.fqdn} lacks the external port of one of its Edge services: its names and ports are unknown`,
      line: cluster.line,
    });
  }
  const nextHop = nextHopPool(topology, cluster);
  return [
    property('accessFqdn', client?.configuredFqdn ?? server?.configuredFqdn ?? unknownWord),
    property('accessPort', portNumber(client)),
    property('webConferencingFqdn', web?.configuredFqdn ?? unknownWord),
    property('webConferencingPort', portNumber(web)),
    property('avFqdn', av?.configuredFqdn ?? unknownWord),
    property('avPort', portNumber(av)),
    externalAddress(topology, cluster, client?.interfaceNumber ?? '1'),
    ...(nextHop ? [property('nextHopPool', nextHop.fqdn)] : []),
    federationRoute(topology, cluster, server, federated),
  ];
}

function property(word: string, value: PrintedValue): PrintedProperty {
  return { word, values: [value] };
}

function portNumber(port: Port | undefined): PrintedValue {
  return port?.configuredPort ?? port?.port ?? unknownWord;
}

function edgePorts(cluster: DeployedCluster): Port[] {
  return cluster.services.filter(({ role }) => role === 'EdgeServer').flatMap(({ ports }) => ports);
}

function externalPort(ports: readonly Port[], owner: string, usage: string, protocol?: string): Port | undefined {
  return ports.find(
    (port) =>
      port.owner === owner &&
      port.usage === usage &&
      port.side === 'External' &&
      (protocol === undefined || port.protocol === protocol),
  );
}

/** The Edge pools with a listener for other organizations' servers. */
export function federatedEdges(topology: DeployedTopology): DeployedCluster[] {
  return topology.clusters.filter((cluster) => cluster.role === 'edge' && federationListener(edgePorts(cluster)));
}

/** The listener for other organizations' servers: what the document has where federation is enabled on an Edge. [inferred] */
function federationListener(ports: readonly Port[]): Port | undefined {
  return ports.find(
    (port) =>
      port.owner === 'AccessEdge' &&
      port.usage === 'SipServer' &&
      port.side === 'External' &&
      port.protocol === 'Mtls' &&
      port.port === '5061',
  );
}

function federationRoute(
  topology: DeployedTopology,
  cluster: DeployedCluster,
  listener: Port | undefined,
  federated: readonly DeployedCluster[],
): PrintedProperty {
  if (listener === undefined) {
    const why = 'It has no external listener for servers (AccessEdge SipServer, 5061 Mtls): taken as no federation';
    return { word: 'federationRoute', values: [{ bare: 'false' }], comments: [why] };
  }
  const what = `its external listener for servers (AccessEdge SipServer, 5061 Mtls, line ${listener.line})`;
  const other = federated.find((candidate) => candidate !== cluster);
  if (other === undefined) {
    return { word: 'federationRoute', values: [{ bare: 'true' }], comments: [`Inferred from ${what}: check it`] };
  }
  topology.notes.push({
    message: `${cluster.fqdn} may carry federation, and so may ${other.fqdn}: set \`federationRoute\` on the one that does`,
    line: listener.line,
  });
  return {
    word: 'federationRoute',
    values: [unknownWord],
    comments: [`Other Edge pools have such a listener as ${what} too: only one of them is the route`],
  };
}

/** The pool that the Edge hands incoming traffic to. */
function nextHopPool(topology: DeployedTopology, cluster: DeployedCluster): DeployedCluster | undefined {
  for (const service of cluster.services) {
    if (service.role !== 'EdgeServer') continue;
    for (const dependency of service.dependsOn) {
      const target = topology.service(dependency.service);
      if (target?.role !== 'Registrar') continue;
      const pool = topology.clusterOf(target);
      if (pool?.role) return pool;
    }
  }
  return undefined;
}

/** The public addresses of the Access Edge service, one a computer: what is configured for address translation, else the interface's own if it is public. */
function externalAddress(
  topology: DeployedTopology,
  cluster: DeployedCluster,
  interfaceNumber: string,
): PrintedProperty {
  const word = 'externalAddress';
  const machines = cluster.clusters.flatMap((part) => part.machines);
  const found = machines.map((machine) => {
    const external = machine.interfaces.filter((candidate) => candidate.side === 'External');
    const access = external.find((candidate) => candidate.number === interfaceNumber) ?? external[0];
    if (access?.configuredAddress) return access.configuredAddress;
    return access?.address && !isPrivate(access.address) ? access.address : undefined;
  });
  const known = found.filter((address) => address !== undefined);
  if (known.length > 0 && known.length === found.length) return { word, values: [...new Set(known)] };
  topology.notes.push({
    message: `The public address of the Access Edge service of ${cluster.fqdn} is not in the file: fill in \`externalAddress\``,
    line: cluster.line,
  });
  const some = known.length > 0 ? ` but for ${known.join(', ')}` : '';
  return {
    word,
    values: [unknownWord],
    comments: [`Public addresses are not in the file${some}: they are behind address translation`],
  };
}

function isPrivate(address: string): boolean {
  return /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:|fe80:)/i.test(address);
}
