import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import { setProperty, setPropertyEdit } from './fixes';
import type { Rule, RuleContext, RulePage } from './types';

const proxyOf = { worldwide: 'exap.um.outlook.com', china: 'exap.um.partner.outlook.cn' } as const;
type Cloud = keyof typeof proxyOf;

export const rule: Rule = {
  code: 'UM2025',
  severity: 'error',
  title: "Provider of another cloud than the tenant's",
  basis: 'documented',
  source: ['ONPREMEXO'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostingProvider'],
      check(provider, context) {
        const { deployment, read, report } = context;
        const proxy = read.text(provider, 'proxyFqdn');
        const cloud = (Object.keys(proxyOf) as Cloud[]).find((each) => sameWord(proxyOf[each], proxy ?? ''));
        if (proxy === undefined || cloud === undefined) return;
        const tenants = tenantsBehind(provider, proxy, context);
        const other = tenants.find((tenant) => read.text(tenant, 'cloud') !== cloud);
        if (other === undefined || tenants.some((tenant) => read.text(tenant, 'cloud') === cloud)) return;
        const right = proxyOf[cloud === 'china' ? 'worldwide' : 'china'];
        report({
          at: { path: provider.path, ...provider.valueSpan('proxyFqdn') },
          message:
            cloud === 'china'
              ? `Tenant ${other.name} is not operated by 21Vianet: worldwide tenants use ${right}, and ${proxy} does not know it`
              : `21Vianet tenants use ${right}: ${proxy} does not know tenant ${other.name}, and refuses its calls`,
          related: [{ at: { path: other.path, ...other.valueSpan('cloud') }, message: `The cloud of ${other.name}` }],
          fixes: () => {
            const policies = deployment
              .all('hostedVoicemailPolicy')
              .filter((policy) => sameWord(String(policy.fact('destination')), proxy));
            const edits = [
              setPropertyEdit(provider, 'proxyFqdn', right),
              ...policies.map((policy) => setPropertyEdit(policy, 'destination', right)),
            ];
            const with_ = policies.length > 0 ? ', in the policies too' : '';
            return [
              { title: `Change to ${right}${with_}`, edits, preferred: true },
              {
                ...setProperty(other, 'cloud', cloud, `Say that ${other.name} is in the ${cloud} cloud`),
                preferred: false,
              },
            ];
          },
        });
      },
    },
  ],
};

/** The tenants reached through a provider: those that say so, and those of policies that send calls there. */
function tenantsBehind(provider: Declaration, proxy: string, { deployment, read }: RuleContext): Declaration[] {
  const organizations = deployment
    .all('hostedVoicemailPolicy')
    .filter((policy) => sameWord(read.text(policy, 'destination') ?? '', proxy))
    .flatMap((policy) => read.list(policy, 'organization'));
  const all = deployment.all('tenant');
  const named = all.filter((tenant) => {
    const providers = read.list(tenant, 'provider');
    return providers.length > 0
      ? providers.some((name) => sameWord(name, provider.name))
      : organizations.some((name) => sameWord(name, tenant.name));
  });
  // Where nothing ties them together there is only one way to read it: the one tenant is that of the one provider.
  return named.length === 0 && all.length === 1 && read.list(all[0] as Declaration, 'provider').length === 0
    ? [...all]
    : named;
}

export const page: RulePage = {
  explanation: `Exchange Online operated by 21Vianet (China) is another cloud with another proxy: \`exap.um.partner.outlook.cn\` instead of \`exap.um.outlook.com\`. A proxy
doesn't know the tenants of the other cloud and refuses their calls. \`ProxyFqdn\` can't be changed in the deployed system: the provider has to be removed and made
anew. A tenant that doesn't say its \`cloud\` is taken as worldwide.`,
  bad: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
            ^^^^^^^^^^^^^^^^^^^
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}
tenant contoso.onmicrosoft.com {
  provider ExchangeOnline
  cloud china
}`,
  good: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.partner.outlook.cn
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}
hostedVoicemailPolicy Cloud { destination exap.um.partner.outlook.cn  organization contoso.onmicrosoft.com }
tenant contoso.onmicrosoft.com {
  provider ExchangeOnline
  cloud china
}`,
  alsoBad: [
    `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.partner.outlook.cn
            ^^^^^^^^^^^^^^^^^^^^^^^^^^
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}
hostedVoicemailPolicy Cloud { destination exap.um.partner.outlook.cn  organization contoso.onmicrosoft.com }`,
  ],
};
