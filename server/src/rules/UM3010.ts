import { MARKERS } from './markers';
import type { Rule, RulePage } from './types';
import { unknownExtensions } from './unknownNumbers';

export const rule: Rule = {
  code: 'UM3010',
  severity: 'error',
  title: 'Extension used twice in a dial plan',
  basis: 'documented',
  source: ['PS-ENUM'],
  checks: [
    unknownExtensions,
    {
      looksAt: 'index',
      index: 'extension',
      check({ key, users }, { report }) {
        const slash = key.lastIndexOf('/');
        const [plan, extension] = [key.slice(0, slash), key.slice(slash + 1)];
        const [first, ...others] = users;
        // One user declared twice is UM3001.
        const rest = others.filter((user) => user.address.toLowerCase() !== first?.address.toLowerCase());
        if (first === undefined || rest.length === 0) return;
        for (const user of rest.slice(0, MARKERS)) {
          const span = (one: typeof user) =>
            one.valueSpan('extensions', Math.max(0, one.texts('extensions').indexOf(extension)));
          report({
            at: { path: user.path, ...span(user) },
            message: `Extension ${extension} in plan ${plan} belongs to ${first.address} and ${user.address}: Enable-UMMailbox refuses the second, who has no voice mail`,
            related: [{ at: { path: first.path, ...span(first) }, message: `The first one: ${first.address}` }],
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `An extension is unique in its UM dial plan: Enable-UMMailbox refuses one that another mailbox has. In different plans the same extension may stand again.`,
  bad: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  extensions 55121
  dan@contoso.com    line +14255550122  extensions 55122, 55121
                                                          ^^^^^
}`,
  good: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  extensions 55121
  dan@contoso.com    line +14255550122  extensions 55122
}`,
  alsoGood: [
    `exchange OnPrem {
  version 2013
  umDialPlan Spokane { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond, Spokane }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond, Spokane }
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  carol@contoso.com  line +14255550121  extensions 55121  umDialPlan Redmond
  dan@contoso.com    line +14255550122  extensions 55121  umDialPlan Spokane
}`,
  ],
};
