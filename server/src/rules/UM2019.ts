import type { Declaration } from '../model/declaration';
import type { Crowd } from './crowd';
import { addNumber, holdsNumber, otherNumbers } from './numberLists';
import { eachContactUse } from './policyUse';
import { tenantsOf } from './tenants';
import { isOfBothTools } from './toolConflict';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { attempt } from './witnesses';

export const rule: Rule = {
  code: 'UM2019',
  severity: 'error',
  title: "Number that isn't an access number of its dial plan",
  basis: 'recommended',
  source: ['CONTACT', 'PS-UMDP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['exUmContact'],
      check(contact, context) {
        const { deployment, read } = context;
        if (read.text(contact, 'tool') !== 'ocsUmUtil') return;
        const plan = deployment.find('umDialPlan', read.text(contact, 'umDialPlan'));
        if (plan) judge(contact, [plan], context);
      },
    },
    {
      looksAt: 'crowd',
      check(crowd, context) {
        eachHostedContact(crowd, context, (contact, plans) => judge(contact, plans, context));
      },
    },
  ],
};

/** Contacts of hosted UM, with the dial plans of the tenants that answer them; those of tenants that declare none are left out. */
function eachHostedContact(
  crowd: Crowd,
  context: RuleContext,
  visit: (contact: Declaration, plans: readonly Declaration[]) => void,
): void {
  eachContactUse(crowd, context, ({ effective, contacts }) => {
    const plans = tenantsOf(context.deployment, effective.organization).flatMap((tenant) =>
      (tenant?.children ?? []).filter((child) => child.kind.name === 'umDialPlan'),
    );
    if (plans.length === 0) return;
    for (const contact of contacts) attempt(context, 0, () => visit(contact, plans));
  });
}

function judge(contact: Declaration, plans: readonly Declaration[], context: RuleContext): void {
  const { read, report, deployment } = context;
  if (isOfBothTools(deployment, contact)) return;
  if (read.flag(contact, 'autoAttendant') === true) return;
  const number = read.text(contact, 'displayNumber');
  if (number === undefined || plans.some((plan) => holdsNumber(read.list(plan, 'accessTelephoneNumbers'), number)))
    return;
  const names = plans.map((plan) => plan.qualifiedName).join(' or ');
  report({
    at: { path: contact.path, ...contact.valueSpan('displayNumber') },
    message: `${number} is not an access number of ${names}: who dials it reaches contact ${contact.name}, but no Outlook Voice Access answers`,
    related: plans.map((plan) => ({
      at: { path: plan.path, ...plan.valueSpan('accessTelephoneNumbers') },
      message: `The access numbers of ${plan.name}`,
    })),
    fixes: (): Fix[] => [
      ...plans.slice(0, 3).map((plan) => addNumber(plan, 'accessTelephoneNumbers', number)),
      ...otherNumbers(
        deployment,
        contact,
        plans.flatMap((plan) => read.list(plan, 'accessTelephoneNumbers')),
      ),
    ],
  });
}

export const page: RulePage = {
  explanation: `The number of Outlook Voice Access stands twice: in the contact that Lync routes by, and among the \`AccessTelephoneNumbers\` of the UM dial plan that answers.
When the plan doesn't have it, Exchange takes the call for one to a user it doesn't know. For hosted contacts it is asked of tenants that declare their dial plans. That
both must agree is a recommendation drawn from the two pages.`,
  bad: `exUmContact ova-local@contoso.com {
  tool ocsUmUtil
  displayNumber +14255550109
                ^^^^^^^^^^^^
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan Redmond
}`,
  good: `exUmContact ova-local@contoso.com {
  tool ocsUmUtil
  displayNumber +14255550100
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan Redmond
}`,
  alsoBad: [
    `tenant contoso.onmicrosoft.com {
  umDialPlan Hosted { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550181 }
}
exUmContact ova@contoso.com {
  displayNumber +14255550180
                ^^^^^^^^^^^^
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  ],
};
