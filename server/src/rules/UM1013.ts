import { renameFix, shortName } from './rename';
import type { Rule, RulePage } from './types';

const LIMIT = 49;

export const rule: Rule = {
  code: 'UM1013',
  severity: 'error',
  title: 'Name of a UM dial plan too long',
  basis: 'documented',
  source: ['PS-UMDP', 'EX-DIAL'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umDialPlan'],
      check(plan, { deployment, report }) {
        if (plan.name.length <= LIMIT) return;
        report({
          at: { path: plan.path, ...plan.head },
          message: `The name of this dial plan has ${plan.name.length} characters; ${LIMIT} is the limit, because "<name> Default Policy" must fit in 64`,
          fixes: () => [renameFix(deployment, plan, shortName(deployment, plan, LIMIT))],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`New-UMDialPlan\` takes 64 characters, but with the plan it makes the mailbox policy \`<name> Default Policy\`, and that name may have 64 as well: with more
than 49 the plan can't be made. A plan can't be renamed afterwards, only made anew.`,
  bad: `exchange OnPrem {
  version 2013
  umDialPlan Redmond-and-all-the-other-plants-of-the-north-west {
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
  }
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond, Redmond-and-all-the-other-plants-of-the-north-west }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond, Redmond-and-all-the-other-plants-of-the-north-west }
}`,
  good: `exchange OnPrem {
  version 2013
  umDialPlan North-West {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
  }
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond, North-West }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond, North-West }
}`,
};
