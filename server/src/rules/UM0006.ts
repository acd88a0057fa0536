import { UNSET } from '../model/facts';
import { removeProperty } from './fixes';
import type { Fix, Rule, RulePage } from './types';

/** Properties of a user that say the same thing, where they stand side by side: what a row says counts before what its block says. */
const eitherOr = [
  ['msExchUCVoiceMailSettings', 'hostedVoiceMail', 'the attribute holds it already'],
  ['msExchUCVoiceMailSettings', 'exchangeHostedVoiceMail', 'the attribute holds it already'],
  ['hostingProvider', 'pool', 'who is homed online has no pool here'],
] as const;

export const rule: Rule = {
  code: 'UM0006',
  severity: 'error',
  title: 'Property given twice',
  basis: 'language',
  source: [],
  checks: [
    { looksAt: 'text' },
    {
      looksAt: 'declaration',
      kinds: ['certificate'],
      check(certificate, { report }) {
        const given = ['pool', 'umServer'].filter(
          (property) => certificate.written.has(property) && certificate.fact(property) !== UNSET,
        );
        if (given.length < 2) return;
        report({
          at: { path: certificate.path, ...certificate.valueSpan('umServer') },
          message: `Certificate ${certificate.name} says twice who has it: \`pool\` and \`umServer\` exclude each other`,
          related: [
            { at: { path: certificate.path, ...certificate.valueSpan('pool') }, message: 'The pool that has it' },
          ],
          fixes: () =>
            given.flatMap((property): Fix[] => {
              const fix = removeProperty(certificate, property);
              return fix ? [fix] : [];
            }),
        });
      },
    },
    {
      looksAt: 'placement',
      check(placement, { report }) {
        for (const [first, second, why] of eitherOr) {
          const origin = placement.origin(second);
          if (origin === 'default' || placement.origin(first) !== origin) continue;
          if (placement.fact(first) === UNSET || placement.fact(second) === UNSET) continue;
          report({
            at: { placement, property: second },
            message: `\`${first}\` and \`${second}\` exclude each other: ${why}`,
          });
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A block or row says one thing twice; the first one counts. A list is written once, its values joined by commas. In a certificate \`pool\` and \`umServer\`
say the same: whose certificate it is; of a user, \`msExchUCVoiceMailSettings\` holds both pairs, and \`hostingProvider\` stands in place of a \`pool\`.`,
  bad: `publicProvider Messenger {
  proxyFqdn federation.messenger.example
  enabled true
  enabled false
  ^^^^^^^^^^^^^
}`,
  good: `publicProvider Messenger {
  proxyFqdn federation.messenger.example
  enabled true
}`,
  alsoBad: [
    `certificate Doubtful {
  pool pool01.contoso.com
  umServer ex01.contoso.com
           ^^^^^^^^^^^^^^^^
  usage default
  subject pool01.contoso.com
}`,
    `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com  line +14255550105  msExchUCVoiceMailSettings "ExchangeHostedVoiceMail=1"  hostedVoiceMail unknown
                                                                                                              ^^^^^^^
}`,
  ],
};
