import { UNSET } from '../model/facts';
import type { Placement } from '../model/placement';
import { attributeOf, hostedIntended } from '../routing/attribute';
import { flagOf, isOnline } from './attributes';
import { exchangeOf } from './exchangeVersions';
import { localPlans } from './localUse';
import { writtenName } from './names';
import type { Rule, RuleContext, RulePage } from './types';
import { setForUsers } from './userFixes';

export const rule: Rule = {
  code: 'UM4021',
  severity: 'warning',
  title: 'Local user without EUM proxy addresses',
  basis: 'recommended',
  source: ['ROUTE'],
  checks: [{ looksAt: 'placement', check }],
};

function check(placement: Placement, { deployment, read, report }: RuleContext): void {
  if (deployment.standalone || isOnline(read, placement)) return;
  if (read.text(placement, 'mailbox') !== 'local' || hostedIntended(read, placement)) return;
  if (read.flag(placement, 'enterpriseVoice') === false) return;
  const plan = read.read(placement, 'umDialPlan');
  if (plan !== undefined && plan !== UNSET) return;
  // A flag that is set or can't be read: UM4020, UM4014, UM4016. A server without Unified Messaging: UM4033, UM4034.
  const flag = flagOf(attributeOf(read, placement));
  if (flag === 'hosted' || flag === 'open' || exchangeOf(deployment, read, placement)?.fact('version') === '2019')
    return;
  report({
    at: { placement, property: 'umDialPlan' },
    message: (who, users) =>
      `${who} ${users === 1 ? 'has' : 'have'} a local mailbox and no EUM proxy address: there is no voice mail`,
    fixes: (placements) => {
      const plans = localPlans(deployment).filter((each) => each.fact('uriType') === 'sipName');
      return plans
        .slice(0, 3)
        .flatMap((each, i) =>
          setForUsers(
            placements,
            { umDialPlan: writtenName(each.name) },
            `UM-enable on dial plan ${each.name} (Enable-UMMailbox)`,
            i === 0 && plans.length === 1,
          ),
        );
    },
  });
}

export const page: RulePage = {
  explanation: `ExUM Routing finds local UM by the EUM proxy addresses, which \`Enable-UMMailbox\` writes: they name the UM dial plan. A user with a local mailbox and no
\`umDialPlan\` isn't UM-enabled, and an unanswered call ends without voice mail. A recommendation, concluded from the documented order of decisions.

Enable the mailbox on a SIP URI dial plan. If no voice mail is wanted, say \`mailbox none\`.`,
  bad: `users Plant {
  pool pool01.contoso.com
  mailbox local
  carol@contoso.com  line +14255550121  umDialPlan Redmond
  dan@contoso.com    line +14255550122
  ^^^^^^^^^^^^^^^
}`,
  good: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122
}`,
  alsoBad: [
    `users Plant {
      ^^^^^
  pool pool01.contoso.com
  mailbox local
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122
}`,
  ],
  alsoGood: [
    `users Plant {
  pool pool01.contoso.com
  carol@contoso.com  mailbox none  line +14255550121
  dan@contoso.com    mailbox local  enterpriseVoice false
}`,
  ],
};
