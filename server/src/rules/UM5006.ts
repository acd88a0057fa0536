import { addTo } from '../base/lists';
import { type DnsRecord, edgeServiceOf, recordsOf, rowPlace, rowText, zoneKinds } from './dns';
import { removeRow } from './dnsFixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM5006',
  severity: 'warning',
  title: 'SRV records with different priorities',
  basis: 'documented',
  source: ['I-2048'],
  checks: [
    {
      looksAt: 'deployment',
      check({ deployment, report }) {
        for (const kind of zoneKinds) {
          const byName = new Map<string, DnsRecord[]>();
          for (const record of recordsOf(deployment, kind))
            if (edgeServiceOf(record)) addTo(byName, record.name, record);
          for (const [name, records] of byName) {
            const priorities = records.map((record) => Number(rowText(record, 'priority') ?? 0));
            const lowest = Math.min(...priorities);
            records.forEach((record, i) => {
              if (priorities[i] === lowest) return;
              report({
                at: rowPlace(record, 'priority'),
                message: `${name} has records with priorities ${[...new Set(priorities)].sort((a, b) => a - b).join(' and ')}: failover between Edges by priority is not supported, and which one answers changes from call to call`,
                fixes: () => [{ title: 'Remove this record', edits: [removeRow(deployment, record)], preferred: true }],
              });
            });
          }
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Two SRV records of one service, the second with a higher priority number, look like failover to a second Edge site. It isn't a supported design: only one
Edge pool carries federation, and partners don't fall back reliably. Keep one record, or several of one priority for one pool.`,
  bad: `publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   sip2                    ipv4Address 203.0.113.30
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
  srv _sipfederationtls._tcp  priority 10  port 5061  domainName sip2.contoso.com
                                       ^^
}`,
  good: `publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
}`,
};
