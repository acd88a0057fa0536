import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1010',
  severity: 'warning',
  title: 'LineURI without +',
  basis: 'recommended',
  source: ['PS-SETUSER', 'OP-OCSUM'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `A number without \`+\` is taken literally: a call that was normalised to E.164 doesn't match it, so the caller is told that the number doesn't exist, and
voice mail is never asked. Write \`+\`, the country code and the number. Lync takes the bare form too, which is why this is a recommendation and a warning.`,
  bad: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com  line 14255550105
                         ^^^^^^^^^^^
}`,
  good: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com  line +14255550105
}`,
};
