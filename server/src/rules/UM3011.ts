import { addressPlace, sharers } from './shared';
import { isDeclaredByBothTools } from './toolConflict';
import type { Rule, RulePage } from './types';
import { removeDeclaration } from './UM0007';

export const rule: Rule = {
  code: 'UM3011',
  severity: 'error',
  title: 'Contact declared as hosted and as local',
  basis: 'documented',
  source: ['CONTACT'],
  checks: [
    {
      looksAt: 'index',
      index: 'address',
      check(shared, { read, report }) {
        const found = sharers(shared, {
          user: addressPlace,
          contact: (contact) => ({ path: contact.path, ...contact.head }),
        });
        if (found === undefined) return;
        const { first, others } = found;
        for (const other of others) {
          if (!isDeclaredByBothTools(first, other) || !first.contact || !other.contact) continue;
          const tools = [first.contact, other.contact].map((contact) => read.text(contact, 'tool'));
          const kept = (tool: string | undefined): string => (tool === 'ocsUmUtil' ? 'local' : 'hosted');
          const { contact } = other;
          const { contact: one } = first;
          report({
            at: other.at,
            message: `${contact.name} is declared with both contact kinds: once made by New-CsExUmContact for hosted UM, once by OcsUmUtil for local UM. One contact is answered by one of them`,
            related: [{ at: first.at, message: `The first declaration, ${kept(tools[0])}` }],
            fixes: () => [
              removeDeclaration(contact, `Keep the ${kept(tools[0])} one`),
              removeDeclaration(one, `Keep the ${kept(tools[1])} one`),
            ],
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Contacts of hosted UM are made by New-CsExUmContact, those of local UM by OcsUmUtil.exe; never the same one by both. OcsUmUtil doesn't see a hosted tenant,
and a contact that is both sends the caller to whichever was written last. In mixed mode each side has contacts, and numbers, of its own.`,
  bad: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100, +14255550109
  }
}
exUmContact desk@contoso.com {
  displayNumber +14255550181
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}
exUmContact desk@contoso.com {
            ^^^^^^^^^^^^^^^^
  tool ocsUmUtil
  displayNumber +14255550109
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan Redmond
}`,
  good: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100, +14255550109
  }
}
exUmContact desk@contoso.com {
  displayNumber +14255550181
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}
exUmContact desk-local@contoso.com {
  tool ocsUmUtil
  displayNumber +14255550109
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan Redmond
}`,
};
