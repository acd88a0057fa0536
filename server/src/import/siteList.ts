import { fold } from '../base/words';
import type { Cluster, Note, Site, TopologyDocument } from './topologyDocument';

/** The sites of a document, no two of one name: policies know them by it. */
export class SiteList {
  readonly sites: Site[] = [];
  private readonly byKey = new Map<string, Site>();
  /** For each name, the number that the next site of that name gets. */
  private readonly names = new Map<string, number>();

  constructor(
    document: TopologyDocument,
    private readonly notes: Note[],
  ) {
    for (const site of document.sites) {
      const name = this.freeName(site.name);
      if (name !== site.name) {
        notes.push({ message: `A second site is called ${site.name}; it became ${name}`, line: site.line });
      }
      this.add(name === site.name ? site : { ...site, name });
    }
  }

  /** The site of a cluster. A pool must stand in a site: one that the file lacks is made. */
  siteOf(cluster: Cluster): Site {
    const found = this.byKey.get(cluster.site);
    if (found) return found;
    const name = this.freeName(`Site ${cluster.site}`.trim());
    this.notes.push({
      message: `Cluster ${cluster.fqdn} belongs to site ${cluster.site || 'without number'}, which is not in the file; it was declared as ${name}`,
      line: cluster.line,
    });
    return this.add({
      key: cluster.site,
      name,
      siteId: cluster.site === '' ? undefined : cluster.site,
      city: undefined,
      state: undefined,
      countryCode: undefined,
      branchOf: undefined,
      line: cluster.line,
    });
  }

  get(key: string): Site | undefined {
    return this.byKey.get(key);
  }

  private add(site: Site): Site {
    this.sites.push(site);
    this.byKey.set(site.key, site);
    return site;
  }

  private freeName(wanted: string): string {
    let name = wanted;
    for (let i = this.names.get(fold(wanted)) ?? 2; this.names.has(fold(name)); i++) {
      name = `${wanted} ${i}`;
      this.names.set(fold(wanted), i + 1);
    }
    if (!this.names.has(fold(name))) this.names.set(fold(name), 2);
    return name;
  }
}
