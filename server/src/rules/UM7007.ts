import { waveOrder } from '../model/waves';
import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM7007',
  severity: 'warning',
  title: 'Flag set before the mailbox moves',
  basis: 'recommended',
  source: ['ROUTE'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['wave'],
      check(declaration, { deployment, read, report }) {
        if (read.text(declaration, 'hostedVoiceMail') !== 'before') return;
        const wave = waveOrder(deployment).waves.find((each) => each.declaration === declaration);
        if (!wave?.moves.some((move) => move.mailbox === 'hosted')) return;
        report({
          at: { path: declaration.path, ...declaration.valueSpan('hostedVoiceMail') },
          message: `In ${declaration.name} the flag is set before the mailboxes move: until they have moved, calls reach a mailbox in the cloud that isn't there`,
          fixes: () => [setProperty(declaration, 'hostedVoiceMail', 'after')],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `From the moment \`CsHostedVoiceMail\` is 1, ExUM Routing sends the calls to the hosted service, wherever the mailbox is. Moving a mailbox takes hours; calls in
between reach a service without a mailbox for them. Move first; Exchange sets its own pair with the move, and Lync's is only needed when that doesn't happen. The order is
a recommendation, concluded from the documented routing.`,
  bad: `wave Pilot { date 2013-06-03  hostedVoiceMail before  move carol@contoso.com to hosted policy Cloud }
                                              ^^^^^^`,
  good: `wave Pilot { date 2013-06-03  hostedVoiceMail after  move carol@contoso.com to hosted policy Cloud }`,
};
