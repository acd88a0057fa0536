import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1008',
  severity: 'error',
  title: 'LineURI of the wrong form',
  basis: 'documented',
  source: ['PS-SETUSER'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `A LineURI is \`tel:+14255550101\`, or \`tel:+14255550101;ext=101\` where users share a number; here \`tel:\` may be left out, and export writes it. Blanks,
brackets and hyphens make Set-CsUser fail. The number with an extension and the number alone are two different numbers for Lync.`,
  bad: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com  line "+1 (425) 555-0105"
                         ^^^^^^^^^^^^^^^^^^^
}`,
  good: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com   line +14255550105
  frank@contoso.com  line tel:+14255550106;ext=106
}`,
  alsoBad: [
    `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com  line +14255550105  privateLine +14255550106;ext=a1
                                                   ^^^^^^^^^^^^^^^^^^^
}`,
  ],
};
