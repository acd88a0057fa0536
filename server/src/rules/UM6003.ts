import { setProperty } from './fixes';
import { levelSource, mismatches } from './security';
import type { Rule, RulePage } from './types';
import { standsAtPlan } from './UM6002';

export const rule: Rule = {
  code: 'UM6003',
  severity: 'error',
  title: 'Security of UM dial plan and Lync do not go together',
  basis: 'documented',
  source: ['EX-LYNC', 'PS-MEDIA'],
  checks: [
    {
      looksAt: 'crowd',
      check(_crowd, context) {
        for (const mismatch of mismatches(context)) {
          const { plan, security, level, pairs, from, fitting } = mismatch;
          if (level === 'requireEncryption') continue;
          const pools = pairs.map(({ pool }) => pool?.name).join(', ');
          context.report({
            ...standsAtPlan(mismatch),
            message: `EncryptionLevel ${level} of ${pools} (${levelSource(mismatch)}) and VoIPSecurity ${security} of UM dial plan ${plan.name} are no supported pair: calls fail with "Incompatible security setting"`,
            fixes: () => [
              ...fitting.map((value, i) => ({ ...setProperty(plan, 'voIPSecurity', value), preferred: i === 0 })),
              // The level that goes with both values that encrypt.
              ...(security !== 'unsecured' && from ? [setProperty(from, 'encryptionLevel', 'supportEncryption')] : []),
            ],
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Only some pairs work between Lync's \`EncryptionLevel\` and the \`VoIPSecurity\` of a UM dial plan:

| EncryptionLevel | VoIPSecurity |
| --- | --- |
| RequireEncryption | Secured |
| SupportEncryption | SIPSecured or Secured |
| DoNotSupportEncryption | SIPSecured |

\`Unsecured\` appears nowhere, as Lync always signals over TLS. With another pair the calls of the pool to UM fail with "Incompatible security setting". The media
configuration of the pool's site counts before the global one.`,
  bad: `mediaConfiguration global { encryptionLevel doNotSupportEncryption }
exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
                                                     ^^^^^^^
}`,
  good: `mediaConfiguration global { encryptionLevel supportEncryption }
exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
}`,
  alsoBad: [
    `mediaConfiguration site:Redmond { encryptionLevel supportEncryption }
exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity unsecured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
                                                     ^^^^^^^^^
}`,
  ],
};
