import type { Declaration } from '../model/declaration';
import { removeProperty, setPropertyEdit } from './fixes';
import { publicRoute } from './publicRoute';
import type { Fix, Rule, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM4036',
  severity: 'warning',
  title: 'Public provider as the route to hosted UM',
  basis: 'recommended',
  source: ['PS-NEWHP', 'PS-NEWPP'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report } = context;
        const routes = new Map<Declaration, Declaration[]>();
        each(context, deployment.all('hostedVoicemailPolicy'), (policy) => {
          const provider = publicRoute(deployment, read, policy);
          if (!provider) return;
          const others = routes.get(provider);
          if (others) others.push(policy);
          else routes.set(provider, [policy]);
        });
        for (const [provider, policies] of routes) {
          report({
            at: { path: provider.path, ...provider.head },
            message: `Policies send calls to ${read.text(provider, 'proxyFqdn')}, which is a public provider: hosted UM needs a hosting provider, one that can share the SIP address space`,
            related: policies.map((policy) => ({
              at: { path: policy.path, ...policy.valueSpan('destination') },
              message: `Policy ${policy.name} sends calls there`,
            })),
            fixes: () => [convert(provider)],
          });
        }
      },
    },
  ],
};

function convert(provider: Declaration): Fix {
  const { path, node, item } = provider;
  const kind = { start: item.start + node.kind.start, end: item.start + node.kind.end };
  return {
    title: 'Make it a hosting provider',
    edits: [
      { path, ...kind, text: 'hostingProvider' },
      setPropertyEdit(provider, 'enabled', 'true  enabledSharedAddressSpace true'),
      setPropertyEdit(provider, 'verificationLevel', 'useSourceVerification'),
      ...(removeProperty(provider, 'iconUrl')?.edits ?? []),
    ],
    preferred: true,
  };
}

export const page: RulePage = {
  explanation: `Lync knows two sorts of providers. Public providers serve the general public, as instant messaging services do, and have no shared address space. Hosted UM
answers for your own SIP domains, so its provider has to be a hosting provider (\`New-CsHostingProvider\`); without one the Edge trusts no way there, and the caller hears fast busy. The names and proxies of both share one list, so the public
one has to be removed first. That a public provider doesn't serve is deduced from the two cmdlets.`,
  bad: `// Without hostingProvider ExchangeOnline
publicProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabled true }
               ^^^^^^^^^^^^^^
tenant contoso.onmicrosoft.com { provider unknown }`,
  good: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`,
};
