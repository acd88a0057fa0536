import { replace } from './fixes';
import { freeName, writtenName } from './names';
import type { Rule, RulePage } from './types';
import { removeDeclaration } from './UM0007';

const providerKinds = ['hostingProvider', 'publicProvider'] as const;

export const rule: Rule = {
  code: 'UM3005',
  severity: 'error',
  title: 'Provider name used twice',
  basis: 'documented',
  source: ['PS-NEWHP', 'PS-NEWPP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: providerKinds,
      check(provider, { deployment, report }) {
        if (provider.key === '') return;
        const [first] = providerKinds.flatMap((kind) => deployment.named(kind, provider.name));
        if (first === undefined || first === provider) return;
        report({
          at: { path: provider.path, ...provider.head },
          message: `Provider name ${provider.name} is already used by a ${first.kind.singular}: ${provider.kind.cmdlets.new} refuses it`,
          related: [{ at: { path: first.path, ...first.head }, message: `The ${first.kind.singular}` }],
          fixes: () => {
            const name = freeName(deployment, 'hostingProvider', (n) => `${provider.name}${n + 1}`);
            const sameProxy =
              String(first.fact('proxyFqdn')).toLowerCase() === String(provider.fact('proxyFqdn')).toLowerCase();
            return sameProxy
              ? [{ ...removeDeclaration(provider, 'Remove this provider'), preferred: true }]
              : [replace(provider.path, provider.head, writtenName(name), `Rename this one to ${name}`, true)];
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The identity of a provider is unique among hosting and public providers together; case makes no difference. \`New-CsHostingProvider\` and
\`New-CsPublicProvider\` refuse a name that exists, also when the other one is of the other sort.`,
  bad: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}
publicProvider exchangeonline { proxyFqdn federation.messenger.example }
               ^^^^^^^^^^^^^^`,
  good: 'publicProvider Messenger { proxyFqdn federation.messenger.example }',
  alsoBad: [
    `hostingProvider Other { proxyFqdn um.fabrikam.com }
hostingProvider Other { proxyFqdn um.fabrikam.com }
                ^^^^^`,
  ],
};
