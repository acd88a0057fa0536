import { removeProperty, setPropertyEdit } from './fixes';
import { isGiven, isWrongMethod, usesDefaultRouting } from './routingMethod';
import type { Fix, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4004',
  severity: 'error',
  title: 'Default routing and its FQDN go together',
  basis: 'documented',
  source: ['PS-AEC'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['accessEdgeConfiguration'],
      check(edge, { deployment, read, report }) {
        const method = usesDefaultRouting(read, edge);
        const route = isGiven(edge, 'defaultRouteFqdn');
        if (method === route || isWrongMethod(deployment, read, edge)) return;
        const property = method ? 'useDefaultRouting' : 'defaultRouteFqdn';
        report({
          at: { path: edge.path, ...edge.valueSpan(property) },
          message: method
            ? 'UseDefaultRouting needs DefaultRouteFqdn: the two are required together, and without the server there is no default route'
            : 'DefaultRouteFqdn has no meaning without UseDefaultRouting: the two are required together',
          fixes: () => {
            const remove = removeProperty(edge, property);
            const fixes: Fix[] = remove ? [{ ...remove, preferred: true }] : [];
            if (method || deployment.all('hostingProvider').length > 0 || isGiven(edge, 'useDnsSrvRouting'))
              return fixes;
            const edits = [setPropertyEdit(edge, 'useDefaultRouting', 'true')];
            const dns = ['enablePartnerDiscovery', 'beClearingHouse'].some((name) => isGiven(edge, name));
            return dns ? fixes : [...fixes, { title: 'Use default routing', edits }];
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`Set-CsAccessEdgeConfiguration\` has two sets of parameters. In that for default routing \`-UseDefaultRouting\` and \`-DefaultRouteFqdn\` are both required;
one of them alone is an error when the script runs. Hosted UM works with DNS SRV routing only, so there the way out is to remove both.`,
  within: 'onPremises',
  bad: `accessEdgeConfiguration { allowFederatedUsers true  useDefaultRouting true }
                                                                      ^^^^`,
  good: `accessEdgeConfiguration { allowFederatedUsers true  useDefaultRouting true  defaultRouteFqdn proxy.contoso.com }`,
  alsoBad: [
    `accessEdgeConfiguration { allowFederatedUsers true  defaultRouteFqdn proxy.contoso.com }
                                                                     ^^^^^^^^^^^^^^^^^`,
    `accessEdgeConfiguration { allowFederatedUsers true  useDefaultRouting true  defaultRouteFqdn unset }
                                                                      ^^^^`,
  ],
};
