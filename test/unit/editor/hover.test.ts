import { describe, expect, it } from 'vitest';
import { hover } from '../../../server/src/editor/hover';
import { plain } from '../../../server/src/editor/markdown';
import { hostedParts, mixedBase } from '../../support/deployment';
import { atCursor } from './support';

function hovered(source: string): { text: string; over: string } {
  const { deployment, path, offset, text } = atCursor(source);
  const found = hover(deployment, path, offset, {
    kind: (name) => `docs/${name}.md`,
    rule: (code) => `rules/${code}.md`,
  });
  if (found === undefined) throw new Error('there is no hover');
  return { text: found.text, over: text.slice(found.start, found.end) };
}

function nothing(source: string): boolean {
  const { deployment, path, offset } = atCursor(source);
  return hover(deployment, path, offset) === undefined;
}

const deployment = `${mixedBase}${Object.values(hostedParts).join('\n')}\n`;

describe('hover', () => {
  it('tells a kind, with its page', () => {
    const { text, over } = hovered('hosting$0Provider P { }');
    expect(over).toBe('hostingProvider');
    expect(text).toContain('[hostingProvider](docs/hostingProvider.md)');
    expect(text).toContain('`New-CsHostingProvider`');
  });

  it('tells a property: type, limits, cmdlet and parameter, source', () => {
    const { text } = hovered('hostingProvider P { proxy$0Fqdn x.contoso.com }');
    expect(text).toContain("**proxyFqdn** FQDN · required · can't be changed after creation");
    expect(text).toContain('Limits: at most 255 characters ([UM1001](rules/UM1001.md))');
    expect(text).toMatch(/\[`New-CsHostingProvider`\]\(https:[^)]+\) `-ProxyFqdn`/);
    expect(text).toContain('(PS-NEWHP)');
  });

  it('says what is recommended rather than documented', () => {
    expect(hovered('wave W { ret$0ire }').text).toContain('Recommended');
    expect(hovered('hostingProvider P { ena$0bled true }').text).not.toContain('Recommended');
  });

  it('tells a value of an enum, and the property of any other value', () => {
    expect(hovered('hostingProvider P { verificationLevel useSource$0Verification }').text).toContain(
      '**useSourceVerification**',
    );
    expect(hovered('hostingProvider P { enabled tr$0ue }').text).toContain('**enabled**');
  });

  it('shows the declaration behind a name, its doc comment and how many it serves', () => {
    const source = `${deployment}
      /// For those who have moved.
      hostedVoicemailPolicy Own { destination exap.um.outlook.com }
      users U { pool pool01.contoso.com  mailbox hosted
        alice@contoso.com policy O$0wn
        bob@contoso.com policy Own
      }`;
    const { text, over } = hovered(source);
    expect(over).toBe('Own');
    expect(text).toContain('hostedVoicemailPolicy Own {\n  destination exap.um.outlook.com\n}');
    expect(plain(text)).toContain('For those who have moved.');
    expect(text).toContain('2 users in 1 placement');
  });

  it('leads from a destination to the provider', () => {
    const source = deployment.replace('destination exap', 'destination ex$0ap');
    expect(hovered(source).text).toContain('hostingProvider ExchangeOnline {');
  });

  it('tells of a user the effective policy and why, the route, and who is placed alike', () => {
    const source = `${deployment}
      users U { pool pool01.contoso.com  mailbox hosted  policy Cloud
        ali$0ce@contoso.com  line +14255550101
        bob@contoso.com  line +14255550102
        carol@contoso.com  line +14255550103
      }`;
    const { text, over } = hovered(source);
    expect(over).toBe('alice@contoso.com');
    expect(plain(text)).toContain('alice@contoso.com, in group U');
    expect(text).toContain('Hosted voice mail policy: `Cloud` (user), destination `exap.um.outlook.com`');
    expect(plain(text)).toMatch(/Unanswered call: .*ExchangeOnline answers/);
    expect(text).toContain('- Placement: pool `pool01.contoso.com` in site Redmond, mailbox hosted\n');
    expect(text).toContain('- Placed alike: `bob@contoso.com`, `carol@contoso.com`');
  });

  it('says what a route hangs on', () => {
    const source = `${deployment}
      users U { pool pool01.contoso.com  mailbox unknown
        ali$0ce@contoso.com  line +14255550101
      }`;
    expect(plain(hovered(source).text)).toMatch(/not known: it hangs on .*mailbox/);
  });

  it('tells the domain of an address by its declaration', () => {
    expect(hovered('sipDomain contoso.com { isDefault true }\nusers U { alice@con$0toso.com }').text).toContain(
      'sipDomain contoso.com {\n  isDefault true\n}',
    );
  });

  it('says what the group says where a row says otherwise', () => {
    const { text } = hovered('users U {\n  mailbox hosted\n  alice@contoso.com mail$0box local\n}');
    expect(plain(text)).toContain('The group U says hosted; this row says otherwise.');
  });

  it('tells records, moves, expectations and CSV files', () => {
    expect(hovered('publicDnsZone contoso.com { s$0rv @ port 1 domainName a.b }').text).toContain('**srv**');
    expect(hovered('wave W { mo$0ve every user to hosted }').text).toContain('**move**');
    expect(hovered('wave W { move every user to hos$0ted }').text).toContain('**hosted**');
    expect(hovered('expect every user reaches hosted on bu$0sy').text).toContain('**busy**');
    const csv = `
      //- /t/main.umtopo
      users U { csv "u.c$0sv" }
      //- /t/u.csv
      SipAddress
      alice@contoso.com
    `;
    expect(plain(hovered(csv).text)).toBe('u.csv: 1 user');
  });

  it('works in the cells of a CSV file', () => {
    const source = `
      //- /t/main.umtopo
      users U { csv "u.csv" }
      hostedVoicemailPolicy Cloud { destination exap.um.outlook.com }
      //- /t/u.csv
      SipAddress,HostedVoicemailPolicy
      alice@contoso.com,Clo$0ud
    `;
    // A file under no deployment: the CSV file belongs to the block that names it.
    expect(hovered(source).text).toContain('hostedVoicemailPolicy Cloud {');
  });

  it('tells what the columns of a CSV file are', () => {
    const source = `
      //- /t/main.umtopo
      users U { csv "u.csv"  columns { sipAddress "Mail"  mailbox "Where" } }
      //- /t/u.csv
      Mail,Where,Note
    `;
    expect(plain(hovered(source.replace('Mail,', 'Ma$0il,')).text)).toBe('Mail — the SIP address of the user');
    expect(hovered(source.replace('Where,', 'Whe$0re,')).text).toContain('**mailbox**');
    expect(plain(hovered(source.replace('Note', 'No$0te')).text)).toBe('Note — not read: columns does not name it');
  });

  it('tells the property of a value by which others name its holder', () => {
    expect(hovered('hostingProvider P { proxyFqdn x.con$0toso.com }').text).toContain('**proxyFqdn**');
    expect(hovered('users U { a@contoso.com line +1425$05550101 }').text).toContain('**line**');
  });

  it('says one place of a way once, and nothing of the mailbox behind it', () => {
    const source = `${mixedBase}exchange E { version 2013  umServer ex01.contoso.com { umStartupMode dual  dialPlans D }
      umDialPlan D { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5 } }
      users U { pool pool01.contoso.com  mailbox local  umDialPlan D
        ali$0ce@contoso.com  line +14255550101
      }`;
    expect(plain(hovered(source).text)).toContain('Unanswered call: pool01.contoso.com → ex01.contoso.com → D answers');
  });

  it('has nothing to say of white space and names that stand for nothing', () => {
    expect(nothing('site A {  $0  }')).toBe(true);
    expect(nothing('branchSite A { centralSite B }\nwave W { after No$0thing }')).toBe(false);
  });

  it('shows names as they are, whatever they hold', () => {
    const { text } = hovered('site "a`*_[x](y)" { }\nbranchSite B { centralSite "a`*_[$0x](y)" }');
    expect(text).toContain('site "a`*_[x](y)"');
  });
});
