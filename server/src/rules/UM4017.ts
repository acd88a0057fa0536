import { plainReader } from '../model/facts';
import { Survey } from '../model/survey';
import type { UsersBlock } from '../model/usersBlock';
import { choiceOf } from './crowd';
import type { Rule, RuleContext, RulePage } from './types';
import { whoOf, witnesses } from './witnesses';

export const rule: Rule = {
  code: 'UM4017',
  severity: 'information',
  title: 'Attribute wins over EUM proxy addresses',
  basis: 'documented',
  source: ['ROUTE'],
  checks: [{ looksAt: 'block', check }],
};

/** The UM dial plans that hosted users have. */
const overruled = new Survey((placement) =>
  choiceOf(placement).um === 'hosted' ? plainReader.text(placement, 'umDialPlan') : undefined,
);

/** One for a block: it explains, and a block may have many such rows. */
function check(block: UsersBlock, { deployment, report, notChecked }: RuleContext): void {
  const answers = overruled.ofBlock(deployment, block, notChecked);
  const placements = answers.flatMap((answer) => answer.placements);
  const [first] = placements;
  if (first === undefined) return;
  const users = answers.reduce((sum, answer) => sum + answer.users, 0);
  const plans = answers.map(({ value }) => value).join(', ');
  const { declaration } = block;
  report({
    at:
      users === 1
        ? { placement: first, property: 'umDialPlan' }
        : { path: declaration.path, ...declaration.valueSpan('umDialPlan') },
    message: `${whoOf(placements, users)} ${users === 1 ? 'has' : 'have'} EUM proxy addresses of UM dial plan ${plans}, but the attribute wins: calls go to hosted UM`,
    users,
    ...(users > 1 && { related: witnesses(placements, users) }),
  });
}

export const page: RulePage = {
  explanation: `When a mailbox moves to the cloud its EUM proxy addresses stay. That is no fault: ExUM Routing looks at \`msExchUCVoiceMailSettings\` first, and where it
says 1 the proxies don't count. It is also the way back: clear the attribute (\`Set-CsUser -HostedVoiceMail $null\`), move the mailbox back, and local UM answers again.`,
  bad: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102  umDialPlan Redmond
                                                   ^^^^^^^
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
  umDialPlan Redmond
             ^^^^^^^
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102
}`,
  ],
};
