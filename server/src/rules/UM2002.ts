import { setProperty } from './fixes';
import { policyDestinations } from './hosted';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2002',
  severity: 'error',
  title: 'Hosting provider is disabled',
  basis: 'documented',
  source: ['PS-NEWHP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostingProvider'],
      check(provider, { read, report, deployment }) {
        if (read.flag(provider, 'enabled') === true) return;
        const proxy = read.text(provider, 'proxyFqdn');
        const policies = policyDestinations(deployment, read, proxy);
        if (policies.length === 0) return;
        report({
          at: { path: provider.path, ...provider.valueSpan('enabled') },
          message: `Hosting provider ${provider.name} is disabled: every call to ${proxy} is rejected and its voice mail is lost`,
          related: policies.map((policy) => ({
            at: { path: policy.path, ...policy.head },
            message: `Policy ${policy.name} sends calls there`,
          })),
          fixes: () => [setProperty(provider, 'enabled', 'true')],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Nothing flows to a hosting provider until it is enabled; \`Enabled\` is False unless it is said otherwise. The Edge refuses the call, the caller
hears fast busy, and the Front End logs event 44009 with \`ms-diagnostics: 15030\`. Enable the provider (\`Enable-CsHostingProvider\`, or \`enabled true\` here).`,
  bad: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled false
          ^^^^^
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`,
  good: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`,
};
