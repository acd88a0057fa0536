import { renameFix } from './rename';
import type { Rule, RulePage } from './types';

const forbidden = /["/\\[\]:;|=,+*?<>]/g;

export const rule: Rule = {
  code: 'UM1014',
  severity: 'error',
  title: 'Character that the name of a UM dial plan may not have',
  basis: 'documented',
  source: ['PS-UMDP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umDialPlan'],
      check(plan, { deployment, report }) {
        const found = [...new Set(plan.name.match(forbidden))];
        if (found.length === 0) return;
        const which = `character${found.length > 1 ? 's' : ''} ${found.join(' ')}`;
        report({
          at: { path: plan.path, ...plan.head },
          message: `The name of a UM dial plan may not have the ${which}: New-UMDialPlan refuses "${plan.name}"`,
          fixes: () => {
            const name = plan.name.replace(forbidden, '');
            return name === '' || deployment.named('umDialPlan', name).length > 0
              ? []
              : [renameFix(deployment, plan, name)];
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The name of a UM dial plan becomes part of phone contexts and EUM proxy addresses, so \`" / \\ [ ] : ; | = , + * ? < >\` are not allowed in it:
\`New-UMDialPlan\` fails.`,
  bad: `exchange OnPrem {
  version 2013
  umDialPlan "Plant+Office" { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
             ^^^^^^^^^^^^^^
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond, "Plant+Office" }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond, "Plant+Office" }
}`,
  good: `exchange OnPrem {
  version 2013
  umDialPlan Plant-Office { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond, Plant-Office }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond, Plant-Office }
}`,
};
