import { addTo } from '../base/lists';
import type { Declaration } from '../model/declaration';
import type { UnknownFact } from '../model/facts';
import { siteOf } from '../routing/effectivePolicy';
import { gatewaysOf } from '../routing/gateways';
import { homePools } from './edges';
import { poolOfGateway } from './gateways';
import { type LocalPair, localPairs, localPlans } from './localUse';
import { isLocalMode } from './modes';
import { allowsOutcalls, candidates, keepOne } from './outcalls';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM6006',
  severity: 'warning',
  title: 'Gateway for out-calls at another site',
  basis: 'documented',
  source: ['OP-UM'],
  checks: [
    {
      looksAt: 'crowd',
      check(_crowd, context) {
        const { deployment, read, report, complete } = context;
        if (localPlans(deployment).length === 0 || !isLocalMode(context)) return;
        const open: UnknownFact[] = [];
        const note = (fact: UnknownFact): number => open.push(fact);
        const pairs = localPairs({ ...context, notChecked: note }, note);
        // Where most users are hangs on all of them.
        if (open[0]) throw open[0];
        complete('users');
        const homes = homePools(deployment);
        for (const plan of localPlans(deployment)) {
          const sites = new Map<Declaration, LocalPair[]>();
          for (const pair of pairs.filter((one) => one.plan === plan)) {
            const { pool } = pair;
            // Users of a pool that can't home them are UM2013.
            if (pool) read.text(pool, 'role');
            if (pool === undefined || !homes.includes(pool)) continue;
            const site = siteOf(pool);
            if (site) addTo(sites, site, pair);
          }
          const allowed = gatewaysOf(deployment, read, plan).filter((gateway) => allowsOutcalls(read, gateway));
          const [gateway] = allowed;
          // Several: UM6004.
          if (gateway === undefined || allowed.length > 1) continue;
          const site = siteOf(poolOfGateway(deployment, read, gateway));
          if (site === undefined) continue;
          const main = withMostUsers(sites);
          if (site === main) continue;
          const isBranch = site.kind.name === 'branchSite';
          if (main === undefined && !isBranch) continue;
          report({
            at: { path: gateway.path, ...gateway.valueSpan('address') },
            message: main
              ? `Out-calls of ${plan.name} are placed from ${isBranch ? 'branch site' : 'site'} ${site.name}, while most of its users are at ${main.name}: the calls cross the line between the two`
              : `Out-calls of ${plan.name} are placed from branch site ${site.name}: they cross the line to it`,
            fixes: () =>
              candidates(deployment, read, plan)
                .filter((each) => {
                  const own = siteOf(poolOfGateway(deployment, read, each.gateway));
                  return own !== undefined && (main ? own === main : own.kind.name === 'site');
                })
                .slice(0, 3)
                .map((each, i) =>
                  keepOne(
                    deployment,
                    read,
                    plan,
                    each.gateway,
                    `Out-calls through ${each.gateway.name} alone`,
                    i === 0,
                  ),
                ),
          });
        }
      },
    },
  ],
};

/** Where most of the users are, if any are. */
function withMostUsers(sites: ReadonlyMap<Declaration, readonly LocalPair[]>): Declaration | undefined {
  const counted = Array.from(sites, ([site, pairs]) => ({
    site,
    users: pairs.reduce((sum, pair) => sum + pair.users, 0),
  }));
  return counted.filter(({ users }) => users > 0).sort((a, b) => b.users - a.users)[0]?.site;
}

export const page: RulePage = {
  explanation: `One gateway of a dial plan places all calls of UM. Microsoft advises to take that of the pool with the most traffic, and to avoid pools at another central
site or at a branch site: the media would cross the wide area network twice, and with the line down Play on Phone fails for everybody.`,
  bad: `branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch } }
voicemailReroutingConfiguration global { enabled true  autoAttendantNumber +14255550100  subscriberAccessNumber +14255550100 }
exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond  outcallsAllowed false }
  umIPGateway Branch { address sba01.contoso.com  umDialPlan Redmond }
                               ^^^^^^^^^^^^^^^^^
}`,
  good: `branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch } }
voicemailReroutingConfiguration global { enabled true  autoAttendantNumber +14255550100  subscriberAccessNumber +14255550100 }
exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
  umIPGateway Branch { address sba01.contoso.com  umDialPlan Redmond  outcallsAllowed false }
}`,
};
