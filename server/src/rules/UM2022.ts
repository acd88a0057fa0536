import { sameWord } from '../base/words';
import { planOf } from '../routing/localRoute';
import { replace } from './fixes';
import { livePlace } from './livePlace';
import { eachMarked } from './markers';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2022',
  severity: 'error',
  title: "SIP resource identifier that isn't the SIP address",
  basis: 'documented',
  source: ['OP-UM', 'PS-ENUM'],
  checks: [
    {
      looksAt: 'individual',
      property: 'sipResourceIdentifier',
      facet: (user) => (sameWord(user.texts('sipResourceIdentifier')[0] ?? '', user.address) ? [] : ['differs']),
      check(group, { deployment, read, report }) {
        const plan = planOf(deployment, read, group.placement);
        if (plan === undefined || read.text(plan, 'uriType') !== 'sipName') return;
        eachMarked(group, (user, all) => {
          const at = livePlace(user, () => user.valueSpan('sipResourceIdentifier'));
          const identifier = user.texts('sipResourceIdentifier')[0] ?? '';
          report({
            at,
            ...all,
            message: `${user.address}: SIP resource identifier ${identifier} differs from SIP address ${user.address}. Calls that Lync hands over find no mailbox`,
            fixes: () => [replace(at.path, at, user.address, `Change to ${user.address}`, true)],
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `In a SIP URI dial plan Exchange knows the mailbox by \`SIPResourceIdentifier\`, from which the EUM proxy address is made. Lync names the called user by the SIP
address: the two must be equal, without \`sip:\`. Otherwise the call arrives and matches no mailbox (Exchange logs event 1109, invalid extension), and the
caller is asked for one. Left out, it is the SIP
address.`,
  bad: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  sipResourceIdentifier carol.smith@contoso.com
                                                              ^^^^^^^^^^^^^^^^^^^^^^^
  dan@contoso.com    line +14255550122
}`,
  good: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  sipResourceIdentifier Carol@contoso.com
  dan@contoso.com    line +14255550122
}`,
  alsoBad: [
    `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  sipResourceIdentifier sip:carol@contoso.com
                                                              ^^^^^^^^^^^^^^^^^^^^^
}`,
  ],
};
