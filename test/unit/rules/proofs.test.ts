import { describe, expect, it } from 'vitest';
import { proofText } from '../../../server/src/rules/proofText';
import { analyzeFiles, exampleOf } from '../../support/ruleExample';

/** What is said of the claims, of a part of a mixed deployment that is clean otherwise. */
function proved(text: string): string[] {
  const { proofs } = analyzeFiles(exampleOf(text).files);
  return proofs.map((proof) => `${proof.holds} ${proofText(proof)}`);
}

const holds = [
  'true every user with voice mail reaches a provider or a UM server',
  'true no contact number is unanswered',
  'true every SIP domain is reachable',
];
const zone = (federation: string): string => `publicDnsZone contoso.com {
  a sip ipv4Address 203.0.113.10
  ${federation}
}`;

describe('of every deployment is asked', () => {
  it('whether its voice mail, its contacts and its domains are reached', () => {
    expect(proved('')).toEqual(holds);
  });

  it.each([
    [
      'users whose call is lost',
      'hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabledSharedAddressSpace true }',
      'false the voice mail of 2 of 4 users answers nobody, alice@contoso.com first',
    ],
    [
      'users without a proxy',
      'users Sales { pool pool01.contoso.com  mailbox local\n  erin@contoso.com  line +14255550105\n}',
      'false the voice mail of 1 of 5 users answers nobody, erin@contoso.com first',
    ],
    [
      'users of whom nothing is known',
      'users Sales { pool pool01.contoso.com  mailbox unknown  policy Cloud\n  erin@contoso.com  line +14255550105\n}',
      'null every user with voice mail reaches a provider or a UM server: undecided, it hangs on mailbox',
    ],
    [
      'those who are to have none',
      'users Sales { pool pool01.contoso.com  mailbox none\n  erin@contoso.com  line +14255550105\n}',
      holds[0],
    ],
    [
      'those whose mailbox another telephone system serves',
      'users Sales { pool pool01.contoso.com  mailbox local  umDialPlan Redmond  enterpriseVoice false\n  erin@contoso.com\n}',
      holds[0],
    ],
    [
      'those who are homed online',
      'users Sales { mailbox hosted\n  erin@contoso.com  hostingProvider ExchangeOnline\n}',
      holds[0],
    ],
  ])('%s', (_, text, said) => {
    expect(proved(text)[0]).toBe(said);
  });

  it.each([
    ['', holds[1]],
    ['enterpriseVoice false', 'false 1 of 2 contact numbers unanswered, +14255550180 first'],
    ['enabled false', 'false 1 of 2 contact numbers unanswered, +14255550180 first'],
    ['enabled unknown', 'null no contact number is unanswered: undecided, it hangs on enabled'],
  ])('a contact with "%s"', (property, said) => {
    const contact = `exUmContact ova@contoso.com {
  displayNumber +14255550180  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud  ${property}
}`;
    expect(proved(contact)[1]).toBe(said);
  });

  it.each([
    ['srv _sipfederationtls._tcp port 5061 domainName sip.contoso.com', true],
    ['srv _sipfederationtls._tcp port 5060 domainName sip.contoso.com', false],
    ['srv _sipfederationtls._tcp port 5061 domainName edge.contoso.com', false],
    ['srv _sipfederationtls._tcp port 5061 domainName sip.fabrikam.com', false],
    ['srv _sipfederationtls._tcp port 5061 domainName sipfed.online.lync.com', false],
    ['srv _sip._tls port 443 domainName sip.contoso.com', false],
    ['srv _sipfederationtls._tcp port unknown domainName sip.contoso.com', null],
  ])('a domain with "%s": %s', (record, answer) => {
    const [, , said] = analyzeFiles(exampleOf(zone(record)).files).proofs;
    expect(said?.holds).toBe(answer);
    if (answer === false) expect(said?.witness).toBe('contoso.com');
  });

  it('a domain that internal DNS hides', () => {
    const inside = 'internalDnsZone contoso.com { cname lyncdiscoverinternal hostNameAlias pool01.contoso.com }';
    expect(proved(inside)[2]).toBe('false 1 of 1 SIP domain not reachable, contoso.com first');
  });

  it('what is not declared is open', () => {
    const some = (kind: string): string =>
      `deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete ${kind} }`;
    expect(proved(some('exUmContact'))[1]).toBe(
      'null no contact number is unanswered: undecided, it hangs on exUmContact',
    );
    expect(proved(some('sipDomain'))[2]).toBe('null every SIP domain is reachable: undecided, it hangs on sipDomain');
  });

  it('nothing, where there is none, or where a file stands alone', () => {
    expect(analyzeFiles(new Map([['/alone/users.umtopo', 'users U { }']])).proofs).toEqual([]);
    expect(proved('// Without exUmContact')[1]).toBe('true no contact number is unanswered (there is none)');
  });
});
