import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0004',
  severity: 'error',
  title: 'Value of the wrong type',
  basis: 'language',
  source: [],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `The property takes another sort of value: \`true\` or \`false\`, a number, a date as \`2013-06-03\`, one value instead of a list. Numbers have no unit: timers
are in milliseconds. Where a value is known to be empty write \`unset\`, where it isn't known \`unknown\`. Nothing is concluded from the property until its value can be
read.`,
  bad: `publicProvider Messenger {
  proxyFqdn federation.messenger.example
  enabled yes
          ^^^
}`,
  good: `publicProvider Messenger {
  proxyFqdn federation.messenger.example
  enabled true
}`,
  alsoBad: [
    `wave Pilot {
  date 3.6.2013
       ^^^^^^^^
  move carol@contoso.com to hosted policy Cloud
}`,
  ],
};
