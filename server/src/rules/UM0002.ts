import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0002',
  severity: 'error',
  title: 'Kind that is unknown or not allowed here',
  basis: 'language',
  source: [],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `A declaration starts with a kind: the noun of the cmdlet that makes the object, in camelCase (\`New-CsSipDomain\` makes a \`sipDomain\`). Each kind has
its place: a \`pool\` belongs in a \`site\` or \`branchSite\`, everything that starts with \`um\` in an \`exchange\` or \`tenant\`, most others at the top level of a
file. Case doesn't matter.

The object is not part of the deployment until its kind is right: whatever refers to it would find nothing.`,
  bad: `sipDomian fabrikam.com
^^^^^^^^^`,
  good: 'sipDomain fabrikam.com',
  alsoBad: [
    `umDialPlan Lost { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
^^^^^^^^^^`,
  ],
};
