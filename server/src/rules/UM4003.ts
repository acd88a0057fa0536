import type { Declaration } from '../model/declaration';
import type { Fix, FixEdit, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4003',
  severity: 'error',
  title: 'Default routing with hosting providers',
  basis: 'documented',
  source: ['PS-AEC', 'PS-NEWHP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['accessEdgeConfiguration'],
      check(edge, { deployment, read, report }) {
        if (read.flag(edge, 'useDefaultRouting') !== true) return;
        const providers = deployment.all('hostingProvider');
        if (providers.length === 0) return;
        report({
          at: { path: edge.path, ...edge.valueSpan('useDefaultRouting') },
          message: `The Access Edge sends everything to one default route, but hosting ${providers.length === 1 ? 'provider' : 'providers'} ${providers.map((provider) => provider.name).join(', ')} can only be reached with DNS SRV routing`,
          related: providers.map((provider) => ({
            at: { path: provider.path, ...provider.head },
            message: `Hosting provider ${provider.name}`,
          })),
          fixes: () => [routeByDns(edge)],
        });
      },
    },
  ],
};

/** Changes the routing method, and takes away the parameters that only the other method has. */
function routeByDns(edge: Declaration): Fix {
  const edits: FixEdit[] = [];
  const withDns = edge.written.has('useDnsSrvRouting');
  for (const property of ['useDefaultRouting', 'defaultRouteFqdn', 'verificationLevel', 'isPublicProvider']) {
    const span = edge.propertySpan(property);
    const text = property === 'useDefaultRouting' && !withDns ? 'useDnsSrvRouting true' : '';
    if (span) edits.push({ path: edge.path, ...span, text });
  }
  if (withDns) edits.push({ path: edge.path, ...edge.valueSpan('useDnsSrvRouting'), text: 'true' });
  return { title: 'Use DNS SRV routing', edits, preferred: true };
}

export const page: RulePage = {
  explanation: `With default routing the Access Edge sends all outgoing federation traffic to one server; hosting and public providers work with DNS SRV routing
alone, and \`Set-CsAccessEdgeConfiguration -UseDefaultRouting\` wants every provider deleted first. Calls to hosted UM end at the wrong server, callers hear fast busy.

Switch to \`useDnsSrvRouting true\`. If the default route is really wanted, hosted UM isn't possible: remove the providers.`,
  bad: `accessEdgeConfiguration {
  allowFederatedUsers true
  useDefaultRouting true
                    ^^^^
  defaultRouteFqdn proxy.contoso.com
}`,
  good: `accessEdgeConfiguration {
  allowFederatedUsers true
  useDnsSrvRouting true
  enablePartnerDiscovery false
}`,
  alsoBad: [
    `accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting false  useDefaultRouting true  defaultRouteFqdn proxy.contoso.com  verificationLevel alwaysVerifiable }
                                                                                              ^^^^`,
  ],
};
