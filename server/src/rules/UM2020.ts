import type { Declaration } from '../model/declaration';
import { findKnown, ifKnown } from '../model/facts';
import { setProperty } from './fixes';
import { holdsNumber } from './numberLists';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

const numbers = [
  { property: 'autoAttendantNumber', autoAttendant: true },
  { property: 'subscriberAccessNumber', autoAttendant: false },
] as const;

export const rule: Rule = {
  code: 'UM2020',
  severity: 'error',
  title: 'Rerouting number that no contact has',
  basis: 'documented',
  source: ['PS-REROUTE'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['voicemailReroutingConfiguration'],
      check(configuration, context) {
        const { deployment, read, report, complete } = context;
        each(context, numbers, ({ property, autoAttendant }) => {
          const number = read.text(configuration, property);
          if (number === undefined) return;
          const contacts = deployment.all('exUmContact');
          const numberOf = (contact: Declaration): string => read.text(contact, 'displayNumber') ?? '';
          if (findKnown(contacts, (contact) => holdsNumber([numberOf(contact)], number))) return;
          complete('exUmContact');
          report({
            at: { path: configuration.path, ...configuration.valueSpan(property) },
            message: `${number} is not the number of any contact object: during an outage the branch's ${autoAttendant ? 'unanswered calls' : 'users who ask for their mailbox'} are sent to a number that nobody answers`,
            fixes: () => {
              const suited = contacts.filter((contact) => (contact.fact('autoAttendant') === true) === autoAttendant);
              return suited
                .map((contact) => ifKnown(() => numberOf(contact)) ?? '')
                .filter((other) => other !== '')
                .slice(0, 3)
                .map((other, i) => ({
                  ...setProperty(configuration, property, other, `Change to ${other}`),
                  preferred: i === 0,
                }));
            },
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `While a branch has lost its line to the central site, its voice mail goes over the telephone network: unanswered calls to \`AutoAttendantNumber\`, users who
want their mailbox to \`SubscriberAccessNumber\`. Both have to be the LineUri of an existing contact object, an auto attendant's and a subscriber access contact's;
otherwise callers hear that the number doesn't exist.`,
  bad: `voicemailReroutingConfiguration global {
  enabled true
  subscriberAccessNumber +14255550109
                         ^^^^^^^^^^^^
}`,
  good: `voicemailReroutingConfiguration global {
  enabled true
  subscriberAccessNumber +14255550180
}`,
};
