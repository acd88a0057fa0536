import { scopeOf } from '../routing/effectivePolicy';
import { setPropertyEdit } from './fixes';
import type { Fix, Rule, RulePage } from './types';
import { removeDeclaration } from './UM0007';

export const rule: Rule = {
  code: 'UM3009',
  severity: 'error',
  title: 'Policy declared twice',
  basis: 'recommended',
  source: ['PS-NEWHVP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostedVoicemailPolicy'],
      check(policy, { deployment, report }) {
        if (policy.key === '') return;
        const [first] = deployment.named('hostedVoicemailPolicy', policy.name);
        if (first === undefined || first === policy) return;
        const scope = scopeOf(policy);
        const why = scope === 'user' ? 'a grant names one policy' : 'a scope has one policy';
        report({
          at: { path: policy.path, ...policy.head },
          message: `Policy ${policy.name} is declared twice: ${why}, and the first declaration counts`,
          related: [{ at: { path: first.path, ...first.head }, message: 'The first declaration' }],
          fixes: () => {
            const missing = [...policy.written.keys()].filter((property) => !first.written.has(property));
            const text = deployment.textOf(policy.path);
            const remove = removeDeclaration(policy);
            const merge: Fix[] =
              missing.length === 0
                ? []
                : [
                    {
                      title: 'Merge into the first declaration',
                      edits: [
                        ...missing.flatMap((property) => {
                          const node = policy.written.get(property)?.node;
                          const [from, to] = [node?.values[0], node?.values.at(-1)];
                          if (!from || !to) return [];
                          const value = text.slice(policy.item.start + from.start, policy.item.start + to.end);
                          return [setPropertyEdit(first, property, value)];
                        }),
                        ...remove.edits,
                      ],
                      preferred: true,
                    },
                  ];
            // Without its destination the policy would send calls nowhere (UM4009).
            return missing.includes('destination') ? merge : [...merge, remove];
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A hosted voice mail policy is known by its identity: one global policy, one for each site, one per-user policy of each name; case makes no difference, and
\`tag:\` before a name changes nothing. The second New-CsHostedVoicemailPolicy fails. Which of two declarations was meant can't be said, so the first one counts; that
is a recommendation.`,
  bad: `hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
hostedVoicemailPolicy cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
                      ^^^^^`,
  good: 'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }',
  alsoBad: [
    `hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
hostedVoicemailPolicy Site:redmond { description "again" }
                      ^^^^^^^^^^^^`,
  ],
};
