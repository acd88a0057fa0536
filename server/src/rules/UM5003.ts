import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import { ifKnown } from '../model/facts';
import { possibleEdges } from '../routing/edgePools';
import { clientService, edgeServiceOf, isOnlineName, recordsOf, rowPlace, rowText, zoneKinds } from './dns';
import { edgePools } from './edges';
import type { Rule, RuleContext, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM5003',
  severity: 'error',
  title: 'Client SRV record with another port than the Edge',
  basis: 'recommended',
  source: ['DNSEDGE', 'REAL1', 'REAL2'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, report, complete } = context;
        each(
          context,
          zoneKinds.flatMap((kind) => recordsOf(deployment, kind)),
          (record) => {
            if (edgeServiceOf(record)?.service !== clientService) return;
            const target = rowText(record, 'domainName');
            const port = Number(rowText(record, 'port'));
            // One that leads to Lync Online is repointed as a whole (UM5008).
            if (target === undefined || Number.isNaN(port) || isOnlineName(target)) return;
            const ports = clientPorts(context, target);
            if (ports.includes(port)) return;
            complete('pool');
            const at = rowPlace(record, 'port');
            const [wanted] = ports;
            report({
              at,
              message: `The SRV record sends clients to port ${port}; the Access Edge listens for them on ${ports.join(' or ')}, so they cannot sign in from outside`,
              fixes: () => [
                { title: `Set \`port ${wanted}\``, edits: [{ ...at, text: String(wanted) }], preferred: true },
              ],
            });
          },
        );
      },
    },
  ],
};

/** The external ports for clients of the Edge that a name leads to; 443 where nothing is declared. */
function clientPorts({ deployment, read }: RuleContext, target: string): number[] {
  const leadsTo = (edge: Declaration): boolean => sameWord(read.text(edge, 'accessFqdn') ?? '', target);
  const named = edgePools(deployment).filter((edge) => ifKnown(() => leadsTo(edge)));
  // Any of them may be meant, and any pool may be one of them whose role isn't known.
  const edges =
    named.length > 0 ? named : possibleEdges(deployment).filter((pool) => read.text(pool, 'role') === 'edge');
  const ports = edges.map((edge: Declaration) => read.number(edge, 'accessPort') ?? 443);
  return ports.length > 0 ? [...new Set(ports)] : [443];
}

export const page: RulePage = {
  explanation: `Clients outside take the port from \`_sip._tls.<domain>\`. It has to be the external SipClient port of the Access Edge: 443 when the three Edge services
have names or addresses of their own, often 5061 when they share one. State it as \`accessPort\` of the Edge pool; 443 is taken otherwise. That the record must follow the
port is a recommendation, concluded from the documents and from real topologies.`,
  bad: `publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
  srv _sip._tls               port 5061  domainName sip.contoso.com
                                   ^^^^
}`,
  good: `publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
  srv _sip._tls               port 443   domainName sip.contoso.com
}`,
  alsoBad: [
    `site Redmond {
  siteId 1
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  accessPort 5061  externalAddress 203.0.113.10  federationRoute true }
}
publicDnsZone contoso.com {
  a   sip                     ipv4Address 203.0.113.10
  a   lyncdiscover            ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
  srv _sip._tls               port 443  domainName sip.contoso.com
                                   ^^^
}`,
  ],
};
