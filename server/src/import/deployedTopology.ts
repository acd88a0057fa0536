import { fold } from '../base/words';
import type { ServerVersion } from '../vocabulary/types';
import { type PoolRole, poolRole } from './poolRole';
import { newest, serverOf, versionNote } from './serverVersions';
import { SiteList } from './siteList';
import type { Cluster, Note, Service, Site, SqlInstance, TopologyDocument } from './topologyDocument';

/** A cluster with what runs on it. Clusters of one name are one. */
export interface DeployedCluster {
  readonly fqdn: string;
  readonly site: Site;
  readonly clusters: readonly Cluster[];
  /** Those on its SQL instances among them. */
  readonly services: readonly Service[];
  readonly sqlInstances: readonly SqlInstance[];
  /** `undefined` for what the language has no pool for: gateways, databases, file stores. */
  readonly role: PoolRole | undefined;
  /** `undefined` when no service says it. */
  readonly server: ServerVersion | undefined;
  readonly line: number;
}

/** A topology document with its references followed. */
export interface DeployedTopology {
  readonly document: TopologyDocument;
  readonly sites: readonly Site[];
  readonly clusters: readonly DeployedCluster[];
  /** Services whose place isn't in the file. */
  readonly homeless: readonly Service[];
  /** The version of the deployment: the newest of its registrars. */
  readonly server: ServerVersion | undefined;
  /** The service of a key. */
  service(key: string): Service | undefined;
  /** The cluster that a service runs on, directly or by its SQL instance. */
  clusterOf(service: Service): DeployedCluster | undefined;
  site(key: string): Site | undefined;
  /** What looked odd; what is made of the topology adds to it. */
  readonly notes: Note[];
}

interface Group {
  readonly site: Site;
  readonly first: Cluster;
  readonly clusters: Cluster[];
  readonly services: Service[];
  readonly sqlInstances: SqlInstance[];
  /** Those on the machines themselves, not on a SQL instance. */
  readonly direct: Service[];
}

/** Follows the references of a document: which services run where, what each cluster is, which versions there are. */
export function resolveTopology(document: TopologyDocument): DeployedTopology {
  const notes: Note[] = [...document.notes];
  const sites = new SiteList(document, notes);
  const groups = new Map<string, Group>();
  const groupByCluster = new Map<string, Group>();
  const groupBySql = new Map<string, Group>();

  for (const cluster of document.clusters) {
    const name = fold(cluster.fqdn);
    let group = groups.get(name);
    if (group) {
      notes.push({
        message: `Cluster ${cluster.fqdn} stands twice in the file (first on line ${group.first.line}); the two were taken as one pool`,
        line: cluster.line,
      });
    } else {
      group = { site: sites.siteOf(cluster), first: cluster, clusters: [], services: [], sqlInstances: [], direct: [] };
      groups.set(name, group);
    }
    group.clusters.push(cluster);
    groupByCluster.set(cluster.key, group);
  }
  for (const instance of document.sqlInstances) {
    const group = groupByCluster.get(instance.cluster);
    if (group) {
      group.sqlInstances.push(instance);
      groupBySql.set(instance.key, group);
    } else {
      notes.push({
        message: `SQL instance ${instance.name} is on a cluster that is not in the file`,
        line: instance.line,
      });
    }
  }

  const services = new Map<string, Service>();
  const homeless: Service[] = [];
  for (const service of document.services) {
    if (!services.has(service.key)) services.set(service.key, service);
    const place = service.installedOn ?? '';
    const direct = groupByCluster.get(place);
    direct?.direct.push(service);
    const group = direct ?? groupBySql.get(place);
    if (group) group.services.push(service);
    else {
      homeless.push(service);
      notes.push({ message: `Service ${service.role} runs on nothing that is in the file`, line: service.line });
    }
  }
  noteMissingServices(document, services, notes);

  const clusters = new Map<Group, DeployedCluster>();
  for (const group of groups.values()) clusters.set(group, deployed(group, notes));
  const all = [...clusters.values()];
  const registrars = all.filter(({ services: own }) => own.some(({ role }) => role === 'Registrar'));
  const versions = versionNote(document);
  if (versions) notes.push(versions);
  return {
    document,
    sites: sites.sites,
    clusters: all,
    homeless,
    server: newest((registrars.length > 0 ? registrars : all).map(({ server }) => server)),
    service: (key) => services.get(key),
    clusterOf: ({ installedOn = '' }) => {
      const group = groupByCluster.get(installedOn) ?? groupBySql.get(installedOn);
      return group && clusters.get(group);
    },
    site: (key) => sites.get(key),
    notes,
  };
}

function noteMissingServices(document: TopologyDocument, services: ReadonlyMap<string, Service>, notes: Note[]): void {
  for (const service of document.services) {
    const missing = service.dependsOn.filter((dependency) => !services.has(dependency.service));
    if (missing.length === 0) continue;
    const names = missing.map((dependency) => dependency.service).join(', ');
    notes.push({ message: `Service ${service.role} depends on what is not in the file: ${names}`, line: service.line });
  }
}

function deployed({ site, first, clusters, services, sqlInstances, direct }: Group, notes: Note[]): DeployedCluster {
  const role = poolRole(first, site, direct);
  if (role === 'unknown') {
    notes.push({
      message: `${first.fqdn} has only one of the services Registrar and UserServices: its role can't be told`,
      line: first.line,
    });
  }
  return {
    fqdn: first.fqdn,
    site,
    clusters,
    services,
    sqlInstances,
    role,
    server: newest(direct.map((service) => serverOf(service.serviceVersion))),
    line: first.line,
  };
}
