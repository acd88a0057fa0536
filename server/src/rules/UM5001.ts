import { federationService, srvRecords, zoneOfDomain } from './dns';
import { addRows, serviceRows } from './dnsFixes';
import { isFederated } from './federated';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM5001',
  severity: 'error',
  title: 'SIP domain without a federation SRV record',
  basis: 'documented',
  source: ['DNSSRV'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, report } = context;
        if (deployment.all('publicDnsZone').length === 0 || !isFederated(context)) return;
        for (const domain of deployment.all('sipDomain')) {
          const zone = zoneOfDomain(deployment, 'publicDnsZone', domain.name);
          if (zone === undefined || domain.nameFault) continue;
          if (srvRecords(deployment, 'publicDnsZone', federationService, domain.name).length > 0) continue;
          report({
            at: { path: zone.path, ...zone.head },
            message: `${domain.name} has no federation SRV record: the hosted service and partners do not find your Access Edge, and refuse calls of its users`,
            related: [{ at: { path: domain.path, ...domain.head }, message: `SIP domain ${domain.name}` }],
            fixes: () => [
              {
                title: `Add ${federationService} for ${domain.name}`,
                edits: [
                  addRows(zone, serviceRows(deployment, 'publicDnsZone', zone, federationService, domain.name, 5061)),
                ],
                preferred: true,
              },
            ],
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The hosted service looks at the domain of the caller, \`From: sip:alice@contoso.com\`, and asks public DNS for \`_sipfederationtls._tcp.contoso.com\`. The
record has to lead to your Access Edge, port 5061. Without it the service can't tell who calls; the caller hears fast busy, or error 504/1008 (unable to resolve DNS SRV
record) shows in a trace. Every SIP domain needs its own, before the Access Edge is configured.

Only declared zones are checked; for a domain without a \`publicDnsZone\` export writes what is needed.`,
  bad: `publicDnsZone contoso.com {
              ^^^^^^^^^^^
  a   sip           ipv4Address 203.0.113.10
  a   lyncdiscover  ipv4Address 203.0.113.20
  srv _sip._tls     port 443  domainName sip.contoso.com
}`,
  good: `publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
  srv _sip._tls               port 443   domainName sip.contoso.com
}`,
  alsoBad: [
    `sipDomain contoso.com { isDefault true }
sipDomain emea.contoso.com
publicDnsZone contoso.com {
              ^^^^^^^^^^^
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  a   lyncdiscover.emea       ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
}`,
  ],
};
