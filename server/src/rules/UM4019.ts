import type { Placement } from '../model/placement';
import { attributeOf, hostedIntended } from '../routing/attribute';
import { attributePlace, flagOf, isOnline, writeAttribute } from './attributes';
import type { Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4019',
  severity: 'warning',
  title: 'Hosted mailbox without the flag',
  basis: 'documented',
  source: ['USER', 'ENABLEUSERS'],
  checks: [{ looksAt: 'placement', check }],
};

function check(placement: Placement, { read, report }: RuleContext): void {
  if (isOnline(read, placement)) return;
  const attribute = attributeOf(read, placement);
  if (flagOf(attribute) !== 'empty' || !hostedIntended(read, placement)) return;
  const plan = read.text(placement, 'umDialPlan');
  report({
    at: attributePlace(placement, attribute),
    message: (who) =>
      `The voice mail of ${who} is to be hosted, but HostedVoiceMail is not set: ${plan ? `local UM answers (dial plan ${plan})` : 'unanswered calls end without voice mail'}, and "call voice mail" is missing in the client`,
    fixes: (placements) =>
      writeAttribute(placements, attribute, { exchange: undefined, lync: true }, 'Set HostedVoiceMail to True'),
  });
}

export const page: RulePage = {
  explanation: `For a hosted mailbox somebody has to write the flag: Exchange when it enables or moves the mailbox (a synchronization cycle may pass), or Lync with
\`Set-CsUser -HostedVoiceMail $True\`. While \`msExchUCVoiceMailSettings\` is empty, ExUM Routing doesn't ask the policy: the call goes to local UM when EUM proxies are
left, else it ends without voice mail. In the client the button "call voice mail" is missing.

A row that says nothing about the attribute is taken as what export makes of it, so this speaks only where it is written as \`unset\`.`,
  bad: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  hostedVoiceMail unset
                                                        ^^^^^
  bob@contoso.com    line +14255550102
}`,
  good: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  hostedVoiceMail true
  bob@contoso.com    line +14255550102
}`,
  alsoBad: [
    `users Plant {
  pool pool01.contoso.com
  msExchUCVoiceMailSettings unset
  umDialPlan Redmond
  mailbox local
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122  mailbox hosted  policy Cloud
                                                ^^^^^^
}`,
  ],
};
