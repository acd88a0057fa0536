import type { Placement } from '../model/placement';
import { attributeOf, attributeText, hostedIntended } from '../routing/attribute';
import { attributePlace, flagOf, isOnline, writeAttribute } from './attributes';
import type { Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4018',
  severity: 'warning',
  title: 'Attribute contradicts the declared mailbox',
  basis: 'documented',
  source: ['ROUTE', 'USER'],
  checks: [{ looksAt: 'placement', check }],
};

/** Hosted voice mail that is switched off, and a flag without a mailbox. The neighbours: UM4019 (flag empty), UM4020 (local mailbox, flag set). */
function check(placement: Placement, { read, report }: RuleContext): void {
  if (isOnline(read, placement)) return;
  const attribute = attributeOf(read, placement);
  const flag = flagOf(attribute);
  const intended = hostedIntended(read, placement);
  const text = attributeText(attribute);
  if (flag === 'off' && intended) {
    const proxies = read.text(placement, 'umDialPlan') !== undefined;
    const instead = proxies ? 'local UM answers' : 'nobody answers';
    report({
      at: attributePlace(placement, attribute),
      message: (who) => `Voice mail of ${who} is to be hosted, but the attribute holds ${text}: ${instead}`,
      fixes: (placements) => writeAttribute(placements, attribute, { exchange: undefined, lync: true }, 'Set the flag'),
    });
  } else if (flag === 'hosted' && read.text(placement, 'mailbox') === 'none') {
    report({
      at: attributePlace(placement, attribute),
      message: (who) =>
        `${who} is declared without a mailbox, but the attribute holds ${text}: calls go to hosted UM, which finds no mailbox`,
      fixes: (placements) =>
        writeAttribute(placements, attribute, { exchange: undefined, lync: undefined }, 'Clear the attribute ($null)'),
    });
  }
}

export const page: RulePage = {
  explanation: `ExUM Routing doesn't look where the mailbox is: it reads \`msExchUCVoiceMailSettings\` and the EUM proxy addresses. When the attribute says 0 for a user
whose voice mail is hosted, the call goes to local UM if there are proxies left, else to nobody. When it says 1 for somebody without a mailbox, the call leaves for a
service that has no mailbox for it.

Bring attribute and mailbox together. To switch hosted voice mail off, \`$null\` is better than 0: Microsoft's precedence sentence, read literally, lets an attribute
that holds only zeros hide the EUM proxies.`,
  bad: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  hostedVoiceMail false
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
    `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  umDialPlan Redmond  msExchUCVoiceMailSettings "ExchangeHostedVoiceMail=0"
                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  bob@contoso.com    line +14255550102
}`,
    `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  exchangeHostedVoiceMail true
  alice@contoso.com  line +14255550101  mailbox none
                                                ^^^^
  bob@contoso.com    line +14255550102
}`,
  ],
};
