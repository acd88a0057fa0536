import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1007',
  severity: 'error',
  title: 'SIP address with blanks, port or parameters',
  basis: 'recommended',
  source: ['PS-NEWCON'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `The address of a user or contact is the bare \`user@domain\`. A port (\`:5061\`) or a parameter (\`;transport=tls\`, \`;opaque=app:voicemail\`) belongs to
a request, not to an account: AD would hold an address that no call ever carries. The documents don't list what may not stand in it; this is a recommendation.`,
  bad: `exUmContact "ova2@contoso.com:5061" {
            ^^^^^^^^^^^^^^^^^^^^^^^
  displayNumber +14255550181
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  good: `exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  alsoBad: [
    `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  "erin miller@contoso.com"  line +14255550105
  ^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
    `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com;transport=tls  line +14255550105
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  ],
};
