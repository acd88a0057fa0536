import type { Declaration } from '../model/declaration';
import { gatewaysOf, linkedPlan } from '../routing/gateways';
import { homePools } from './edges';
import { setProperty } from './fixes';
import { poolOfGateway } from './gateways';
import { localPlans } from './localUse';
import { allowsOutcalls, candidates, keepOne } from './outcalls';
import type { Fix, Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM6005',
  severity: 'error',
  title: 'Gateway for out-calls points to a Director',
  basis: 'documented',
  source: ['OP-UM'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umIPGateway'],
      check(gateway, context) {
        const { deployment, read, report } = context;
        if (!allowsOutcalls(read, gateway)) return;
        const pool = poolOfGateway(deployment, read, gateway);
        if (pool === undefined || read.text(pool, 'role') !== 'director') return;
        report({
          at: { path: gateway.path, ...gateway.valueSpan('address') },
          message: `Gateway ${gateway.name} may place out-calls and points to Director pool ${pool.name}, which cannot place them: Play on Phone and transfers by UM fail`,
          related: [{ at: { path: pool.path, ...pool.head }, message: `${pool.name} is a Director pool` }],
          fixes: () => waysOut(gateway, context),
        });
      },
    },
  ],
};

function waysOut(gateway: Declaration, { deployment, read }: RuleContext): Fix[] {
  const plan =
    linkedPlan(deployment, read, gateway) ??
    localPlans(deployment).find((each) => gatewaysOf(deployment, read, each).includes(gateway));
  const others = plan ? candidates(deployment, read, plan).filter((each) => each.gateway !== gateway) : [];
  if (plan && others.length > 0)
    return others
      .slice(0, 3)
      .map((other, i) =>
        keepOne(deployment, read, plan, other.gateway, `Out-calls through ${other.gateway.name} alone`, i === 0),
      );
  const [pool] = homePools(deployment);
  return pool ? [setProperty(gateway, 'address', pool.name, `Point it to ${pool.name}`)] : [];
}

export const page: RulePage = {
  explanation: `A call that UM places, for Play on Phone or a transfer, arrives at the pool of the gateway. A Director passes sign-ins on and has no Mediation Server behind
it: the call ends there. Let the gateway of a Front End pool place the calls.`,
  bad: `site Redmond {
  siteId 1
  pool dir01.contoso.com { role director }
}
exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond  outcallsAllowed false }
  umIPGateway Director { address dir01.contoso.com  umDialPlan Redmond }
                                 ^^^^^^^^^^^^^^^^^
}`,
  good: `site Redmond {
  siteId 1
  pool dir01.contoso.com { role director }
}
exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
  umIPGateway Director { address dir01.contoso.com  umDialPlan Redmond  outcallsAllowed false }
}`,
};
