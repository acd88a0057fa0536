import { findKnown } from '../model/facts';
import type { Placement } from '../model/placement';
import { attributeOf, hostedIntended } from '../routing/attribute';
import { flagOf, isOnline } from './attributes';
import type { Rule, RuleContext, RulePage } from './types';
import { setForUsers } from './userFixes';

export const rule: Rule = {
  code: 'UM4012',
  severity: 'error',
  title: 'Hosted user without Enterprise Voice',
  basis: 'documented',
  source: ['B-AHAS2', 'CVM'],
  checks: [{ looksAt: 'placement', check }],
};

function check(placement: Placement, { read, report }: RuleContext): void {
  if (isOnline(read, placement) || read.flag(placement, 'enterpriseVoice') !== false) return;
  const isHosted = [() => hostedIntended(read, placement), () => flagOf(attributeOf(read, placement)) === 'hosted'];
  if (!findKnown(isHosted, (says) => says())) return;
  report({
    at: { placement, property: 'enterpriseVoice' },
    message: (who, users) =>
      `${who} ${users === 1 ? 'is' : 'are'} not enabled for Enterprise Voice: voice mail is never invoked, although it is to be hosted`,
    // Enterprise Voice needs a number, and audio and video.
    fixes: (placements) =>
      placements.every((each) => each.has('line') && each.fact('audioVideoDisabled') !== true)
        ? setForUsers(placements, { enterpriseVoice: 'true' }, 'Enable for Enterprise Voice')
        : [],
  });
}

export const page: RulePage = {
  explanation: `ExUM Routing is asked only about users who are enabled for Enterprise Voice. For others an unanswered call ends without voice mail, whatever policy
and flag say; the caller hears ringing, then nothing.

Enable the users (\`Set-CsUser -EnterpriseVoiceEnabled $True -LineURI …\`), or say that they have no hosted voice mail.`,
  bad: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  enterpriseVoice false
                                                        ^^^^^
  bob@contoso.com    line +14255550102
}`,
  good: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102
}`,
  alsoBad: [
    `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  enterpriseVoice false
                  ^^^^^
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102  exchangeHostedVoiceMail true
}`,
  ],
  alsoGood: [
    `users Plant { pool pool01.contoso.com  mailbox local  umDialPlan Redmond  enterpriseVoice false
  carol@contoso.com  line +14255550121
}`,
  ],
};
