import type { Declaration } from '../model/declaration';
import { setPropertyEdit } from './fixes';
import { localPlans } from './localUse';
import { modeOf } from './modes';
import { writtenName } from './names';
import { addNumber, holdsNumber } from './numberLists';
import { isOfBothTools } from './toolConflict';
import type { FixEdit, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4024',
  severity: 'warning',
  title: 'New-CsExUmContact in on-premises mode',
  basis: 'documented',
  source: ['OP-OCSUM', 'CODE-HOST'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['exUmContact'],
      check(contact, context) {
        const { deployment, read, report } = context;
        if (deployment.standalone || modeOf(context) !== 'onPremises') return;
        if (read.text(contact, 'tool') === 'ocsUmUtil' || isOfBothTools(deployment, contact)) return;
        report({
          at: { path: contact.path, ...contact.valueSpan('tool') },
          message: `Contact ${contact.name} is made by New-CsExUmContact, whose contacts are answered by hosted UM; the documented tool for local UM is OcsUmUtil`,
          fixes: () => {
            const named = contact.fact('umDialPlan');
            const plans = typeof named === 'string' ? [named] : localPlans(deployment).map((plan) => plan.name);
            return plans.slice(0, 4).map((plan, i) => ({
              title: `Make it with OcsUmUtil for dial plan ${plan}`,
              edits: [
                contact.written.has('umDialPlan')
                  ? setPropertyEdit(contact, 'tool', 'ocsUmUtil')
                  : setPropertyEdit(contact, 'tool', `ocsUmUtil  umDialPlan ${writtenName(plan)}`),
                ...accessNumber(contact, deployment.find('umDialPlan', plan)),
              ],
              ...(i === 0 && { preferred: true }),
            }));
          },
        });
      },
    },
  ],
};

/** Local UM answers the number once it is an access number of the plan (UM2019). */
function accessNumber(contact: Declaration, plan: Declaration | undefined): readonly FixEdit[] {
  const number = contact.fact('displayNumber');
  if (plan === undefined || typeof number !== 'string' || contact.fact('autoAttendant') === true) return [];
  const numbers = plan.fact('accessTelephoneNumbers');
  if (holdsNumber(Array.isArray(numbers) ? numbers.map(String) : [], number)) return [];
  return addNumber(plan, 'accessTelephoneNumbers', number).edits;
}

export const page: RulePage = {
  explanation: `The cmdlet makes contacts that the hosted voice mail policy is consulted for; without one, nobody answers. For local UM the documents use
\`OcsUmUtil.exe\`, on a Front End, which links the contact to a local UM dial plan. (Scripts are known that make a contact with the cmdlet and then rewrite
\`otherIpPhone\`; it works, but nobody documents it.)`,
  within: 'onPremises',
  bad: `exUmContact ova-local@contoso.com {
            ^^^^^^^^^^^^^^^^^^^^^
  displayNumber +14255550100
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
}`,
  good: `exUmContact ova-local@contoso.com {
  tool ocsUmUtil
  displayNumber +14255550100
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan Redmond
}`,
};
