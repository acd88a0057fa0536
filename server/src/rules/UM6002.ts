import { setProperty } from './fixes';
import { levelSource, type Mismatch, mismatches } from './security';
import type { Finding, Rule, RulePage } from './types';
import { usersOf, witnesses } from './witnesses';

export const rule: Rule = {
  code: 'UM6002',
  severity: 'error',
  title: 'UM dial plan not secured where Lync requires encryption',
  basis: 'documented',
  source: ['OP-UM', 'EX-LYNC'],
  checks: [
    {
      looksAt: 'crowd',
      check(_crowd, context) {
        for (const mismatch of mismatches(context)) {
          if (mismatch.level !== 'requireEncryption') continue;
          const { plan, security, pairs } = mismatch;
          const pools = pairs.map(({ pool }) => pool?.name).join(', ');
          context.report({
            ...standsAtPlan(mismatch),
            message: `"Incompatible security setting": ${pools} ${pairs.length === 1 ? 'requires' : 'require'} encryption (${levelSource(mismatch)}), UM dial plan ${plan.name} is ${security}: every call from there to UM fails`,
            fixes: () => [setProperty(plan, 'voIPSecurity', 'secured')],
          });
        }
      },
    },
  ],
};

/** The place, the users and the other side of a conflict about a plan's security. */
export function standsAtPlan({ plan, from, pairs }: Mismatch): Omit<Finding, 'message'> {
  const placements = pairs.flatMap((pair) => pair.placements);
  const contacts = pairs.flatMap((pair) => pair.contacts);
  return {
    at: { path: plan.path, ...plan.valueSpan('voIPSecurity') },
    ...(placements.length > 0 && { users: usersOf(placements) }),
    related: [
      ...(from
        ? [
            {
              at: { path: from.path, ...from.valueSpan('encryptionLevel') },
              message: 'The encryption level that applies',
            },
          ]
        : []),
      ...witnesses(placements),
      ...contacts.slice(0, 3).map((contact) => ({
        at: { path: contact.path, ...contact.head },
        message: `Contact ${contact.name}`,
      })),
    ],
  };
}

export const page: RulePage = {
  explanation: `The two defaults don't fit: a new UM dial plan is \`Unsecured\`, and Lync's \`EncryptionLevel\` is \`RequireEncryption\`. Then every call from the Front End
pool to UM fails with "Incompatible security setting", and the caller hears fast busy. \`SIPSecured\` isn't enough either: it leaves the media in the clear.

Set \`VoIPSecurity\` to \`Secured\` (\`Set-UMDialPlan\`), have the UM servers start in \`Dual\` mode, and restart MSExchangeUM and MSExchangeUMCR. Asked of the pairs of
pool and plan that users and contacts make.`,
  bad: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity sipSecured
                 ^^^^^^^^^^
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100
  }
}`,
  good: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100
  }
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
             ^^^^^^^
}`,
    `mediaConfiguration global { encryptionLevel supportEncryption }
mediaConfiguration site:Redmond { encryptionLevel requireEncryption }
exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity sipSecured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
                                                     ^^^^^^^^^^
}`,
  ],
  alsoGood: [
    `mediaConfiguration site:Redmond { encryptionLevel supportEncryption }
exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity sipSecured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
}`,
  ],
};
