import { count } from '../base/words';
import { gatewaysOf } from '../routing/gateways';
import { localPlans } from './localUse';
import { isLocalMode } from './modes';
import { allowsOutcalls, keepOne, nearCandidates, pointsToDirector } from './outcalls';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM6004',
  severity: 'error',
  title: 'Not exactly one gateway for out-calls',
  basis: 'documented',
  source: ['OP-UM'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report, complete } = context;
        if (localPlans(deployment).length === 0 || !isLocalMode(context)) return;
        each(context, localPlans(deployment), (plan) => {
          if (read.text(plan, 'uriType') !== 'sipName') return;
          const gateways = gatewaysOf(deployment, read, plan);
          const allowed = gateways.filter((gateway) => allowsOutcalls(read, gateway));
          // Those that point to a Director are a fault of their own (UM6005).
          const proper = allowed.filter((gateway) => !pointsToDirector(deployment, read, gateway));
          if (gateways.length === 0 || proper.length === 1 || (proper.length === 0 && allowed.length > 0)) return;
          if (proper.length === 0) complete('umIPGateway');
          const at = proper[1] ?? gateways[0];
          if (at === undefined) return;
          report({
            at: { path: at.path, ...at.valueSpan('outcallsAllowed') },
            message:
              proper.length === 0
                ? `No gateway of ${plan.name} may place out-calls, and exactly one has to: Play on Phone and transfers by UM fail`
                : `${proper.length} gateways of ${plan.name} may place out-calls (${proper.map((gateway) => gateway.name).join(', ')}); exactly one is wanted, that of the pool with the most traffic`,
            related: (proper.length === 0 ? [] : proper.filter((gateway) => gateway !== at)).map((gateway) => ({
              at: { path: gateway.path, ...gateway.valueSpan('outcallsAllowed') },
              message: `Gateway ${gateway.name} may place out-calls too`,
            })),
            fixes: () =>
              nearCandidates(deployment, read, plan)
                .slice(0, 4)
                .map(({ gateway, users }, i) =>
                  keepOne(
                    deployment,
                    read,
                    plan,
                    gateway,
                    `Out-calls through ${gateway.name} alone (${count(users, 'user')})`,
                    i === 0,
                  ),
                ),
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `ExchUCUtil makes a UM IP gateway for each Front End pool, and each may place calls when it is new. For Play on Phone, and when UM transfers a caller, Exchange
takes any gateway that may; Lync wants exactly one for each SIP dial plan, so that calls don't come from a pool that can't place them. Disable out-calls on all but one:
prefer the busiest pool, never a Director, not one at another site. When there is only one gateway, don't disable it.

Gateways that aren't declared are those ExchUCUtil makes, and are not checked.`,
  bad: `site Redmond {
  siteId 1
  pool pool02.contoso.com { role frontEnd  edgePool edge01.contoso.com }
}
exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
  umIPGateway Pool02 { address pool02.contoso.com  umDialPlan Redmond }
              ^^^^^^
}`,
  good: `site Redmond {
  siteId 1
  pool pool02.contoso.com { role frontEnd  edgePool edge01.contoso.com }
}
exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
  umIPGateway Pool02 { address pool02.contoso.com  umDialPlan Redmond  outcallsAllowed false }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond  outcallsAllowed false }
                                                                                       ^^^^^
}`,
    `site Redmond {
  siteId 1
  pool pool02.contoso.com { role frontEnd  edgePool edge01.contoso.com }
}
exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com }
  umIPGateway Pool02 { address pool02.contoso.com  outcallsAllowed true }
                                                                   ^^^^
  umHuntGroup Pool01 { umDialPlan Redmond  umIPGateway Pool01  pilotIdentifier Redmond }
  umHuntGroup Pool02 { umDialPlan Redmond  umIPGateway Pool02  pilotIdentifier Redmond }
}`,
  ],
};
