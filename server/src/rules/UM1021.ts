import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1021',
  severity: 'error',
  title: 'Limit of a UM mailbox policy out of range',
  basis: 'documented',
  source: ['PS-UMMPSET'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `\`Set-UMMailboxPolicy\` takes 4 to 24 digits for \`-MinPINLength\` and 1 to 999 for \`-MaxLogonAttempts\`; with another value it fails, and the policy stays
as it was: a new one at 6 digits and 15 attempts.`,
  bad: `exchange OnPrem {
  version 2013
  umMailboxPolicy Executives {
    umDialPlan Redmond
    minPINLength 3
                 ^
  }
}`,
  good: `exchange OnPrem {
  version 2013
  umMailboxPolicy Executives {
    umDialPlan Redmond
    minPINLength 4
    maxLogonAttempts 999
  }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umMailboxPolicy Executives {
    umDialPlan Redmond
    maxLogonAttempts 1000
                     ^^^^
  }
}`,
  ],
};
