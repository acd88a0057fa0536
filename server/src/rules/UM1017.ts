import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1017',
  severity: 'error',
  title: 'Extension length out of range',
  basis: 'documented',
  source: ['PS-UMDP'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `\`New-UMDialPlan -NumberOfDigitsInExtension\` takes 1 to 20; 3 to 7 are usual. It is required even for SIP URI dial plans, and every extension in the plan
has that length.`,
  bad: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 21
                              ^^
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100
  }
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121
}`,
  good: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100
  }
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121
}`,
};
