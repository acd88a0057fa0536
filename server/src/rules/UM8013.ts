import { contactMoves, waveOrder } from '../model/waves';
import { valuePlace } from './journeys';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM8013',
  severity: 'information',
  title: 'Moving a contact always prompts',
  basis: 'documented',
  source: ['PS-MOVECON'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['exUmContact'],
      check(contact, { deployment, report }) {
        const { waves } = waveOrder(deployment);
        for (const move of contactMoves(deployment, contact, waves.length)) {
          // A contact that changes its tool is removed and made anew.
          if (!move.written.has('pool') || move.mailbox !== undefined) continue;
          report({
            at: valuePlace(move, 'pool'),
            message: `Move-CsExUmContact always prompts, even with -Force: the step that moves ${contact.name} needs somebody at the console`,
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`Move-CsExUmContact -Identity … -Target <pool>\` asks for confirmation whatever is given, \`-Force\` included. In a script that runs at night it waits for ever.
Run the step of this wave by hand.`,
  bad: `site Redmond {
  siteId 1
  pool pool02.contoso.com { role frontEnd  edgePool edge01.contoso.com }
}
wave Relocation { date 2013-06-03  move ova@contoso.com to pool pool02.contoso.com }
                                                                ^^^^^^^^^^^^^^^^^^`,
  good: `site Redmond {
  siteId 1
  pool pool02.contoso.com { role frontEnd  edgePool edge01.contoso.com }
}
wave Relocation { date 2013-06-03  move alice@contoso.com to pool pool02.contoso.com }`,
};
