import { UNKNOWN } from '../model/facts';
import type { Placement } from '../model/placement';
import { attributeOf, hostedIntended } from '../routing/attribute';
import { isOnline, writeAttribute } from './attributes';
import type { Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4014',
  severity: 'error',
  title: 'Exchange and Lync disagree about hosted voice mail',
  basis: 'recommended',
  source: ['USER'],
  checks: [{ looksAt: 'placement', check }],
};

function check(placement: Placement, { read, report }: RuleContext): void {
  if (isOnline(read, placement)) return;
  const attribute = attributeOf(read, placement);
  const { exchange, lync, malformed, property } = attribute;
  if (malformed.length > 0 || property === undefined) return;
  if (exchange === undefined || lync === undefined || exchange === lync) return;
  // The pair that says what is intended stays; where that isn't known, Exchange's, as Set-CsUser can clear only the other one.
  const keepsLync = placement.fact('mailbox') !== UNKNOWN && lync === hostedIntended(read, placement);
  const raw = property === 'msExchUCVoiceMailSettings';
  report({
    at: { placement, property: raw ? property : keepsLync ? 'exchangeHostedVoiceMail' : 'hostedVoiceMail' },
    message: (who) =>
      `ExchangeHostedVoiceMail is ${Number(exchange)} and CsHostedVoiceMail is ${Number(lync)} for ${who}: no document says which one counts, so nobody can tell whether local or hosted UM answers`,
    fixes: (placements) => {
      const kept = { exchange: keepsLync ? undefined : exchange, lync: keepsLync ? lync : undefined };
      return writeAttribute(placements, attribute, kept, `Clear ${keepsLync ? "Exchange's" : "Lync's"} pair`);
    },
  });
}

export const page: RulePage = {
  explanation: `\`msExchUCVoiceMailSettings\` is one attribute with two writers: Exchange's \`ExchangeHostedVoiceMail\` and Lync's \`CsHostedVoiceMail\`. When one says 1
and the other 0, no document that we know says what ExUM Routing does. Microsoft only says to be careful, warns in \`Set-CsUser\`, and suggests \`$null\` to clear
Lync's pair. That this is an error is our recommendation.

Leave one owner: \`Set-CsUser -HostedVoiceMail $null\` hands the attribute to Exchange.`,
  bad: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  exchangeHostedVoiceMail true  hostedVoiceMail false
                                                                                      ^^^^^
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
  alice@contoso.com  line +14255550101  msExchUCVoiceMailSettings "ExchangeHostedVoiceMail=0", "CsHostedVoiceMail=1"
                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  ],
};
