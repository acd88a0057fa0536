import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0001',
  severity: 'error',
  title: "Text that doesn't fit",
  basis: 'language',
  source: [],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `Something stands where nothing of its kind can stand, or a name or value is missing: a name with blanks that isn't in quotes, a property without its
value, a brace too many or too few. Everything else in the file keeps its meaning; what is marked has none, so nothing is concluded from it.

Every line has one shape: \`kind name { property value … }\`. A name or value starts on the line of its word; one with blanks, commas, slashes or braces stands in
quotes.`,
  bad: `site New York {
     ^^^^^^^^
  siteId 2
}`,
  good: `site "New York" {
  siteId 2
}`,
  alsoBad: [
    `hostingProvider Other {
  proxyFqdn
  ^^^^^^^^^
  enabled false
}`,
  ],
};
