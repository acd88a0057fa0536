import { scopeOf } from '../routing/effectivePolicy';
import { completePolicy, declareGlobal, grantable } from './completePolicy';
import { setProperty } from './fixes';
import { modeOf } from './modes';
import { eachContactUse } from './policyUse';
import { hiddenGlobal } from './shadow';
import { domainOf } from './sharedDomains';
import { isOfBothTools } from './toolConflict';
import type { Rule, RulePage } from './types';
import { withoutDestination } from './UM4009';

export const rule: Rule = {
  code: 'UM4022',
  severity: 'error',
  title: 'Hosted contact without a destination',
  basis: 'documented',
  source: ['PS-NEWCON', 'CONTACT'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { deployment, read, report } = context;
        eachContactUse(crowd, context, (use) => {
          const { policy, name } = use.effective;
          // In on-premises mode the tool is at fault (UM4024).
          if (modeOf(context) === 'onPremises') return;
          // Where users are hit too, UM4009 speaks at the policy, and UM4011 where it hides the global one.
          if (use.effective.destination !== undefined || withoutDestination(use, context).length > 0) return;
          if (policy && hiddenGlobal(deployment, read, policy)) return;
          const domains = [...new Set(use.contacts.map((contact) => domainOf(contact.name)))];
          for (const contact of use.contacts) {
            if (isOfBothTools(deployment, contact)) continue;
            const why =
              policy === undefined
                ? 'none is granted, the site has none, and the global one has no Destination'
                : `policy ${name}, which applies, has no Destination`;
            report({
              at: { path: contact.path, ...contact.valueSpan('policy') },
              message: `Contact ${contact.name} is unusable, and calls to its number are lost: ${why}`,
              ...(policy && {
                related: [{ at: { path: policy.path, ...policy.head }, message: 'The policy without a Destination' }],
              }),
              fixes: () => {
                if (policy && scopeOf(policy) === 'user') return completePolicy(deployment, policy, domains);
                const grants = grantable(deployment, domains).map((each, i) => ({
                  ...setProperty(contact, 'policy', each, `Grant policy ${each}`),
                  preferred: i === 0,
                }));
                const others = policy
                  ? completePolicy(deployment, policy, domains)
                  : declareGlobal(deployment, domains);
                return [...grants, ...others.map((fix) => ({ ...fix, preferred: false }))];
              },
            });
          }
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A contact that \`New-CsExUmContact\` made is answered by the service that its hosted voice mail policy names. Until a policy with a \`Destination\` applies to
it, granted, of its pool's site or global, the contact is unusable: whoever dials the number of the auto attendant or of Outlook Voice Access hears fast busy.

Grant a policy with \`Grant-CsHostedVoicemailPolicy\`, naming the contact as \`-Identity\`.`,
  bad: `exUmContact ova@contoso.com {
            ^^^^^^^^^^^^^^^
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
}`,
  good: `exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  alsoBad: [
    `hostedVoicemailPolicy Numbers { organization contoso.onmicrosoft.com }
exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Numbers
         ^^^^^^^
}`,
  ],
  alsoGood: [
    `hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
}`,
  ],
};
