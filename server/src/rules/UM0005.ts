import { UNSET } from '../model/facts';
import type { Placement } from '../model/placement';
import { hostedPurpose } from './contacts';
import { setProperty } from './fixes';
import { localPlans } from './localUse';
import { modeOf } from './modes';
import { writtenName } from './names';
import type { Rule, RulePage } from './types';
import { setForUsers } from './userFixes';

export const rule: Rule = {
  code: 'UM0005',
  severity: 'error',
  title: 'Required property missing',
  basis: 'language',
  source: [],
  checks: [
    { looksAt: 'text' },
    {
      looksAt: 'placement',
      check(placement, context) {
        const { deployment, read, report } = context;
        if (deployment.standalone || modeOf(context) !== 'mixed') return;
        const fact = placement.fact('mailbox');
        if ((fact !== undefined && fact !== UNSET) || read.text(placement, 'hostingProvider') !== undefined) return;
        // A local mailbox has voice mail only on a dial plan (UM4021).
        const plan = (all: readonly Placement[]): { umDialPlan?: string } => {
          const plans = localPlans(deployment);
          const needed = plans.length === 1 && !all.some((each) => each.has('umDialPlan'));
          return needed && plans[0] ? { umDialPlan: writtenName(plans[0].name) } : {};
        };
        report({
          at: { placement, property: 'mailbox' },
          message: (who) =>
            `In mixed mode it has to be said where the mailbox of ${who} is: \`mailbox local\`, \`hosted\` or \`none\``,
          fixes: (placements) => [
            ...setForUsers(placements, { mailbox: 'hosted' }, 'Say `mailbox hosted`', false),
            ...setForUsers(placements, { mailbox: 'local', ...plan(placements) }, 'Say `mailbox local`', false),
            ...setForUsers(placements, { mailbox: 'none' }, 'Say `mailbox none`', false),
          ],
        });
      },
    },
    {
      looksAt: 'declaration',
      kinds: ['exUmContact'],
      check(contact, { deployment, read, report }) {
        if (read.text(contact, 'tool') !== 'ocsUmUtil' || (contact.fact('umDialPlan') ?? UNSET) !== UNSET) return;
        // Meant for hosted UM, it needs another tool instead (UM4023).
        if (hostedPurpose(deployment, read, contact) !== undefined) return;
        report({
          at: { path: contact.path, ...contact.valueSpan('umDialPlan') },
          message: `Contact ${contact.name} is made by OcsUmUtil, so it needs the \`umDialPlan\` that answers: without it nobody does`,
          fixes: () =>
            deployment
              .all('umDialPlan')
              .filter((plan) => plan.organization?.kind.name === 'exchange')
              .slice(0, 4)
              .map((plan) => setProperty(contact, 'umDialPlan', writtenName(plan.name))),
        });
      },
    },
    {
      looksAt: 'declaration',
      kinds: ['certificate'],
      check(certificate, { report }) {
        if (['pool', 'umServer'].some((property) => (certificate.fact(property) ?? UNSET) !== UNSET)) return;
        report({
          at: { path: certificate.path, ...certificate.head },
          message: `Certificate ${certificate.name} needs \`pool\` or \`umServer\`: who has it`,
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Without this property the object can't be made, or nothing can be said about its calls. \`unknown\` satisfies the requirement where the value isn't known
yet: what depends on it is then not checked.

In mixed mode every user says where the mailbox is (\`mailbox local\`, \`hosted\` or \`none\`), in the row or in the block around it, unless the user is homed online.
A contact made by OcsUmUtil names its \`umDialPlan\`, a certificate the \`pool\` or the \`umServer\` that has it.`,
  bad: `publicProvider Messenger {
               ^^^^^^^^^
  enabled true
}`,
  good: `publicProvider Messenger {
  proxyFqdn federation.messenger.example
  enabled true
}`,
  alsoBad: [
    `users Sales {
      ^^^^^
  pool pool01.contoso.com
  policy Cloud
  erin@contoso.com   line +14255550105
  frank@contoso.com  line +14255550106
}`,
    `users Sales {
  pool pool01.contoso.com
  policy Cloud
  erin@contoso.com   line +14255550105
  ^^^^^^^^^^^^^^^^
  frank@contoso.com  line +14255550106  mailbox hosted
}`,
    `exUmContact ova-local@contoso.com {
            ^^^^^^^^^^^^^^^^^^^^^
  tool ocsUmUtil
  displayNumber +14255550100
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
}`,
    `certificate Nobodys {
            ^^^^^^^
  usage default
  subject pool01.contoso.com
}`,
  ],
  alsoGood: [
    `users Online {
  hostingProvider ExchangeOnline
  erin@contoso.com
}`,
  ],
};
