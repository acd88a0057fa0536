import { gatewaysOf } from '../routing/gateways';
import { localPlans } from './localUse';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

/** [EX-GW] */
const MAXIMUM = 200;

export const rule: Rule = {
  code: 'UM6007',
  severity: 'error',
  title: 'Too many gateways in a UM dial plan',
  basis: 'documented',
  source: ['EX-GW'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report } = context;
        each(context, localPlans(deployment), (plan) => {
          const { length } = gatewaysOf(deployment, read, plan);
          if (length <= MAXIMUM) return;
          report({
            at: { path: plan.path, ...plan.head },
            message: `The UM service does not start with ${length} gateways in dial plan ${plan.name}: ${MAXIMUM} is the limit. Split the plan`,
          });
        });
      },
    },
  ],
};

const gateways = (n: number): string =>
  Array.from(
    { length: n },
    (_, i) =>
      `  umIPGateway G${i + 1} { address 203.0.113.${(i % 250) + 1}  umDialPlan Redmond${i > 0 ? '  outcallsAllowed false' : ''} }`,
  ).join('\n');

export const page: RulePage = {
  explanation: `A UM dial plan takes at most 200 UM IP gateways. With more the UM service doesn't start, and no call to any plan of that server is answered. Give the sites
dial plans of their own.`,
  // Made when it is read, so that the server's bundle can leave it out.
  get bad() {
    return `exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
             ^^^^^^^
${gateways(201)}
}`;
  },
  get good() {
    return `exchange OnPrem {
  version 2013
${gateways(200)}
}`;
  },
};
