import type { Declaration } from '../model/declaration';
import { gatewaysOf } from '../routing/gateways';
import { serversOf, serverVersion } from '../routing/localRoute';
import { setPropertyEdit } from './fixes';
import { localPairs, localPlans } from './localUse';
import { isLocalMode } from './modes';
import { writtenName } from './names';
import { isCallRouterVersion, restrictedServers } from './restrictedServers';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { each, usersOf, witnesses } from './witnesses';

export const rule: Rule = {
  code: 'UM6001',
  severity: 'error',
  title: 'UM dial plan is no SIP URI dial plan',
  basis: 'documented',
  source: ['PS-UMDP', 'OP-UM'],
  checks: [
    {
      looksAt: 'crowd',
      check(_crowd, context) {
        if (localPlans(context.deployment).length === 0 || !isLocalMode(context)) return;
        for (const { plan, users } of plansOfOtherTypes(context)) {
          const type = context.read.text(plan, 'uriType');
          const placements = users ?? [];
          context.report({
            at: { path: plan.path, ...plan.valueSpan('uriType') },
            message: `UM dial plan ${plan.name} is of type ${type}, and Lync works with SIP URI dial plans alone: nobody on it reaches voice mail. The type cannot be changed, the plan has to be made anew`,
            ...(placements.length > 0 && { users: usersOf(placements) }),
            related: witnesses(placements),
            fixes: () => [makeAnew(context, plan)],
          });
        }
      },
    },
  ],
};

/**
 * Local plans of another type that Lync uses. One that only Exchange 2013 servers list, and nothing of Lync, may be meant for another telephone system: the fault
 * is then that those servers are in it (UM6022).
 */
export function plansOfOtherTypes(
  context: RuleContext,
): { readonly plan: Declaration; readonly users?: LocalPlacements }[] {
  const { deployment, read } = context;
  const others: Declaration[] = [];
  each(context, localPlans(deployment), (plan) => {
    if (read.text(plan, 'uriType') !== 'sipName') others.push(plan);
  });
  if (others.length === 0) return [];
  const pairs = localPairs(context);
  return others.flatMap((plan) => {
    const own = pairs.filter((pair) => pair.plan === plan);
    const used = own.length > 0 || gatewaysOf(deployment, read, plan).some((gateway) => toLync(context, gateway));
    if (!used && restrictedServers(deployment, read, plan).length > 0) return [];
    return [{ plan, users: own.flatMap((pair) => pair.placements) }];
  });
}

/** As a SIP URI dial plan it has to be served by all servers from Exchange 2013 on (UM6009). */
export function makeAnew({ deployment, read }: RuleContext, plan: Declaration): Fix {
  const listed = serversOf(deployment, read, plan);
  const others = deployment
    .all('umServer')
    .filter((server) => server.organization === plan.organization && !listed.includes(server))
    .filter((server) => isCallRouterVersion(serverVersion(read, server)));
  const edits = others.map((server) =>
    setPropertyEdit(server, 'dialPlans', [...read.list(server, 'dialPlans'), plan.name].map(writtenName).join(', ')),
  );
  return {
    title: 'Make the plan anew as a SIP URI dial plan',
    edits: [setPropertyEdit(plan, 'uriType', 'sipName'), ...edits],
    preferred: true,
  };
}

type LocalPlacements = ReturnType<typeof localPairs>[number]['placements'];

function toLync({ deployment, read }: RuleContext, gateway: Declaration): boolean {
  return deployment.find('pool', read.text(gateway, 'address')) !== undefined;
}

export const page: RulePage = {
  explanation: `Exchange has three types of UM dial plan; Lync talks to SIP URI dial plans (\`SipName\`) only. \`New-UMDialPlan\` makes a telephone extension plan when
\`-URIType\` is forgotten, and the type can't be changed afterwards: users on such a plan get no SIP EUM proxy address, and Lync never finds their UM.

Create a new plan with \`-URIType SipName\`, move the mailbox policies, users and auto attendants, and remove the old one.`,
  bad: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType telExtn
            ^^^^^^^
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100
  }
}`,
  good: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100
  }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umDialPlan Redmond { voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
             ^^^^^^^
}`,
    `exchange OnPrem {
  version 2013
  umDialPlan Spare { uriType e164  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
                             ^^^^
}`,
  ],
};
