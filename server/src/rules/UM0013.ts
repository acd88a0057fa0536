import { evaluate } from '../routing/expectations';
import { verdictMessage } from '../routing/verdictMessage';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0013',
  severity: 'error',
  title: 'Expectation failed',
  basis: 'language',
  source: [],
  checks: [
    {
      looksAt: 'crowd',
      check(_crowd, { deployment, report }) {
        for (const expectation of deployment.expectations) {
          const { path, item, node } = expectation;
          if (node.claim === undefined) continue;
          const verdict = evaluate(deployment, expectation);
          // Names of nothing are UM0008; what is broken is reported where it stands.
          if (verdict.passed === true || verdict.fault || verdict.broken) continue;
          const cause = verdict.route?.decisions.findLast((decision) => decision.cause)?.cause;
          report({
            at: { path, start: item.start + node.start, end: item.start + node.end },
            ...(verdict.passed === null && { severity: 'warning' as const }),
            message: verdictMessage(verdict),
            ...(cause && { related: [{ at: cause, message: 'The line that decides' }] }),
            follows: {
              codes: codesOf(verdict.route?.failure?.code),
              places: [cause, verdict.route?.failure?.cause].filter((place) => place !== undefined),
            },
          });
        }
      },
    },
  ],
};

/** The code of what lost the call, and those that speak in its place where the fault is a larger one. */
function codesOf(code: string | undefined): string[] {
  return code === undefined ? [] : [code, ...(inPlace[code] ?? [])];
}

const inPlace: Readonly<Record<string, readonly string[]>> = { UM2001: ['UM4007', 'UM4036'], UM6010: ['UM6009'] };

export const page: RulePage = {
  explanation: `An \`expect\` line says where calls are to go, and they don't. The message names the first who fails, how many fail, and the route taken, step by step; the
line that decides is linked. Mend what is declared, or the expectation.

One that hangs on a fact that isn't known is a warning: it is undecided, not failed, and the message names the fact.`,
  bad: `expect alice@contoso.com reaches umDialPlan Redmond
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
  good: `expect alice@contoso.com reaches hostingProvider ExchangeOnline
expect carol@contoso.com reaches umDialPlan Redmond
expect call to +14255550180 reaches hosted
expect no user unreachable`,
  alsoBad: [
    `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  exchangeHostedVoiceMail unknown
  hostedVoiceMail unset
  erin@contoso.com  line +14255550105
}
expect every user in group Sales reaches hosted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
    `wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
expect carol@contoso.com reaches local after Pilot
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
  ],
};
