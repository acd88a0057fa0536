import { UNSET } from '../model/facts';
import { removeProperty } from './fixes';
import type { Fix, Rule, RulePage } from './types';

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
  ],
};

export const page: RulePage = {
  explanation: `A block or row says one thing twice; the first one counts. A list is written once, its values joined by commas. In a certificate \`pool\` and \`umServer\`
say the same: whose certificate it is.`,
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
  ],
};
