/** Small published topologies for tests, written from what a test cares about. */

export interface TestCluster {
  readonly fqdn?: string;
  readonly site?: string;
  readonly number?: string;
  readonly machines?: readonly string[];
  /** Elements inside each machine. */
  readonly interfaces?: string;
}

export interface TestService {
  readonly role?: string;
  readonly site?: string;
  readonly instance?: string;
  readonly version?: string;
  /** The number of the cluster. */
  readonly on?: string;
  readonly sql?: string;
  readonly needs?: readonly (readonly [role: string, instance: string])[];
  readonly ports?: string;
  readonly details?: string;
}

export interface TestTopology {
  readonly domains?: readonly string[];
  readonly defaultDomain?: string;
  readonly sites?: readonly { readonly id?: string; readonly name?: string; readonly element?: string }[];
  readonly clusters?: readonly TestCluster[];
  readonly services?: readonly TestService[];
}

/** The text of an attribute's value. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeXml(value)}"`]))
    .join('');
}

export function publishedTopology(topology: TestTopology): string {
  const { domains = ['contoso.com'], defaultDomain = domains[0], sites = [{ id: '1', name: 'Redmond' }] } = topology;
  return `<?xml version="1.0" encoding="utf-8"?>
<Topology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008" Signature="11111111-2222-3333-4444-555555555555">
<InternalDomains AllowAllDomains="false"${attributes({ DefaultDomain: defaultDomain })}>
${domains.map((Name) => `<InternalDomain${attributes({ Name })} Authoritative="false" AllowSubDomains="false" />`).join('\n')}
</InternalDomains>
<Sites>
${sites.map(siteXml).join('\n')}
</Sites>
<Clusters>
${(topology.clusters ?? []).map(clusterXml).join('\n')}
</Clusters>
<SqlInstances />
<Services>
${(topology.services ?? []).map(serviceXml).join('\n')}
</Services>
</Topology>`;
}

function siteXml({ id, name, element = 'CentralSite' }: NonNullable<TestTopology['sites']>[number]): string {
  const inner = name === undefined ? '' : `<Name>${escapeXml(name)}</Name>`;
  return `<${element}${attributes({ SiteId: id })}>${inner}<Location /></${element}>`;
}

function clusterXml({ fqdn, site = '1', number, machines, interfaces = '' }: TestCluster): string {
  const id = number === undefined ? '' : `<ClusterId${attributes({ SiteId: site, Number: number })} />`;
  const own = machines ?? (fqdn === undefined ? [] : [fqdn]);
  const inner = own.map((Fqdn) => `<Machine${attributes({ Fqdn })}>${interfaces}</Machine>`).join('');
  return `<Cluster${attributes({ Fqdn: fqdn })}>${id}${inner}</Cluster>`;
}

function serviceXml(service: TestService): string {
  const { role, site = '1', instance = '1', version = '7', on, sql, needs = [], ports = '', details = '' } = service;
  const cluster = on === undefined ? '' : `<ClusterId${attributes({ SiteId: site, Number: on })} />`;
  const place = sql === undefined ? cluster : `<SqlInstanceId${attributes({ Name: sql })}>${cluster}</SqlInstanceId>`;
  const dependencies = needs
    .map(([RoleName, Instance]) => `<ServiceId${attributes({ SiteId: site, RoleName, Instance })} />`)
    .map((id) => `<Dependency Usage="Default">${id}</Dependency>`);
  return `<Service RoleVersion="1"${attributes({ ServiceVersion: version })}>
<ServiceId${attributes({ SiteId: site, RoleName: role, Instance: instance })} />
<DependsOn>${dependencies.join('')}</DependsOn>
<InstalledOn>${place}</InstalledOn>
<Ports xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.ServiceRoles.2008">${ports}</Ports>
${details}
</Service>`;
}

/** An Edge port as the document has it. */
export function port(values: {
  readonly owner: string;
  readonly usage: string;
  readonly side?: string;
  readonly port: string;
  readonly protocol: string;
  readonly fqdn?: string;
  readonly number?: string;
}): string {
  const { owner, usage, side = 'External', protocol, fqdn, number = '1' } = values;
  return `<Port${attributes({
    Owner: `urn:component:${owner}`,
    Usage: usage,
    InterfaceSide: side,
    InterfaceNumber: number,
    Port: values.port,
    Protocol: protocol,
    UrlPath: '/',
    ConfiguredFqdn: fqdn,
  })} />`;
}

/** The ports of an Edge service with a name and address for each of its services, and with federation. */
export const edgePorts = [
  port({ owner: 'AccessEdge', usage: 'SipClient', port: '443', protocol: 'Tls', fqdn: 'sip.contoso.com' }),
  port({ owner: 'AccessEdge', usage: 'SipServer', port: '5061', protocol: 'Mtls', fqdn: 'sip.contoso.com' }),
  port({
    owner: 'DataEdge',
    usage: 'PsomClient',
    port: '443',
    protocol: 'Tls',
    fqdn: 'webcon.contoso.com',
    number: '2',
  }),
  port({
    owner: 'MediaRelayEdge',
    usage: 'TURNServer',
    port: '443',
    protocol: 'Tcp',
    fqdn: 'av.contoso.com',
    number: '3',
  }),
].join('');
