import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0012',
  severity: 'error',
  title: "CSV file that doesn't fit its columns",
  basis: 'language',
  source: [],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `Without \`columns\` the headers are the properties' names, or the cmdlets' (\`SipAddress\`, \`RegistrarPool\`, \`LineURI\` …); \`columns { sipAddress "Mail" }\`
names others. A header that is named and isn't there is an error: nobody in the file has that value, and without an address there are no users at all.

A row with more or fewer cells than the header is a warning: mostly a delimiter is missing, or a cell holds one and isn't in quotes. Excel writes semicolons in many
countries: say \`delimiter ";"\`.`,
  bad: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  csv "sales.csv"
  columns { sipAddress "Mail"  line "Phone"  displayName "Name" }
}
//- /sales.csv
Mail,Phone,Full name
^^^^^^^^^^^^^^^^^^^^
erin@contoso.com,+14255550105,Erin Hagens`,
  good: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  csv "sales.csv"
  columns { sipAddress "Mail"  line "Phone"  displayName "Full name" }
}
//- /sales.csv
Mail,Phone,Full name
erin@contoso.com,+14255550105,Erin Hagens`,
  alsoBad: [
    `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  csv "sales.csv"
}
//- /sales.csv
SipAddress,LineURI
erin@contoso.com,+14255550105,Sales
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
  ],
};
