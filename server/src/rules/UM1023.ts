import type { Declaration } from '../model/declaration';
import { bareNumber } from '../model/values';
import { planOf } from '../routing/localRoute';
import { replace } from './fixes';
import { livePlace } from './livePlace';
import { eachMarked } from './markers';
import type { Fix, Place, Rule, RuleContext, RulePage } from './types';

const LIMIT = 20;

export const rule: Rule = {
  code: 'UM1023',
  severity: 'warning',
  title: 'Number that Exchange 2010 cuts',
  basis: 'documented',
  source: ['B-PEI'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umDialPlan', 'umAutoAttendant', 'umHuntGroup'],
      check(declaration, context) {
        if (!isExchange2010(declaration.organization, context)) return;
        for (const property of ['accessTelephoneNumbers', 'pilotIdentifierList', 'pilotIdentifier']) {
          if (!declaration.written.has(property)) continue;
          context.read.list(declaration, property).forEach((number, i) => {
            const at = livePlace(declaration, () => declaration.valueSpan(property, i));
            judge(number, at, context);
          });
        }
      },
    },
    {
      looksAt: 'declaration',
      kinds: ['exUmContact'],
      check(contact, context) {
        const { deployment, read } = context;
        if (read.text(contact, 'tool') !== 'ocsUmUtil') return;
        const plan = deployment.find('umDialPlan', read.text(contact, 'umDialPlan'));
        if (!isExchange2010(plan?.organization, context)) return;
        const number = read.text(contact, 'displayNumber');
        const at = livePlace(contact, () => contact.valueSpan('displayNumber'));
        if (number) judge(number, at, context);
      },
    },
    {
      looksAt: 'individual',
      property: 'line',
      concerns: (deployment) =>
        deployment.all('exchange').some((exchange) => /^2010/.test(String(exchange.fact('version')))),
      facet: (user) => (bareNumber(user.texts('line')[0] ?? '').length > LIMIT ? ['long'] : []),
      check(group, context) {
        const plan = planOf(context.deployment, context.read, group.placement);
        if (!isExchange2010(plan?.organization, context)) return;
        eachMarked(group, (user, all) => {
          const at = livePlace(user, () => user.valueSpan('line'));
          judge(bareNumber(user.texts('line')[0] ?? ''), at, context, all);
        });
      },
    },
  ],
};

function isExchange2010(organization: Declaration | undefined, { read }: RuleContext): boolean {
  if (organization?.kind.name !== 'exchange') return false;
  const version = read.text(organization, 'version');
  return version === '2010' || version === '2010SP1';
}

function judge(number: string, at: Place, { report }: RuleContext, all: { users?: number } = {}): void {
  if (number.length <= LIMIT) return;
  report({
    at,
    ...all,
    message: `Exchange 2010 cuts numbers at ${LIMIT} characters; "${number}" has ${number.length}, so calls to it find no mailbox`,
    fixes: (): Fix[] => {
      const short = number.replace(/;ext=.*$/i, '');
      return short === number || short.length > LIMIT
        ? []
        : [replace(at.path, at, short, `Drop the extension: ${short}`, true)];
    },
  });
}

export const page: RulePage = {
  explanation: `Unified Messaging of Exchange 2010 keeps 20 characters of a number, and \`+14255550121;ext=55121\` has 22. What is left is another number: in the field transfers of
an auto attendant failed with such an access number. It is a report from practice, no page of Microsoft. Exchange 2013 takes 32 characters. Where users share a number,
give them numbers of their own, or shorter extensions.`,
  within: 'onPremises',
  bad: `exchange OnPrem { version 2010SP1 }
users Plant {
  pool pool01.contoso.com
  umDialPlan Redmond
  carol@contoso.com  line +14255550121;ext=55121
                          ^^^^^^^^^^^^^^^^^^^^^^
  dan@contoso.com    line +14255550122
}`,
  good: `exchange OnPrem { version 2010SP1 }
users Plant {
  pool pool01.contoso.com
  umDialPlan Redmond
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122;ext=22
}`,
};
