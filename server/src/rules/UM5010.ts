import { sameWord } from '../base/words';
import { edgeOfCertificate, hasAlternativeName, listPlace } from './certificates';
import { setProperty } from './fixes';
import { isInternalDomain } from './names';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM5010',
  severity: 'error',
  title: 'Edge certificate without sip. of a SIP domain',
  basis: 'documented',
  source: ['CERTEDGE'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['certificate'],
      check(certificate, { deployment, read, report }) {
        const edge = edgeOfCertificate(deployment, read, certificate);
        if (edge === undefined) return;
        const subject = read.text(certificate, 'subject') ?? '';
        const missing = deployment
          .all('sipDomain')
          .filter((domain) => !domain.nameFault && !isInternalDomain(domain.name))
          .map((domain) => `sip.${domain.name}`)
          // The subject itself: UM5011.
          .filter((name) => !sameWord(name, subject) && !hasAlternativeName(read, certificate, name));
        if (missing.length === 0) return;
        report({
          at: listPlace(certificate, 'san'),
          message: `The external certificate of ${edge.name} lacks ${missing.join(', ')}: partners and the hosted service refuse connections for ${missing.length === 1 ? 'that SIP domain' : 'those SIP domains'}`,
          related: deployment
            .all('sipDomain')
            .filter((domain) => missing.includes(`sip.${domain.name}`))
            .map((domain) => ({ at: { path: domain.path, ...domain.head }, message: `SIP domain ${domain.name}` })),
          fixes: () => {
            const names = [...read.list(certificate, 'san'), ...missing].join(', ');
            return [setProperty(certificate, 'san', names, `Add ${missing.join(', ')} to the certificate`)];
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Partners and clients reach the Edge as \`sip.<domain>\`, for every SIP domain, and the external certificate has to carry each of these names among its
alternative names. A name that is missing means TLS errors for the users of that domain alone. Wildcards don't count: for SIP they are not advised.

Have the certificate reissued by the public CA with all names, and assign it on every computer of the Edge pool.`,
  bad: `sipDomain contoso.com { isDefault true }
sipDomain fabrikam.com
certificate EdgeExternal { pool edge01.contoso.com  usage edgeExternal  subject sip.contoso.com  san sip.contoso.com  publicCA true }
                                                                                                     ^^^^^^^^^^^^^^^`,
  good: `sipDomain contoso.com { isDefault true }
sipDomain fabrikam.com
certificate EdgeExternal { pool edge01.contoso.com  usage edgeExternal  subject sip.contoso.com  san sip.contoso.com, sip.fabrikam.com  publicCA true }`,
  alsoBad: [
    `certificate EdgeExternal { pool edge01.contoso.com  usage edgeExternal  subject access.contoso.com  san access.contoso.com, *.contoso.com  publicCA true }
                                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
  ],
};
