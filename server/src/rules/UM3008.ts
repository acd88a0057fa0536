import type { Rule, RulePage } from './types';
import { removeDeclaration } from './UM0007';

export const rule: Rule = {
  code: 'UM3008',
  severity: 'error',
  title: 'SIP domain declared twice',
  basis: 'documented',
  source: ['PS-SIPDOM'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['sipDomain'],
      check(domain, { deployment, report }) {
        if (domain.nameFault || domain.key === '') return;
        const [first] = deployment.named('sipDomain', domain.name);
        if (first === undefined || first === domain) return;
        report({
          at: { path: domain.path, ...domain.head },
          message: `SIP domain ${domain.name} is declared twice: New-CsSipDomain refuses the second, and what it says counts for nothing`,
          related: [{ at: { path: first.path, ...first.head }, message: 'The first declaration' }],
          fixes: () => {
            const keepsDefault = domain.fact('isDefault') === true && first.fact('isDefault') !== true;
            return keepsDefault
              ? [{ ...removeDeclaration(first, 'Remove the first declaration'), preferred: true }]
              : [{ ...removeDeclaration(domain), preferred: true }];
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The identity of a SIP domain is its name, and there is one object of that name. Case makes no difference.`,
  bad: `sipDomain contoso.com { isDefault true }
sipDomain Contoso.com
          ^^^^^^^^^^^`,
  good: 'sipDomain contoso.com { isDefault true }',
  alsoBad: [
    `sipDomain Contoso.com
sipDomain contoso.com { isDefault true }
          ^^^^^^^^^^^`,
  ],
};
