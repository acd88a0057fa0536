import { siteOf } from '../routing/effectivePolicy';
import { eachUse } from './policyUse';
import type { Rule, RulePage } from './types';
import { whoOf, witnesses } from './witnesses';

export const rule: Rule = {
  code: 'UM4010',
  severity: 'information',
  title: 'Policy that applies without a grant',
  basis: 'documented',
  source: ['POL'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { deployment, report } = context;
        eachUse(crowd, context, (use) => {
          const { policy, scope } = use.effective;
          if (policy === undefined || scope === 'user' || use.users === 0) return;
          if (use.effective.destination === undefined) return;
          const { placements, users } = use;
          const pools = placements.map((placement) => deployment.find('pool', String(placement.fact('pool') ?? '')));
          const sites = [...new Set(pools.map((pool) => siteOf(pool)?.name).filter((name) => name !== undefined))];
          const why =
            scope === 'site'
              ? `no per-user policy is granted, and the home pool stands in site ${sites.join(', ')}`
              : 'no per-user policy is granted, and the site of the home pool has none';
          report({
            at: { path: policy.path, ...policy.head },
            message: `${whoOf(placements)} ${users === 1 ? 'gets' : 'get'} policy ${policy.name}: ${why}`,
            users,
            related: witnesses(placements),
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A hosted voice mail policy applies in this order: the one granted to the user, the one of the home pool's site, the global one. The first match wins.
This information says which users take a policy of site or global scope, so that a change there holds no surprise: moving such a user to a pool in another site may
change where the voice mail goes.`,
  bad: `hostedVoicemailPolicy global { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
                      ^^^^^^
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  alice@contoso.com  line +14255550101
}`,
  good: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
}`,
};
