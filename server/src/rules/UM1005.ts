import { fold } from '../base/words';
import { replace } from './fixes';
import { livePlace } from './livePlace';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1005',
  severity: 'warning',
  title: 'Organization listed twice',
  basis: 'recommended',
  source: ['PS-NEWHVP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostedVoicemailPolicy'],
      check(policy, { deployment, read, report }) {
        const seen = new Map<string, number>();
        read.list(policy, 'organization').forEach((organization, i) => {
          const first = seen.get(fold(organization));
          if (first === undefined) {
            seen.set(fold(organization), i);
            return;
          }
          const at = livePlace(policy, () => policy.valueSpan('organization', i));
          report({
            at,
            message: `Organization ${organization} is listed twice`,
            related: [
              { at: { path: policy.path, ...policy.valueSpan('organization', first) }, message: 'The first time' },
            ],
            fixes: () => {
              const { start, end } = at;
              const before = /,\s*$/.exec(deployment.textOf(policy.path).slice(0, start))?.[0].length ?? 0;
              return [replace(policy.path, { start: start - before, end }, '', `Remove ${organization}`, true)];
            },
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The same tenant stands twice in the list; case makes no difference. It does no harm that a document tells of, but the list goes to the hosted service as
it is, and it hides what was meant to stand there. A recommendation: list each tenant once.`,
  bad: `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com, Contoso.onmicrosoft.com
                                        ^^^^^^^^^^^^^^^^^^^^^^^
}`,
  good: `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
};
