import { replace } from './fixes';
import { mailboxPolicyOf } from './mailboxPolicies';
import { eachMarked } from './markers';
import type { Rule, RulePage } from './types';

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
      looksAt: 'individual',
      property: 'pinLength',
      facet: (user) => user.texts('pinLength').filter((text) => /^\d+$/.test(text)),
      check(group, { deployment, read, report }) {
        const { placement, facet } = group;
        const length = Number(facet);
        if (length < 4 || length > 24) return;
        const found = mailboxPolicyOf(deployment, read, placement);
        if (found === undefined) return;
        const least = found.policy ? (read.number(found.policy, 'minPINLength') ?? DEFAULT_LENGTH) : DEFAULT_LENGTH;
        if (length >= least) return;
        eachMarked(group, (user, all) => {
          report({
            at: { path: user.path, ...user.valueSpan('pinLength') },
            ...all,
            message: `A PIN of ${length} digits: policy ${found.name} needs at least ${least}, so ${user.address} can't be UM-enabled`,
            ...(found.policy && {
              related: [
                {
                  at: { path: found.policy.path, ...found.policy.valueSpan('minPINLength') },
                  message: `${found.name} needs at least ${least}`,
                },
              ],
            }),
            fixes: () => [replace(user.path, user.valueSpan('pinLength'), String(least), `Change to ${least}`, true)],
          });
        });
      },
    },
  ],
};

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
