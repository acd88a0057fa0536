import type { Declaration } from '../model/declaration';
import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM3014',
  severity: 'error',
  title: 'Two federation routes',
  basis: 'documented',
  source: ['I-9465', 'PS-MOVE'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report } = context;
        const routes: Declaration[] = [];
        each(context, deployment.all('pool'), (pool) => {
          if (read.text(pool, 'role') === 'edge' && read.flag(pool, 'federationRoute') === true) routes.push(pool);
        });
        const [first, ...others] = routes;
        if (first === undefined) return;
        for (const pool of others) {
          report({
            at: { path: pool.path, ...pool.valueSpan('federationRoute') },
            message: `Only one Edge pool can be the federation route: with ${first.name} and ${pool.name} Move-CsUser fails, and it isn't said by which one hosted calls leave`,
            related: [
              {
                at: { path: first.path, ...first.valueSpan('federationRoute') },
                message: `${first.name} is one already`,
              },
            ],
            fixes: () => [
              setProperty(pool, 'federationRoute', 'false', `Keep ${first.name} as the federation route`),
              {
                ...setProperty(first, 'federationRoute', 'false', `Make ${pool.name} the federation route`),
                preferred: false,
              },
            ],
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Federation, and with it the way to hosted UM, uses one Edge pool of a deployment. Two that are both marked as the federation route make Move-CsUser fail, as
reported in the documentation's issues.`,
  bad: `site Redmond {
  siteId 1
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true }
  pool edge02.contoso.com { role edge  accessFqdn sip2.contoso.com  externalAddress 203.0.113.11  federationRoute true }
                                                                                                                  ^^^^
}`,
  good: `site Redmond {
  siteId 1
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true }
  pool edge02.contoso.com { role edge  accessFqdn sip2.contoso.com  externalAddress 203.0.113.11 }
}`,
};
