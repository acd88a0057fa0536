import { describe, expect, it } from 'vitest';
import { completion } from '../../../server/src/editor/completion/completion';
import { fileCandidates } from '../../../server/src/editor/completion/names';
import { atCursor } from './support';

/** The labels offered at `$0`, in the order in which an editor shows them. */
function offered(source: string): string[] {
  const { deployment, path, offset } = atCursor(source);
  const found = completion(deployment, path, offset);
  return [...(found?.candidates ?? [])].sort((a, b) => a.rank - b.rank).map(({ label }) => label);
}

/** What the text becomes when a label is taken. */
function taken(source: string, label: string): string {
  const { deployment, path, offset, text } = atCursor(source);
  const found = completion(deployment, path, offset);
  const candidate = found?.candidates.find((each) => each.label === label);
  if (!found || !candidate) throw new Error(`${label} is not offered`);
  const own = candidate.insert ?? candidate.label;
  const insert = found.quoted && !own.startsWith('"') ? JSON.stringify(own) : own;
  return text.slice(0, found.replaced.start) + insert + text.slice(found.replaced.end);
}

describe('completion of statements', () => {
  it('offers kinds at the top level, and no second deployment', () => {
    expect(offered('$0')).toEqual(expect.arrayContaining(['deployment', 'site', 'users', 'expect']));
    const second = offered('deployment Contoso { server lync2013  mode mixed }\n$0');
    expect(second).not.toContain('deployment');
    expect(second).not.toContain('pool');
    expect(second).toContain('hostingProvider');
  });

  it('writes a whole declaration, with what it requires as tab stops, and the names that there are', () => {
    const snippet = (source: string, label: string) => {
      const { deployment, path, offset } = atCursor(source);
      return completion(deployment, path, offset)?.candidates.find((each) => each.label === label)?.snippet;
    };
    expect(snippet('$0', 'deployment')).toMatch(
      /^deployment \$\{1:Name\} \{\n\tserver \$\{2\|lync2010,[^|]*\|\}\n\tmode \$\{3\|onPremises,[^|]*\|\}\n\t\$0\n\}$/,
    );
    const sites = 'site Redmond { }\nsite Oslo { }\n';
    expect(snippet(`${sites}$0`, 'branchSite')).toMatch(/centralSite \$\{2\|Redmond,Oslo\|\}/);
    expect(snippet('site "New York" { }\n$0', 'branchSite')).toMatch(/centralSite \$\{2\}/);
  });

  it('offers the properties that are missing, the required ones first', () => {
    const labels = offered('hostingProvider P {\n  enabled true\n  $0\n}');
    expect(labels[0]).toBe('proxyFqdn');
    expect(labels).not.toContain('enabled');
    expect(labels).toContain('verificationLevel');
  });

  it('knows the block where its brace is missing', () => {
    expect(offered('hostingProvider P {\n  ena$0')).toContain('enabled');
    expect(offered('site A {\n  pool p.contoso.com {\n    $0\nsite B { siteId 2 }')).toContain('role');
  });

  it('writes the word alone where its value, name or body stands behind it', () => {
    const written = (source: string, label: string) => {
      const { deployment, path, offset } = atCursor(source);
      const found = completion(deployment, path, offset)?.candidates.find((each) => each.label === label);
      return found?.snippet ?? found?.insert ?? found?.label;
    };
    expect(written('exchange E { umDialPlan P { voIP$0 secured } }', 'voIPSecurity')).toBe('voIPSecurity');
    expect(written('exchange E { umDialPlan P { voIP$0 } }', 'voIPSecurity')).toMatch(/^voIPSecurity \$\{1\|/);
    expect(written('hostingProvider P { hosts$0  enabled true }', 'hostsOCSUsers')).toMatch(/^hostsOCSUsers \$\{1\|/);
    expect(written('hostingProv$0 Exchange { enabled true }', 'hostingProvider')).toBe('hostingProvider');
    expect(written('sit$0 Oslo { siteId 2 }', 'site')).toBe('site');
    expect(written('firewall F {\n  al$0 from internet to accessEdge\n}', 'allow')).toBe('allow');
    expect(written('exp$0 alice@contoso.com reaches hosted', 'expect')).toBe('expect');
  });

  it('knows moves and rows behind properties on one line', () => {
    const wave = 'wave W { date 2013-06-03  move every user';
    expect(offered(`${wave} $0 }`)).toEqual(['to', 'in', 'with']);
    expect(offered(`${wave} to $0 }`)).toEqual(expect.arrayContaining(['hosted', 'local', 'none']));
    expect(offered(`${wave} to hosted $0 }`)).not.toContain('retire');
    expect(offered('users U { mailbox local  a@contoso.com line +14255550101 $0 }')).not.toContain('csv');
  });

  it('offers no second column of a property', () => {
    const offers = offered('users U {\n  columns {\n    sipAddress "Mail"\n    line "Phone"\n    $0\n  }\n}');
    expect(offers).toContain('pool');
    expect(offers).not.toContain('sipAddress');
    expect(offers).not.toContain('line');
  });

  it('goes on behind a value on the same line', () => {
    expect(offered('umServer x.contoso.com { umStartupMode dual $0 }')).toContain('dialPlans');
    expect(offered('exchange E { version 2013  $0 }')).toEqual(expect.arrayContaining(['forest', 'umServer']));
  });

  it('leaves out properties of other roles', () => {
    const labels = offered('site A { pool p.contoso.com { role frontEnd\n $0 } }');
    expect(labels).toContain('edgePool');
    expect(labels).not.toContain('accessFqdn');
  });

  it('offers nothing in comments', () => {
    expect(offered('site A { // a $0\n}')).toEqual([]);
    expect(offered('/* $0 */')).toEqual([]);
  });

  it('offers records in a zone and their properties', () => {
    expect(offered('publicDnsZone contoso.com {\n  $0\n}')).toEqual(expect.arrayContaining(['srv', 'a', 'txt']));
    expect(offered('publicDnsZone contoso.com {\n  srv _sip._tls port 443 $0\n}')).toEqual(
      expect.arrayContaining(['domainName', 'weight']),
    );
    expect(offered('publicDnsZone contoso.com {\n  srv _sip._tls port 443 $0\n}')).not.toContain('port');
  });
});

describe('completion of values', () => {
  it('offers the values of an enum, and what every property may be', () => {
    expect(offered('hostingProvider P { verificationLevel $0 }')).toEqual([
      'alwaysVerifiable',
      'alwaysUnverifiable',
      'useSourceVerification',
      'unset',
      'unknown',
    ]);
  });

  it('offers names of the right kind, across files', () => {
    const source = `
      //- /t/main.umtopo
      deployment Contoso { server lync2013  mode mixed }
      users Sales { policy $0 }
      //- /t/policies.umtopo
      hostedVoicemailPolicy Cloud { }
      hostedVoicemailPolicy global { }
      voicePolicy Other { }
    `;
    expect(offered(source)).toEqual(['Cloud', 'unset', 'unknown']);
  });

  it('offers the proxy FQDN of providers as a destination, and tenants as an organization', () => {
    const base = 'hostingProvider P { proxyFqdn exap.um.outlook.com }\ntenant contoso.onmicrosoft.com { }\n';
    expect(offered(`${base}hostedVoicemailPolicy Cloud { destination $0 }`)).toContain('exap.um.outlook.com');
    expect(offered(`${base}hostedVoicemailPolicy Cloud { organization $0 }`)).toContain('contoso.onmicrosoft.com');
  });

  it('writes the organization where a name is ambiguous', () => {
    const source = `
      deployment Contoso { server lync2013  mode mixed }
      exchange Europe { umDialPlan Plant { } }
      exchange America { umDialPlan Plant { }  umDialPlan Office { }  umMailboxPolicy M { umDialPlan Pl$0 } }
      users U { }
    `;
    expect(offered(source)).toEqual(expect.arrayContaining(['Plant', 'Office', 'Europe\\Plant']));
    const inUsers = source.replace('$0', 'ant').replace('users U { }', 'users U { umDialPlan $0 }');
    expect(offered(inUsers)).toEqual(expect.arrayContaining(['Office', 'Europe\\Plant', 'America\\Plant']));
  });

  it('offers pools of the role that is wanted, and those that have none yet; never the one that is declared', () => {
    const source = `site A {
      pool edge.contoso.com { role edge }
      pool med.contoso.com { role mediation }
      pool new.contoso.com { }
      pool front.contoso.com { role frontEnd  edgePool $0 }
    }`;
    expect(offered(source)).toEqual(['edge.contoso.com', 'new.contoso.com', 'unset', 'unknown']);
    expect(offered('wave A { }\nwave B { after $0 }')).toEqual(['A', 'unset', 'unknown']);
  });

  it('offers a second value only where there can be one, and no state in quotes', () => {
    expect(offered('hostingProvider P { enabled true, $0 }')).toEqual([]);
    expect(offered('hostingProvider P { autodiscoverUrl "$0" }')).toEqual([]);
  });

  it('offers the services of pools as scopes', () => {
    const pools = 'site A { pool f.contoso.com { role frontEnd }\n pool e.contoso.com { role edge } }\n';
    expect(offered(`${pools}mediaConfiguration $0`)).toEqual([
      'global',
      'site:A',
      'service:Registrar:f.contoso.com',
      'service:EdgeServer:e.contoso.com',
    ]);
    expect(offered(`${pools}voicePolicy $0`)).toEqual(['global', 'site:A']);
  });

  it('leaves out what a list already has', () => {
    expect(offered('umServer x.contoso.com { services umService, $0 }')).toEqual(['umCallRouter']);
    expect(offered('umServer x.contoso.com { services umService,\n  $0 }')).toEqual(['umCallRouter']);
  });

  it('replaces the whole word, in quotes too', () => {
    const source = 'site "New York" { }\nbranchSite B { centralSite "New$0 Yo" }';
    expect(taken(source, 'New York')).toBe('site "New York" { }\nbranchSite B { centralSite "New York" }');
    expect(taken('site "New York" { }\nbranchSite B { centralSite $0 }', 'New York')).toContain(
      'centralSite "New York"',
    );
    expect(taken('hostingProvider P { enabled fa$0lse }', 'true')).toBe('hostingProvider P { enabled true }');
  });
});

describe('completion of users', () => {
  const base = 'sipDomain contoso.com { isDefault true }\nsipDomain fabrikam.com { }\n';

  it('offers the SIP domains behind an @ and leaves the rest of the address', () => {
    expect(offered(`${base}users U {\n  alice@$0\n}`)).toEqual(['contoso.com', 'fabrikam.com']);
    expect(taken(`${base}users U {\n  alice@con$0\n}`, 'contoso.com')).toContain('\n  alice@contoso.com\n');
    expect(offered(`${base}exUmContact ova@$0`)).toEqual(['contoso.com', 'fabrikam.com']);
  });

  it('offers the properties of a row that it does not have', () => {
    const labels = offered(`${base}users U {\n  alice@contoso.com line +14255550101 $0\n}`);
    expect(labels).toContain('policy');
    expect(labels).not.toContain('line');
    expect(labels).not.toContain('csv');
    expect(offered('users U {\n  pool a.contoso.com\n  alice@contoso.com $0\n}')).toContain('pool');
    expect(offered('users U {\n  pool a.contoso.com\n  $0\n}')).not.toContain('pool');
    const braces = offered(`${base}users U {\n  alice@contoso.com {\n    line +14255550101\n    $0\n  }\n}`);
    expect(braces).toContain('policy');
    expect(braces).not.toContain('line');
  });

  it('makes an address of what is typed at the start of a row or as the name of a contact', () => {
    expect(taken(`${base}users U {\n  $0\n}`, 'name@contoso.com')).toContain('name');
    expect(taken(`${base}users U {\n  zo$0\n}`, 'zo@fabrikam.com')).toContain('\n  zo@fabrikam.com\n');
    expect(offered(`${base}exUmContact ova$0`)).toEqual(['ova@contoso.com', 'ova@fabrikam.com']);
    expect(offered(`${base}users U {\n  zo$0\n  zo@contoso.com\n}`)).not.toContain('zo@contoso.com');
  });

  it('offers values in a row', () => {
    expect(offered('users U {\n  alice@contoso.com mailbox $0 line +14255550101\n}')).toEqual([
      'local',
      'hosted',
      'none',
      'unset',
      'unknown',
    ]);
  });

  it('offers columns, headers and values of CSV files', () => {
    const source = (columns: string) => `
      //- /t/main.umtopo
      users U { csv "u.csv"  columns { ${columns} } }
      //- /t/u.csv
      Mail,Where
      alice@contoso.com,Cloud
    `;
    expect(offered(source('$0'))).toEqual(expect.arrayContaining(['sipAddress', 'mailbox']));
    expect(offered(source('sipAddress $0'))).toEqual(['Mail', 'Where']);
    expect(offered(source('sipAddress "Mail"  mailbox "Where" { $0'))).toEqual(
      expect.arrayContaining(['local', 'hosted', 'none']),
    );
    expect(offered(source('sipAddress "Mail"  mailbox "Where" { hosted $0 }'))).toEqual(['Cloud']);
    expect(offered(source('sipAddress "Mail"  mailbox "Where" { hosted "Cloud"  local "$0" }'))).toEqual([]);
  });

  it('offers the CSV files of the folder, those that nobody reads first', () => {
    const { deployment } = atCursor('//- /t/a/main.umtopo\nusers U { csv "u.csv"$0 }\n//- /t/a/u.csv\nSipAddress');
    const files = ['/t/a/u.csv', '/t/a/lists/new.csv', '/t/other.csv'];
    const found = fileCandidates(deployment, '/t/a/main.umtopo', files).sort((a, b) => a.rank - b.rank);
    expect(found.map(({ insert }) => insert)).toEqual(['"lists/new.csv"', '"../other.csv"', '"u.csv"']);
    const { path, offset, deployment: asked } = atCursor('users U { csv "$0" }');
    expect(completion(asked, path, offset)).toMatchObject({ files: true, candidates: [] });
  });
});

describe('completion of moves and expectations', () => {
  const base = `
    deployment Contoso { server lync2013  mode mixed }
    sipDomain contoso.com { }
    hostingProvider P { proxyFqdn exap.um.outlook.com }
    users Sales { alice@contoso.com }
    wave Pilot { }
  `;
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['wave W { move $0 }', ['alice@contoso.com', 'every']],
    ['wave W { move every $0 }', ['user', 'contact']],
    ['wave W { move every user $0 }', ['to', 'in', 'with']],
    ['wave W { move every user in $0 }', ['group', 'pool', 'site', 'domain', 'wave']],
    ['wave W { move every user in group $0 }', ['Sales']],
    ['wave W { move every user with mailbox $0 }', ['local', 'hosted', 'none']],
    ['wave W { move alice@contoso.com $0 }', ['to']],
    ['expect $0', ['alice@contoso.com', 'every', 'call', 'no']],
    ['expect no user $0', ['unreachable', 'in', 'with']],
    ['expect alice@contoso.com $0', ['reaches']],
    ['expect alice@contoso.com reaches hosted $0', ['on', 'before', 'after']],
    ['expect alice@contoso.com reaches hosted before $0', ['Pilot']],
    ['expect alice@contoso.com reaches hostingProvider $0', ['P']],
    ['expect alice@contoso.com reaches hosted on busy $0', ['before', 'after']],
  ];
  it.each(cases)('%s', (text, labels) => {
    expect(offered(`${base}${text}`)).toEqual(labels);
  });

  it('offers places and new values behind `to`', () => {
    const labels = offered(`${base}wave W { move every user to $0 }`);
    expect(labels.slice(0, 3)).toEqual(['hosted', 'local', 'none']);
    expect(labels).toContain('policy');
    expect(offered(`${base}wave W { move every user to hosted policy Cloud $0 }`)).not.toContain('policy');
  });

  it('offers what a call can reach', () => {
    expect(offered(`${base}expect every user reaches $0`)).toEqual([
      'hosted',
      'local',
      'nothing',
      'hostingProvider',
      'tenant',
      'umDialPlan',
      'umServer',
      'exUmContact',
      'P',
    ]);
    expect(offered(`${base}expect every user reaches hosted on $0`)).toContain('callVoicemail');
  });
});

describe('completion of cells', () => {
  const source = (csv: string, columns = '') => `
    //- /t/main.umtopo
    deployment Contoso { server lync2013  mode mixed }
    sipDomain contoso.com { }
    hostedVoicemailPolicy Cloud { }
    hostedVoicemailPolicy "The, other" { }
    users U { csv "u.csv" ${columns} }
    //- /t/u.csv
    ${csv}
  `;

  it('offers values below their headers', () => {
    const labels = ['Cloud', 'The, other', 'unset', 'unknown'];
    expect(offered(source('SipAddress,HostedVoicemailPolicy\n    a@contoso.com,$0'))).toEqual(labels);
    expect(offered(source('SipAddress,HostedVoicemailPolicy\n    a@contoso.com,"Cl$0"'))).toEqual(labels);
    expect(taken(source('SipAddress,HostedVoicemailPolicy\n    a@contoso.com,Cl$0o'), 'The, other')).toContain(
      'a@contoso.com,"The, other"',
    );
    expect(taken(source('SipAddress,MailboxLocation\n    a@contoso.com,$0'), 'hosted')).toContain(
      'a@contoso.com,hosted',
    );
  });

  it('offers the cells that stand for values', () => {
    const columns = 'columns { sipAddress "Mail"  mailbox "Where" { hosted "O365", "Cloud"  local "HQ" } }';
    expect(offered(source('Mail,Where\n    a@contoso.com,$0', columns))).toEqual(['O365', 'Cloud', 'HQ']);
    expect(offered(source('Mail,$0Where\n    a@contoso.com,HQ', columns))).toEqual([]);
  });

  it('offers domains and headers', () => {
    expect(taken(source('SipAddress\n    a@$0'), 'contoso.com')).toContain('a@contoso.com');
    expect(offered(source('SipAddress,$0\n    a@contoso.com,'))).toEqual(expect.arrayContaining(['LineURI', 'Wave']));
    expect(offered(source('SipAddress,$0\n    a@contoso.com,'))).not.toContain('SipAddress');
    expect(offered(source('$0'))[0]).toBe('SipAddress');
    expect(offered(source('Mail,$0', 'columns { sipAddress "Mail"  mailbox "Where" }'))).toEqual(['Where']);
  });

  it('offers addresses, and in a list the part that the cursor is in', () => {
    const csv = 'SipAddress,Delegates\n    zoe@contoso.com,\n    a@contoso.com,';
    expect(offered(source(`${csv}z$0`))).toEqual(['zoe@contoso.com']);
    expect(taken(source(`${csv}a@contoso.com;z$0`), 'zoe@contoso.com')).toContain(',a@contoso.com;zoe@contoso.com');
    expect(taken(source(`${csv}"z$0; a@contoso.com"`), 'zoe@contoso.com')).toContain(
      ',"zoe@contoso.com; a@contoso.com"',
    );
  });
});
