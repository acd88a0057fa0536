import type { Rule, RulePage } from './types';
import { removeDeclaration } from './UM0007';

export const rule: Rule = {
  code: 'UM3012',
  severity: 'error',
  title: 'Domain both allowed and blocked',
  basis: 'recommended',
  source: ['PS-ALLOWDOM'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['blockedDomain'],
      check(blocked, { deployment, report }) {
        const [allowed] = deployment.named('allowedDomain', blocked.name);
        if (
          allowed === undefined ||
          blocked.nameFault ||
          deployment.named('blockedDomain', blocked.name)[0] !== blocked
        )
          return;
        report({
          at: { path: blocked.path, ...blocked.head },
          message: `${blocked.name} is allowed and blocked: which of the two counts is not documented, so its calls may be refused`,
          related: [{ at: { path: allowed.path, ...allowed.head }, message: 'It is allowed here' }],
          fixes: () => [
            removeDeclaration(blocked, 'Remove the blocked domain'),
            removeDeclaration(allowed, 'Remove the allowed domain'),
          ],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A domain stands on the list of allowed domains or on that of blocked ones. Both together contradict each other; no document says which wins. To refuse it is a
recommendation.`,
  bad: `allowedDomain fabrikam.com
blockedDomain Fabrikam.com
              ^^^^^^^^^^^^`,
  good: `allowedDomain fabrikam.com
blockedDomain litware.com`,
};
