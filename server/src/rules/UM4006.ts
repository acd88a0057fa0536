import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4006',
  severity: 'information',
  title: 'Open federation',
  basis: 'documented',
  source: ['EDGE'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['accessEdgeConfiguration'],
      check(edge, { read, report }) {
        if (read.flag(edge, 'enablePartnerDiscovery') !== true) return;
        report({
          at: { path: edge.path, ...edge.valueSpan('enablePartnerDiscovery') },
          message:
            'Open federation: any domain with a federation SRV record may reach you. The procedure for hosted UM uses False',
          fixes: () => [setProperty(edge, 'enablePartnerDiscovery', 'false')],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `With \`EnablePartnerDiscovery $True\` every domain that publishes a federation SRV record may send to you. Hosted UM doesn't need it: the hosting provider
is trusted by its own entry. Microsoft's procedure sets it to 0, which keeps federation to the domains that you list. It may be what you want; then suppress this.`,
  bad: `accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true  enablePartnerDiscovery true }
                                                                                                  ^^^^`,
  good: `accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true  enablePartnerDiscovery false }`,
};
