import { isFqdn } from '../model/values';
import { changeDestination } from './destinations';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1003',
  severity: 'warning',
  title: 'Destination that the cmdlet takes and nobody can route',
  basis: 'recommended',
  source: ['PS-SETHVP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostedVoicemailPolicy'],
      check(policy, { deployment, read, report }) {
        const destination = read.text(policy, 'destination');
        if (destination === undefined || isRoutable(destination)) return;
        report({
          at: { path: policy.path, ...policy.valueSpan('destination') },
          message: `Set-CsHostedVoicemailPolicy accepts the destination "${destination}", but it is no name that the Edge can route to: ${whyNot(destination)}`,
          fixes: () => changeDestination(deployment, policy),
        });
      },
    },
  ],
};

function whyNot(destination: string): string {
  if (destination.includes('_')) return 'it has an underscore';
  if (!destination.includes('.')) return 'it has no domain';
  const label = destination.split('.').find((each) => !/^(?!-)[a-z0-9-]{1,63}(?<!-)$/i.test(each));
  return `"${label ?? destination}" is no label of a name: 1 to 63 characters, without a hyphen at its ends`;
}

/** A destination with two labels or more and no underscores. */
export function isRoutable(destination: string): boolean {
  return isFqdn(destination);
}

export const page: RulePage = {
  explanation: `The pattern of \`-Destination\` also accepts a single label and underscores, but the Edge has to find the name in public DNS and in the provider's
certificate. Calls under this policy fail at the Edge: the caller hears fast busy, the Front End logs event 44009. That such a name is useless is a recommendation; the
cmdlet doesn't say it.`,
  bad: `hostedVoicemailPolicy Cloud {
  destination exap
              ^^^^
  organization contoso.onmicrosoft.com
}`,
  good: `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
  alsoBad: [
    `hostedVoicemailPolicy Cloud {
  destination exap_um.outlook.com
              ^^^^^^^^^^^^^^^^^^^
  organization contoso.onmicrosoft.com
}`,
  ],
};
