import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';

/** Microsoft's own services, which hold many tenants: without an organization they can't tell whose call it is. [CVM], inferred */
function isMicrosofts(destination: string): boolean {
  return /^exap\.um\./i.test(destination);
}

/** Whether a tenant lives at a destination, as far as its providers tell. */
function mayBeAt(deployment: Deployment, tenant: Declaration, destination: string): boolean {
  const provider = tenant.fact('provider');
  if (!Array.isArray(provider)) return true;
  const proxies = provider.map((name) => deployment.find('hostingProvider', String(name))?.fact('proxyFqdn'));
  return proxies.some((proxy) => typeof proxy !== 'string' || sameWord(proxy, destination));
}

export const rule: Rule = {
  code: 'UM2023',
  severity: 'warning',
  title: 'Policy without organization',
  basis: 'recommended',
  source: ['POL', 'CVM'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostedVoicemailPolicy'],
      check(policy, { deployment, read, report }) {
        const destination = read.text(policy, 'destination');
        if (destination === undefined || read.list(policy, 'organization').length > 0) return;
        const microsofts = isMicrosofts(destination);
        report({
          at: { path: policy.path, ...policy.valueSpan('organization') },
          severity: microsofts ? 'error' : 'warning',
          message: `Policy ${policy.name} has no Organization: the hosted service at ${destination} cannot tell the tenant, ${microsofts ? 'and refuses' : 'and may refuse'} the calls`,
          fixes: () =>
            deployment
              .all('tenant')
              .filter((tenant) => !tenant.nameFault && mayBeAt(deployment, tenant, destination))
              .slice(0, 4)
              .map((tenant, i) => ({
                ...setProperty(policy, 'organization', tenant.name, `Set \`organization ${tenant.name}\``),
                preferred: i === 0,
              })),
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A policy sends two values with the call: \`Destination\`, where the hosted service is, and \`Organization\`, which of its tenants is meant. The syntax allows to
leave the second one out, but a service with many tenants can't tell whose call it is. At \`exap.um.outlook.com\` and \`exap.um.partner.outlook.cn\` that is an error, with
another service a warning. What the service answers is not documented; the caller hears fast busy. This is a recommendation.`,
  bad: `hostedVoicemailPolicy Cloud { destination exap.um.outlook.com }
                      ^^^^^`,
  good: `hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }`,
  alsoBad: [
    `hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization unset }
                                                                            ^^^^^`,
  ],
};
