import type { Placement } from '../model/placement';
import { attributeOf } from '../routing/attribute';
import { isOnline, writeAttribute } from './attributes';
import type { Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4015',
  severity: 'warning',
  title: 'Attribute written by Exchange and Lync',
  basis: 'recommended',
  source: ['USER'],
  checks: [{ looksAt: 'placement', check }],
};

function check(placement: Placement, { read, report }: RuleContext): void {
  if (isOnline(read, placement)) return;
  const attribute = attributeOf(read, placement);
  const { exchange, lync, malformed, property } = attribute;
  if (exchange !== true || lync !== true || malformed.length > 0 || property === undefined) return;
  const raw = property === 'msExchUCVoiceMailSettings';
  report({
    at: { placement, property: raw ? property : 'hostedVoiceMail' },
    message: (who) =>
      `Exchange and Lync have both set the flag of ${who}: calls go to hosted UM now, but when one of them clears its pair the other keeps it. Keep one owner`,
    fixes: (placements) =>
      writeAttribute(placements, attribute, { exchange: true, lync: undefined }, "Clear Lync's pair"),
  });
}

export const page: RulePage = {
  explanation: `\`msExchUCVoiceMailSettings\` has two writers. With both pairs at 1 the call goes to hosted UM, as it should; but when the mailbox moves back, Exchange
clears only its own pair, Lync's stays, and the calls of a local mailbox go on leaving for the cloud. \`Set-CsUser\` warns when another application's pair is there.
That one owner is better is our recommendation: clear Lync's with \`Set-CsUser -HostedVoiceMail $null\`.`,
  bad: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  exchangeHostedVoiceMail true  hostedVoiceMail true
                                                                                      ^^^^
}`,
  good: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  exchangeHostedVoiceMail true
}`,
  alsoBad: [
    `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  msExchUCVoiceMailSettings "ExchangeHostedVoiceMail=1", "CsHostedVoiceMail=1"
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102
}`,
  ],
};
