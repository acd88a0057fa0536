import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1018',
  severity: 'error',
  title: 'Country code missing or malformed',
  basis: 'documented',
  source: ['PS-UMDP'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `\`New-UMDialPlan\` wants \`-CountryOrRegionCode\`, 1 to 4 digits without \`+\`: 1 for North America, 44 for the United Kingdom. Examples of the documentation leave
it out; the cmdlet's syntax doesn't.`,
  bad: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode US
                        ^^
    accessTelephoneNumbers +14255550100
  }
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
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
             ^^^^^^^
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    accessTelephoneNumbers +14255550100
  }
}`,
  ],
};
