import { UNSET } from '../model/facts';
import type { Placement } from '../model/placement';
import { isOnline } from './attributes';
import type { Rule, RuleContext, RulePage } from './types';
import { setForUsers } from './userFixes';

export const rule: Rule = {
  code: 'UM4013',
  severity: 'error',
  title: 'Enterprise Voice without what it needs',
  basis: 'documented',
  source: ['PS-SETUSER'],
  checks: [{ looksAt: 'placement', check }],
};

function check(placement: Placement, { read, report }: RuleContext): void {
  if (read.flag(placement, 'enterpriseVoice') !== true || isOnline(read, placement)) return;
  if (read.flag(placement, 'audioVideoDisabled') === true) {
    report({
      at: { placement, property: 'audioVideoDisabled' },
      message: (who, users) =>
        `${who} ${users === 1 ? 'is' : 'are'} enabled for Enterprise Voice with audio and video disabled: Set-CsUser refuses the two together`,
      fixes: (placements) => setForUsers(placements, { audioVideoDisabled: 'false' }, 'Allow audio and video'),
    });
  }
  const line = placement.fact('line');
  if (line !== undefined && line !== UNSET) return;
  report({
    at: { placement, property: 'line' },
    message: (who, users) =>
      `${who} ${users === 1 ? 'is' : 'are'} enabled for Enterprise Voice without a LineURI: nobody can call ${users === 1 ? 'the user' : 'them'} by number (recommended; write \`line\`, or \`line unknown\` where it isn't known yet)`,
  });
}

export const page: RulePage = {
  explanation: `Enterprise Voice, which users have unless \`enterpriseVoice false\` is said, needs two things. Audio and video must not be disabled: \`Set-CsUser\` refuses
\`-AudioVideoDisabled $True\` together with \`-EnterpriseVoiceEnabled $True\`. And the user needs a number, the LineURI, or no call from the telephone network arrives
and no missed call or message is ever left there; that a missing LineURI is an error is our recommendation.

Where the number isn't known yet, say \`line unknown\`.`,
  bad: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com
  ^^^^^^^^^^^^^^^^^
  bob@contoso.com    line +14255550102
}`,
  good: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
  bob@contoso.com    line unknown
}`,
  alsoBad: [
    `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101  audioVideoDisabled true
                                                           ^^^^
  bob@contoso.com    line +14255550102
}`,
    `users Finance {
      ^^^^^^^
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com
  bob@contoso.com
}`,
  ],
  alsoGood: [
    `users Plant {
  pool pool01.contoso.com
  mailbox none
  enterpriseVoice false
  carol@contoso.com
  dan@contoso.com  audioVideoDisabled true
}`,
  ],
};
