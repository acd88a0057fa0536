import { fold } from '../base/words';
import { setPropertyEdit } from './fixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4038',
  severity: 'warning',
  title: 'Several organizations in one policy',
  basis: 'recommended',
  source: ['POL'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostedVoicemailPolicy'],
      check(policy, { read, report }) {
        const names = read.list(policy, 'organization');
        const seen = new Set<string>();
        const distinct = names.filter((name) => !seen.has(fold(name)) && seen.add(fold(name)));
        if (distinct.length < 2) return;
        const { start } = policy.valueSpan('organization');
        const { end } = policy.valueSpan('organization', names.length - 1);
        report({
          at: { path: policy.path, start, end },
          message: `Policy ${policy.name} names ${distinct.length} organizations, and which of ${distinct.join(', ')} gets a call is not documented. Make one policy for each tenant`,
          fixes: () =>
            distinct.slice(0, 4).map((name) => ({
              title: `Keep ${name} alone`,
              edits: [setPropertyEdit(policy, 'organization', name)],
            })),
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`Organization\` may be a list, the tenants that live at the destination; both values go into the request URI of the INVITE. No document says by which rule the
service picks one for a call, so a message may be refused or end with the wrong tenant. We recommend one policy for each tenant, granted to the users whose mailboxes are
there.`,
  bad: `hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com, fabrikam.onmicrosoft.com }
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
  good: `hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }`,
};
