import { setProperty } from './fixes';
import { eachUmProvider, relatedUses } from './policyUse';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2005',
  severity: 'error',
  title: 'Provider of hosted UM marked as local',
  basis: 'documented',
  source: ['EDGE'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { read, report } = context;
        eachUmProvider(crowd, context, ({ provider, proxy, uses, users }) => {
          if (read.flag(provider, 'isLocal') !== true) return;
          report({
            at: { path: provider.path, ...provider.valueSpan('isLocal') },
            users: users(),
            message: `Hosting provider ${provider.name} is marked local, but its proxy ${proxy} is outside the topology: calls to it find no way out`,
            related: relatedUses(uses),
            fixes: () => [setProperty(provider, 'isLocal', 'false')],
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`IsLocal $True\` says that the provider's proxy is one of your own servers. That of hosted UM is outside: the procedure sets False, the default.
What becomes of the calls otherwise is not documented; looked for inside, they are answered by nobody.`,
  bad: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  isLocal true
          ^^^^
  verificationLevel useSourceVerification
}`,
  good: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  isLocal false
  verificationLevel useSourceVerification
}`,
};
