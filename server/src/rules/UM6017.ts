import type { Declaration } from '../model/declaration';
import { gatewaysOf, linkedPlan } from '../routing/gateways';
import { setProperty } from './fixes';
import { localPlans } from './localUse';
import type { Rule, RuleContext, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM6017',
  severity: 'warning',
  title: 'Message waiting light allowed on one side only',
  basis: 'documented',
  source: ['EX-MWI'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read } = context;
        each(context, localPlans(deployment), (plan) => {
          const gateways = gatewaysOf(deployment, read, plan);
          const policies = deployment
            .all('umMailboxPolicy')
            .filter(
              (policy) => policy.organization === plan.organization && linkedPlan(deployment, read, policy) === plan,
            );
          const on = (holder: Declaration, property: string): boolean => read.flag(holder, property) !== false;
          const gatewayAllows =
            gateways.length === 0 || gateways.some((gateway) => on(gateway, 'messageWaitingIndicatorAllowed'));
          // `<plan> Default Policy` exists undeclared, and allows it.
          const byDefault =
            read.flag(plan, 'generateUMMailboxPolicy') !== false &&
            !policies.some((policy) => policy.key === `${plan.key} default policy`);
          const policyAllows = byDefault || policies.some((policy) => on(policy, 'allowMessageWaitingIndicator'));
          if (policyAllows) {
            for (const gateway of gateways)
              if (!on(gateway, 'messageWaitingIndicatorAllowed')) reportGateway(context, gateway, plan);
          }
          if (gatewayAllows) {
            for (const policy of policies)
              if (!on(policy, 'allowMessageWaitingIndicator')) reportPolicy(context, policy, plan);
          }
        });
      },
    },
  ],
};

function reportGateway({ report }: RuleContext, gateway: Declaration, plan: Declaration): void {
  report({
    at: { path: gateway.path, ...gateway.valueSpan('messageWaitingIndicatorAllowed') },
    message: `Gateway ${gateway.name} doesn't take message waiting signals, although mailbox policies of ${plan.name} allow them; MWI needs both: the message light stays dark`,
    fixes: () => [setProperty(gateway, 'messageWaitingIndicatorAllowed', 'true')],
  });
}

function reportPolicy({ report }: RuleContext, policy: Declaration, plan: Declaration): void {
  report({
    at: { path: policy.path, ...policy.valueSpan('allowMessageWaitingIndicator') },
    message: `Mailbox policy ${policy.name} doesn't allow the message waiting light, although gateways of ${plan.name} take its signals; MWI needs both: the light of its users stays dark`,
    fixes: () => [setProperty(policy, 'allowMessageWaitingIndicator', 'true')],
  });
}

export const page: RulePage = {
  explanation: `The message light goes from Exchange to the phone: the mailbox policy has to allow it (\`AllowMessageWaitingIndicator\`), and so has the UM IP gateway that it
goes through (\`MessageWaitingIndicatorAllowed\`). Switched off on one side only, nobody sees why the light stays dark. Where it is meant so, for a group of users say,
suppress this, or switch the other side off too.`,
  bad: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond  messageWaitingIndicatorAllowed false }
                                                                                                      ^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umMailboxPolicy Quiet { umDialPlan Redmond  allowMessageWaitingIndicator false }
                                                                           ^^^^^
}`,
  ],
  alsoGood: [
    `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond  messageWaitingIndicatorAllowed false }
  umMailboxPolicy "Redmond Default Policy" { umDialPlan Redmond  allowMessageWaitingIndicator false }
}`,
  ],
};
