import { discoverRow } from './discover';
import {
  type DnsRecord,
  edgeServiceOf,
  hasAddress,
  isOnlineName,
  recordsOf,
  rowPlace,
  rowText,
  type ZoneKind,
  zoneKinds,
} from './dns';
import { addRows, addressRow, edgeName } from './dnsFixes';
import { isShared } from './federated';
import { isHostedMode } from './modes';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM5008',
  severity: 'warning',
  title: 'Record leads to Lync Online',
  basis: 'documented',
  source: ['HYBRID'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, report } = context;
        for (const kind of zoneKinds) {
          each(context, recordsOf(deployment, kind), (record) => {
            const property = targetProperty(context, record);
            const target = property && rowText(record, property);
            if (property === undefined || target === undefined || !isOnlineName(target)) return;
            if (!isHostedMode(context) && !isShared(context)) return;
            report({
              at: rowPlace(record, property),
              message: `${record.name} leads to ${target}: in a shared address space all Lync records must point to this deployment, or its users are looked for online`,
              fixes: () => repoint(context, kind, record),
            });
          });
        }
      },
    },
  ],
};

/** The property with the target, for the records of Lync: those of the Edge, `sip` and autodiscover, of a SIP domain. */
function targetProperty({ deployment }: RuleContext, record: DnsRecord): 'domainName' | 'hostNameAlias' | undefined {
  const { head } = record.row.kind;
  if (head === 'srv')
    return edgeServiceOf(record) || record.name.startsWith('_sipinternaltls._tcp.') ? 'domainName' : undefined;
  if (head !== 'cname') return undefined;
  const [first, ...rest] = record.name.split('.');
  const domain = deployment.named('sipDomain', rest.join('.'))[0];
  return domain && ['sip', 'lyncdiscover', 'lyncdiscoverinternal'].includes(first ?? '') ? 'hostNameAlias' : undefined;
}

function repoint({ deployment }: RuleContext, kind: ZoneKind, record: DnsRecord): Fix[] {
  const { zone, row, name } = record;
  if (row.kind.head === 'cname') {
    const text = name.startsWith('sip.') ? addressRow(deployment, zone, name) : discoverRow(deployment, zone, name);
    const edits = [{ path: zone.path, ...zone.absolute(row.node), text }];
    return [{ title: 'Point it to this deployment', edits, preferred: true }];
  }
  const domain = edgeServiceOf(record)?.domain;
  if (domain === undefined) return [];
  const wanted = edgeName(deployment, domain);
  const edits = [{ ...rowPlace(record, 'domainName'), text: wanted }];
  if (!hasAddress(deployment, kind, wanted)) edits.push(addRows(zone, [addressRow(deployment, zone, wanted)]));
  return [{ title: `Change to ${wanted}`, edits, preferred: true }];
}

export const page: RulePage = {
  explanation: `In a split domain the deployment answers for the SIP domain and passes on what belongs to the hosted side. So \`lyncdiscover\`, \`sip\` and the SRV records
all point to the deployment, never to \`sipdir.online.lync.com\`, \`sipfed.online.lync.com\` or \`webdir.online.lync.com\`, although the portal of the tenant suggests these.
Otherwise clients and partners look for your users online and don't find them.`,
  bad: `publicDnsZone contoso.com {
  a     sip                     ipv4Address 203.0.113.10
  cname lyncdiscover            hostNameAlias webdir.online.lync.com
                                              ^^^^^^^^^^^^^^^^^^^^^^
  srv   _sipfederationtls._tcp  port 5061  domainName sipfed.online.lync.com
                                                      ^^^^^^^^^^^^^^^^^^^^^^
  srv   _sip._tls               port 443   domainName sipdir.online.lync.com
                                                      ^^^^^^^^^^^^^^^^^^^^^^
}`,
  good: `publicDnsZone contoso.com {
  a     sip                     ipv4Address 203.0.113.10
  a     lyncdiscover            ipv4Address 203.0.113.20
  srv   _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
  srv   _sip._tls               port 443   domainName sip.contoso.com
}`,
  alsoBad: [
    `publicDnsZone contoso.com {
  cname sip                     hostNameAlias sipdir.online.lync.com
                                              ^^^^^^^^^^^^^^^^^^^^^^
  a     lyncdiscover            ipv4Address 203.0.113.20
  srv   _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
}`,
  ],
};
