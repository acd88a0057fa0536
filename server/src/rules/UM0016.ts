import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0016',
  severity: 'hint',
  title: 'Suppression without effect',
  basis: 'language',
  source: [],
  // Found while suppressions are applied, when all rules have run.
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `A comment suppresses a code that isn't reported there: the fault was mended, the line moved, or the code is an error, which can't be suppressed. Left
behind, it would hide the next fault of that code on the line.

\`// umtopo-disable-next-line UM4006: reason\` is for the next line, \`-line\` for its own, \`// umtopo-disable UM4006\` for the file; before \`csv\`, with \`-next-line\`,
for all rows of its file.`,
  bad: `// umtopo-disable-next-line UM1010: numbers of the old system
                            ^^^^^^
users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com  line +14255550105
}`,
  good: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  // umtopo-disable-next-line UM1010: numbers of the old system
  erin@contoso.com  line 14255550105
}`,
};
