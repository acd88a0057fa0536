import { ifKnown } from '../model/facts';
import { setProperty } from './fixes';
import { eachUmProvider, relatedUses } from './policyUse';
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
        eachUmProvider(crowd, context, ({ provider, uses, users }) => {
          if (read.flag(provider, 'hostsOCSUsers') !== true || ifKnown(() => isUndocumentedKind(read, provider)))
            return;
          report({
            at: { path: provider.path, ...provider.valueSpan('hostsOCSUsers') },
            users: users(),
            message: `Hosting provider ${provider.name} is declared as hosting Lync users; the provider of hosted UM has False, and Lync may look for users there`,
            related: relatedUses(uses),
            fixes: () => [setProperty(provider, 'hostsOCSUsers', 'false')],
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`HostsOCSUsers\` says that the provider hosts Lync or Skype for Business accounts. For hosted UM the procedure sets it to False: the provider hosts other
accounts, those of Exchange. Lync Online has a provider of its own (\`sipfed.online.lync.com\`). What becomes of calls to hosted UM through a
provider that says True is not documented.`,
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
