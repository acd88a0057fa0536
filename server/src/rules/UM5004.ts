import { UnknownFact } from '../model/facts';
import {
  type DnsRecord,
  edgeServiceOf,
  hasAddress,
  isOnlineName,
  isWithin,
  recordsNamed,
  recordsOf,
  rowPlace,
  rowText,
  type ZoneKind,
  zoneKinds,
  zoneOf,
} from './dns';
import { addRows, addressRow, edgeName } from './dnsFixes';
import { isShared } from './federated';
import { isHostedMode } from './modes';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM5004',
  severity: 'error',
  title: 'Target of the SRV record is not in its domain',
  basis: 'documented',
  source: ['DNSSRV', 'OCER', 'DNSEDGE'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const split = (): boolean => isHostedMode(context) || isShared(context);
        for (const kind of zoneKinds) {
          const reported = new Set<string>();
          each(context, recordsOf(context.deployment, kind), (record) => {
            const domain = edgeServiceOf(record)?.domain;
            const target = rowText(record, 'domainName');
            // What leads to Lync Online is a fault of its own (UM5008).
            if (domain === undefined || target === undefined || (isOnlineName(target) && split())) return;
            // A name without an address is one fault, however many records lead to it.
            if (isWithin(target, domain) && reported.has(target.toLowerCase())) return;
            if (judge(context, kind, record, domain, target)) reported.add(target.toLowerCase());
          });
        }
      },
    },
  ],
};

function judge(context: RuleContext, kind: ZoneKind, record: DnsRecord, domain: string, target: string): boolean {
  const { deployment, report, notChecked } = context;
  const at = rowPlace(record, 'domainName');
  const inDomain = isWithin(target, domain);
  const zone = zoneOf(deployment, kind, target);
  if (inDomain && zone === undefined && deployment.isIncomplete(kind)) {
    notChecked(new UnknownFact(undefined, kind, false), 0);
    return false;
  }
  if (inDomain && zone) {
    // An alias: UM5005.
    const named = recordsNamed(deployment, kind, target);
    if (named.some(({ row }) => ['a', 'aaaa', 'cname'].includes(row.kind.head))) return false;
  }
  report({
    at,
    message: inDomain
      ? `${target} has no address record: the SRV record of ${domain} leads nowhere`
      : `${target} is not in ${domain}: partners refuse an SRV record whose target lies in another domain (error 1009)`,
    fixes: () => {
      const wanted = edgeName(deployment, domain);
      const fixes: Fix[] = [];
      const holder = zoneOf(deployment, kind, wanted);
      const missing = holder && !hasAddress(deployment, kind, wanted);
      if (!inDomain || wanted.toLowerCase() !== target.toLowerCase()) {
        const edits = [{ ...at, text: wanted }];
        if (holder && missing) edits.push({ ...addRows(holder, [addressRow(deployment, holder, wanted)]) });
        fixes.push({ title: `Change to ${wanted}`, edits, preferred: true });
      }
      if (inDomain && zone) {
        fixes.push({
          title: `Add an address record for ${target}`,
          edits: [addRows(zone, [addressRow(deployment, zone, target)])],
          preferred: fixes.length === 0,
        });
      }
      return fixes;
    },
  });
  return true;
}

export const page: RulePage = {
  explanation: `An SRV record of the Edge names a computer, and that name must lie in the domain of the record and own an address record there. Partners check it: an SRV
record of \`contoso.com\` that leads to \`edge.fabrikam.com\` could have been forged, and the call ends with error 1009. So every SIP domain has a \`sip.<domain>\` that
leads to the Access Edge, and the certificate of the Edge carries all these names.`,
  bad: `publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.fabrikam.com
                                                    ^^^^^^^^^^^^^^^^
}`,
  good: `publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
}`,
  alsoBad: [
    `publicDnsZone contoso.com {
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
                                                    ^^^^^^^^^^^^^^^
}`,
    `publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName access.contoso.com
                                                    ^^^^^^^^^^^^^^^^^^
}`,
  ],
};
