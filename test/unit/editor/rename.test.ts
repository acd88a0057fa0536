import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../server/src/base/span';
import { isRefusal, prepareRename, rename } from '../../../server/src/editor/rename';
import { fixture } from '../../support/fixture';
import { atCursor } from './support';

/** The files that change, as they are then; or why nothing can. */
function renamed(source: string, name: string): Record<string, string> | string {
  const { deployment, path, offset } = atCursor(source);
  const result = rename(deployment, path, offset, name);
  if (isRefusal(result)) return result.refused;
  const texts: Record<string, string> = {};
  for (const { path: file, text } of fixture(source).files) {
    const edits = result.filter((edit) => edit.path === file);
    if (edits.length > 0) texts[file] = applyChanges(text, edits);
  }
  return texts;
}

describe('rename', () => {
  it('works from every place of a name, in several files', () => {
    const source = `
      //- /t/main.umtopo
      deployment Contoso { server lync2013  mode mixed }
      site Redmond { }
      branchSite Spokane { centralSite Redm$0ond }
      //- /t/policies.umtopo
      voicePolicy site:Redmond { }
      expect every user in site redmond reaches hosted
    `;
    const result = {
      '/t/main.umtopo':
        'deployment Contoso { server lync2013  mode mixed }\nsite Seattle { }\nbranchSite Spokane { centralSite Seattle }',
      '/t/policies.umtopo': 'voicePolicy site:Seattle { }\nexpect every user in site Seattle reaches hosted\n',
    };
    expect(renamed(source, 'Seattle')).toEqual(result);
    const other = source.replace('Redm$0ond', 'Redmond').replace('site:Redmond', 'site:Red$0mond');
    expect(renamed(other, 'Seattle')).toEqual(result);
  });

  it('puts names in quotes where they need them', () => {
    expect(
      renamed('site Red$0mond { }\nvoicePolicy site:Redmond { }\nbranchSite B { centralSite "Redmond" }', 'New York'),
    ).toEqual({
      '/main.umtopo': 'site "New York" { }\nvoicePolicy "site:New York" { }\nbranchSite B { centralSite "New York" }',
    });
  });

  it('renames in cells, which keep their quotes', () => {
    const source = `
      //- /t/main.umtopo
      exchange E { umMailboxPolicy Exec$0 { umDialPlan D }  umDialPlan D { } }
      users U { csv "u.csv" }
      //- /t/u.csv
      SipAddress,UmMailboxPolicy
      a@contoso.com,Exec
      b@contoso.com,"Exec"
      c@contoso.com,Other
    `;
    expect(renamed(source, 'Big, "loud"')).toEqual({
      '/t/main.umtopo':
        'exchange E { umMailboxPolicy "Big, \\"loud\\"" { umDialPlan D }  umDialPlan D { } }\nusers U { csv "u.csv" }',
      '/t/u.csv':
        'SipAddress,UmMailboxPolicy\na@contoso.com,"Big, ""loud"""\nb@contoso.com,"Big, ""loud"""\nc@contoso.com,Other\n',
    });
  });

  it('renames the organization before a name, and the name behind it', () => {
    const source =
      'exchange A$0 { umMailboxPolicy M { umDialPlan D } }\nexchange B { umMailboxPolicy M { umDialPlan D } }\nusers U { umMailboxPolicy A\\M\n  a@contoso.com umMailboxPolicy A\\M\n}';
    expect(renamed(source, 'Europe')).toEqual({
      '/main.umtopo':
        'exchange Europe { umMailboxPolicy M { umDialPlan D } }\nexchange B { umMailboxPolicy M { umDialPlan D } }\nusers U { umMailboxPolicy Europe\\M\n  a@contoso.com umMailboxPolicy Europe\\M\n}',
    });
    const name = source.replace('A$0', 'A').replace('A\\M', 'A\\M$0');
    expect(renamed(name, 'N')).toEqual({
      '/main.umtopo':
        'exchange A { umMailboxPolicy N { umDialPlan D } }\nexchange B { umMailboxPolicy M { umDialPlan D } }\nusers U { umMailboxPolicy A\\N\n  a@contoso.com umMailboxPolicy A\\N\n}',
    });
  });

  it('renames a user everywhere', () => {
    const source =
      'users U {\n  a$0@contoso.com line +14255550101\n  b@contoso.com delegates a@contoso.com\n}\nwave W { move sip:a@contoso.com to hosted }';
    expect(renamed(source, 'anna@contoso.com')).toEqual({
      '/main.umtopo':
        'users U {\n  anna@contoso.com line +14255550101\n  b@contoso.com delegates anna@contoso.com\n}\nwave W { move sip:anna@contoso.com to hosted }',
    });
  });

  it('renames a policy that is granted by its name, in rows, moves and cells; a cell that stands for it stays', () => {
    const source = `
      //- /t/main.umtopo
      deployment Contoso { server lync2013  mode mixed }
      hostedVoicemailPolicy Clo$0ud { }
      users A { policy Cloud  csv "a.csv"  columns { sipAddress "Mail"  policy "P" { Cloud "yes" } } }
      users B { csv "b.csv"  delimiter ";" }
      wave W { move every user with policy cloud to hosted policy Cloud }
      //- /t/a.csv
      Mail,P
      a@contoso.com,yes
      b@contoso.com,Cloud
      //- /t/b.csv
      SipAddress;HostedVoicemailPolicy
      c@contoso.com;Tag:Cloud
      d@contoso.com;"Cloud"
    `;
    expect(renamed(source, 'Sky; blue')).toEqual({
      '/t/main.umtopo': `deployment Contoso { server lync2013  mode mixed }
hostedVoicemailPolicy "Sky; blue" { }
users A { policy "Sky; blue"  csv "a.csv"  columns { sipAddress "Mail"  policy "P" { "Sky; blue" "yes" } } }
users B { csv "b.csv"  delimiter ";" }
wave W { move every user with policy "Sky; blue" to hosted policy "Sky; blue" }`,
      '/t/a.csv': 'Mail,P\na@contoso.com,yes\nb@contoso.com,Sky; blue',
      '/t/b.csv': 'SipAddress;HostedVoicemailPolicy\nc@contoso.com;"Tag:Sky; blue"\nd@contoso.com;"Sky; blue"\n',
    });
  });

  it('renames one of several addresses in a cell, and not the end of another', () => {
    const source = `
      //- /t/main.umtopo
      users U { csv "u.csv"
        b$0@contoso.com
      }
      //- /t/u.csv
      SipAddress,Delegates
      bb@contoso.com,
      c@contoso.com,bb@contoso.com; B@contoso.com
    `;
    expect(renamed(source, 'x@contoso.com')).toMatchObject({
      '/t/u.csv': 'SipAddress,Delegates\nbb@contoso.com,\nc@contoso.com,bb@contoso.com; x@contoso.com\n',
    });
  });

  it('changes the case of a name, and puts in quotes what would be a state', () => {
    expect(renamed('users U {\n  a$0@contoso.com\n}', 'A@contoso.com')).toEqual({
      '/main.umtopo': 'users U {\n  A@contoso.com\n}',
    });
    expect(renamed('wave A$0 { }\nwave B { after A }', 'unset')).toEqual({
      '/main.umtopo': 'wave "unset" { }\nwave B { after "unset" }',
    });
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ['wave A$0 { }\nwave B { }', 'b', 'There is a wave B already'],
    ['site A$0 { }\nbranchSite B { }', 'B', 'There is a branch site B already'],
    ['users U {\n  a$0@contoso.com\n  b@contoso.com\n}', 'b@contoso.com', 'There is a user b@contoso.com already'],
    ['users U {\n  a$0@contoso.com\n}', 'b', 'has no @'],
    ['hostingProvider P$0 { }', 'Q', "can't be changed in the deployed system"],
    [
      'hostingProvider P { proxyFqdn x.contoso.com }\nhostedVoicemailPolicy C { destination x.con$0toso.com }',
      'y.contoso.com',
      'is the proxyFqdn of hosting provider P',
    ],
    ['hostedVoicemailPolicy glo$0bal { }', 'Sky', 'always exists'],
    ['voicePolicy site:A { }\nsite A { }'.replace('si', 's$0i'), 'site:B', 'rename the site'],
    ['hostedVoicemailPolicy C$0 { }', 'site:A', 'another scope'],
    ['users U { a@contoso.com line +1425$05550101 }', '+1', 'A number is no name'],
    [
      'site A { pool e.contoso.com { role edge  accessFqdn sip.contoso.com } }\ncertificate C { subject s$0ip.contoso.com }',
      'x.contoso.com',
      'is a host of pool e.contoso.com',
    ],
    ['si$0te A { }', 'B', 'Only names can be renamed'],
    ['wave A { after No$0ne }', 'B', 'Nothing declared has the name None'],
    ['wave A$0 { }', ' ', "can't be empty"],
    ['wave A$0 { }', 'x\\y', 'backslash'],
  ];
  it.each(refused)('refuses %j to %j', (source, name, reason) => {
    expect(renamed(source, name)).toContain(reason);
  });

  it('says what would be renamed', () => {
    const { deployment, path, offset, text } = atCursor('site "New York" { }\nvoicePolicy "site:New Y$0ork" { }');
    const place = prepareRename(deployment, path, offset);
    if (isRefusal(place)) throw new Error(place.refused);
    expect(text.slice(place.start, place.end)).toBe('New York');
    expect(place.placeholder).toBe('New York');
  });
});
