import type { Declaration } from '../model/declaration';
import { groupsOf, linkedPlan } from '../routing/gateways';
import { insertIntoBlock, setPropertyEdit } from './fixes';
import { writtenName } from './names';
import type { Fix, Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM6016',
  severity: 'warning',
  title: 'Dial plans share a gateway without hunt groups of their own',
  basis: 'documented',
  source: ['EX-HUNT'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umIPGateway'],
      check(gateway, context) {
        const { deployment, read, report, complete } = context;
        const groups = groupsOf(deployment, read, gateway);
        const linked = [gateway, ...groups].map((link) => linkedPlan(deployment, read, link));
        const plans = [...new Set(linked.filter((plan) => plan !== undefined))];
        if (plans.length < 2) return;
        const lacking = plans.filter((plan) => !hasOwnPilot(context, groups, plan));
        if (lacking.length === 0) return;
        complete('umHuntGroup');
        report({
          at: { path: gateway.path, ...gateway.head },
          message: `Dial plans ${plans.map((plan) => plan.name).join(' and ')} share gateway ${gateway.name}, and ${lacking.map((plan) => plan.name).join(', ')} has no hunt group with a pilot of its own: UM cannot tell to which plan a call belongs`,
          related: plans.map((plan) => ({
            at: { path: plan.path, ...plan.head },
            message: `UM dial plan ${plan.name}`,
          })),
          fixes: () => [addGroups(context, gateway, groups, lacking)],
        });
      },
    },
  ],
};

/** Whether a hunt group ties the plan to the gateway with a pilot. */
function hasOwnPilot({ deployment, read }: RuleContext, groups: readonly Declaration[], plan: Declaration): boolean {
  return groups.some(
    (group) => linkedPlan(deployment, read, group) === plan && read.text(group, 'pilotIdentifier') !== undefined,
  );
}

function addGroups(
  { deployment, read }: RuleContext,
  gateway: Declaration,
  groups: readonly Declaration[],
  plans: readonly Declaration[],
): Fix {
  const { organization } = gateway;
  const edits = plans.flatMap((plan) => {
    const own = groups.find((group) => linkedPlan(deployment, read, group) === plan);
    const name = writtenName(plan.name);
    if (own) return [setPropertyEdit(own, 'pilotIdentifier', name)];
    if (organization === undefined) return [];
    const group = writtenName(`${gateway.name}-${plan.name}`);
    const text = `umHuntGroup ${group} { umDialPlan ${name}  umIPGateway ${writtenName(gateway.name)}  pilotIdentifier ${name} }`;
    return [insertIntoBlock(organization, text)];
  });
  return { title: `Give ${plans.map((plan) => plan.name).join(', ')} a hunt group of its own`, edits, preferred: true };
}

export const page: RulePage = {
  explanation: `When several dial plans use one gateway, only the pilot of the hunt group tells which plan a call is for. So each plan needs a hunt group of its own on that
gateway, with its own pilot, which for Lync is the name of the plan. A plan that is tied by the gateway's own dial plan alone gets a default hunt group without a pilot.`,
  bad: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
              ^^^^^^
  umHuntGroup Seattle { umDialPlan Seattle  umIPGateway Pool01  pilotIdentifier Seattle }
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond, Seattle }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond, Seattle }
  umDialPlan Seattle { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
}`,
  good: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
  umHuntGroup Redmond { umDialPlan Redmond  umIPGateway Pool01  pilotIdentifier Redmond }
  umHuntGroup Seattle { umDialPlan Seattle  umIPGateway Pool01  pilotIdentifier Seattle }
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond, Seattle }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond, Seattle }
  umDialPlan Seattle { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com }
              ^^^^^^
  umHuntGroup Redmond { umDialPlan Redmond  umIPGateway Pool01 }
  umHuntGroup Seattle { umDialPlan Seattle  umIPGateway Pool01  pilotIdentifier Seattle }
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond, Seattle }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond, Seattle }
  umDialPlan Seattle { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
}`,
  ],
};
