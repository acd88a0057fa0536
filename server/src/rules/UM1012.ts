import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1012',
  severity: 'error',
  title: 'Rerouting number of the wrong form',
  basis: 'documented',
  source: ['PS-REROUTE'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `\`AutoAttendantNumber\` and \`SubscriberAccessNumber\` take digits with an optional \`+\` before them, the first digit 1 to 9. They are dialled over the
telephone network while the branch has lost its line: with anything else the cmdlet fails, and the branch has no voice mail in an outage.`,
  bad: `voicemailReroutingConfiguration global {
  enabled true
  subscriberAccessNumber "+1-425-555-0180"
                         ^^^^^^^^^^^^^^^^^
}`,
  good: `voicemailReroutingConfiguration global {
  enabled true
  subscriberAccessNumber +14255550180
}`,
};
