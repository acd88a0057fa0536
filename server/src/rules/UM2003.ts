import { ifKnown } from '../model/facts';
import { setProperty } from './fixes';
import { eachUmProvider, relatedUses } from './policyUse';
import { isUndocumentedKind } from './providerKinds';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2003',
  severity: 'error',
  title: 'Hosting provider outside the shared address space',
  basis: 'documented',
  source: ['EDGE', 'ARCH'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { read, report } = context;
        eachUmProvider(crowd, context, ({ provider, uses, users }) => {
          if (
            read.flag(provider, 'enabledSharedAddressSpace') === true ||
            ifKnown(() => isUndocumentedKind(read, provider))
          )
            return;
          report({
            at: { path: provider.path, ...provider.valueSpan('enabledSharedAddressSpace') },
            users: users(),
            message: `Hosting provider ${provider.name} is not in shared address space, which hosted UM needs: calls for your own SIP domains are not handed to it`,
            related: relatedUses(uses),
            fixes: () => [setProperty(provider, 'enabledSharedAddressSpace', 'true')],
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Your deployment and the provider answer for the same SIP domains: a split domain. Only with \`EnabledSharedAddressSpace $True\` does the Edge send a call for
\`alice@contoso.com\` to the provider instead of back inside. The default is False. The caller hears fast busy, and a trace may show error 13000, a loop; that is deduced, not documented.

Before it is set, the federation SRV records of the shared domains have to resolve inside as well.`,
  bad: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace false
                            ^^^^^
  verificationLevel useSourceVerification
}`,
  good: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`,
  alsoBad: [
    `hostingProvider ExchangeOnline {
                ^^^^^^^^^^^^^^
  proxyFqdn exap.um.outlook.com
  enabled true
  verificationLevel useSourceVerification
}`,
  ],
};
