import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1011',
  severity: 'error',
  title: 'DisplayNumber of the wrong form',
  basis: 'documented',
  source: ['PS-NEWCON'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `\`New-CsExUmContact -DisplayNumber\` takes digits with an optional \`+\` before them, the first digit 1 to 9: no blanks, hyphens or brackets, no
extension. The LineURI of the contact is made from it; without it nobody can dial the auto attendant or Outlook Voice Access.`,
  bad: `exUmContact ova@contoso.com {
  displayNumber "+1 425 555 0180"
                ^^^^^^^^^^^^^^^^^
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
    `exUmContact ova@contoso.com {
  displayNumber 0180
                ^^^^
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
    `exUmContact ova@contoso.com {
  displayNumber +14255550180;ext=1
                ^^^^^^^^^^^^^^^^^^
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  ],
};
