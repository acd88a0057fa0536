import { UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { planOf } from '../routing/localRoute';
import { mailboxPolicyOf } from './mailboxPolicies';
import { writtenName } from './names';
import { isUndeclared, nearestFix, otherKind, referenceChecks } from './references';
import type { Rule, RuleContext, RulePage } from './types';
import { setForUsers } from './userFixes';

export const rule: Rule = {
  code: 'UM2016',
  severity: 'error',
  title: 'UM mailbox policy that is not declared',
  basis: 'documented',
  source: ['PS-ENUM'],
  checks: [
    { looksAt: 'placement', check: checkDefault },
    ...referenceChecks(
      (property) => property.codes?.undeclared === 'UM2016',
      (site, context) => {
        if (!isUndeclared(context, site)) return;
        const { deployment, report } = context;
        const other = otherKind(deployment, site);
        const why = other ? `is ${other}` : 'is not declared';
        report({
          at: site.at,
          message: (who) =>
            `Mailbox of ${site.owner ?? who}: policy ${site.name} ${why}, so Enable-UMMailbox fails and there is no voice mail`,
          ...(site.users && { users: site.users() }),
          fixes: (placements) => nearestFix(deployment, site, placements),
        });
      },
    ),
  ],
};

/** Who names no policy gets the default one of the plan, which isn't made where the plan says so. */
function checkDefault(placement: Placement, { deployment, read, report }: RuleContext): void {
  if (placement.has('umMailboxPolicy') || read.text(placement, 'mailbox') !== 'local') return;
  const plan = planOf(deployment, read, placement);
  if (plan === undefined || read.flag(plan, 'generateUMMailboxPolicy') !== false) return;
  const found = mailboxPolicyOf(deployment, read, placement);
  if (found === undefined || found.policy) return;
  if (deployment.isIncomplete('umMailboxPolicy')) throw new UnknownFact(undefined, 'umMailboxPolicy', false);
  report({
    at: { placement, property: 'umDialPlan' },
    message: (who) =>
      `Mailbox of ${who}: no UM mailbox policy is named, and ${plan.name} makes no default policy, so Enable-UMMailbox fails and there is no voice mail`,
    related: [
      {
        at: { path: plan.path, ...plan.valueSpan('generateUMMailboxPolicy') },
        message: `UM dial plan ${plan.name} is made without ${found.name}`,
      },
    ],
    fixes: (placements) => {
      const policies = deployment
        .all('umMailboxPolicy')
        .filter(({ organization }) => organization === plan.organization);
      return policies
        .slice(0, 3)
        .flatMap((policy) =>
          setForUsers(
            placements,
            { umMailboxPolicy: writtenName(policy.name) },
            `Use ${policy.name}`,
            policies.length === 1,
          ),
        );
    },
  });
}

export const page: RulePage = {
  explanation: `Enable-UMMailbox takes a UM mailbox policy that exists. \`<plan> Default Policy\` is made with the dial plan and needs no declaration, unless the plan says
\`generateUMMailboxPolicy false\`: then who names no policy has none. Without a policy that exists the mailbox isn't enabled: callers of the user reach no voice mail.`,
  bad: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  umMailboxPolicy Executives
                  ^^^^^^^^^^
  carol@contoso.com  line +14255550121
}`,
  good: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  umMailboxPolicy "Redmond Default Policy"
  carol@contoso.com  line +14255550121
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100
    generateUMMailboxPolicy false
  }
  umMailboxPolicy Executives { umDialPlan Redmond }
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  umMailboxPolicy "Redmond Default Policy"
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^
}`,
    `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100
    generateUMMailboxPolicy false
  }
  umMailboxPolicy Executives { umDialPlan Redmond }
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
             ^^^^^^^
  carol@contoso.com  line +14255550121
}`,
  ],
};
