import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import type { Placement } from '../model/placement';
import { replace } from './fixes';
import { mailboxPolicyOf } from './mailboxPolicies';
import { eachMarked } from './markers';
import type { Finding, Rule, RulePage } from './types';
import { setForUsers } from './userFixes';

/** What a policy demands where nothing is declared of it. [PS-UMMPSET] */
const DEFAULT_LENGTH = 6;

export const rule: Rule = {
  code: 'UM1020',
  severity: 'error',
  title: 'PIN of the wrong length',
  basis: 'documented',
  source: ['PS-UMMPSET', 'PS-ENUM'],
  checks: [
    { looksAt: 'text' },
    {
      looksAt: 'placement',
      check(placement, { deployment, read, report }) {
        if (placement.origin('pinLength') !== 'block') return;
        const length = read.number(placement, 'pinLength');
        const wanted = length === undefined ? undefined : tooShort(deployment, read, placement, length);
        if (wanted === undefined) return;
        report({
          at: { placement, property: 'pinLength' },
          message: (who) =>
            `A PIN of ${length} digits is shorter than the UM mailbox policy needs, so ${who} can't be UM-enabled`,
          related: wanted.related,
          fixes: (all) => {
            const needed = all.map((each) => tooShort(deployment, read, each, length ?? 0)?.least ?? 0);
            const least = String(Math.max(...needed));
            return setForUsers(all, { pinLength: least }, `Change to ${least}`);
          },
        });
      },
    },
    {
      looksAt: 'individual',
      property: 'pinLength',
      facet: (user) => user.texts('pinLength').filter((text) => /^\d+$/.test(text)),
      check(group, { deployment, read, report }) {
        const { placement, facet } = group;
        const length = Number(facet);
        const wanted = tooShort(deployment, read, placement, length);
        if (wanted === undefined) return;
        eachMarked(group, (user, all) => {
          report({
            at: { path: user.path, ...user.valueSpan('pinLength') },
            ...all,
            message: `A PIN of ${length} digits: policy ${wanted.name} needs at least ${wanted.least}, so ${user.address} can't be UM-enabled`,
            related: wanted.related,
            fixes: () => [
              replace(user.path, user.valueSpan('pinLength'), String(wanted.least), `Change to ${wanted.least}`, true),
            ],
          });
        });
      },
    },
  ],
};

interface Wanted {
  readonly name: string;
  readonly least: number;
  readonly related: NonNullable<Finding['related']>;
}

/** What the users' policy asks for, where a PIN of a length that is allowed at all is too short for it. */
function tooShort(deployment: Deployment, read: FactReader, placement: Placement, length: number): Wanted | undefined {
  if (length < 4 || length > 24) return undefined;
  const found = mailboxPolicyOf(deployment, read, placement);
  if (found === undefined) return undefined;
  const { name, policy } = found;
  const least = (policy && read.number(policy, 'minPINLength')) ?? DEFAULT_LENGTH;
  if (length >= least) return undefined;
  const related = policy
    ? [{ at: { path: policy.path, ...policy.valueSpan('minPINLength') }, message: `${name} needs at least ${least}` }]
    : [];
  return { name, least, related };
}

export const page: RulePage = {
  explanation: `A PIN has 4 to 24 digits, and at least as many as the user's UM mailbox policy demands (6, unless \`minPINLength\` says otherwise). Enable-UMMailbox refuses a
shorter one. \`pinLength\` is only the length: the PIN itself is generated when the mailbox is enabled, and never written down here.`,
  bad: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  pinLength 5
                                                  ^
  dan@contoso.com    line +14255550122
}`,
  good: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  pinLength 6
  dan@contoso.com    line +14255550122
}`,
  alsoBad: [
    `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  pinLength 25
                                                  ^^
}`,
    `exchange OnPrem {
  version 2013
  umMailboxPolicy Executives { umDialPlan Redmond  minPINLength 8 }
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  umMailboxPolicy Executives
  carol@contoso.com  line +14255550121  pinLength 7
                                                  ^
}`,
  ],
};
