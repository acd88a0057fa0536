import { addressPlace, type Sharer, sharers } from './shared';
import { isDeclaredByBothTools } from './toolConflict';
import type { Rule, RulePage } from './types';
import { removeDeclaration } from './UM0007';

export const rule: Rule = {
  code: 'UM3001',
  severity: 'error',
  title: 'SIP address used twice',
  basis: 'documented',
  source: ['PS-NEWCON'],
  checks: [
    {
      looksAt: 'index',
      index: 'address',
      check(shared, { report }) {
        const found = sharers(shared, {
          user: addressPlace,
          contact: (contact) => ({ path: contact.path, ...contact.head }),
        });
        if (found === undefined) return;
        const { first, others, count } = found;
        // One contact declared with both tools is UM3011.
        const rest = others.filter((other) => !isDeclaredByBothTools(first, other));
        for (const [i, other] of rest.entries()) {
          report({
            at: other.at,
            message: `sip:${shared.key} is used by ${owners(first, other, i === 0 ? count : 2)}: an address belongs to one user or contact in the forest, and the second one can't be enabled`,
            related: [{ at: first.at, message: `The first one: ${first.name}` }],
            ...(count > others.length + 1 && i === 0 && { users: count }),
            fixes: () => {
              const { contact, user } = other;
              if (contact) return [removeDeclaration(contact, 'Remove this contact')];
              if (user === undefined || user.path.toLowerCase().endsWith('.csv')) return [];
              return [{ title: 'Remove this row', edits: [{ path: user.path, ...user.span, text: '' }] }];
            },
          });
        }
      },
    },
  ],
};

/** Their addresses are one, so they are told by where they stand. */
function owners(first: Sharer, other: Sharer, count: number): string {
  const [one, two] = [ownerOf(first), ownerOf(other)];
  if (count > 2) return `${one}, ${two} and ${count - 2} more`;
  return one === two ? one.replace('a ', 'two ').replace(/^(two \w+)/, '$1s') : `${one} and ${two}`;
}

function ownerOf({ user }: Sharer): string {
  if (user === undefined) return 'a contact';
  const file = user.path.slice(user.path.lastIndexOf('/') + 1);
  return `a row of users ${user.placement.block.declaration.name}${/\.csv$/i.test(file) ? ` (${file})` : ''}`;
}

export const page: RulePage = {
  explanation: `A SIP address is unique among all users and contacts of the forest: New-CsExUmContact and Enable-CsUser refuse a second one. In a split domain the same holds
for users homed online, because a call to the address must have one destination; that half of the rule is a recommendation.`,
  bad: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com  line +14255550105
  Erin@Contoso.com  line +14255550106
  ^^^^^^^^^^^^^^^^
}`,
  good: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com   line +14255550105
  erin2@contoso.com  line +14255550106
}`,
  alsoBad: [
    `exUmContact desk@contoso.com {
  displayNumber +14255550181
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}
users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  desk@contoso.com  line +14255550105
  ^^^^^^^^^^^^^^^^
}`,
    `exUmContact desk@contoso.com {
  displayNumber +14255550181
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}
exUmContact desk@contoso.com {
            ^^^^^^^^^^^^^^^^
  displayNumber +14255550181
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
    `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  csv "sales.csv"
  erin@contoso.com  line +14255550105
}
//- /sales.csv
SipAddress,LineURI
erin@contoso.com,+14255550106
^^^^^^^^^^^^^^^^`,
  ],
};
