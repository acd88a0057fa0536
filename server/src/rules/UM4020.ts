import type { Placement } from '../model/placement';
import { attributeOf, hostedIntended } from '../routing/attribute';
import { attributePlace, flagOf, isOnline, writeAttribute } from './attributes';
import type { Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4020',
  severity: 'warning',
  title: 'Local mailbox with the flag of hosted UM',
  basis: 'recommended',
  source: ['ROUTE'],
  checks: [{ looksAt: 'placement', check }],
};

function check(placement: Placement, { read, report, deployment }: RuleContext): void {
  if (isOnline(read, placement)) return;
  const attribute = attributeOf(read, placement);
  if (flagOf(attribute) !== 'hosted' || hostedIntended(read, placement)) return;
  // Without a mailbox: UM4018.
  if (read.text(placement, 'mailbox') !== 'local') return;
  const policy = placement.fact('policy');
  const destination =
    typeof policy === 'string' ? deployment.find('hostedVoicemailPolicy', policy)?.fact('destination') : undefined;
  const where = typeof destination === 'string' ? destination : 'hosted UM';
  report({
    at: attributePlace(placement, attribute),
    message: (who, users) =>
      `The mailbox of ${who} is local, yet the attribute sends ${users === 1 ? 'the calls' : 'their calls'} to ${where}, which has no mailbox for ${users === 1 ? 'it' : 'them'}`,
    fixes: (placements) =>
      writeAttribute(placements, attribute, { exchange: undefined, lync: undefined }, 'Clear the flag ($null)'),
  });
}

export const page: RulePage = {
  explanation: `The attribute wins over everything: with \`ExchangeHostedVoiceMail=1\` or \`CsHostedVoiceMail=1\` the call leaves for the hosted service, although the mailbox is
here. The service finds no mailbox, and the message is lost. It happens when a mailbox moved back and the flag stayed. A recommendation, concluded from
the documented precedence.

Clear the flag with \`Set-CsUser -HostedVoiceMail $null\`: \`$null\` removes all doubt, while 0 leaves a value in the attribute. Where the mailbox is local but its voice
mail really is in the cloud, say \`enableCloudVoiceMail true\`.`,
  bad: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  policy Cloud
  carol@contoso.com  line +14255550121  hostedVoiceMail true
                                                        ^^^^
  dan@contoso.com    line +14255550122
}`,
  good: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  policy Cloud
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122
}`,
  alsoBad: [
    `users Plant {
  pool pool01.contoso.com
  mailbox hosted
  exchangeHostedVoiceMail true
  policy Cloud
  carol@contoso.com  line +14255550121  mailbox local  umDialPlan Redmond
                                                ^^^^^
  dan@contoso.com    line +14255550122
}`,
  ],
  alsoGood: [
    `deployment Contoso { server sfb2019  mode mixed  forest contoso.com }
users Plant {
  pool pool01.contoso.com
  mailbox local
  enableCloudVoiceMail true
  hostedVoiceMail true
  policy Cloud
  carol@contoso.com  line +14255550121
}`,
  ],
};
