import { edgeOfCertificate, hasAlternativeName, listPlace } from './certificates';
import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM5011',
  severity: 'error',
  title: 'Alternative names do not repeat the subject',
  basis: 'documented',
  source: ['CERTEDGE'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['certificate'],
      check(certificate, { deployment, read, report }) {
        const edge = edgeOfCertificate(deployment, read, certificate);
        const subject = read.text(certificate, 'subject');
        if (edge === undefined || subject === undefined || hasAlternativeName(read, certificate, subject)) return;
        report({
          at: listPlace(certificate, 'san'),
          message: `The alternative names of the certificate of ${edge.name} must contain the subject ${subject}: who finds alternative names doesn't look at the subject any more, and refuses the Edge`,
          fixes: () => [
            setProperty(
              certificate,
              'san',
              [subject, ...read.list(certificate, 'san')].join(', '),
              `Add ${subject} to the alternative names`,
            ),
          ],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `When a certificate has alternative names, TLS compares these alone and ignores the subject. So the subject of the external Edge certificate, the Access Edge
FQDN, has to be repeated among them.`,
  bad: `sipDomain contoso.com { isDefault true }
certificate EdgeExternal { pool edge01.contoso.com  usage edgeExternal  subject access.contoso.com  san sip.contoso.com  publicCA true }
                                                                                                        ^^^^^^^^^^^^^^^`,
  good: `certificate EdgeExternal { pool edge01.contoso.com  usage edgeExternal  subject access.contoso.com  san access.contoso.com, sip.contoso.com  publicCA true }`,
  alsoBad: [
    `certificate EdgeExternal { pool edge01.contoso.com  usage edgeExternal  subject sip.contoso.com  publicCA true }
            ^^^^^^^^^^^^`,
  ],
};
