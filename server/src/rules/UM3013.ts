import type { Rule, RulePage } from './types';
import { removeDeclaration } from './UM0007';

export const rule: Rule = {
  code: 'UM3013',
  severity: 'warning',
  title: 'Own SIP domain listed as a partner',
  basis: 'recommended',
  source: ['OCER'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['allowedDomain'],
      check(allowed, { deployment, report }) {
        const [domain] = deployment.named('sipDomain', allowed.name);
        if (domain === undefined || allowed.nameFault) return;
        report({
          at: { path: allowed.path, ...allowed.head },
          message: `${allowed.name} is internal; listing it as a partner can loop its calls until they end with error 13000`,
          related: [{ at: { path: domain.path, ...domain.head }, message: 'It is a SIP domain of this deployment' }],
          fixes: () => [{ ...removeDeclaration(allowed, 'Remove the allowed domain'), preferred: true }],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Allowed domains are those of partners. One of your own SIP domains among them makes the Edge look for it outside, where the federation record leads back
inside: the request loops and ends with 13000. A recommendation, deduced from the error's description.`,
  bad: `allowedDomain Contoso.com
              ^^^^^^^^^^^`,
  good: 'allowedDomain fabrikam.com',
};
