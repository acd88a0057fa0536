import { findKnown, ifKnown } from '../model/facts';
import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';

const numbers = ['autoAttendantNumber', 'subscriberAccessNumber'];

export const rule: Rule = {
  code: 'UM2021',
  severity: 'warning',
  title: 'Rerouting without effect',
  basis: 'documented',
  source: ['PS-REROUTE'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['voicemailReroutingConfiguration'],
      check(configuration, { read, report }) {
        const isGiven = (property: string): boolean => read.text(configuration, property) !== undefined;
        if (!findKnown(numbers, isGiven) || read.flag(configuration, 'enabled') === true) return;
        const given = numbers.filter((property) => ifKnown(() => isGiven(property)));
        report({
          at: { path: configuration.path, ...configuration.valueSpan('enabled') },
          message: `Rerouting ${configuration.name} has no effect while disabled: in an outage the branch loses its voice mail in spite of the numbers`,
          related: given.map((property) => ({
            at: { path: configuration.path, ...configuration.valueSpan(property) },
            message: `\`${property}\` is given`,
          })),
          fixes: () => [setProperty(configuration, 'enabled', 'true')],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The numbers of a rerouting configuration are used only when it is enabled; \`Enabled\` is False unless it is said otherwise. Whoever gave the numbers meant
them to work in an outage.`,
  bad: `voicemailReroutingConfiguration global {
                                ^^^^^^
  subscriberAccessNumber +14255550180
}`,
  good: `voicemailReroutingConfiguration global {
  enabled true
  subscriberAccessNumber +14255550180
}`,
  alsoBad: [
    `voicemailReroutingConfiguration global {
  enabled false
          ^^^^^
  subscriberAccessNumber +14255550180
}`,
  ],
};
