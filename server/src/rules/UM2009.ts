import { fold, nearest } from '../base/words';
import { replace } from './fixes';
import { writtenName } from './names';
import { scopeOfName } from './scopes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2009',
  severity: 'error',
  title: 'Policy of a site that does not exist',
  basis: 'recommended',
  source: ['PS-NEWHVP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostedVoicemailPolicy'],
      check(policy, { deployment, report, complete }) {
        const site = scopeOfName(policy)?.site;
        if (site === undefined) return;
        const sites = deployment.all('site', 'branchSite');
        if (sites.some((other) => other.key === fold(site))) return;
        complete('site', 'branchSite');
        const free = sites.filter(
          (other) => deployment.named('hostedVoicemailPolicy', `site:${other.name}`).length === 0,
        );
        const names = free.map((other) => other.name);
        const guess = nearest(site, names);
        report({
          at: { path: policy.path, ...policy.head },
          message: `Site policy ${policy.name}: site ${site} is not declared, so nobody is under this policy and voice mail follows the global one`,
          fixes: () =>
            [...(guess ? [guess] : []), ...names.filter((name) => name !== guess)]
              .slice(0, 4)
              .map((name) =>
                replace(
                  policy.path,
                  policy.head,
                  writtenName(`site:${name}`),
                  `Change to site:${name}`,
                  name === guess,
                ),
              ),
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A policy of site scope is called \`site:\` and the name of the site, and applies to users whose home pool stands there. Under another name it applies to
nobody: its users fall to the global policy, and if that has no destination they can't be enabled for hosted voice mail. The documents don't say that the cmdlet looks
the site up; that the site must be declared is a recommendation.`,
  bad: `hostedVoicemailPolicy site:Redmnd {
                      ^^^^^^^^^^^
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
  good: `hostedVoicemailPolicy site:redmond {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
};
