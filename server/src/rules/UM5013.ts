import { UnknownFact } from '../model/facts';
import { edgeOfCertificate } from './certificates';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM5013',
  severity: 'warning',
  title: 'External Edge certificate from a private CA',
  basis: 'documented',
  source: ['CERTEXT'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['certificate'],
      check(certificate, { deployment, read, report }) {
        const edge = edgeOfCertificate(deployment, read, certificate);
        if (edge === undefined) return;
        const isSelfSigned = read.flag(certificate, 'isSelfSigned') === true;
        const fromPublic = read.flag(certificate, 'publicCA');
        if (fromPublic === true && !isSelfSigned) return;
        if (fromPublic === undefined && !isSelfSigned) throw new UnknownFact(certificate, 'publicCA', false);
        report({
          at: { path: certificate.path, ...certificate.valueSpan(isSelfSigned ? 'isSelfSigned' : 'publicCA') },
          message: `The external certificate of ${edge.name} is not from a public CA: the hosted service and partners do not trust it, and refuse the connection (error 1010)`,
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Outside nobody knows your own certification authority. The hosted service, partners and clients at home trust public ones only, and connections to the Edge
end with certificate errors (1010). Buy the external certificate from a public CA; for the internal side of the Edge a private CA will do.`,
  bad: `certificate EdgeExternal { pool edge01.contoso.com  usage edgeExternal  subject sip.contoso.com  san sip.contoso.com  publicCA false }
                                                                                                                               ^^^^^`,
  good: `certificate EdgeExternal { pool edge01.contoso.com  usage edgeExternal  subject sip.contoso.com  san sip.contoso.com  publicCA true }`,
  alsoGood: [
    `certificate EdgeInternal { pool edge01.contoso.com  usage edgeInternal  subject edge01.contoso.com  publicCA false }`,
    `certificate EdgeExternal { pool edge01.contoso.com  usage edgeExternal  subject sip.contoso.com  san sip.contoso.com }`,
  ],
};
