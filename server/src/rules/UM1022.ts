import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1022',
  severity: 'error',
  title: 'Access number too long',
  basis: 'documented',
  source: ['PS-UMDP'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `Each of the \`-AccessTelephoneNumbers\` of a UM dial plan has at most 32 characters. Often it is the formatting that makes one longer: \`+\` and
digits are enough.`,
  bad: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100, "+1  -  ( 425 )  -  555  -  0 1 0 1"
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}`,
  good: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100, +14255550101
  }
}`,
};
