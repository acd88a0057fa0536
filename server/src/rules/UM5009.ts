import { discoverRow } from './discover';
import { recordsNamed, zoneKinds, zoneOfDomain, zoneWords } from './dns';
import { addRows } from './dnsFixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM5009',
  severity: 'warning',
  title: 'Autodiscover record missing',
  basis: 'documented',
  source: ['AUTOD', 'AUTODDNS'],
  checks: [
    {
      looksAt: 'deployment',
      check({ deployment, report }) {
        for (const kind of zoneKinds) {
          const label = kind === 'publicDnsZone' ? 'lyncdiscover' : 'lyncdiscoverinternal';
          for (const domain of deployment.all('sipDomain')) {
            const zone = zoneOfDomain(deployment, kind, domain.name);
            const name = `${label}.${domain.name}`;
            if (zone === undefined || domain.nameFault) continue;
            const found = recordsNamed(deployment, kind, name);
            if (found.some(({ row }) => ['a', 'aaaa', 'cname'].includes(row.kind.head))) continue;
            report({
              at: { path: zone.path, ...zone.head },
              message: `${name} is missing in ${zoneWords(kind)} DNS: mobile clients and newer desktop clients of ${domain.name} do not find their servers`,
              fixes: () => [
                {
                  title: `Add ${label} for ${domain.name}`,
                  edits: [addRows(zone, [discoverRow(deployment, zone, name)])],
                  preferred: true,
                },
              ],
            });
          }
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Clients ask for \`lyncdiscover.<domain>\` outside and \`lyncdiscoverinternal.<domain>\` inside, for every SIP domain: an alias of the pool's web services, or
an address record for the reverse proxy. In a split domain these records stay with the deployment. Without them mobile clients don't sign in at all.`,
  bad: `publicDnsZone contoso.com {
              ^^^^^^^^^^^
  a   sip                     ipv4Address 203.0.113.10
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
}`,
  good: `publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
}`,
  alsoBad: [
    `internalDnsZone contoso.com {
                ^^^^^^^^^^^
  a   sip                     ipv4Address 203.0.113.10
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
  srv _sip._tls               port 443   domainName sip.contoso.com
}`,
  ],
};
