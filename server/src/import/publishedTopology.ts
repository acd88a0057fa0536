import { fold } from '../base/words';
import { type Growing, isTrue, note, readDomain, readMachine, readService, type TopologyReader } from './readParts';
import type { Dependency, TopologyDocument } from './topologyDocument';
import { attribute, child, childrenNamed, type XmlElement } from './xml';

const records: Readonly<Record<string, readonly string[]>> = {
  InternalDomains: ['InternalDomain'],
  Clusters: ['Cluster'],
  SqlInstances: ['SqlInstance'],
  Services: ['Service'],
};

/** Reads the published topology, `Get-CsTopology -AsXml`: a `Topology` whose parts refer to each other by numbers. [REAL2] */
export class PublishedTopologyReader implements TopologyReader {
  private readonly document: Growing<TopologyDocument>;
  private readonly keys = new Set<string>();

  constructor(file: string, root: XmlElement) {
    this.document = {
      file,
      form: 'published',
      signature: attribute(root, 'Signature'),
      defaultDomain: undefined,
      allowAllDomains: false,
      domains: [],
      sites: [],
      clusters: [],
      sqlInstances: [],
      services: [],
      simpleUrls: [],
      notes: [],
    };
  }

  static reads(root: XmlElement): boolean {
    return (
      root.name === 'Topology' && /^urn:schema:Microsoft\.Rtc\.Management\.Deploy\.Topology\./.test(root.namespace)
    );
  }

  open(element: XmlElement, around: readonly string[]): boolean {
    const { document } = this;
    if (around.length === 1) {
      if (element.name === 'InternalDomains') {
        document.defaultDomain = attribute(element, 'DefaultDomain');
        document.allowAllDomains = isTrue(attribute(element, 'AllowAllDomains'));
      } else if (element.name !== 'Sites' && !(element.name in records)) {
        note(document.notes, element, `<${element.name}> was not read: this version doesn't know it`);
      }
      return false;
    }
    const parent = around[1] ?? '';
    return around.length === 2 && (parent === 'Sites' || (records[parent]?.includes(element.name) ?? false));
  }

  collected(element: XmlElement, around: readonly string[]): void {
    if (around[1] === 'Sites') this.site(element);
    else if (element.name === 'InternalDomain') {
      const domain = readDomain(element, this.document.notes);
      if (domain) this.document.domains.push(domain);
    } else if (element.name === 'Cluster') this.cluster(element);
    else if (element.name === 'SqlInstance') this.sqlInstance(element);
    else this.service(element);
  }

  finish(): TopologyDocument {
    return this.document;
  }

  /** How branch sites are written in this form is not documented: whatever stands beside the central sites is taken as one. [inferred] */
  private site(element: XmlElement): void {
    const { notes, sites } = this.document;
    const siteId = attribute(element, 'SiteId');
    const name = child(element, 'Name')?.text || attribute(element, 'Name');
    const location = child(element, 'Location');
    const central = element.name === 'CentralSite';
    if (siteId === undefined) note(notes, element, `A ${element.name} has no SiteId: its pools can't be told`);
    if (!name)
      note(notes, element, `Site ${siteId ?? 'without number'} has no Name; give it the one that policies use`);
    if (!central) {
      note(notes, element, `<${element.name}> was read as a branch site; check the central site that it belongs to`);
    }
    sites.push({
      key: this.key(siteId, element, `SiteId ${siteId ?? ''}`),
      name: name || `Site ${siteId ?? sites.length + 1}`,
      siteId,
      city: attribute(location, 'City'),
      state: attribute(location, 'State'),
      countryCode: attribute(location, 'CountryCode'),
      branchOf: central ? undefined : { site: undefined },
      line: element.line,
    });
  }

  private cluster(element: XmlElement): void {
    const { notes, clusters } = this.document;
    const machines = childrenNamed(element, 'Machine');
    const fqdn = attribute(element, 'Fqdn') ?? attribute(machines[0], 'Fqdn');
    if (fqdn === undefined) {
      note(notes, element, 'A Cluster without Fqdn was left out, and the services on it have no place');
      return;
    }
    const id = child(element, 'ClusterId');
    clusters.push({
      key: this.key(clusterKey(id), element, `The ClusterId of ${fqdn}`),
      site: attribute(id, 'SiteId') ?? '',
      fqdn,
      machines: machines.map((machine) => readMachine(machine, fqdn)),
      line: element.line,
    });
  }

  private sqlInstance(element: XmlElement): void {
    const id = child(element, 'SqlInstanceId');
    const cluster = clusterKey(child(id, 'ClusterId'));
    if (cluster === undefined) {
      note(this.document.notes, element, 'A SqlInstance without ClusterId was left out');
      return;
    }
    const name = attribute(id, 'Name') ?? '';
    this.document.sqlInstances.push({
      key: this.key(sqlKey(id), element, `SQL instance ${name}`),
      cluster,
      name,
      line: element.line,
    });
  }

  private service(element: XmlElement): void {
    const id = child(element, 'ServiceId');
    const role = attribute(id, 'RoleName');
    if (role === undefined) {
      note(this.document.notes, element, 'A Service without RoleName was left out');
      return;
    }
    const place = child(element, 'InstalledOn');
    const instance = attribute(id, 'Instance');
    this.document.services.push(
      readService(element, {
        key: this.key(serviceKey(id), element, `Service ${role} ${instance ?? ''}`.trim()),
        role,
        instance,
        dependsOn: childrenNamed(child(element, 'DependsOn'), 'Dependency').flatMap(readDependency),
        installedOn: clusterKey(child(place, 'ClusterId')) ?? sqlKey(child(place, 'SqlInstanceId')),
      }),
    );
  }

  /** The identity of a thing. One that is missing or taken is replaced, so that both things are kept and the first one is who is meant by others. */
  private key(wanted: string | undefined, element: XmlElement, what: string): string {
    const own = `line ${element.line}/${this.keys.size}`;
    const key = wanted === undefined ? own : `${element.name}:${wanted}`;
    if (!this.keys.has(key)) {
      this.keys.add(key);
      return wanted ?? own;
    }
    note(this.document.notes, element, `${what} stands twice in the file; what refers to it means the first one`);
    this.keys.add(own);
    return own;
  }
}

function readDependency(element: XmlElement): Dependency[] {
  const service = serviceKey(child(element, 'ServiceId'));
  return service === undefined ? [] : [{ service, usage: attribute(element, 'Usage') ?? 'Default' }];
}

function clusterKey(id: XmlElement | undefined): string | undefined {
  return id && `${attribute(id, 'SiteId') ?? ''}/${attribute(id, 'Number') ?? ''}`;
}

function sqlKey(id: XmlElement | undefined): string | undefined {
  const cluster = clusterKey(child(id, 'ClusterId'));
  return cluster && `${cluster}\\${fold(attribute(id, 'Name') ?? '')}`;
}

function serviceKey(id: XmlElement | undefined): string | undefined {
  const role = attribute(id, 'RoleName');
  return role && `${attribute(id, 'SiteId') ?? ''}-${role}-${attribute(id, 'Instance') ?? ''}`;
}
