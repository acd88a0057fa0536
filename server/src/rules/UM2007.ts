import { sameWord } from '../base/words';
import { becomeKind, isUndocumentedKind } from './providerKinds';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2007',
  severity: 'error',
  title: 'None of the documented kinds of provider',
  basis: 'recommended',
  source: ['PS-NEWHP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostingProvider'],
      check(provider, { deployment, read, report }) {
        if (!isUndocumentedKind(read, provider)) return;
        report({
          at: { path: provider.path, ...provider.valueSpan('hostsOCSUsers') },
          message: `Hosting provider ${provider.name} hosts Lync users without a shared address space: that is none of the documented kinds, and calls for your SIP domains never reach it`,
          related: [
            {
              at: { path: provider.path, ...provider.valueSpan('enabledSharedAddressSpace') },
              message: 'The address space is not shared',
            },
          ],
          fixes: () => {
            const proxy = String(provider.fact('proxyFqdn'));
            const forUm = deployment
              .all('hostedVoicemailPolicy')
              .some((policy) => sameWord(String(policy.fact('destination')), proxy));
            const um = becomeKind(provider, true, false, 'Make it a provider of hosted UM (shared address space)');
            if (forUm) return [{ ...um, preferred: true }];
            return [
              becomeKind(provider, true, true, 'Make it a provider of Lync accounts (shared address space)'),
              um,
              becomeKind(provider, false, false, 'Make it a provider to federate with'),
            ];
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`New-CsHostingProvider\` knows three kinds of provider:

| provider | EnabledSharedAddressSpace | HostsOCSUsers |
| --- | --- | --- |
| to federate with | False | False |
| of Lync or Skype for Business accounts (hybrid) | True | True |
| of hosted Exchange UM | True | False |

Lync accounts outside a shared address space are none of them. What Lync does with such a provider is not documented; to refuse it is a recommendation.`,
  bad: `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace false
  hostsOCSUsers true
                ^^^^
}`,
  good: `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
}`,
  alsoBad: [
    `// The provider of hosted UM: this fault, and not that it isn't shared.
hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  hostsOCSUsers true
                ^^^^
  verificationLevel useSourceVerification
}`,
  ],
};
