import { siteOf } from '../routing/effectivePolicy';
import { replace } from './fixes';
import { writtenName } from './names';
import { scopeOfName } from './scopes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1030',
  severity: 'warning',
  title: 'Scope that hosted voice mail policies do not have',
  basis: 'documented',
  source: ['PS-NEWHVP'],
  checks: [
    { looksAt: 'text' },
    {
      looksAt: 'declaration',
      kinds: ['hostedVoicemailPolicy'],
      check(policy, { deployment, report }) {
        const service = scopeOfName(policy)?.service;
        if (service === undefined) return;
        report({
          at: { path: policy.path, ...policy.head },
          message: `Hosted voice mail policies have global, site and per-user scope only: ${policy.name} applies to nobody`,
          fixes: () => {
            const own = siteOf(deployment.find('pool', service.replace(/^[^:]*:/, '')));
            const sites = own ? [own] : deployment.all('site', 'branchSite').slice(0, 4);
            return sites
              .filter((site) => deployment.named('hostedVoicemailPolicy', `site:${site.name}`).length === 0)
              .map((site, i) =>
                replace(
                  policy.path,
                  policy.head,
                  writtenName(`site:${site.name}`),
                  `Change to site:${site.name}`,
                  i === 0,
                ),
              );
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Other policies of Lync can have the scope \`service:\`; this one has global, site and per-user scope alone. Nobody gets a policy of a service:
users stay with that of their site, or the global one. There is no business unit in it either: what such a property was to separate are per-user policies, granted to users.`,
  bad: `hostedVoicemailPolicy service:Registrar:pool01.contoso.com {
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
  good: `hostedVoicemailPolicy site:Redmond {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
  alsoBad: [
    `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
  businessUnit Sales
  ^^^^^^^^^^^^
}`,
  ],
};
