import { setProperty } from './fixes';
import { eachUmProvider, relatedUses } from './policyUse';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2006',
  severity: 'warning',
  title: "Verification level that isn't that of the procedure",
  basis: 'documented',
  source: ['EDGE'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { read, report } = context;
        eachUmProvider(crowd, context, ({ provider, uses, users }) => {
          const level = read.text(provider, 'verificationLevel');
          if (level === 'useSourceVerification') return;
          report({
            at: { path: provider.path, ...provider.valueSpan('verificationLevel') },
            users: users(),
            message: `Hosting provider ${provider.name} has VerificationLevel ${level ?? 'unset'}; Microsoft's procedure for hosted UM uses UseSourceVerification`,
            related: relatedUses(uses),
            fixes: () => [setProperty(provider, 'verificationLevel', 'useSourceVerification')],
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The level says how messages from the provider are trusted. Microsoft's procedure for hosted UM takes \`UseSourceVerification\`: the level stated in the
message counts, and one that states none is rejected. Not said, it is \`AlwaysVerifiable\`, which lets everything in; with \`AlwaysUnverifiable\` a message arrives
only when its sender is in the contact list of who is to get it, and a voice mail service is in nobody's.`,
  bad: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel alwaysVerifiable
                    ^^^^^^^^^^^^^^^^
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
  enabledSharedAddressSpace true
}`,
  ],
};
