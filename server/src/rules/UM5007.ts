import { clientService, federationService, srvRecords, zoneOfDomain } from './dns';
import { addRows, serviceRows } from './dnsFixes';
import { edgePools } from './edges';
import { isShared } from './federated';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM5007',
  severity: 'error',
  title: 'Internal DNS hides the federation SRV record',
  basis: 'documented',
  source: ['EDGE'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, report } = context;
        if (!isShared(context)) return;
        for (const domain of deployment.all('sipDomain')) {
          const zone = zoneOfDomain(deployment, 'internalDnsZone', domain.name);
          if (zone === undefined || domain.nameFault) continue;
          const missing = [federationService, clientService].filter(
            (service) => srvRecords(deployment, 'internalDnsZone', service, domain.name).length === 0,
          );
          if (missing.length === 0) continue;
          const names = missing.map((service) => `${service}.${domain.name}`).join(' and ');
          report({
            at: { path: zone.path, ...zone.head },
            message: `${domain.name}: internal DNS is authoritative and hides the public records; ${names} must resolve inside while the address space is shared`,
            related: [{ at: { path: domain.path, ...domain.head }, message: `SIP domain ${domain.name}` }],
            fixes: () => {
              const port = edgePools(deployment)[0]?.fact('accessPort');
              const client = typeof port === 'number' ? port : 443;
              const lines = missing.flatMap((service) =>
                serviceRows(
                  deployment,
                  'internalDnsZone',
                  zone,
                  service,
                  domain.name,
                  service === clientService ? client : 5061,
                ),
              );
              return [
                {
                  title: `Add ${missing.join(' and ')} for ${domain.name}`,
                  edits: [addRows(zone, [...new Set(lines)])],
                  preferred: true,
                },
              ];
            },
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `When a provider is in the shared address space, servers inside look up the federation record of your own domain too. An internal zone with the name of the
SIP domain makes internal DNS authoritative: what it doesn't hold doesn't resolve, however right public DNS is. Before \`EnabledSharedAddressSpace\` is set, create
\`_sipfederationtls._tcp\` and \`_sip._tls\` in the internal zone too, leading to the *external* address of the Access Edge.`,
  bad: `internalDnsZone contoso.com {
                ^^^^^^^^^^^
  a     sip                     ipv4Address 203.0.113.10
  cname lyncdiscoverinternal    hostNameAlias pool01.contoso.com
  srv   _sipinternaltls._tcp    port 5061  domainName pool01.contoso.com
}`,
  good: `internalDnsZone contoso.com {
  a     sip                     ipv4Address 203.0.113.10
  cname lyncdiscoverinternal    hostNameAlias pool01.contoso.com
  srv   _sipinternaltls._tcp    port 5061  domainName pool01.contoso.com
  srv   _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
  srv   _sip._tls               port 443   domainName sip.contoso.com
}`,
  alsoBad: [
    `internalDnsZone contoso.com {
                ^^^^^^^^^^^
  cname lyncdiscoverinternal    hostNameAlias pool01.contoso.com
}`,
  ],
};
