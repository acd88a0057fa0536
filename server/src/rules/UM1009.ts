import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1009',
  severity: 'error',
  title: 'Number longer than E.164 allows',
  basis: 'recommended',
  source: ['PS-SETUSER'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `E.164, the plan of the world's telephone numbers, allows 15 digits, country code included. A longer number can't be dialled from outside, so its voice mail
is never reached that way; mostly an extension was typed behind the number instead of \`;ext=\`. The cmdlets' pages don't state the limit: a recommendation.`,
  bad: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com  line +1425555010510105
                         ^^^^^^^^^^^^^^^^^
}`,
  good: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com  line +14255550105;ext=10105
}`,
};
