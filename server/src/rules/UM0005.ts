import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { UNSET } from '../model/facts';
import type { Placement } from '../model/placement';
import type { PlacedProblem } from '../model/usersBlock';
import { hostedPurpose } from './contacts';
import { setProperty, setPropertyEdit } from './fixes';
import { localPlans } from './localUse';
import { modeOf } from './modes';
import { writtenName } from './names';
import type { Fix, FixEdit, Rule, RulePage } from './types';
import { setForUsers } from './userFixes';

export const rule: Rule = {
  code: 'UM0005',
  severity: 'error',
  title: 'Required property missing',
  basis: 'language',
  source: [],
  checks: [
    { looksAt: 'text', fixes: addRole },
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

/** The roles that a pool can have where it stands: what is written of it, its site and its users tell. */
function addRole({ path, start }: PlacedProblem, deployment: Deployment): Fix[] {
  const pool = deployment.all('pool').find((each) => each.path === path && each.head.start === start);
  if (pool === undefined || pool.written.has('role')) return [];
  const roles = fittingRoles(deployment, pool);
  return roles.map((role) => ({
    title: `Add \`role ${role}\``,
    edits: [roleEdit(pool, role)],
    preferred: roles.length === 1,
  }));
}

/** What a pool does stands first. */
function roleEdit(pool: Declaration, role: string): FixEdit {
  const { body } = pool.node;
  if (body === undefined) return setPropertyEdit(pool, 'role', role);
  const start = pool.item.start + body.start + 1;
  return { path: pool.path, start, end: start, text: ` role ${role} ` };
}

function fittingRoles(deployment: Deployment, pool: Declaration): string[] {
  const only = [...pool.written.values()].flatMap(({ property }) => property.roles ?? []);
  if (only.length > 0) return [...new Set(only)];
  const isHere = (owner: { fact(name: string): unknown }): boolean => {
    const name = owner.fact('pool');
    return typeof name === 'string' && sameWord(name, pool.name);
  };
  const homes = deployment.placements().some(isHere) || deployment.all('exUmContact').some(isHere);
  if (pool.parent?.kind.name === 'branchSite') return homes ? ['survivableBranch'] : ['survivableBranch', 'mediation'];
  const homing = ['frontEnd', 'standardEdition'];
  return homes ? homing : [...homing, 'edge', 'mediation', 'director'];
}

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
