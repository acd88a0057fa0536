import { sameWord } from '../base/words';
import { umServerOfCertificate } from './certificates';
import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM5012',
  severity: 'error',
  title: 'Certificate of a UM server that Lync refuses',
  basis: 'documented',
  source: ['OP-CERT', 'B-WILD', 'B-SHRIMP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['certificate'],
      check(certificate, { deployment, read, report }) {
        const server = umServerOfCertificate(deployment, read, certificate);
        if (server === undefined) return;
        if (read.flag(certificate, 'isSelfSigned') === true) {
          report({
            at: { path: certificate.path, ...certificate.valueSpan('isSelfSigned') },
            message: `The certificate of ${server.name} is self-signed: Exchange → Lync signalling will be refused, so there is no message waiting light and no Play on Phone`,
            fixes: () => [setProperty(certificate, 'isSelfSigned', 'false', 'Have it issued by a CA that Lync trusts')],
          });
        }
        const subject = read.text(certificate, 'subject');
        if (subject === undefined || sameWord(subject, server.name)) return;
        const why = subject.startsWith('*') ? 'is a wildcard' : `is ${subject}, not the FQDN of the server`;
        report({
          at: { path: certificate.path, ...certificate.valueSpan('subject') },
          message: `The subject of the certificate of ${server.name} ${why}: Exchange → Lync signalling will be refused, so there is no message waiting light and no Play on Phone`,
          fixes: () => [setProperty(certificate, 'subject', server.name, `Reissue it for ${server.name}`)],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Lync compares the subject of the UM server's certificate with the name it knows from Active Directory. Self-signed, with a wildcard as subject or with
another name, the certificate is refused, but only in one direction: calls from Lync to Exchange still work, while Exchange → Lync fails. The signs are events 1344 and
1400 on the UM server, no message waiting light, no Play on Phone. A wildcard among the alternative names is fine.

Have it issued for the FQDN of the server by a CA that Lync trusts, enable it for the services UM and UMCallRouter, and restart these.`,
  bad: `certificate Um01 { umServer ex01.contoso.com  usage um, umCallRouter  subject *.contoso.com }
                                                                              ^^^^^^^^^^^^^`,
  good: `certificate Um01 { umServer ex01.contoso.com  usage um, umCallRouter  subject ex01.contoso.com  san ex01.contoso.com, *.contoso.com }`,
  alsoBad: [
    `certificate Um01 { umServer ex01.contoso.com  usage um  subject ex01.contoso.com  isSelfSigned true }
                                                                                               ^^^^`,
    `certificate Um01 { umServer ex01.contoso.com  usage umCallRouter  subject mail.contoso.com }
                                                                          ^^^^^^^^^^^^^^^^`,
  ],
};
