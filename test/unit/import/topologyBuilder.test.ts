import { describe, expect, it } from 'vitest';
import { importFile } from '../../../server/src/import/importFile';
import { parse } from '../../../server/src/syntax/parse';
import { edgePorts } from './topologies';

const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const topology = 'xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008"';
const roles = 'xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.ServiceRoles.2008"';

function cluster(id: number, fqdn: string, machines: string, sql = ''): string {
  return `<Cluster IsSingleMachineOnly="false" UniqueId="${guid(id)}" RequiresReplication="true" RequiresSetup="true" Fqdn="${fqdn}">
    <Machines>${machines}</Machines>
    <SqlInstances>${sql}</SqlInstances>
  </Cluster>`;
}

function service(id: number, role: string, on: number, needs: readonly number[] = [], inner = ''): string {
  const dependencies = needs.map(
    (need) => `<Dependency ServiceUniqueId="${guid(need).toUpperCase()}" Usage="Default" />`,
  );
  return `<Service UniqueId="${guid(id)}" RoleName="${role}" RoleVersion="2" InstalledOn="${guid(on)}" ServiceVersion="7">
    <DependsOn>${dependencies.join('')}</DependsOn>
    ${inner.includes('<Ports') ? '' : `<Ports ${roles} />`}${inner}
  </Service>`;
}

const frontEnds = [1, 2].map(
  (i) => `<Machine Fqdn="fe${i}.litware.example" FaultDomain="Rack${i}" UpgradeDomain="U${i}" />`,
);
const edge = `<Machine Fqdn="e1.litware.example">
  <NetInterface InterfaceSide="Internal" InterfaceNumber="1" IPAddress="192.168.1.10" ${topology} />
  <NetInterface InterfaceSide="External" InterfaceNumber="1" IPAddress="10.0.0.10" ${topology} ConfiguredIPAddress="203.0.113.10" />
</Machine>`;

/** A file of Topology Builder in the shape of real ones, invented in all else. */
function builderFile({ free = 'true', remote = '' } = {}): string {
  return `\ufeff<?xml version="1.0" encoding="utf-8"?>
<TopologyBuilder IsFreeFromChanges="${free}" FileName="C:\\t.tbxml" xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008">
<OldTopology><PartialTopology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.WritableTopology.2008"><CentralSites>
  <CentralSite SiteId="7"><Name ${topology}>Yesterday</Name></CentralSite>
</CentralSites></PartialTopology></OldTopology>
<NewTopology>
<PartialTopology IsPublished="false" Signature="${guid(0)}" xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.WritableTopology.2008">
  <InternalDomains AllowAllDomains="false" DefaultDomain="litware.example" ${topology}>
    <InternalDomain Name="litware.example" Authoritative="false" AllowSubDomains="true" />
  </InternalDomains>
  <SimpleUrlConfiguration UseBackendDatabase="false" xmlns="urn:schema:Microsoft.Rtc.Management.Settings.SimpleUrl.2008">
    <SimpleUrl Component="Meet" Domain="litware.example" ActiveUrl="https://meet.litware.example" />
  </SimpleUrlConfiguration>
  <CentralSites>
    <CentralSite SiteId="1">
      <Name ${topology}>Lyon</Name>
      <Location City="Lyon" State="" CountryCode="FR" ${topology} />
      <Clusters>
        ${cluster(1, 'pool.litware.example', frontEnds.join(''))}
        ${cluster(2, 'edge.litware.example', edge)}
        ${cluster(3, 'sql.litware.example', '<Machine />', `<SqlInstance UniqueId="${guid(30)}" Name="" />`)}
      </Clusters>
      <RemoteSites>${remote}</RemoteSites>
    </CentralSite>
  </CentralSites>
  <Services>
    ${service(11, 'Registrar', 1, [12, 21], `<RegistrarService IsDirector="false" ${roles} />`)}
    ${service(12, 'UserServices', 1, [31])}
    ${service(13, 'WebServices', 1, [], `<WebService ${roles}><ExternalSettings Host="web.litware.example" /></WebService>`)}
    ${service(21, 'EdgeServer', 2, [11], `<Ports ${roles}>${edgePorts}</Ports>`)}
    ${service(31, 'UserStore', 30)}
  </Services>
</PartialTopology>
</NewTopology>
</TopologyBuilder>`;
}

function imported(text: string): {
  deployment: string;
  sites: string;
  notes: readonly { message: string; line: number }[];
} {
  const { files, notes } = importFile('t.tbxml', text);
  for (const file of files) expect(parse(file.text).items.flatMap(({ problems }) => problems)).toEqual([]);
  return { deployment: files[0]?.text ?? '', sites: files[1]?.text ?? '', notes };
}

describe('a file of Topology Builder', () => {
  it('becomes the same as a published topology would', () => {
    const text = builderFile();
    const line = text.split('\n').findIndex((candidate) => candidate.includes('SipServer')) + 1;
    const { deployment, sites, notes } = imported(text);
    expect(notes).toEqual([]);
    expect(deployment).toContain('Imported from t.tbxml, a Topology Builder file, signature');
    expect(deployment).toContain('// Simple URL Meet of litware.example: https://meet.litware.example');
    expect(deployment).toContain(
      '// Its subdomains count too (AllowSubDomains)\nsipDomain litware.example { isDefault true }',
    );
    expect(sites).toBe(`site Lyon {
  siteId 1
  city Lyon
  countryCode FR

  pool pool.litware.example {
    role frontEnd
    computers fe1.litware.example, fe2.litware.example
    edgePool edge.litware.example
    externalWebFqdn web.litware.example

    // Also in the topology, beyond this language:
    // fe1.litware.example: fault domain Rack1; upgrade domain U1
    // fe2.litware.example: fault domain Rack2; upgrade domain U2
    // Registrar (IsDirector false), depends on UserServices, EdgeServer of edge.litware.example
    // UserServices, depends on UserStore of sql.litware.example
    // WebServices
  }

  pool edge.litware.example {
    role edge
    computers e1.litware.example
    accessFqdn sip.contoso.com
    accessPort 443
    webConferencingFqdn webcon.contoso.com
    webConferencingPort 443
    avFqdn av.contoso.com
    avPort 443
    externalAddress 203.0.113.10
    nextHopPool pool.litware.example
    // Inferred from its external listener for servers (AccessEdge SipServer, 5061 Mtls, line ${line}): check it
    federationRoute true

    // Also in the topology, beyond this language:
    // e1.litware.example: Internal interface 192.168.1.10; External interface 10.0.0.10, seen from outside as 203.0.113.10
    // EdgeServer, depends on Registrar of pool.litware.example
    //   ports External 443 Tls SipClient AccessEdge as sip.contoso.com;
    //     External 5061 Mtls SipServer AccessEdge as sip.contoso.com;
    //     External 2 443 Tls PsomClient DataEdge as webcon.contoso.com;
    //     External 3 443 Tcp TURNServer MediaRelayEdge as av.contoso.com
  }

  // SQL Server sql.litware.example, no pool in this language:
  //   Default SQL instance: UserStore
}
`);
  });

  it('says that it holds changes that are not published', () => {
    const { notes } = imported(builderFile({ free: 'false' }));
    expect(notes).toEqual([
      expect.objectContaining({ message: expect.stringContaining('changes that are not published') }),
    ]);
  });

  it('knows the central site of a branch site', () => {
    const remote = `<RemoteSite SiteId="2"><Name ${topology}>Nice</Name><Clusters>${cluster(5, 'sba.litware.example', '<Machine />')}</Clusters></RemoteSite>`;
    const text = builderFile({ remote }).replace('<Services>', `<Services>${service(51, 'Registrar', 5, [21])}`);
    expect(imported(text).sites).toMatch(
      /branchSite Nice \{\n {2}centralSite Lyon\n\n {2}pool sba\.litware\.example \{\n {4}role survivableBranch\n {4}edgePool edge\.litware\.example\n/,
    );
    expect(imported(text).sites).toContain('// Site number 2\nbranchSite Nice');
  });

  it('keeps a cluster and a service whose GUID is taken or missing', () => {
    const text = builderFile()
      .replace(guid(3), guid(2))
      .replace(`UniqueId="${guid(13)}" `, '');
    const { sites, notes } = imported(text);
    expect(notes.map(({ message }) => message)).toEqual([
      'The UniqueId of sql.litware.example stands twice in the file; what refers to it means the first one',
    ]);
    expect(sites).toContain('SQL Server sql.litware.example');
    expect(sites).toContain('externalWebFqdn web.litware.example');
  });
});
