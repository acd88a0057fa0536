import { hostedPurpose } from './contacts';
import { removeProperty, setPropertyEdit } from './fixes';
import { isOfBothTools } from './toolConflict';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4023',
  severity: 'error',
  title: 'OcsUmUtil used for hosted UM',
  basis: 'documented',
  source: ['CONTACT'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['exUmContact'],
      check(contact, { deployment, read, report }) {
        const why = hostedPurpose(deployment, read, contact);
        if (why === undefined || isOfBothTools(deployment, contact)) return;
        report({
          at: { path: contact.path, ...contact.valueSpan('tool') },
          message: `OcsUmUtil cannot create contacts for a hosted service, and ${why}: the number of ${contact.name} is not answered`,
          fixes: () => [
            {
              title: 'Make it with New-CsExUmContact',
              edits: [
                setPropertyEdit(contact, 'tool', 'newCsExUmContact'),
                ...(removeProperty(contact, 'umDialPlan')?.edits ?? []),
              ],
              preferred: true,
            },
          ],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Contacts for local UM are made by \`OcsUmUtil.exe\`, which reads the UM dial plans of the local forest. It can't see a hosted tenant, so contacts for hosted
UM come from \`New-CsExUmContact\`; their hosted voice mail policy says who answers. Never mix the two: a contact is of one kind.`,
  bad: `exUmContact ova@contoso.com {
  tool ocsUmUtil
       ^^^^^^^^^
  displayNumber +14255550180
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
    `tenant contoso.onmicrosoft.com {
  umDialPlan Hosted { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550180 }
}
exUmContact ova@contoso.com {
  tool ocsUmUtil
       ^^^^^^^^^
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan Hosted
  policy Cloud
}`,
  ],
};
