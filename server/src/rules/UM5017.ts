import { findKnown } from '../model/facts';
import { isWithin, rowPlace } from './dns';
import { firewallRules, isAllowed } from './firewalls';
import { isHostedMode } from './modes';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM5017',
  severity: 'information',
  title: 'Firewall rule by address for hosted UM',
  basis: 'documented',
  source: ['I-8914'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report } = context;
        if (deployment.all('firewall').length === 0 || !isHostedMode(context)) return;
        const provider = findKnown(deployment.all('hostingProvider'), (one) =>
          isWithin(read.text(one, 'proxyFqdn') ?? '', 'exap.um.outlook.com'),
        );
        if (provider === undefined) return;
        each(context, firewallRules(deployment), (rule_) => {
          const written = rule_.row.written.get('address');
          if ((rule_.to ?? 'internet') !== 'internet' || written === undefined) return;
          if (!isAllowed([rule_], { from: 'accessEdge', to: 'internet', protocol: 'tcp', first: 5061, last: 5061 }))
            return;
          report({
            at: rowPlace({ zone: rule_.firewall, row: rule_.row }, 'address'),
            message:
              'exap.um.outlook.com is not in the published list of addresses: a rule by address may miss it, or stop working one day',
            fixes: () => [
              {
                title: 'Allow by name: no address',
                edits: [{ path: rule_.firewall.path, ...rule_.firewall.absolute(written.node), text: '' }],
                preferred: true,
              },
            ],
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Microsoft publishes the addresses of its services, but the endpoint of hosted UM isn't among them; an answer in a forum points to 52.112.0.0/14, unconfirmed.
A firewall that opens 5061 to certain addresses only may work today and fail after the next move. Allow by name, or open 5061 outwards from the Access Edge.`,
  bad: `firewall Perimeter {
  allow from internet to accessEdge  protocol tcp  ports 443, 5061
  allow from accessEdge to internet  protocol tcp  ports 5061  address "52.112.0.0/14"
                                                                       ^^^^^^^^^^^^^^^
  allow from internet to avEdge      protocol tcp, udp  ports 443, 3478
  allow from avEdge to internet      protocol tcp, udp  ports 443, 3478, 50000-59999
}`,
  good: `firewall Perimeter {
  allow from internet to accessEdge  protocol tcp  ports 443, 5061
  allow from accessEdge to internet  protocol tcp  ports 5061
  allow from internet to avEdge      protocol tcp, udp  ports 443, 3478
  allow from avEdge to internet      protocol tcp, udp  ports 443, 3478, 50000-59999
}`,
};
