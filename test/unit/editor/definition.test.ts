import { describe, expect, it } from 'vitest';
import { definition } from '../../../server/src/editor/definition';
import { atCursor, shown } from './support';

function defined(source: string): string[] {
  const { deployment, path, offset } = atCursor(source);
  const found = definition(deployment, path, offset);
  return (found?.targets ?? []).map((target) => shown(deployment, target.path, target.name));
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a reference', 'branchSite B { centralSite A$0 }\nsite A { }', ['/main.umtopo 2:6 A']],
  ['the name itself', 'site A$0 { }', ['/main.umtopo 1:6 A']],
  [
    'a destination, by the FQDN of the proxy',
    'hostingProvider P { proxyFqdn x.contoso.com }\nhostedVoicemailPolicy C { destination X.conto$0so.com }',
    ['/main.umtopo 1:17 P'],
  ],
  [
    'an organization',
    'tenant t.contoso.com { }\nhostedVoicemailPolicy C { organization t.con$0toso.com }',
    ['/main.umtopo 1:8 t.contoso.com'],
  ],
  [
    'a bare name in the organization around it',
    'exchange A { umDialPlan D { } }\nexchange B { umDialPlan D { }  umMailboxPolicy M { umDialPlan D$0 } }',
    ['/main.umtopo 2:25 D'],
  ],
  [
    'a name with its organization',
    'exchange A { umDialPlan D { } }\nexchange B { umDialPlan D { } }\nusers U { umDialPlan A\\D$0 }',
    ['/main.umtopo 1:25 D'],
  ],
  [
    'the organization before the name',
    'exchange Abc { umDialPlan D { } }\nusers U { umDialPlan A$0bc\\D }',
    ['/main.umtopo 1:10 Abc'],
  ],
  [
    'an ambiguous name, all of them',
    'exchange A { umDialPlan D { } }\nexchange B { umDialPlan D { } }\nusers U { umDialPlan D$0 }',
    ['/main.umtopo 1:25 D', '/main.umtopo 2:25 D'],
  ],
  ['the site of a scope', 'site Redmond { }\nvoicePolicy site:Red$0mond { }', ['/main.umtopo 1:6 Redmond']],
  [
    'the pool of a row',
    'site A { pool p.contoso.com { } }\nusers U {\n  a@contoso.com pool p$0.contoso.com\n}',
    ['/main.umtopo 1:15 p.contoso.com'],
  ],
  [
    'the domain of an address',
    'sipDomain contoso.com { }\nusers U {\n  a@con$0toso.com\n}',
    ['/main.umtopo 1:11 contoso.com'],
  ],
  [
    'a delegate',
    'users U {\n  a@contoso.com delegates b$0@contoso.com\n  b@contoso.com\n}',
    ['/main.umtopo 3:3 b@contoso.com'],
  ],
  [
    'who moves',
    'users U {\n  a@contoso.com\n}\nwave W { move a$0@contoso.com to hosted }',
    ['/main.umtopo 2:3 a@contoso.com'],
  ],
  ['a group', 'users Sales { }\nexpect every user in group Sal$0es reaches hosted', ['/main.umtopo 1:7 Sales']],
  ['a wave', 'wave Pilot { }\nexpect no user unreachable before Pil$0ot', ['/main.umtopo 1:6 Pilot']],
  ['a target', 'hostingProvider P { }\nexpect every user reaches P$0', ['/main.umtopo 1:17 P']],
  [
    'a called number',
    'exUmContact ova@contoso.com { displayNumber +14255550180 }\nexpect call to +1425555$00180 reaches hosted',
    ['/main.umtopo 1:13 ova@contoso.com'],
  ],
  ['what stands for nothing', 'branchSite B { centralSite No$0where }', []],
];

describe('definition', () => {
  it.each(cases)('of %s', (_, source, targets) => {
    expect(defined(source)).toEqual(targets);
  });

  it('leads across files, and into CSV files', () => {
    const source = `
      //- /t/main.umtopo
      deployment Contoso { server lync2013  mode mixed }
      users U { csv "people/u.c$0sv" }
      //- /t/people/u.csv
      SipAddress
    `;
    expect(defined(source)).toEqual(['/t/people/u.csv 1:1']);
    const other = `
      //- /t/main.umtopo
      deployment Contoso { server lync2013  mode mixed }
      users U { policy C$0loud }
      //- /t/policies.umtopo
      hostedVoicemailPolicy Cloud { }
    `;
    expect(defined(other)).toEqual(['/t/policies.umtopo 1:23 Cloud']);
  });

  it('leads from a cell', () => {
    const source = `
      //- /t/main.umtopo
      users U { csv "u.csv" }
      hostedVoicemailPolicy Cloud { }
      //- /t/u.csv
      SipAddress,HostedVoicemailPolicy
      alice@contoso.com,"Clo$0ud"
    `;
    expect(defined(source)).toEqual(['/t/main.umtopo 2:23 Cloud']);
  });

  it('leads from a header and from a cell that stands for a value to `columns`, and back', () => {
    const source = `
      //- /t/main.umtopo
      users U { csv "u.csv"  columns { sipAddress "Mail"  mailbox "Where" { hosted "O365" } } }
      //- /t/u.csv
      Mail,Where,Note
      alice@contoso.com,O365,x
    `;
    expect(defined(source.replace('Where,', 'Whe$0re,'))).toEqual(['/t/main.umtopo 1:61 "Where"']);
    expect(defined(source.replace('O365,', 'O3$065,'))).toEqual(['/t/main.umtopo 1:71 hosted']);
    expect(defined(source.replace('"Where"', '"Wh$0ere"'))).toEqual(['/t/u.csv 1:6 Where']);
    expect(defined(source.replace('Note', 'No$0te'))).toEqual([]);
  });
});
