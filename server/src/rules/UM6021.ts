import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM6021',
  severity: 'information',
  title: 'Auto attendant is disabled',
  basis: 'documented',
  source: ['PS-UMAA'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umAutoAttendant'],
      check(attendant, { read, report }) {
        if (read.text(attendant, 'status') !== 'disabled') return;
        const byDefault = attendant.written.has('status') ? '' : ', as every new one is';
        report({
          at: { path: attendant.path, ...attendant.valueSpan('status') },
          message: `Auto attendant ${attendant.name} is created disabled${byDefault}: its numbers are not answered`,
          fixes: () => [setProperty(attendant, 'status', 'enabled')],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`New-UMAutoAttendant\` makes an attendant with status Disabled unless \`-Status Enabled\` is given: it exists, has its numbers, and doesn't answer. That is meant for
trying it out first. Say \`status enabled\`, or enable it later with \`Enable-UMAutoAttendant\`.`,
  bad: `exchange OnPrem {
  version 2013
  umAutoAttendant Reception { umDialPlan Redmond }
                  ^^^^^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umAutoAttendant Reception { umDialPlan Redmond  status enabled }
}`,
};
