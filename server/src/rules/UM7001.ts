import { JourneyFindings, journeysOf, selectionPlace } from './journeys';
import { removeFromMove } from './moveFixes';
import type { Fix, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM7001',
  severity: 'error',
  title: 'User in two waves',
  basis: 'recommended',
  source: ['EX-HYB'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const findings = new JourneyFindings();
        for (const journey of journeysOf(crowd, context).all) {
          const [first, ...others] = journey.steps.filter((step) => step.mailboxMove !== undefined);
          for (const step of others) {
            const move = step.mailboxMove;
            if (first?.mailboxMove === undefined || move === undefined) continue;
            const { only } = journey;
            findings.add(journey, {
              at: selectionPlace(move, only),
              message: (who) =>
                `The mailbox of ${who} is moved in ${first.wave.name} and again in ${step.wave.name}; a user belongs to one wave`,
              related: [{ at: selectionPlace(first.mailboxMove, only), message: `Moved in ${first.wave.name} before` }],
              fixes: (): Fix[] =>
                only === undefined
                  ? []
                  : removeFromMove(context.deployment, move, only, `Leave it to ${first.wave.name}`),
            });
          }
        }
        findings.report(context);
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Each wave moves the mailboxes of certain users. A user in two of them is moved twice, and between the two nobody can say where the calls go. Only moves of the
mailbox count: the home pool may change in an earlier wave. That a user belongs to one wave is our recommendation. To move the rest, select by what is left:
\`move every user with mailbox local to hosted\` sees the state just before its wave.`,
  bad: `wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
wave Rest { date 2013-07-01  after Pilot  move dan@contoso.com, carol@contoso.com to hosted policy Cloud }
                                                                ^^^^^^^^^^^^^^^^^`,
  good: `wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
wave Rest { date 2013-07-01  after Pilot  move every user with mailbox local to hosted policy Cloud }`,
  alsoBad: [
    `wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
wave Rest { date 2013-07-01  after Pilot  move every user in group Plant to hosted policy Cloud }
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^`,
  ],
};
