import { addTo } from '../base/lists';
import { edgeServiceOf, isOnlineName, recordsNamed, recordsOf, rowPlace, rowText, zoneKinds } from './dns';
import { addressRow } from './dnsFixes';
import { livePlace } from './livePlace';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM5005',
  severity: 'error',
  title: 'SRV record leads to an alias',
  basis: 'recommended',
  source: ['RFC2782'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, report } = context;
        for (const kind of zoneKinds) {
          const pointers = recordsOf(deployment, kind).filter((record) => edgeServiceOf(record));
          const aliases = new Map<string, typeof pointers>();
          each(context, pointers, (record) => {
            const target = rowText(record, 'domainName');
            if (target) addTo(aliases, target.toLowerCase(), record);
          });
          each(context, aliases, ([target, from]) => {
            const alias = recordsNamed(deployment, kind, target).find(({ row }) => row.kind.head === 'cname');
            // An alias of Lync Online is repointed as a whole (UM5008).
            if (alias === undefined || isOnlineName(rowText(alias, 'hostNameAlias') ?? '')) return;
            const whole = livePlace(alias.zone, () => alias.zone.absolute(alias.row.node));
            report({
              at: whole,
              message: `${target} is an alias, and the target of an SRV record must own an address record: some partners find no Edge`,
              related: from.map((record) => ({
                at: rowPlace(record, 'domainName'),
                message: 'The SRV record that leads to it',
              })),
              fixes: () => [
                {
                  title: 'Replace it by an address record',
                  edits: [{ ...whole, text: addressRow(deployment, alias.zone, target) }],
                  preferred: true,
                },
              ],
            });
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `RFC 2782 says that the target of an SRV record must be a name with address records and not an alias. Some resolvers follow the CNAME all the same, others
don't, so one partner reaches you and the next doesn't. That it is an error here is our recommendation.`,
  bad: `publicDnsZone contoso.com {
  a     lyncdiscover            ipv4Address 203.0.113.20
  a     edge                    ipv4Address 203.0.113.10
  cname sip                     hostNameAlias edge.contoso.com
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  srv   _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
}`,
  good: `publicDnsZone contoso.com {
  a     lyncdiscover            ipv4Address 203.0.113.20
  a     sip                     ipv4Address 203.0.113.10
  srv   _sipfederationtls._tcp  port 5061  domainName sip.contoso.com
}`,
};
