import { bareNumber } from '../model/values';
import { MARKERS } from './markers';
import { valuePlace } from './shared';
import type { Rule, RulePage } from './types';
import { unknownLines } from './unknownNumbers';

export const rule: Rule = {
  code: 'UM3003',
  severity: 'warning',
  title: 'Number with and without extension',
  basis: 'documented',
  source: ['PS-SETUSER', 'BRANCH'],
  checks: [
    unknownLines,
    {
      looksAt: 'index',
      index: 'lineWithout',
      check({ key, users, more = 0 }, { report }) {
        const lineOf = (user: (typeof users)[number]): string => bareNumber(user.texts('line')[0] ?? '');
        const alone = users.filter((user) => !lineOf(user).includes(';'));
        const extended = users.filter((user) => lineOf(user).includes(';'));
        const [other] = extended;
        if (other === undefined) return;
        const others = extended.length - 1 + more;
        const also = others > 0 ? ` and ${others} more` : '';
        for (const user of alone.slice(0, MARKERS)) {
          report({
            at: valuePlace('line')(user),
            message: `${key} and ${lineOf(other)} are different numbers for Lync, easily confused: ${user.address} has the one, ${other.address}${also} the other`,
            related: extended.slice(0, 3).map((each) => ({ at: valuePlace('line')(each), message: each.address })),
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `For Lync a number and the same number with \`;ext=\` are different: each may belong to somebody else. A caller who dials the number without extension reaches
the one who has it alone, and the voice mail of that user, whoever was meant. Give everybody on a shared number an extension.`,
  bad: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com   line +14255550105
                          ^^^^^^^^^^^^
  frank@contoso.com  line +14255550105;ext=106
}`,
  good: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com   line +14255550105;ext=105
  frank@contoso.com  line +14255550105;ext=106
}`,
};
