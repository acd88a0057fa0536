import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1025',
  severity: 'error',
  title: 'Escape timer out of range',
  basis: 'documented',
  source: ['PS-VOICEPOL'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `\`-PSTNVoicemailEscapeTimer\` is in milliseconds, 0 to 8000. A mobile phone that answers sooner is taken for its own voice mail, and
the call is taken back from it, so that the message can be left in Exchange; somebody who thinks in seconds writes \`2\` and gets a timer that catches nothing.`,
  bad: `voicePolicy global { enableVoicemailEscapeTimer true  pstnVoicemailEscapeTimer 10000 }
                                                                               ^^^^^`,
  good: 'voicePolicy global { enableVoicemailEscapeTimer true  pstnVoicemailEscapeTimer 2000 }',
};
