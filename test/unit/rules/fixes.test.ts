import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../../server/src/model/declaration';
import type { Deployment } from '../../../server/src/model/deployment';
import type { UserRow } from '../../../server/src/model/placement';
import { recordsOf } from '../../../server/src/rules/dns';
import { addRows, addressRow, edgeName, removeRow, serviceRows } from '../../../server/src/rules/dnsFixes';
import { addDeclaration, insertIntoBlock, rowEdit, setPropertyEdit } from '../../../server/src/rules/fixes';
import { freeName, isInternalDomain, mainDomain, writtenName } from '../../../server/src/rules/names';
import type { FixEdit } from '../../../server/src/rules/types';
import { deploymentOf } from '../../support/deployment';

const head = 'deployment D { server lync2013 }\n';

/** The text behind the head after edits. */
function textAfter(deployment: Deployment, edits: readonly FixEdit[], path = '/main.umtopo'): string {
  let text = deployment.textOf(path);
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
    expect(edit.path).toBe(path);
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return text.replace(head, '').trimEnd();
}

/** The text with what is done to its last declaration. */
function changed(text: string, change: (declaration: Declaration, deployment: Deployment) => FixEdit): string {
  const deployment = deploymentOf(head + text);
  return textAfter(deployment, [change(deployment.declarations.at(-1) as Declaration, deployment)]);
}

describe('a property that a fix sets', () => {
  const set = (text: string, property: string, value: string): string =>
    changed(text, (declaration) => setPropertyEdit(declaration, property, value));
  it('takes the place of its values, all of a list, with their quotes', () => {
    expect(set('tenant t { cloud china }', 'cloud', 'worldwide')).toBe('tenant t { cloud worldwide }');
    expect(set('tenant t { allowedDomains a.com, b.com  cloud china }', 'allowedDomains', 'c.com')).toBe(
      'tenant t { allowedDomains c.com  cloud china }',
    );
    expect(set('voicePolicy P { description "x y" }', 'description', '"z"')).toBe('voicePolicy P { description "z" }');
  });
  it('stands behind its word where that has no value', () =>
    expect(set('tenant t { cloud }', 'cloud', 'china')).toBe('tenant t { cloud china }'));
  it('gives a declaration its block, with a name and without', () => {
    expect(set('tenant t', 'cloud', 'china')).toBe('tenant t { cloud china }');
    expect(set('accessEdgeConfiguration', 'allowFederatedUsers', 'true')).toBe(
      'accessEdgeConfiguration { allowFederatedUsers true }',
    );
  });
  it('is written behind the last property, else first', () => {
    expect(set('site R { siteId 1  description x\n}', 'country', 'US')).toBe(
      'site R { siteId 1  description x\ncountry US\n}',
    );
    expect(set('tenant t {}', 'cloud', 'china')).toBe('tenant t { cloud china }');
  });
});

describe('a line that a fix puts into a block', () => {
  const insert = (text: string): string => {
    const deployment = deploymentOf(head + text);
    const [, declaration] = deployment.declarations;
    return textAfter(deployment, [insertIntoBlock(declaration as Declaration, 'siteId 1')]);
  };
  it('gives a declaration its block, with a name and without', () => {
    expect(insert('site R')).toBe('site R { siteId 1 }');
    expect(insert('accessEdgeConfiguration')).toBe('accessEdgeConfiguration { siteId 1 }');
  });
  it('stands before declarations inside it, and behind its properties', () => {
    expect(insert('site R {\n  pool p { role edge }\n}')).toBe('site R { siteId 1\n\n  pool p { role edge }\n}');
    expect(insert('site R {\n  description x\n  pool p { role edge }\n}')).toBe(
      'site R {\n  description x\nsiteId 1\n  pool p { role edge }\n}',
    );
  });
});

describe('a declaration that a fix adds', () => {
  const add = (source: string, near?: string, path?: string): string => {
    const deployment = deploymentOf(source);
    const fix = addDeclaration(
      deployment,
      'sipDomain b.com',
      near === undefined ? undefined : deployment.declarations.find(({ name }) => name === near),
      'Declare b.com',
    );
    return textAfter(deployment, fix.edits, path);
  };
  it('stands behind its like, in that file; behind the whole of what that lies in', () => {
    expect(add(`${head}sipDomain a.com\ntenant t`, 'a.com')).toBe('sipDomain a.com\nsipDomain b.com\ntenant t');
    expect(add(`${head}site R { pool p { role edge } }\ntenant t`, 'p')).toBe(
      'site R { pool p { role edge } }\nsipDomain b.com\ntenant t',
    );
    expect(add(`${head}//- /more.umtopo\nsipDomain a.com\n`, 'a.com', '/more.umtopo')).toBe(
      'sipDomain a.com\nsipDomain b.com',
    );
  });
  it('stands behind the head where it has no like', () =>
    expect(add('deployment X { }\ntenant t')).toBe('deployment X { }\nsipDomain b.com\ntenant t'));
  it('stands at the end where there is no head', () => expect(add('tenant t\n')).toBe('tenant t\n\nsipDomain b.com'));
});

describe('a value that a fix writes into a row', () => {
  const write = (row: string, property: string, value: string): string => {
    const deployment = deploymentOf(`${head}users U {\n  mailbox none\n  a@contoso.com${row}\n}`);
    const [user] = deployment.usersWithAddress('a@contoso.com');
    return (textAfter(deployment, rowEdit(user as UserRow, property, value)).split('\n')[2] ?? '').slice(
      '  a@contoso.com'.length,
    );
  };
  it('takes the place of what is written there, with its quotes, of a list as a whole', () => {
    expect(write(' line 1  policy A', 'policy', 'B')).toBe(' line 1  policy B');
    expect(write(' policy "A B"  line 1', 'policy', '"C D"')).toBe(' policy "C D"  line 1');
    expect(write(' policy "A B"', 'policy', 'C')).toBe(' policy C');
    expect(write(' extensions 1, 2  line 3', 'extensions', '4')).toBe(' extensions 4  line 3');
    expect(write(' EXTENSIONS 1', 'extensions', '4')).toBe(' EXTENSIONS 4');
  });
  it('stands behind the row where nothing is', () => expect(write(' line 1', 'policy', 'B')).toBe(' line 1  policy B'));

  const writeCell = (value: string, property = 'msExchUCVoiceMailSettings', file = 'u.csv'): string => {
    const deployment = deploymentOf(
      `//- /d/main.umtopo\n${head}users U { csv "${file}"  mailbox none }\n//- /d/${file}\nSipAddress,msExchUCVoiceMailSettings\na@contoso.com,"x=1"\n`,
    );
    const [user] = deployment.usersWithAddress('a@contoso.com');
    return textAfter(deployment, rowEdit(user as UserRow, property, value), `/d/${file}`).split('\n')[1] ?? '';
  };
  it('of a CSV file changes a cell that exists, and no other', () => {
    expect(writeCell('"y=1"')).toBe('a@contoso.com,"y=1"');
    expect(writeCell('"y=1", "z=0"')).toBe('a@contoso.com,"y=1;z=0"');
    expect(writeCell('"y=1","z=0"', undefined, 'U.CSV')).toBe('a@contoso.com,"y=1;z=0"');
    expect(writeCell('B', 'policy')).toBe('a@contoso.com,"x=1"');
  });
});

describe('names that fixes write', () => {
  it('are in the default SIP domain, else the first, else the forest', () => {
    const domain = (text: string): string => mainDomain(deploymentOf(text));
    expect(domain('sipDomain a.com\nsipDomain b.com { isDefault true }')).toBe('b.com');
    expect(domain('sipDomain a.com { isDefault false }\nsipDomain b.com')).toBe('a.com');
    expect(domain('sipDomain\nsipDomain b_.com\nsipDomain c.com')).toBe('c.com');
    expect(domain('deployment D { forest corp.contoso.com }')).toBe('corp.contoso.com');
    expect(domain('deployment D { forest unknown }')).toBe('contoso.com');
    expect(domain('tenant t')).toBe('contoso.com');
  });
  it('are in quotes where they have to be', () => {
    expect(['A-1', 'A B', 'A,B', 'A"B', 'a/b', ''].map(writtenName)).toEqual([
      'A-1',
      '"A B"',
      '"A,B"',
      '"A\\"B"',
      '"a/b"',
      '""',
    ]);
  });
  it('are the first that is free', () => {
    const deployment = deploymentOf(`${head}site R1 { siteId 1 }\nsite r2 { siteId 2 }\ntenant R3`);
    expect(freeName(deployment, 'site', (n) => `R${n}`)).toBe('R3');
  });
  it('of domains that nobody can register are told from others', () =>
    expect(['local', 'a.LAN', 'corp.com', 'xlocal', 'a.internal', 'b.corp'].filter(isInternalDomain)).toEqual([
      'local',
      'a.LAN',
      'a.internal',
      'b.corp',
    ]));
});

describe('DNS records that fixes write', () => {
  it('give a zone its block, or stand behind its last row', () => {
    const add = (text: string): string => changed(text, (zone) => addRows(zone, ['a x', 'a y']));
    expect(add('publicDnsZone c.com')).toBe('publicDnsZone c.com {\n  a x\n  a y\n}');
    expect(add('publicDnsZone')).toBe('publicDnsZone {\n  a x\n  a y\n}');
    expect(add('publicDnsZone c.com {}')).toBe('publicDnsZone c.com {\na x\na y}');
    expect(add('publicDnsZone c.com {\n  a w ipv4Address 192.0.2.1\n}')).toBe(
      'publicDnsZone c.com {\n  a w ipv4Address 192.0.2.1\na x\na y\n}',
    );
  });
  it('go with their line', () => {
    const deployment = deploymentOf(
      `${head}publicDnsZone c.com {\n  a w ipv4Address 192.0.2.1\n\n  a v ipv4Address 192.0.2.2\n}`,
    );
    const [w, v] = recordsOf(deployment, 'publicDnsZone').map((record) => removeRow(deployment, record));
    expect(textAfter(deployment, [w as FixEdit])).toBe('publicDnsZone c.com {\n\n  a v ipv4Address 192.0.2.2\n}');
    expect(textAfter(deployment, [v as FixEdit])).toBe('publicDnsZone c.com {\n  a w ipv4Address 192.0.2.1\n}');
  });

  const edge = (name: string, rest: string): string => `pool ${name} { role edge  ${rest} }\n`;
  const zone = (text: string, rows = 'a www ipv4Address 192.0.2.9'): [Deployment, Declaration] => {
    const deployment = deploymentOf(`${head}site R {\n${text}}\npublicDnsZone c.com {\n  ${rows}\n}`);
    return [deployment, deployment.all('publicDnsZone')[0] as Declaration];
  };
  it('lead to the Access Edge in the domain, that of the federation route first', () => {
    const one = edge('e1', 'accessFqdn a1.c.com  externalAddress 192.0.2.1');
    const two = edge('e2', 'accessFqdn a2.c.com  externalAddress 192.0.2.2  federationRoute true');
    const frontEnd = 'pool f { role frontEnd  accessFqdn f.c.com  externalAddress 192.0.2.3 }\n';
    expect(edgeName(zone(frontEnd + one + two)[0], 'c.com')).toBe('a2.c.com');
    expect(edgeName(zone(two + one)[0], 'c.com')).toBe('a2.c.com');
    expect(edgeName(zone(frontEnd + one)[0], 'C.com')).toBe('a1.c.com');
    expect(edgeName(zone(one)[0], 'd.com')).toBe('sip.d.com');
    expect(edgeName(zone(frontEnd + edge('e3', ''))[0], 'c.com')).toBe('sip.c.com');
    expect(addressRow(...zone(frontEnd + one + two), 'sip.c.com')).toBe('a sip  ipv4Address 192.0.2.2');
  });
  it('have the addresses of the Edge, as far as they are known', () => {
    const row = (addresses: string, name = 'sip.c.com'): string => addressRow(...zone(edge('e', addresses)), name);
    expect(row('externalAddress 192.0.2.1, "2001:db8::1", 192.0.2.2')).toBe('a sip  ipv4Address 192.0.2.1, 192.0.2.2');
    expect(row('externalAddress "2001:db8::1", "2001:db8::2"')).toBe('aaaa sip  ipv6Address 2001:db8::1, 2001:db8::2');
    expect(row('', 'c.com')).toBe('a @  ipv4Address unknown');
    expect(addressRow(...zone(''), 'x.c.com')).toBe('a x  ipv4Address unknown');
  });
  it('come with an address where the name they lead to lies in the zone and has none', () => {
    const rows = (access: string, has?: string): string[] => {
      const [deployment, own] = zone(edge('e', `accessFqdn ${access}  externalAddress 192.0.2.1`), has);
      return serviceRows(deployment, 'publicDnsZone', own, '_sip._tls', 'c.com', 443);
    };
    const srv = 'srv _sip._tls  port 443  domainName sip.c.com';
    const a = 'a sip  ipv4Address 192.0.2.1';
    expect(rows('sip.c.com')).toEqual([a, srv]);
    expect(rows('sip.c.com', 'a sip ipv4Address 192.0.2.1')).toEqual([srv]);
    expect(rows('sip.c.com', 'aaaa SIP ipv6Address "2001:db8::1"')).toEqual([srv]);
    expect(rows('sip.c.com', 'cname sip hostNameAlias other.c.com')).toEqual([a, srv]);
    expect(rows('sip.c.com', 'a www ipv4Address 192.0.2.9\n}\npublicDnsZone sip.c.com {')).toEqual([srv]);
  });
});
