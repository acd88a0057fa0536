import { evaluate } from '../routing/expectations';
import { wordPlace } from './expectationFaults';
import { replace } from './fixes';
import { referenceChecks } from './references';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0009',
  severity: 'error',
  title: 'Ambiguous reference',
  basis: 'language',
  source: [],
  checks: [
    ...referenceChecks(
      () => true,
      (site, { deployment, report }) => {
        const found = deployment.resolve(site.kinds, site.name, site.around);
        if (found.state !== 'ambiguous') return;
        const names = found.candidates.map((candidate) => candidate.qualifiedName);
        report({
          at: site.at,
          message: `Several organizations have ${site.name}: write which one is meant, ${names.join(' or ')}`,
          ...(site.users && { users: site.users() }),
          related: found.candidates.map((candidate) => ({
            at: { path: candidate.path, ...candidate.head },
            message: candidate.qualifiedName,
          })),
          fixes: (placements) =>
            names.flatMap((name) =>
              site
                .rename(name, `Write ${name}`, placements.length > 0 ? placements : undefined)
                .map((fix) => ({ ...fix, preferred: false })),
            ),
        });
      },
    ),
    {
      looksAt: 'crowd',
      check(_crowd, { deployment, report }) {
        for (const expectation of deployment.expectations) {
          const { fault } = evaluate(deployment, expectation);
          if (fault?.meant === undefined) continue;
          const at = wordPlace(expectation, fault.word);
          const { meant } = fault;
          report({
            at,
            message: fault.message,
            fixes: () => meant.map((text) => replace(at.path, at, text, `Write ${text}`)),
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Two organizations have an object of this name. A bare name is looked up in the organization around it, then everywhere; outside, as in a user's row or a
contact, it has to be said which one is meant: \`ORG\\NAME\`. Until then nothing is concluded from it.`,
  bad: `exchange Europe {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 44 }
  umServer ex11.contoso.com { umStartupMode dual  dialPlans Redmond }
  umServer ex12.contoso.com { umStartupMode dual  dialPlans Redmond }
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
             ^^^^^^^
  carol@contoso.com  line +14255550121
}
exUmContact ova-local@contoso.com {
  tool ocsUmUtil
  displayNumber +14255550100
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan OnPrem\\Redmond
}`,
  good: `exchange Europe {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 44 }
  umServer ex11.contoso.com { umStartupMode dual  dialPlans Redmond }
  umServer ex12.contoso.com { umStartupMode dual  dialPlans Redmond }
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan OnPrem\\Redmond
  carol@contoso.com  line +14255550121
}
exUmContact ova-local@contoso.com {
  tool ocsUmUtil
  displayNumber +14255550100
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan OnPrem\\Redmond
}`,
};
