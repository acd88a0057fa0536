/**
 * A topology document as it stands in its file, published or from Topology Builder: both forms have the same things under other identities (numbers there,
 * GUIDs here), so each thing has a `key` that is unique in its document. Everything knows its line, from 1, in the file it came from.
 */
export interface TopologyDocument {
  /** The name of the file. */
  readonly file: string;
  readonly form: 'published' | 'topologyBuilder';
  readonly signature: string | undefined;
  readonly defaultDomain: string | undefined;
  /** Every domain is taken as internal. */
  readonly allowAllDomains: boolean;
  readonly domains: readonly InternalDomain[];
  readonly sites: readonly Site[];
  readonly clusters: readonly Cluster[];
  readonly sqlInstances: readonly SqlInstance[];
  readonly services: readonly Service[];
  readonly simpleUrls: readonly SimpleUrl[];
  /** What looked odd while reading. */
  readonly notes: readonly Note[];
}

/** Something worth a look, at a line of the imported file (from 1). */
export interface Note {
  readonly message: string;
  readonly line: number;
}

export interface InternalDomain {
  readonly name: string;
  readonly allowSubDomains: boolean;
  readonly line: number;
}

export interface Site {
  readonly key: string;
  readonly name: string;
  readonly siteId: string | undefined;
  readonly city: string | undefined;
  readonly state: string | undefined;
  readonly countryCode: string | undefined;
  /** A branch site; which central site it hangs on, where the document says so. */
  readonly branchOf: { readonly site: string | undefined } | undefined;
  readonly line: number;
}

export interface Cluster {
  readonly key: string;
  readonly site: string;
  readonly fqdn: string;
  readonly machines: readonly Machine[];
  readonly line: number;
}

export interface Machine {
  readonly fqdn: string;
  readonly faultDomain: string | undefined;
  readonly upgradeDomain: string | undefined;
  readonly interfaces: readonly NetInterface[];
}

export interface NetInterface {
  readonly side: string;
  readonly number: string;
  /** `undefined` for 0.0.0.0: any. */
  readonly address: string | undefined;
  /** The address as the outside sees it, behind address translation. */
  readonly configuredAddress: string | undefined;
}

export interface SqlInstance {
  readonly key: string;
  readonly cluster: string;
  /** Empty for the default instance. */
  readonly name: string;
  readonly line: number;
}

export interface Service {
  readonly key: string;
  readonly role: string;
  readonly instance: string | undefined;
  readonly roleVersion: string | undefined;
  readonly serviceVersion: string | undefined;
  readonly dependsOn: readonly Dependency[];
  /** The key of a cluster or SQL instance. */
  readonly installedOn: string | undefined;
  readonly ports: readonly Port[];
  /** The element that only its role has: `RegistrarService`, `FileStoreService` … */
  readonly details: ServiceDetails | undefined;
  readonly line: number;
}

export interface Dependency {
  readonly service: string;
  readonly usage: string;
}

export interface Port {
  /** Without `urn:component:` or `urn:application:`. */
  readonly owner: string;
  readonly usage: string;
  readonly side: string;
  readonly interfaceNumber: string;
  readonly port: string;
  readonly protocol: string;
  readonly urlPath: string | undefined;
  readonly configuredFqdn: string | undefined;
  readonly configuredPort: string | undefined;
  /** How many ports, for a range that starts at `port`. */
  readonly range: string | undefined;
  readonly line: number;
}

export interface ServiceDetails {
  readonly element: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly externalHost: string | undefined;
  readonly internalHost: string | undefined;
  /** The names of web components or conferencing MCUs. */
  readonly components: readonly string[];
}

export interface SimpleUrl {
  readonly component: string;
  readonly domain: string;
  readonly activeUrl: string;
}
