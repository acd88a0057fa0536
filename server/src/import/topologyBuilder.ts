import { fold } from '../base/words';
import { type Growing, isTrue, note, readDomain, readMachine, readService, type TopologyReader } from './readParts';
import type { TopologyDocument } from './topologyDocument';
import { attribute, child, childrenNamed, type XmlElement } from './xml';

/** Reads a file of Topology Builder, `.tbxml`: a `PartialTopology` whose parts refer to each other by GUIDs, with the clusters inside their site. [REAL1] */
export class TopologyBuilderReader implements TopologyReader {
  private readonly document: Growing<TopologyDocument>;
  private readonly keys = new Set<string>();

  constructor(file: string, root: XmlElement) {
    this.document = {
      file,
      form: 'topologyBuilder',
      signature: undefined,
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
    const free = attribute(root, 'IsFreeFromChanges');
    if (free !== undefined && !isTrue(free)) {
      note(
        this.document.notes,
        root,
        'The file holds changes that are not published: what is deployed may differ. Get-CsTopology -AsXml tells what is deployed',
      );
    }
  }

  static reads(root: XmlElement): boolean {
    return (
      root.name === 'TopologyBuilder' &&
      /^urn:schema:Microsoft\.Rtc\.Management\.Deploy\.TopologyBuilder\./.test(root.namespace)
    );
  }

  open(element: XmlElement, around: readonly string[]): boolean {
    const { document } = this;
    // The file also holds the topology that it started from: only the new one counts.
    if (around[1] !== 'NewTopology') return false;
    if (around.length === 2) {
      if (element.name === 'PartialTopology') document.signature = attribute(element, 'Signature');
      return false;
    }
    if (around[2] !== 'PartialTopology') return false;
    if (around.length === 3) {
      if (element.name === 'InternalDomains') {
        document.defaultDomain = attribute(element, 'DefaultDomain');
        document.allowAllDomains = isTrue(attribute(element, 'AllowAllDomains'));
      } else if (!['SimpleUrlConfiguration', 'CentralSites', 'Services'].includes(element.name)) {
        note(document.notes, element, `<${element.name}> was not read: this version doesn't know it`);
      }
      return false;
    }
    return around.length === 4 && ['InternalDomain', 'SimpleUrl', 'CentralSite', 'Service'].includes(element.name);
  }

  collected(element: XmlElement): void {
    const { document } = this;
    if (element.name === 'InternalDomain') {
      const domain = readDomain(element, document.notes);
      if (domain) document.domains.push(domain);
    } else if (element.name === 'SimpleUrl') {
      document.simpleUrls.push({
        component: attribute(element, 'Component') ?? '',
        domain: attribute(element, 'Domain') ?? '',
        activeUrl: attribute(element, 'ActiveUrl') ?? '',
      });
    } else if (element.name === 'CentralSite') this.site(element, undefined);
    else this.service(element);
  }

  finish(): TopologyDocument {
    return this.document;
  }

  /** What stands in a branch site is read by analogy with a central site; no file with one was at hand. [inferred] */
  private site(element: XmlElement, central: string | undefined): void {
    const { sites, notes } = this.document;
    const siteId = attribute(element, 'SiteId');
    const name = child(element, 'Name')?.text || attribute(element, 'Name');
    const location = child(element, 'Location');
    const key = this.key(
      attribute(element, 'UniqueId') ?? siteId,
      element,
      `The id of site ${name ?? siteId ?? ''}`.trim(),
    );
    if (!name)
      note(notes, element, `Site ${siteId ?? 'without number'} has no Name; give it the one that policies use`);
    sites.push({
      key,
      name: name || `Site ${siteId ?? sites.length + 1}`,
      siteId,
      city: attribute(location, 'City'),
      state: attribute(location, 'State'),
      countryCode: attribute(location, 'CountryCode'),
      branchOf: central === undefined ? undefined : { site: central },
      line: element.line,
    });
    for (const cluster of childrenNamed(child(element, 'Clusters'), 'Cluster')) this.cluster(cluster, key);
    if (central === undefined)
      for (const remote of child(element, 'RemoteSites')?.children ?? []) this.site(remote, key);
  }

  private cluster(element: XmlElement, site: string): void {
    const { notes, clusters, sqlInstances } = this.document;
    const machines = childrenNamed(child(element, 'Machines'), 'Machine');
    const fqdn = attribute(element, 'Fqdn') ?? attribute(machines[0], 'Fqdn');
    if (fqdn === undefined) {
      note(notes, element, 'A Cluster without Fqdn was left out, and the services on it have no place');
      return;
    }
    const key = this.key(attribute(element, 'UniqueId'), element, `The UniqueId of ${fqdn}`);
    clusters.push({
      key,
      site,
      fqdn,
      machines: machines.map((machine) => readMachine(machine, fqdn)),
      line: element.line,
    });
    for (const instance of childrenNamed(child(element, 'SqlInstances'), 'SqlInstance')) {
      const name = attribute(instance, 'Name') ?? '';
      sqlInstances.push({
        key: this.key(attribute(instance, 'UniqueId'), instance, `The UniqueId of SQL instance ${name}`),
        cluster: key,
        name,
        line: instance.line,
      });
    }
  }

  private service(element: XmlElement): void {
    const role = attribute(element, 'RoleName');
    if (role === undefined) {
      note(this.document.notes, element, 'A Service without RoleName was left out');
      return;
    }
    const place = attribute(element, 'InstalledOn');
    this.document.services.push(
      readService(element, {
        key: this.key(attribute(element, 'UniqueId'), element, `The UniqueId of service ${role}`),
        role,
        instance: undefined,
        dependsOn: childrenNamed(child(element, 'DependsOn'), 'Dependency').flatMap((dependency) => {
          const service = attribute(dependency, 'ServiceUniqueId');
          return service === undefined
            ? []
            : [{ service: fold(service), usage: attribute(dependency, 'Usage') ?? 'Default' }];
        }),
        installedOn: place && fold(place),
      }),
    );
  }

  /** The identity of a thing, its GUID without case. One that is missing or taken is replaced; who refers to it means the first. */
  private key(wanted: string | undefined, element: XmlElement, what: string): string {
    const own = `line ${element.line}/${this.keys.size}`;
    const key = wanted === undefined ? own : fold(wanted);
    if (this.keys.has(key)) {
      note(this.document.notes, element, `${what} stands twice in the file; what refers to it means the first one`);
      this.keys.add(own);
      return own;
    }
    this.keys.add(key);
    return key;
  }
}
