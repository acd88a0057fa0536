import { sameWord } from '../base/words';
import { linkedPlan } from '../routing/gateways';
import { setProperty } from './fixes';
import { writtenName } from './names';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM6015',
  severity: 'warning',
  title: 'Pilot of the hunt group is not the dial plan',
  basis: 'documented',
  source: ['PS-UMHG', 'OP-PROC'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umHuntGroup'],
      check(group, { deployment, read, report }) {
        const plan = linkedPlan(deployment, read, group);
        const pilot = read.text(group, 'pilotIdentifier');
        if (plan === undefined || pilot === undefined || read.text(plan, 'uriType') !== 'sipName') return;
        if (sameWord(pilot, plan.name)) return;
        report({
          at: { path: group.path, ...group.valueSpan('pilotIdentifier') },
          message: `The pilot of hunt group ${group.name} is ${pilot}, and Lync calls the plan by its name: the pilot must be ${plan.name}, or calls are not answered`,
          fixes: () => [setProperty(group, 'pilotIdentifier', writtenName(plan.name))],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A hunt group tells UM by which pilot a call belongs to which dial plan. Lync names the dial plan, so ExchUCUtil sets the pilot to the plan's name. With another
pilot UM doesn't know the call and doesn't answer. There is no cmdlet to change a hunt group: remove it, and create it again or run ExchUCUtil once more.`,
  bad: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
  umHuntGroup Pool01 { umDialPlan Redmond  umIPGateway Pool01  pilotIdentifier 55000 }
                                                                               ^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
  umHuntGroup Pool01 { umDialPlan Redmond  umIPGateway Pool01  pilotIdentifier Redmond }
}`,
};
