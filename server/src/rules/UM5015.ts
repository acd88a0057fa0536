import type { Declaration } from '../model/declaration';
import { addRows } from './dnsFixes';
import { type FirewallRule, firewallRules, isAllowed, type Need, needRow, needWords } from './firewalls';
import { isHostedMode } from './modes';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

const need = (from: string, to: string, protocol: 'tcp' | 'udp', first: number, last = first): Need => ({
  from,
  to,
  protocol,
  first,
  last,
});

/** What hosted UM needs between the Internet and the Edge. [PORTEDGE] */
const outside: readonly Need[] = [
  need('internet', 'accessEdge', 'tcp', 5061),
  need('accessEdge', 'internet', 'tcp', 5061),
  need('internet', 'avEdge', 'tcp', 443),
  need('internet', 'avEdge', 'udp', 3478),
  need('avEdge', 'internet', 'tcp', 443),
  need('avEdge', 'internet', 'udp', 3478),
  need('avEdge', 'internet', 'tcp', 50000, 59999),
  need('avEdge', 'internet', 'udp', 50000, 59999),
];

/** What it needs between the Edge and the inside; 4443 is the replication of the configuration. */
const inside: readonly Need[] = [
  need('frontEnd', 'edgeInternal', 'tcp', 5061),
  need('edgeInternal', 'frontEnd', 'tcp', 5061),
  need('frontEnd', 'edgeInternal', 'tcp', 4443),
  need('frontEnd', 'edgeInternal', 'tcp', 443),
  need('frontEnd', 'edgeInternal', 'udp', 3478),
];

export const rule: Rule = {
  code: 'UM5015',
  severity: 'warning',
  title: 'Firewall does not let hosted UM through',
  basis: 'documented',
  source: ['PORTEDGE'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, report, complete } = context;
        if (deployment.all('firewall').length === 0 || !isHostedMode(context)) return;
        const rules = firewallRules(deployment);
        const missing = new Map<Declaration, Need[]>();
        for (const [needs, touches] of [
          [outside, (side: string) => side === 'accessEdge' || side === 'avEdge'],
          [inside, (side: string) => side === 'edgeInternal'],
        ] as const) {
          // A firewall that no rule of theirs mentions is another one, not declared.
          const firewall = rules.find(({ from, to }) => (from && touches(from)) || (to && touches(to)))?.firewall;
          if (firewall === undefined) {
            const open = rules.find(({ from, to }) => from === undefined || to === undefined)?.unknown;
            if (open) context.notChecked(open, 0);
            continue;
          }
          const own: Need[] = [];
          each(context, needs, (one) => {
            if (!isAllowed(rules, one) && !byClients(rules, one)) own.push(one);
          });
          if (own.length > 0) missing.set(firewall, [...(missing.get(firewall) ?? []), ...own]);
        }
        if (missing.size === 0) return;
        complete('firewall');
        for (const [firewall, needs] of missing) {
          report({
            at: { path: firewall.path, ...firewall.head },
            message: `Firewall ${firewall.name} does not let through ${needs.map(needWords).join(', ')}: hosted voice mail needs it`,
            fixes: () => [
              { title: 'Add the missing rules', edits: [addRows(firewall, needs.map(needRow))], preferred: true },
            ],
          });
        }
      },
    },
  ],
};

/** STUN and TURN are opened by Front Ends and clients: a firewall that lets the clients through has thought of it. */
function byClients(rules: readonly FirewallRule[], wanted: Need): boolean {
  if (wanted.to !== 'edgeInternal' || (wanted.first !== 443 && wanted.first !== 3478)) return false;
  return isAllowed(rules, { ...wanted, from: 'clients' });
}

export const page: RulePage = {
  explanation: `Hosted UM signals over federation, 5061/TCP in both directions between the Internet and the Access Edge and between Edge and Front End. Its media goes
through the A/V Edge: 443/TCP and 3478/UDP in both directions, and 50000–59999 outwards. 4443/TCP from inside carries the configuration to the Edge: without it the Edge
never learns of the provider. When signalling works and media is blocked, the caller is answered and hears nothing.

A declared firewall holds all that it lets through. Several are taken together, and sides that none of them mentions are not checked.`,
  bad: `firewall Perimeter {
         ^^^^^^^^^
  allow from internet to accessEdge  protocol tcp  ports 443, 5061
  allow from internet to avEdge      protocol tcp, udp  ports 443, 3478
  allow from avEdge to internet      protocol tcp, udp  ports 443, 3478, 50000-59999
}`,
  good: `firewall Perimeter {
  allow from internet to accessEdge  protocol tcp  ports 443, 5061
  allow from accessEdge to internet  protocol tcp  ports 5061
  allow from internet to avEdge      protocol tcp, udp  ports 443, 3478
  allow from avEdge to internet      protocol tcp, udp  ports 443, 3478, 50000-59999
}`,
  alsoBad: [
    `firewall Inner {
         ^^^^^
  allow from frontEnd to edgeInternal  protocol tcp  ports 443, 5061-5062, 8057
  allow from frontEnd to edgeInternal  protocol udp  ports 3478
  allow from edgeInternal to frontEnd  protocol tcp  ports 5061
}`,
  ],
};
