import { removeProperty } from './fixes';
import { isGiven, isWrongMethod, usesDefaultRouting } from './routingMethod';
import type { Rule, RulePage } from './types';

const parameters: Readonly<Record<string, string>> = {
  useDnsSrvRouting: 'UseDnsSrvRouting',
  enablePartnerDiscovery: 'EnablePartnerDiscovery',
  beClearingHouse: 'BeClearingHouse',
  verificationLevel: 'VerificationLevel',
  isPublicProvider: 'IsPublicProvider',
};
const ofDnsSrvRouting = ['useDnsSrvRouting', 'enablePartnerDiscovery', 'beClearingHouse'];
const ofDefaultRouting = ['verificationLevel', 'isPublicProvider'];

export const rule: Rule = {
  code: 'UM4005',
  severity: 'error',
  title: 'Parameter of the other routing method',
  basis: 'documented',
  source: ['PS-AEC'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['accessEdgeConfiguration'],
      check(edge, { deployment, read, report }) {
        if (isWrongMethod(deployment, read, edge)) return;
        const byDefault = usesDefaultRouting(read, edge);
        const [own, other] = byDefault
          ? ['default routing', 'DNS SRV routing']
          : ['DNS SRV routing', 'default routing'];
        for (const property of byDefault ? ofDnsSrvRouting : ofDefaultRouting) {
          if (!isGiven(edge, property)) continue;
          if (property === 'useDnsSrvRouting' && read.flag(edge, property) !== true) continue;
          const span = edge.propertySpan(property);
          if (span === undefined) continue;
          report({
            at: { path: edge.path, ...span },
            message: `${parameters[property]} belongs to ${other}, and the Access Edge uses ${own}: Set-CsAccessEdgeConfiguration refuses the two together`,
            fixes: () => {
              const fix = removeProperty(edge, property);
              return fix ? [{ ...fix, preferred: true }] : [];
            },
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`Set-CsAccessEdgeConfiguration\` has one set of parameters for DNS SRV routing (\`EnablePartnerDiscovery\`, \`BeClearingHouse\`) and one for default routing
(\`VerificationLevel\`, \`IsPublicProvider\`). A parameter of the other set makes the cmdlet fail, and nothing is changed. Without either switch the method is DNS SRV
routing, the one that hosted UM needs.`,
  bad: `accessEdgeConfiguration {
  allowFederatedUsers true
  useDnsSrvRouting true
  verificationLevel alwaysVerifiable
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  good: `accessEdgeConfiguration {
  allowFederatedUsers true
  useDnsSrvRouting true
  enablePartnerDiscovery false
}`,
};
