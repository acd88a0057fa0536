import { fold, sameWord } from '../base/words';
import { type PrintedDeclaration, type PrintedProperty, type PrintedValue, unknownWord } from '../syntax/print';
import type { DeployedCluster, DeployedTopology } from './deployedTopology';
import { edgeProperties, federatedEdges } from './edgeProperties';
import { otherClusterRemarks, poolRemarks } from './remarks';
import type { Site } from './topologyDocument';

/** The sites of a topology with their pools; what is no pool stands as comments in its site. */
export function siteDeclarations(topology: DeployedTopology): PrintedDeclaration[] {
  const bySite = new Map<Site, DeployedCluster[]>(topology.sites.map((site) => [site, []]));
  for (const cluster of topology.clusters) bySite.get(cluster.site)?.push(cluster);
  const central = topology.sites.filter(({ branchOf }) => branchOf === undefined);
  const federated = federatedEdges(topology);
  return topology.sites.map((site) => {
    const clusters = bySite.get(site) ?? [];
    const others = clusters.filter((cluster) => cluster.role === undefined);
    return {
      ...(site.branchOf ? branchSite(topology, site, central) : centralSite(site)),
      children: clusters
        .filter((cluster) => cluster.role !== undefined)
        .map((cluster) => pool(topology, cluster, federated)),
      remarks: others.flatMap((cluster, i) => [...(i > 0 ? [''] : []), ...otherClusterRemarks(topology, cluster)]),
    };
  });
}

function centralSite(site: Site): PrintedDeclaration {
  const facts: readonly (readonly [word: string, value: string | undefined])[] = [
    ['siteId', site.siteId],
    ['city', site.city],
    ['state', site.state],
    ['countryCode', site.countryCode],
  ];
  const properties = facts.flatMap(([word, value]) => (value === undefined ? [] : [{ word, values: [value] }]));
  return { kind: 'site', name: site.name, properties };
}

/** A branch site takes no number and no place in the language: they become comments. */
function branchSite(topology: DeployedTopology, site: Site, central: readonly Site[]): PrintedDeclaration {
  const named = site.branchOf?.site === undefined ? undefined : topology.site(site.branchOf.site);
  const parent = named ?? (central.length === 1 ? central[0] : undefined);
  const place = [site.city, site.state, site.countryCode].filter((part) => part !== undefined).join(', ');
  const comments = [
    ...(site.siteId === undefined ? [] : [`Site number ${site.siteId}`]),
    ...(place === '' ? [] : [`In ${place}`]),
  ];
  return {
    kind: 'branchSite',
    name: site.name,
    comments,
    properties: [{ word: 'centralSite', values: [parent?.name ?? unknownWord] }],
  };
}

function pool(
  topology: DeployedTopology,
  cluster: DeployedCluster,
  federated: readonly DeployedCluster[],
): PrintedDeclaration {
  const role = cluster.role ?? 'unknown';
  const web = cluster.services.find((service) => service.role === 'WebServices')?.details;
  const edge = edgePool(topology, cluster);
  const optional: readonly (PrintedProperty | undefined)[] = [
    computers(topology, cluster),
    server(topology, cluster),
    edge && role !== 'edge' ? { word: 'edgePool', values: [edge.fqdn] } : undefined,
    web?.externalHost ? { word: 'externalWebFqdn', values: [web.externalHost] } : undefined,
    web?.internalHost ? { word: 'internalWebFqdn', values: [web.internalHost] } : undefined,
  ];
  return {
    kind: 'pool',
    name: cluster.fqdn,
    properties: [
      { word: 'role', values: [{ bare: role }] },
      ...optional.filter((property) => property !== undefined),
      ...(role === 'edge' ? edgeProperties(topology, cluster, federated) : []),
    ],
    remarks: poolRemarks(topology, cluster),
  };
}

/** The computers, unless the pool is its only one. */
function computers(topology: DeployedTopology, cluster: DeployedCluster): PrintedProperty | undefined {
  const names = new Map<string, string>();
  for (const { machines } of cluster.clusters) {
    for (const { fqdn } of machines) if (!names.has(fold(fqdn))) names.set(fold(fqdn), fqdn);
  }
  if (names.size === 0) {
    topology.notes.push({ message: `${cluster.fqdn} has no Machine: its computers are unknown`, line: cluster.line });
    return { word: 'computers', values: [unknownWord] };
  }
  const values = [...names.values()];
  return values.length === 1 && sameWord(values[0] ?? '', cluster.fqdn) ? undefined : { word: 'computers', values };
}

/** The pool's own version, where it isn't that of the deployment. */
function server(topology: DeployedTopology, cluster: DeployedCluster): PrintedProperty | undefined {
  if (cluster.server === topology.server) return undefined;
  const value: PrintedValue = cluster.server === undefined ? unknownWord : { bare: cluster.server };
  return { word: 'server', values: [value] };
}

/** Who may say which Edge a pool uses, the strongest first. [REAL2] */
const edgeUsers = ['Registrar', 'MediationServer', 'ConfServices'];

function edgePool(topology: DeployedTopology, cluster: DeployedCluster): DeployedCluster | undefined {
  const found = new Set<DeployedCluster>();
  for (const role of edgeUsers) {
    for (const service of cluster.services) {
      if (service.role !== role) continue;
      for (const dependency of service.dependsOn) {
        const target = topology.service(dependency.service);
        const at = target?.role === 'EdgeServer' ? topology.clusterOf(target) : undefined;
        if (at) found.add(at);
      }
    }
  }
  const [first, second] = found;
  if (second) {
    topology.notes.push({
      message: `The services of ${cluster.fqdn} use several Edge pools; \`edgePool\` is the first, ${first?.fqdn}, and ${second.fqdn} stands in the comments`,
      line: cluster.line,
    });
  }
  return first;
}
