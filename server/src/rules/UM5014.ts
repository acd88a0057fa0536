import { fold, sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import { UNSET } from '../model/facts';
import { listPlace, umServerOfCertificate } from './certificates';
import { isHomePool } from './edges';
import { setProperty } from './fixes';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { attempt } from './witnesses';

export const rule: Rule = {
  code: 'UM5014',
  severity: 'error',
  title: 'Certification authority not trusted by the other side',
  basis: 'documented',
  source: ['OP-CERT', 'OCER'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const found: Distrust[] = [];
        for (const certificate of context.deployment.all('certificate'))
          attempt(context, 0, () => found.push(...distrustsOf(context, certificate)));
        const issuers = new Map(found.map(({ issuer }) => [fold(issuer), issuer]));
        for (const [key, issuer] of issuers)
          report(
            context,
            issuer,
            found.filter((each) => fold(each.issuer) === key),
          );
      },
    },
  ],
};

/** One side that lacks the authority of the other's certificate. */
interface Distrust {
  readonly truster: Declaration;
  readonly owner: Declaration;
  readonly certificate: Declaration;
  readonly issuer: string;
}

function distrustsOf(context: RuleContext, certificate: Declaration): Distrust[] {
  const { deployment, read } = context;
  const issuer = read.text(certificate, 'issuer');
  // One without an authority is a fault of its own (UM5012).
  if (issuer === undefined || read.flag(certificate, 'isSelfSigned') === true) return [];
  const server = umServerOfCertificate(deployment, read, certificate);
  const pool = deployment.find('pool', read.text(certificate, 'pool'));
  const owner = server ?? pool;
  if (owner === undefined) return [];
  if (!server && (!read.list(certificate, 'usage').includes('default') || !isHomePool(read, owner))) return [];
  return deployment
    .all(server ? 'pool' : 'umServer')
    .filter((truster) => !trusts(context, truster, issuer) && (!server || isHomePool(read, truster)))
    .map((truster) => ({ truster, owner, certificate, issuer }));
}

/** What a side doesn't state of its trust isn't checked. */
function trusts({ read }: RuleContext, truster: Declaration, issuer: string): boolean {
  if (!truster.written.has('trustedRootCAs') || read.read(truster, 'trustedRootCAs') === UNSET) return true;
  return read.list(truster, 'trustedRootCAs').some((name) => sameWord(name, issuer));
}

/** Where several sides lack the authority of one certificate, that certificate is the common cause; else each side's list is. */
function report(context: RuleContext, issuer: string, all: readonly Distrust[]): void {
  const trusters = [...new Set(all.map((each) => each.truster))];
  const certificates = [...new Set(all.map((each) => each.certificate))];
  const [certificate] = certificates;
  const owners = (of: readonly Distrust[]): string => [...new Set(of.map((each) => each.owner.name))].join(', ');
  const issued = (each: Declaration) => ({ path: each.path, ...each.valueSpan('issuer') });
  if (certificate !== undefined && certificates.length === 1 && trusters.length > 1) {
    const names = trusters.map((each) => each.name).join(', ');
    context.report({
      at: issued(certificate),
      message: `${names} do not trust ${issuer}, which issued the certificate of ${owners(all)}: TLS between them fails (error 1010)`,
      related: trusters.map((each) => ({ at: listPlace(each, 'trustedRootCAs'), message: `What ${each.name} trusts` })),
      fixes: () => [
        {
          title: `Install the root certificate of ${issuer} on ${names}`,
          edits: trusters.flatMap((each) => install(context, each, issuer).edits),
        },
      ],
    });
    return;
  }
  for (const truster of trusters) {
    const own = all.filter((each) => each.truster === truster);
    context.report({
      at: listPlace(truster, 'trustedRootCAs'),
      message: `${truster.name} does not trust ${issuer}, which issued the certificate of ${owners(own)}: TLS between the two fails (error 1010)`,
      related: own.map((each) => ({ at: issued(each.certificate), message: `Issued by ${issuer}` })),
      fixes: () => [install(context, truster, issuer)],
    });
  }
}

function install({ read }: RuleContext, truster: Declaration, issuer: string): Fix {
  const names = [...read.list(truster, 'trustedRootCAs'), issuer].map((name) => JSON.stringify(name)).join(', ');
  return setProperty(truster, 'trustedRootCAs', names, `Install the root certificate of ${issuer}`);
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
    `exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond  trustedRootCAs "Exchange Root" }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond  trustedRootCAs "Exchange Root" }
}
certificate Pool01 { pool pool01.contoso.com  usage default  subject pool01.contoso.com  issuer "Contoso Root" }
                                                                                                ^^^^^^^^^^^^^^`,
  ],
};
