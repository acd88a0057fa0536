import { fold, sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import { perDeployment } from '../model/perDeployment';
import type { Rule, RulePage } from './types';
import { removeDeclaration } from './UM0007';

const firstWithProxy = perDeployment((deployment) => {
  const first = new Map<string, Declaration>();
  for (const provider of deployment.all('hostingProvider', 'publicProvider')) {
    const proxy = fold(String(provider.fact('proxyFqdn')));
    if (!first.has(proxy)) first.set(proxy, provider);
  }
  return first;
});

export const rule: Rule = {
  code: 'UM3006',
  severity: 'error',
  title: 'Proxy of two providers',
  basis: 'documented',
  source: ['PS-NEWHP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostingProvider', 'publicProvider'],
      check(provider, { deployment, read, report }) {
        const proxy = read.text(provider, 'proxyFqdn');
        if (proxy === undefined) return;
        const first = firstWithProxy(deployment).get(fold(proxy));
        // One provider declared twice is UM3005.
        if (first === undefined || first === provider || first.key === provider.key) return;
        const related = {
          at: { path: first.path, ...first.valueSpan('proxyFqdn') },
          message: `The proxy of ${first.name}`,
        };
        report({
          at: { path: provider.path, ...provider.valueSpan('proxyFqdn') },
          message: `${proxy} is the proxy of ${first.name} and ${provider.name}: a proxy belongs to one provider, and ${provider.kind.cmdlets.new} refuses the second`,
          related: [related],
          fixes: () => {
            const named = deployment
              .all('tenant')
              .some((tenant) => [tenant.fact('provider')].flat().some((name) => sameWord(String(name), provider.name)));
            return named
              ? []
              : [{ ...removeDeclaration(provider, `Merge: keep ${first.name} alone`), preferred: true }];
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`ProxyFqdn\` is unique among hosting and public providers. The Edge recognizes a provider by it: with two it couldn't tell whose settings apply, so the cmdlet
refuses the second. Merge the two into one provider.`,
  bad: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}
hostingProvider CloudVoicemail {
  proxyFqdn Exap.um.outlook.com
            ^^^^^^^^^^^^^^^^^^^
}`,
  good: `hostingProvider CloudVoicemail {
  proxyFqdn um.fabrikam.com
}`,
};
