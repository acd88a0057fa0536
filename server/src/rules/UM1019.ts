import { planOf } from '../routing/localRoute';
import { eachMarked } from './markers';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1019',
  severity: 'error',
  title: "Extension that doesn't have the plan's length",
  basis: 'recommended',
  source: ['PS-UMDP', 'PS-ENUM'],
  checks: [
    {
      looksAt: 'individual',
      property: 'extensions',
      // An extension that is no number has no length there: it is reported as a text that doesn't fit.
      *pageFacets({ extensionRows, extensionLengths }) {
        for (const [i, row] of extensionRows.entries())
          if (extensionLengths[i]) yield [row, String(extensionLengths[i])] as const;
      },
      check(group, { deployment, read, report }) {
        const { placement, facet } = group;
        const plan = planOf(deployment, read, placement);
        const digits = plan && read.number(plan, 'numberOfDigitsInExtension');
        if (plan === undefined || digits === undefined || Number(facet) === digits) return;
        eachMarked(group, (user, all) => {
          const texts = user.texts('extensions');
          texts.forEach((extension, i) => {
            if (String(extension.length) !== facet) return;
            report({
              at: { path: user.path, ...user.valueSpan('extensions', i) },
              ...all,
              message: `Extension ${extension} has ${facet} digits; plan ${plan.name} wants ${digits}: Enable-UMMailbox refuses it for ${user.address}`,
              related: [
                {
                  at: { path: plan.path, ...plan.valueSpan('numberOfDigitsInExtension') },
                  message: `${plan.name}: ${digits} digits`,
                },
              ],
            });
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `All extensions in a UM dial plan have the length that \`numberOfDigitsInExtension\` says. A mailbox can't be enabled with another one, so the user has no voice
mail. The cmdlets' pages describe the two properties apart from each other; that they must agree is a recommendation drawn from them.`,
  bad: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  extensions 5121
                                                   ^^^^
  dan@contoso.com    line +14255550122  extensions 55122
}`,
  good: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  extensions 55121, 55131
  dan@contoso.com    line +14255550122  extensions 55122
}`,
};
