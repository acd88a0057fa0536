import { both, sharers, valuePlace } from './shared';
import type { Rule, RulePage } from './types';
import { unknownDisplayNumbers } from './unknownNumbers';

export const rule: Rule = {
  code: 'UM3004',
  severity: 'error',
  title: 'DisplayNumber used by two contacts',
  basis: 'documented',
  source: ['PS-NEWCON', 'CREATECONTACT'],
  checks: [
    unknownDisplayNumbers,
    {
      looksAt: 'index',
      index: 'line',
      check(shared, { report }) {
        // One contact declared twice is UM3001 or UM3011.
        const seen = new Set<string>();
        const contacts = shared.contacts.filter(({ key }) => !seen.has(key) && seen.add(key));
        const found = sharers(
          { key: shared.key, users: [], contacts },
          {
            user: valuePlace('line'),
            contact: (contact) => ({ path: contact.path, ...contact.valueSpan('displayNumber') }),
          },
        );
        if (found === undefined) return;
        const { first, others, count } = found;
        for (const [i, other] of others.entries()) {
          report({
            at: other.at,
            message: `${shared.key} is used by ${both(first, other, i === 0 ? count : 2)}: New-CsExUmContact refuses the second one, and one of the two purposes has no number`,
            related: [{ at: first.at, message: `The first one: ${first.name}` }],
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Each contact has a number of its own: one for every auto attendant, one for subscriber access. A page of the documentation gives both the same number;
the cmdlet says that \`DisplayNumber\` is unique among contacts, and the second contact is refused.`,
  bad: `exUmContact aa@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
  autoAttendant true
}
exUmContact ova@contoso.com {
  displayNumber +14255550180
                ^^^^^^^^^^^^
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  good: `exUmContact aa@contoso.com {
  displayNumber +14255550190
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
  autoAttendant true
}
exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
};
