import { both, sharers, valuePlace } from './shared';
import type { Rule, RulePage } from './types';
import { unknownNumbers } from './unknownNumbers';

export const rule: Rule = {
  code: 'UM3002',
  severity: 'error',
  title: 'LineURI used twice',
  basis: 'documented',
  source: ['PS-SETUSER', 'OCER'],
  checks: [
    ...unknownNumbers,
    {
      looksAt: 'index',
      index: 'line',
      check(shared, { report }) {
        // Of contacts alone UM3004 speaks; a user declared twice is one fault (UM3001).
        if (shared.users.length === 0) return;
        const addresses = new Set([
          ...shared.users.map((user) => user.address.toLowerCase()),
          ...shared.contacts.map((contact) => contact.key),
        ]);
        if (addresses.size < 2) return;
        const found = sharers(shared, {
          user: valuePlace('line'),
          contact: (contact) => ({ path: contact.path, ...contact.valueSpan('displayNumber') }),
        });
        if (found === undefined) return;
        const { first, others, count } = found;
        for (const [i, other] of others.filter(({ user }) => user !== undefined).entries()) {
          report({
            at: other.at,
            message: `${shared.key} is assigned to ${both(first, other, i === 0 ? count : 2)}: calls to the number fail with 4002 or 4009, several users with one number`,
            related: [{ at: first.at, message: `The first one: ${first.name}` }],
            ...(count > others.length + 1 && i === 0 && { users: count }),
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A LineURI belongs to one user or contact; number and extension count together, so \`+14255550105;ext=1\` and \`+14255550105;ext=2\` are two. Set-CsUser refuses a
second one where it sees it; where it doesn't, the call fails with 4002 (caller) or 4009 (called), and no voice mail is asked.`,
  bad: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com   line +14255550105
  frank@contoso.com  line tel:+14255550105
                          ^^^^^^^^^^^^^^^^
}`,
  good: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com   line +14255550105;ext=1
  frank@contoso.com  line +14255550105;ext=2
}`,
  alsoBad: [
    `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com   line +14255550180
                          ^^^^^^^^^^^^
}`,
  ],
};
