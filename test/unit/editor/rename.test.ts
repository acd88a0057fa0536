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
      'exchange A$0 { umMailboxPolicy M { umDialPlan D } }\nexchange B { umMailboxPolicy M { umDialPlan D } }\nusers U { umMailboxPolicy A\\M }';
    expect(renamed(source, 'Europe')).toEqual({
      '/main.umtopo':
        'exchange Europe { umMailboxPolicy M { umDialPlan D } }\nexchange B { umMailboxPolicy M { umDialPlan D } }\nusers U { umMailboxPolicy Europe\\M }',
    });
    const name = source.replace('A$0', 'A').replace('A\\M', 'A\\M$0');
    expect(renamed(name, 'N')).toEqual({
      '/main.umtopo':
        'exchange A { umMailboxPolicy N { umDialPlan D } }\nexchange B { umMailboxPolicy M { umDialPlan D } }\nusers U { umMailboxPolicy A\\N }',
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
