import { isUndeclared, nearestFix, otherKind, referenceChecks } from './references';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2016',
  severity: 'error',
  title: 'UM mailbox policy that is not declared',
  basis: 'documented',
  source: ['PS-ENUM'],
  checks: [
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

export const page: RulePage = {
  explanation: `Enable-UMMailbox takes a UM mailbox policy that exists. \`<plan> Default Policy\` is made with the dial plan and needs no declaration, unless the plan says
\`generateUMMailboxPolicy false\`. With another name the mailbox isn't enabled: callers of the user reach no voice mail.`,
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
  ],
};
