import { nearest, sameWord } from '../base/words';
import { replace } from './fixes';
import { livePlace } from './livePlace';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2024',
  severity: 'warning',
  title: "Organization that isn't the tenant's initial domain",
  basis: 'documented',
  source: ['CVM'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostedVoicemailPolicy'],
      check(policy, { deployment, read, report, complete }) {
        const destination = read.text(policy, 'destination');
        if (destination === undefined || !sameWord(destination, 'exap.um.outlook.com')) return;
        const tenants = deployment.all('tenant').map((tenant) => tenant.name);
        read.list(policy, 'organization').forEach((organization, i) => {
          if (/\.onmicrosoft\.com$/i.test(organization) || deployment.named('tenant', organization).length > 0) return;
          complete('tenant');
          const at = livePlace(policy, () => policy.valueSpan('organization', i));
          report({
            at,
            message: `"${organization}": Microsoft's instructions use the tenant's initial domain, TENANT.onmicrosoft.com. With another name the service may not find the tenant`,
            fixes: () => {
              const taken = read.list(policy, 'organization');
              const free = tenants.filter((tenant) => !taken.some((other) => sameWord(other, tenant)));
              const guess = nearest(organization, free);
              const built = `${organization.split('.')[0]}.onmicrosoft.com`;
              return [...new Set([...(guess ? [guess] : []), ...free, ...(free.length === 0 ? [built] : [])])]
                .slice(0, 3)
                .map((name, n) => replace(policy.path, at, name, `Change to ${name}`, n === 0));
            },
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `At \`exap.um.outlook.com\` the organization is the tenant's initial domain, \`<tenant>.onmicrosoft.com\`: so say Microsoft's instructions for Cloud Voicemail.
Older pages speak of "the FQDN of the tenant on the hosted service", so a vanity domain may work, or lead to calls that are refused. A name that is declared as a
\`tenant\` is taken as you say.`,
  bad: `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.com
               ^^^^^^^^^^^
}`,
  good: `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
};
