import { sameWord } from '../base/words';
import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM6024',
  severity: 'error',
  title: 'Test message from a user to himself',
  basis: 'documented',
  source: ['PS-TESTUM'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['deployment'],
      check(head, { deployment, read, report }) {
        const sender = read.text(head, 'senderSipAddress');
        const receiver = read.text(head, 'receiverSipAddress');
        if (sender === undefined || receiver === undefined || !sameWord(sender, receiver)) return;
        report({
          at: { path: head.path, ...head.valueSpan('receiverSipAddress') },
          message: `Test-CsExUMVoiceMail needs two different users: ${receiver} is sender and receiver`,
          fixes: () => {
            for (const placement of deployment.placements()) {
              const other = placement.users(2).find((user) => !sameWord(user.address, sender));
              if (other) return [setProperty(head, 'receiverSipAddress', other.address)];
            }
            return [];
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`Test-CsExUMVoiceMail\` lets one user leave a message in the mailbox of another. With the same user twice it fails before it has tried anything. The message
stays in the mailbox, so take test users.`,
  bad: `deployment Contoso { server lync2013  mode mixed  forest contoso.com  senderSipAddress alice@contoso.com  receiverSipAddress alice@contoso.com }
                                                                                                                             ^^^^^^^^^^^^^^^^^`,
  good: `deployment Contoso { server lync2013  mode mixed  forest contoso.com  senderSipAddress alice@contoso.com  receiverSipAddress bob@contoso.com }`,
};
