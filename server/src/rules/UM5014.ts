import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import { UNSET } from '../model/facts';
import { listPlace, umServerOfCertificate } from './certificates';
import { homePools } from './edges';
import { setProperty } from './fixes';
import type { Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM5014',
  severity: 'error',
  title: 'Certification authority not trusted by the other side',
  basis: 'documented',
  source: ['OP-CERT', 'OCER'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['certificate'],
      check(certificate, context) {
        const { deployment, read } = context;
        const issuer = read.text(certificate, 'issuer');
        // One without an authority is a fault of its own (UM5012).
        if (issuer === undefined || read.flag(certificate, 'isSelfSigned') === true) return;
        const server = umServerOfCertificate(deployment, read, certificate);
        if (server) {
          for (const pool of homePools(deployment)) judge(context, pool, server, certificate, issuer);
          return;
        }
        const pool = deployment.find('pool', read.text(certificate, 'pool'));
        if (pool === undefined || !homePools(deployment).includes(pool)) return;
        if (!read.list(certificate, 'usage').includes('default')) return;
        for (const other of deployment.all('umServer')) judge(context, other, pool, certificate, issuer);
      },
    },
  ],
};

/** What a side doesn't state of its trust isn't checked. */
function judge(
  { read, report }: RuleContext,
  truster: Declaration,
  owner: Declaration,
  certificate: Declaration,
  issuer: string,
): void {
  if (!truster.written.has('trustedRootCAs')) return;
  if (read.read(truster, 'trustedRootCAs') === UNSET) return;
  const trusted = read.list(truster, 'trustedRootCAs');
  if (trusted.some((name) => sameWord(name, issuer))) return;
  report({
    at: listPlace(truster, 'trustedRootCAs'),
    message: `${truster.name} does not trust ${issuer}, which issued the certificate of ${owner.name}: TLS between the two fails (error 1010)`,
    related: [{ at: { path: certificate.path, ...certificate.valueSpan('issuer') }, message: `Issued by ${issuer}` }],
    fixes: () => {
      const names = [...trusted, issuer].map((name) => JSON.stringify(name)).join(', ');
      return [setProperty(truster, 'trustedRootCAs', names, `Install the root certificate of ${issuer}`)];
    },
  });
}

export const page: RulePage = {
  explanation: `Lync and UM speak TLS with each other, and each side has to trust the authority that issued the other's certificate: its root certificate belongs in the
trusted store of all computers there. Otherwise the connection ends with error 1010 and no call gets through.

It is checked where \`issuer\` of the certificate and \`trustedRootCAs\` of the other side are stated.`,
  bad: `site Redmond {
  siteId 1
  pool pool01.contoso.com { role frontEnd  edgePool edge01.contoso.com  trustedRootCAs "Contoso Root" }
                                                                                       ^^^^^^^^^^^^^^
}
certificate Um01 { umServer ex01.contoso.com  usage um, umCallRouter  subject ex01.contoso.com  issuer "Exchange Root" }`,
  good: `site Redmond {
  siteId 1
  pool pool01.contoso.com { role frontEnd  edgePool edge01.contoso.com  trustedRootCAs "Contoso Root", "Exchange Root" }
}
certificate Um01 { umServer ex01.contoso.com  usage um, umCallRouter  subject ex01.contoso.com  issuer "Exchange Root" }`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond  trustedRootCAs "Exchange Root" }
                                                                                    ^^^^^^^^^^^^^^^
}
certificate Pool01 { pool pool01.contoso.com  usage default  subject pool01.contoso.com  issuer "Contoso Root" }`,
  ],
};
