import { setProperty } from './fixes';
import { eachUmProvider, relatedUses, whose } from './policyUse';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2002',
  severity: 'error',
  title: 'Hosting provider is disabled',
  basis: 'documented',
  source: ['PS-NEWHP'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { read, report } = context;
        eachUmProvider(crowd, context, ({ provider, proxy, uses, users: count }) => {
          if (read.flag(provider, 'enabled') === true) return;
          const contacts = uses.flatMap((use) => use.contacts);
          const users = count();
          report({
            at: { path: provider.path, ...provider.valueSpan('enabled') },
            users,
            message: `Hosting provider ${provider.name} is disabled: every call to ${proxy} is rejected, and ${whose({ users, contacts })} have no voice mail`,
            related: relatedUses(uses),
            fixes: () => [setProperty(provider, 'enabled', 'true')],
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Nothing flows to a hosting provider until it is enabled; \`Enabled\` is False unless it is said otherwise. The Edge refuses the call, the caller hears fast
busy, and the Front End logs event 44009 with \`ms-diagnostics: 15030\`. Enable the provider (\`Enable-CsHostingProvider\`, or \`enabled true\` here).`,
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
  alsoBad: [
    `hostingProvider ExchangeOnline {
                ^^^^^^^^^^^^^^
  proxyFqdn exap.um.outlook.com
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`,
  ],
  alsoGood: [
    `// Not known: not checked.
hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled unknown
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`,
  ],
};
