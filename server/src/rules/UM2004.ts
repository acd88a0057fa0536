import { setProperty } from './fixes';
import { relatedUses, umProviders } from './policyUse';
import { isUndocumentedKind } from './providerKinds';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2004',
  severity: 'warning',
  title: 'Provider of hosted UM declared as hosting Lync users',
  basis: 'documented',
  source: ['EDGE', 'PS-NEWHP'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { read, report } = context;
        for (const { provider, uses, users } of umProviders(crowd, context)) {
          if (read.flag(provider, 'hostsOCSUsers') !== true || isUndocumentedKind(read, provider)) continue;
          report({
            at: { path: provider.path, ...provider.valueSpan('hostsOCSUsers') },
            users,
            message: `Hosting provider ${provider.name} is declared as hosting Lync users; the provider of hosted UM has False, and Lync may look for users there`,
            related: relatedUses(uses),
            fixes: () => [setProperty(provider, 'hostsOCSUsers', 'false')],
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`HostsOCSUsers\` says that the provider hosts Lync or Skype for Business accounts. For hosted UM the procedure sets it to False: the provider hosts other
accounts, those of Exchange. Lync Online has a provider of its own (\`sipfed.online.lync.com\`).`,
  bad: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
                ^^^^
  verificationLevel useSourceVerification
}`,
  good: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers false
  verificationLevel useSourceVerification
}`,
};
