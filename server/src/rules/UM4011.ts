import type { Declaration } from '../model/declaration';
import type { Crowd } from './crowd';
import { setPropertyEdit } from './fixes';
import { hiddenGlobal } from './shadow';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { attempt, whoOf, witnesses } from './witnesses';

export const rule: Rule = {
  code: 'UM4011',
  severity: 'warning',
  title: 'Site policy hides the global destination',
  basis: 'recommended',
  source: ['POL'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        for (const policy of context.deployment.all('hostedVoicemailPolicy'))
          attempt(context, 0, () => judge(policy, crowd, context));
      },
    },
  ],
};

function judge(policy: Declaration, crowd: Crowd, { deployment, read, report }: RuleContext): void {
  const global = hiddenGlobal(deployment, read, policy);
  if (global === undefined) return;
  const hides = `The policy of ${policy.name} has no Destination and hides that of the global policy, ${read.text(global, 'destination')}`;
  const use = crowd.policiesInUse.find(({ effective }) => effective.policy === policy);
  const hit = use?.placements ?? [];
  const contacts = use?.contacts ?? [];
  const who = [...(hit.length > 0 ? [whoOf(hit)] : []), ...contacts.map((contact) => contact.name)].join(', ');
  report({
    at: { path: policy.path, ...policy.head },
    // Those under it have no voice mail at all: what UM4009 and UM4022 would say.
    ...(use && { severity: 'error', users: use.users }),
    message: use
      ? `${hides}: there is nowhere to send the calls of ${who}`
      : `${hides}: nobody who is homed there can be enabled for hosted voice mail without a policy of his own`,
    related: [
      {
        at: { path: global.path, ...global.valueSpan('destination') },
        message: 'The destination that is hidden',
      },
      ...witnesses(hit),
    ],
    fixes: () => [copyValues(policy, global)],
  });
}

function copyValues(policy: Declaration, global: Declaration): Fix {
  const organization = global.fact('organization');
  const copied = Array.isArray(organization) && !Array.isArray(policy.fact('organization'));
  const tenants = copied ? `  organization ${organization.join(', ')}` : '';
  const edit = setPropertyEdit(policy, 'destination', `${String(global.fact('destination'))}${tenants}`);
  return { title: 'Copy Destination and Organization of the global policy', edits: [edit], preferred: true };
}

export const page: RulePage = {
  explanation: `Exactly one hosted voice mail policy applies to a user: the granted one, else that of the site, else the global one. Nothing is merged, so a policy
of a site without \`Destination\` doesn't fall back on the global one: it hides it, and \`Set-CsUser -HostedVoiceMail $True\` fails for everybody homed on that site.
That there is no merge is deduced from the documents, not written there.

Copy destination and organization into the policy of the site, or remove that policy. When hosted users or contacts are under it already, this is an error.`,
  bad: `hostedVoicemailPolicy global { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
hostedVoicemailPolicy site:Redmond { organization contoso.onmicrosoft.com }
                      ^^^^^^^^^^^^`,
  good: `hostedVoicemailPolicy global { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }`,
  alsoBad: [
    `hostedVoicemailPolicy global { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
hostedVoicemailPolicy site:Redmond
                      ^^^^^^^^^^^^
users Finance { pool pool01.contoso.com  mailbox hosted
  alice@contoso.com  line +14255550101
}`,
  ],
};
