import { edgeServiceOf, federationService, recordsOfZone, rowPlace, rowText, zoneKinds } from './dns';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM5002',
  severity: 'error',
  title: 'Federation SRV record with another port',
  basis: 'documented',
  source: ['DNSSRV'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: zoneKinds,
      check(zone, { deployment, report }) {
        for (const record of recordsOfZone(deployment, zone)) {
          if (edgeServiceOf(record)?.service !== federationService) continue;
          const port = rowText(record, 'port');
          if (port === undefined || port === '5061') continue;
          const at = rowPlace(record, 'port');
          report({
            at,
            message: `The federation SRV record names port ${port}; federation uses 5061, and nothing answers elsewhere`,
            fixes: () => [{ title: 'Set `port 5061`', edits: [{ ...at, text: '5061' }], preferred: true }],
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Federation, and with it the signalling of hosted UM, is mutual TLS on port 5061 of the Access Edge. Partners take the port from the SRV record, so another
one there sends them to a closed door.`,
  bad: `publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 443   domainName sip.contoso.com
                                   ^^^
}`,
  good: `publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
}`,
};
