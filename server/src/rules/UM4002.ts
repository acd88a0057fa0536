import { addDeclaration, setProperty } from './fixes';
import { isHostedMode, modePlace } from './modes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4002',
  severity: 'error',
  title: 'Access Edge does not allow federation',
  basis: 'documented',
  source: ['EDGE', 'PS-AEC'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report, complete } = context;
        if (!isHostedMode(context)) return;
        const [edge] = deployment.all('accessEdgeConfiguration');
        if (edge === undefined) {
          complete('accessEdgeConfiguration');
          report({
            at: modePlace(deployment),
            message:
              'The Access Edge does not allow federation (AllowFederatedUsers is False by default): no call reaches hosted UM. No accessEdgeConfiguration is declared',
            fixes: () => [
              {
                ...addDeclaration(
                  deployment,
                  'accessEdgeConfiguration {\n  allowFederatedUsers true\n  useDnsSrvRouting true\n  enablePartnerDiscovery false\n}',
                  undefined,
                  'Declare an Access Edge configuration that allows federation',
                ),
                preferred: true,
              },
            ],
          });
          return;
        }
        if (read.flag(edge, 'allowFederatedUsers') === true) return;
        const byDefault = edge.written.has('allowFederatedUsers') ? '' : ' (AllowFederatedUsers is False by default)';
        report({
          at: { path: edge.path, ...edge.valueSpan('allowFederatedUsers') },
          message: `The Access Edge does not allow federation${byDefault}: no call reaches hosted UM`,
          fixes: () => [setProperty(edge, 'allowFederatedUsers', 'true')],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Hosted UM is federation with the hosting provider: while \`AllowFederatedUsers\` is False, its default, the Edge refuses the call and the caller
hears fast busy; traces show \`ms-diagnostics: 1002\` (From is not an authorised federated partner). The switch also gates a shared SIP address space.

Microsoft's procedure is \`Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -AllowFederatedUsers 1 -EnablePartnerDiscovery 0\`: allowed, but closed to domains that
you don't list. The change is made inside and replicates to the Edge, usually in less than a minute.`,
  bad: `accessEdgeConfiguration { allowFederatedUsers false  useDnsSrvRouting true  enablePartnerDiscovery false }
                                              ^^^^^`,
  good: `accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true  enablePartnerDiscovery false }`,
  alsoBad: [
    `accessEdgeConfiguration { useDnsSrvRouting true  enablePartnerDiscovery false }
^^^^^^^^^^^^^^^^^^^^^^^`,
  ],
};
