import { isUndeclared, nearestFix, otherKind, referenceChecks } from './references';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2015',
  severity: 'error',
  title: 'UM mailbox policy without a UM dial plan',
  basis: 'documented',
  source: ['PS-UMMP'],
  checks: [
    { looksAt: 'text' },
    ...referenceChecks(
      (property) => property.codes?.undeclared === 'UM2015',
      (site, context) => {
        if (!isUndeclared(context, site)) return;
        const { deployment, report } = context;
        const other = otherKind(deployment, site);
        const why = other ? `is ${other}` : 'is not declared';
        report({
          at: site.at,
          message: `${site.owner} needs a UM dial plan: ${site.name} ${why}, so New-UMMailboxPolicy fails`,
          ...(site.users && { users: site.users() }),
          fixes: (placements) => nearestFix(deployment, site, placements),
        });
      },
    ),
  ],
};

export const page: RulePage = {
  explanation: `A UM mailbox policy belongs to a UM dial plan: \`New-UMMailboxPolicy\` demands \`-UMDialPlan\`, though an example of the documentation leaves it out. Without
one the policy isn't made, and no mailbox can be enabled with it.`,
  bad: `exchange OnPrem {
  version 2013
  umMailboxPolicy Executives { umDialPlan Redmnd }
                                          ^^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umMailboxPolicy Executives { umDialPlan Redmond }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umMailboxPolicy Executives { minPINLength 8 }
                  ^^^^^^^^^^
}`,
  ],
};
