import type { Placement } from '../model/placement';
import { attributeOf, hostedIntended } from '../routing/attribute';
import { isOnline, writeAttribute } from './attributes';
import type { Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4016',
  severity: 'error',
  title: 'Undocumented value in the attribute',
  basis: 'documented',
  source: ['USER'],
  checks: [{ looksAt: 'placement', check }],
};

function check(placement: Placement, { read, report }: RuleContext): void {
  if (isOnline(read, placement)) return;
  const attribute = attributeOf(read, placement);
  const [wrong] = attribute.malformed;
  if (wrong === undefined) return;
  const values = read.list(placement, 'msExchUCVoiceMailSettings');
  const author = /^(ExchangeHostedVoiceMail|CsHostedVoiceMail)=[01]$/i.exec(wrong.trim())?.[1];
  report({
    at: { placement, property: 'msExchUCVoiceMailSettings' },
    index: values.lastIndexOf(wrong),
    message: author
      ? `msExchUCVoiceMailSettings has two values of ${author}: nobody can tell which one counts`
      : `"${wrong}" is no documented value of msExchUCVoiceMailSettings: only ExchangeHostedVoiceMail and CsHostedVoiceMail are, with 1 or 0. Nobody can tell where the calls go`,
    fixes: (placements) => {
      // What is documented and says what is intended stays.
      const hosted = hostedIntended(read, placement);
      const kept = (pair: boolean | undefined): boolean | undefined => (pair === hosted ? pair : undefined);
      const exchange = kept(attribute.exchange);
      const lync = exchange === undefined ? (hosted ? true : kept(attribute.lync)) : undefined;
      return writeAttribute(placements, attribute, { exchange, lync }, 'Keep what says where the mailbox is');
    },
  });
}

export const page: RulePage = {
  explanation: `\`msExchUCVoiceMailSettings\` knows four values: \`ExchangeHostedVoiceMail=1\` and \`=0\`, written by Exchange, \`CsHostedVoiceMail=1\` and \`=0\`, written by Lync.
Anything else, or two values of one writer, was put there by hand or by a script. No document says what ExUM Routing does with it.

Clear the attribute (\`Set-CsUser -HostedVoiceMail $null\`, or in AD) and let its writers set it again.`,
  bad: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  msExchUCVoiceMailSettings "ExchangeHostedVoiceMail=True"
                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  good: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  msExchUCVoiceMailSettings "ExchangeHostedVoiceMail=1"
}`,
  alsoBad: [
    `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  msExchUCVoiceMailSettings "CsHostedVoiceMail=1", "CsHostedVoiceMail=0"
                                                   ^^^^^^^^^^^^^^^^^^^^^
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102
}`,
  ],
};
