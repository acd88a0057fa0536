import { findKnown } from '../model/facts';
import { rowPlace } from './dns';
import { addRows } from './dnsFixes';
import { type FirewallRule, firewallRules, isAllowed, needRow } from './firewalls';
import { isLocalMode } from './modes';
import { isCallRouterVersion } from './restrictedServers';
import type { Fix, Rule, RulePage } from './types';
import { each } from './witnesses';

/** One row of a firewall is one direction; signalling with UM goes both ways. */
const directions = [
  ['frontEnd', 'umServer'],
  ['umServer', 'frontEnd'],
] as const;

export const rule: Rule = {
  code: 'UM5016',
  severity: 'warning',
  title: 'Firewall blocks fixed UM ports',
  basis: 'documented',
  source: ['EX-PORTS'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report, complete } = context;
        if (deployment.all('firewall').length === 0 || !isLocalMode(context)) return;
        const rules = firewallRules(deployment);
        const firewall = rules.find(({ from, to }) => from === 'umServer' || to === 'umServer')?.firewall;
        if (firewall === undefined) return;
        // The UM service's own port came with Exchange 2013; older servers redirect to the worker process at once.
        const newer = findKnown(deployment.all('exchange'), (exchange) =>
          isCallRouterVersion(read.text(exchange, 'version')),
        );
        const ports = newer ? [5063, 5066, 5068] : [5066, 5068];
        each(context, directions, ([from, to]) => {
          const wanted = ports.map((port) => ({ from, to, protocol: 'tcp', first: port, last: port }) as const);
          const needs = wanted.filter((need) => !isAllowed(rules, need));
          // Back from UM only 5061 is opened by some, and answers pass; who opens some of the fixed ports means all.
          if (needs.length === 0 || (from === 'umServer' && needs.length === wanted.length)) return;
          complete('firewall');
          const blocked = needs.map(({ first }) => first).join(', ');
          const row = rules.find((one) => one.from === from && one.to === to && one.protocols?.includes('tcp'));
          const way = from === 'frontEnd' ? 'from Front Ends to UM servers' : 'from UM servers to Front Ends';
          report({
            at: row
              ? rowPlace({ zone: row.firewall, row: row.row }, 'ports')
              : { path: firewall.path, ...firewall.head },
            message: `UM ports ${blocked} are fixed and must be open ${way}: UM redirects every call there, and it is lost`,
            fixes: () =>
              row
                ? [openInRow(row, blocked)]
                : [{ title: `Open ${blocked}`, edits: [addRows(firewall, needs.map(needRow))], preferred: true }],
          });
        });
      },
    },
  ],
};

function openInRow(rule_: FirewallRule, ports: string): Fix {
  const place = rowPlace({ zone: rule_.firewall, row: rule_.row }, 'ports');
  return { title: `Open ${ports}`, edits: [{ ...place, start: place.end, text: `, ${ports}` }], preferred: true };
}

export const page: RulePage = {
  explanation: `The first message of a call goes to the UM call router, 5061, whose port can be changed. What follows can't: the router redirects to the UM service on the
mailbox's server, TLS 5063, and that to a worker process, TLS 5066 or 5068. A firewall that knows 5061 only lets the call ring and then drops it.

Checked where a declared firewall mentions UM servers at all.`,
  bad: `firewall Inner {
  allow from frontEnd to umServer  protocol tcp  ports 5061, 5063
                                                       ^^^^^^^^^^
  allow from umServer to frontEnd  protocol tcp  ports 5061
}`,
  good: `firewall Inner {
  allow from frontEnd to umServer  protocol tcp  ports 5061, 5063, 5066, 5068
  allow from umServer to frontEnd  protocol tcp  ports 5061
}`,
  alsoBad: [
    `firewall Inner {
         ^^^^^
  allow from umServer to frontEnd  protocol tcp  ports 5061
}`,
  ],
};
