import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../server/src/base/span';
import { parse } from '../../../server/src/syntax/parse';
import { annotate, expected, fixture, type Mark } from '../../support/fixture';

/** What people mistype or have half typed: one problem for one mistake, at the mistake, in words that say the way out. */
const mistakes = [
  `
    expect call to +14255550180 reaches hosted on busy
                                               ^^^^^^^ UM0001 A call to a number has no event: the contact that has the number decides
  `,
  `
    expect every user with mailbox loca reaches local
                                   ^^^^ UM1029 "loca" is not one of hosted, local or none
  `,
  `
    wave Pilot { move carol@contoso.com to hosted policy Cloud retire OnPrem }
                                                               ^^^^^^ UM0001 A \`move\` ends with its line: \`retire\` starts on a line of its own
  `,
  `
    sipDomain
    ^^^^^^^^^ UM0001 A SIP domain needs a name (the domain): \`sipDomain NAME\`
  `,
  `
    sipDomain contoso.com {
                          ^ UM0001 The block of \`sipDomain contoso.com\` has no closing brace }
  `,
  `
    sipDomain contoso.com isDefault true
                          ^^^^^^^^^^^^^^ UM0001 Properties stand in braces: \`sipDomain NAME { isDefault … }\`
  `,
  `
    sipDomain contoso.com { isDefault }
                            ^^^^^^^^^ UM0001 \`isDefault\` needs a value on its line
  `,
  `
    sipDomain contoso.com { isDefault true
                          ^ UM0001 The block of \`sipDomain contoso.com\` has no closing brace }: \`site\` can't stand in it
    site Redmond { siteId 1 }
  `,
  `
    site New York { siteId 1 }
         ^^^^^^^^ UM0001 A name with blanks stands in quotes: \`site "New York"\`
  `,
  `
    hostingProvider Exchange Online
                    ^^^^^^^^^^^^^^^ UM0001 A name with blanks stands in quotes: \`hostingProvider "Exchange Online"\`
  `,
  `
    hostingProvider {
    ^^^^^^^^^^^^^^^ UM0001 A hosting provider needs a name (unique among hosting and public providers; quotes when it has blanks): \`hostingProvider NAME\`
      enabled true
    }
  `,
  `
    alice@contoso.com line +14255550101
    ^^^^^^^^^^^^^^^^^ UM0002 The row of alice@contoso.com stands outside a \`users\` block; write \`users NAME { … }\` around it
  `,
  `
    site Redmond {
      alice@contoso.com line +14255550101
      ^^^^^^^^^^^^^^^^^ UM0002 The row of alice@contoso.com stands outside a \`users\` block; write \`users NAME { … }\` around it
    }
  `,
  `
    isDefault true
    ^^^^^^^^^ UM0002 \`isDefault\` stands outside any block; it is a property of \`sipDomain\`
  `,
  `
    enabled true
    ^^^^^^^ UM0002 \`enabled\` stands outside any block; it is a property of \`hostingProvider\`, \`publicProvider\`, \`voicemailReroutingConfiguration\` and others
  `,
  `
    pool pool01.contoso.com { role frontEnd }
    ^^^^ UM0002 \`pool\` can't stand outside any block; it belongs in a \`site\` block or a \`branchSite\` block
  `,
  `
    }
    ^ UM0001 This closing brace closes nothing
  `,
  `
    sipDomain contoso.com { isDefault true }}
                                            ^ UM0001 This closing brace closes nothing
  `,
  `
    users Sales {
                ^ UM0001 The block of \`users Sales\` has no closing brace }: \`sipDomain\` can't stand in it
      pool pool01.contoso.com
      alice@contoso.com line +14255550101
    
    sipDomain contoso.com
  `,
  `
    exUmContact a@b.c { ou "OU=Voice,DC=contoso }
                           ^^^^^^^^^^^^^^^^^^^^ UM0001 This string has no closing quote; a string ends on its line
  `,
  `
    exUmContact a@b.c {
      ou "OU=Voice,DC=contoso
         ^^^^^^^^^^^^^^^^^^^^ UM0001 This string has no closing quote; a string ends on its line
      pool pool01.contoso.com
    }
  `,
  `
    sipDomain contoso.com /* here
                          ^^ UM0001 This comment has no end: everything behind it is left out. Close it with */
  `,
  `
    users Sales {
      pool p /* here
             ^^ UM0001 This comment has no end: everything behind it is left out. Close it with */
      alice@contoso.com
    }
  `,
  `
    sipdomian contoso.com { isDefault true }
    ^^^^^^^^^ UM0002 There is no kind \`sipdomian\`; did you mean \`sipDomain\`?
  `,
  `
    gateway gw { address x }
    ^^^^^^^ UM0002 There is no kind \`gateway\`; a declaration starts with a word like \`sipDomain\`, \`site\` or \`users\`
  `,
  `
    hostingProvider EO { autodiscoverUrl https://contoso.com/a }
                                         ^^^^^^^^^^^^^^^^^^^^^ UM0001 https://contoso.com/a has a character that only a value in quotes may have: write "https://contoso.com/a"
  `,
  `
    deployment Contoso { server = lync2013  mode: mixed }
                                ^ UM0001 No = stands between a property and its value, just a blank
  `,
  `
    deployment Contoso { server=lync2013 }
                         ^^^^^^^^^^^^^^^ UM0003 A blank stands between a property and its value: \`server lync2013\`
  `,
  `
    # my topology
    ^ UM0001 A comment starts with //, not with #
    sipDomain contoso.com
  `,
  `
    site Redmond {
      # a comment { here
      ^ UM0001 A comment starts with //, not with #
      siteId 1
    }
  `,
  `
    allowedDomain fabrikam.com { comment our best supplier }
                                         ^^^^^^^^^^^^^^^^^ UM0001 A value with blanks stands in quotes: \`comment "our best supplier"\`
  `,
  `
    users S {
      alice@contoso.com line +1 (425) 555-0100
                             ^^^^^^^^^^^^^^^^^ UM0001 A number is written without blanks and brackets: \`line +14255550100\`
    }
  `,
  `
    site R { pool p { computers fe01.contoso.com fe02.contoso.com } }
                                                 ^^^^^^^^^^^^^^^^ UM0001 The values of \`computers\` are joined by commas: \`fe01.contoso.com, fe02.contoso.com\`
  `,
  `
    site R { pool p { computers fe01.contoso.com, } }
                                                ^ UM0001 A value is missing behind this comma
  `,
  `
    users S {
      alice@contoso.com extensions 1,
                                    ^ UM0001 A value is missing behind this comma
      bob@contoso.com line +14255550101
    }
  `,
  `
    sipDomain a.com, b.com
                     ^^^^^ UM0001 A declaration has one name; write \`sipDomain b.com\` on a line of its own
  `,
  `
    accessEdgeConfiguration Edge { allowFederatedUsers true }
                            ^^^^ UM0001 \`accessEdgeConfiguration\` has no name: there is one in a deployment. Leave "Edge" out
  `,
  `
    accessEdgeConfiguration allowFederatedUsers true
                            ^^^^^^^^^^^^^^^^^^^^^^^^ UM0001 Properties stand in braces: \`accessEdgeConfiguration { allowFederatedUsers … }\`
  `,
  `
    site R { pool p { computers { fe01.contoso.com } } }
                      ^^^^^^^^^ UM0001 \`computers\` is a property and has no block: \`computers VALUE\`
  `,
  `
    wave P {
      move alice@contoso.com hosted
                             ^^^^^^ UM0001 Write \`to\` before where they move: \`move … to hosted\`
    }
  `,
  `
    wave P {
      move to hosted
      ^^^^ UM0001 Say who moves: addresses, or \`every user in group NAME\`
    }
  `,
  `
    wave P {
      move alice@contoso.com to
                             ^^ UM0001 Say where they move: \`to hosted\`, \`to local\`, \`to none\`, or a property with its new value
    }
  `,
  `
    wave P {
      move alice@contoso.com to cloud
                                ^^^^^ UM0001 A mailbox moves to \`hosted\`, \`local\` or \`none\`, not to \`cloud\`
    }
  `,
  `
    wave P {
      move every users in group S to hosted
                 ^^^^^ UM0001 Write \`user\`, in the singular
    }
  `,
  `
    wave P { move }
             ^^^^ UM0001 Say who moves: addresses, or \`every user in group NAME\`
  `,
  `
    move alice@contoso.com to hosted
    ^^^^ UM0002 \`move\` stands in a \`wave\` block
  `,
  `
    columns { sipAddress "x" }
    ^^^^^^^ UM0002 \`columns\` stands in a \`users\` or \`deployment\` block
  `,
  `
    users S { columns sipAddress "Mail" }
              ^^^^^^^ UM0001 \`columns\` needs a block: \`columns { sipAddress "HEADER" … }\`
  `,
  `
    users S {
      columns { sipAddress "Mail"
              ^ UM0001 The block of \`columns\` has no closing brace }: \`alice@contoso.com\` can't stand in it
      alice@contoso.com line +1
    }
  `,
  `
    users S { columns { sipAddress } }
                        ^^^^^^^^^^ UM0001 \`sipAddress\` needs the header of its column, in quotes
  `,
  `
    users S { columns { mailbox "W" { hosted } } }
                                      ^^^^^^ UM0001 \`hosted\` needs the cells that stand for it, in quotes
  `,
  `
    expect
    ^^^^^^ UM0001 Say what is expected: \`expect ADDRESS reaches NAME\` or \`expect no user unreachable\`
  `,
  `
    expect alice@contoso.com
           ^^^^^^^^^^^^^^^^^ UM0001 Say what they reach: \`expect … reaches NAME\`
  `,
  `
    expect alice@contoso.com reaches
                             ^^^^^^^ UM0001 \`reaches\` needs a target: a provider, tenant, UM dial plan, UM server, contact, \`hosted\`, \`local\` or \`nothing\`
  `,
  `
    expect alice@contoso.com reach Cloud
                             ^^^^^ UM0001 Behind whom is asked about stands \`reaches NAME\`, not \`reach\`
  `,
  `
    expect alice reaches Cloud
           ^^^^^ UM0001 "alice" is no address; write addresses, \`every user …\` or \`call to NUMBER\`
  `,
  `
    expect no user
              ^^^^ UM0001 Write \`no user … unreachable\`
  `,
  `
    expect no users unreachable
              ^^^^^ UM0001 Write \`user\`, in the singular
  `,
  `
    expect every user in grup Sales reaches Cloud
                         ^^^^ UM0001 Write \`in group NAME\`, \`in pool NAME\`, \`in site NAME\`, \`in domain NAME\` or \`in wave NAME\`
  `,
  `
    expect every user in group
                      ^^^^^^^^ UM0001 Write \`in group NAME\`, \`in pool NAME\`, \`in site NAME\`, \`in domain NAME\` or \`in wave NAME\`
  `,
  `
    expect call to reaches Cloud
                ^^ UM0001 Say which number is called: \`call to +14255550100\`
  `,
  `
    expect call 1425 reaches Cloud
           ^^^^ UM0001 Write \`call to\` and the number: \`call to +14255550100\`
  `,
  `
    expect a@b.c reaches Cloud on
                               ^^ UM0001 \`on\` needs an event: \`on busy\`, \`on callVoicemail\` …
  `,
  `
    expect a@b.c reaches Cloud on bussy
                                  ^^^^^ UM0001 There is no event \`bussy\`; did you mean \`busy\`?
  `,
  `
    expect a@b.c reaches Cloud before
                               ^^^^^^ UM0001 \`before\` needs the name of a wave
  `,
  `
    expect a@b.c reaches Cloud before Pilot on busy
                                            ^^ UM0001 "on" doesn't fit here: an expectation ends with \`on EVENT\`, then \`before WAVE\` or \`after WAVE\`
  `,
  `
    expect a@b.c reaches Cloud, Other
                              ^ UM0001 "," doesn't fit here: an expectation ends with \`on EVENT\`, then \`before WAVE\` or \`after WAVE\`
  `,
  `
    wave P {
           ^ UM0001 The block of \`wave P\` has no closing brace }: \`expect\` can't stand in it
      expect no user unreachable
    }
    ^ UM0001 This closing brace closes nothing
  `,
  `
    publicDnsZone contoso.com {
      a
      ^ UM0001 A record needs its owner: \`a OWNER …\`, with @ for the zone itself
      srv _sip._tls port
                    ^^^^ UM0001 \`port\` needs a value on its line
    }
  `,
  `
    a sip ipv4Address 203.0.113.10
    ^ UM0002 \`a\` stands in a \`publicDnsZone\` block or an \`internalDnsZone\` block
  `,
  `
    { isDefault true }
    ^ UM0001 A block starts with a kind and a name, which are missing here: \`kind name { … }\`
  `,
  `
    site R { { siteId 1 } }
             ^ UM0001 A block starts with a kind and a name, which are missing here: \`kind name { … }\`
  `,
  `
    site R { , siteId 1 }
             ^ UM0001 A comma joins the values of one property; here it joins nothing
  `,
  `
    users S {
      alice@contoso.com {
                        ^ UM0001 The block of \`alice@contoso.com\` has no closing brace }: \`bob@contoso.com\` can't stand in it
        line +1
      bob@contoso.com line +2
    }
  `,
  `
    wave Pilot date 2013-06-03
               ^^^^^^^^^^^^^^^ UM0001 Properties stand in braces: \`wave NAME { date … }\`
  `,
  `
    umMailboxPolicy X umDialPlan Y
    ^^^^^^^^^^^^^^^ UM0002 \`umMailboxPolicy\` can't stand outside any block; it belongs in an \`exchange\` block or a \`tenant\` block
                      ^^^^^^^^^^^^ UM0001 Properties stand in braces: \`umMailboxPolicy NAME { umDialPlan … }\`
  `,
  `
    exchange E { umMailboxPolicy X umDialPlan Y }
                                   ^^^^^^^^^^^^ UM0001 Properties stand in braces: \`umMailboxPolicy NAME { umDialPlan … }\`
  `,
  `
    comment "a\\qb"
    ^^^^^^^ UM0002 \`comment\` stands outside any block; it is a property of \`allowedDomain\` or \`blockedDomain\`
              ^^ UM0001 A string knows \\" \\\\ \\n and \\uXXXX; write \\\\ for a backslash
  `,
  `
    allowedDomain f.com { comment "a\\qb" }
                                    ^^ UM0001 A string knows \\" \\\\ \\n and \\uXXXX; write \\\\ for a backslash
  `,
  `
    deployment Contoso { incomplete hostingProvider exUmContact }
                                                    ^^^^^^^^^^^ UM0001 The values of \`incomplete\` are joined by commas: \`hostingProvider, exUmContact\`
  `,
  `
    deployment Contoso { server lync2013 mixd }
                                         ^^^^ UM0003 \`mixd\` means nothing in a \`deployment\` block
  `,
  `
    deployment Contoso { xyz }
                         ^^^ UM0003 \`xyz\` means nothing in a \`deployment\` block
  `,
  `
    users S { pool }
              ^^^^ UM0001 \`pool\` needs a value on its line
  `,
  `
    users S {
      alice@contoso.com line
                        ^^^^ UM0001 \`line\` needs a value on its line
    }
  `,
  `
    users S {
      alice@contoso.com line policy Cloud
                        ^^^^ UM0001 \`line\` needs a value on its line
    }
  `,
  `
    users S {
      alice@contoso.com displayName Alice Smith line +1
                                    ^^^^^^^^^^^ UM0001 A value with blanks stands in quotes: \`displayName "Alice Smith"\`
    }
  `,
  `
    users S {
      alice@contoso.com displayName “Alice Smith”
                                    ^^^^^^^^^^^^^ UM0001 A value with blanks stands in quotes: \`displayName "Alice Smith"\`
    }
  `,
  `
    users S { line a / b }
                     ^ UM0001 / has a character that only a value in quotes may have: write "/"
  `,
  `
    tenant x.onmicrosoft.com {
      acceptedDomain contoso.com isDefault
                     ^^^^^^^^^^^^^^^^^^^^^ UM0001 A name with blanks stands in quotes: \`acceptedDomain "contoso.com isDefault"\`
    }
  `,
];

function marksOf(text: string): Mark[] {
  return parse(text).items.flatMap(({ start, problems }) =>
    problems.map((problem) => ({
      start: start + problem.start,
      end: start + problem.end,
      note: `${problem.code} ${problem.message}`,
    })),
  );
}

describe('mistakes', () => {
  it.each(mistakes.map((source) => [source.trim().split('\n')[0], source]))('%s', (_, source) => {
    const [file] = fixture(source as string).files;
    expect(annotate(file?.text ?? '', marksOf(file?.text ?? ''))).toBe(file && expected(file));
  });

  it('are repaired by each of their fixes', () => {
    for (const source of mistakes) {
      const text = fixture(source).files[0]?.text ?? '';
      const before = marksOf(text).length;
      for (const { start, problems } of parse(text).items) {
        for (const fix of problems.flatMap((problem) => problem.fixes ?? [])) {
          const changes = fix.changes.map((change) => ({
            ...change,
            start: change.start + start,
            end: change.end + start,
          }));
          const repaired = applyChanges(text, changes);
          expect(marksOf(repaired).length, `${fix.title}:\n${text}\n---\n${repaired}`).toBeLessThan(before);
        }
      }
    }
  });
});

describe('text that is hardly one', () => {
  it.each([
    ['an empty file', '', []],
    ['blanks alone', ' \t\n\r\n', []],
    ['a byte order mark alone', '\ufeff', []],
    ['a comment alone', '// nothing yet', []],
    ['a byte order mark before a declaration', '\ufeffsipDomain contoso.com', []],
    ['CRLF', 'site Redmond {\r\n  siteId 1\r\n}\r\n', []],
    ['lone CR', '// one\rsite Redmond {\r  siteId 1 // two\r}\r', []],
    ['blanks of other scripts', 'site\u00a0Redmond\u3000{ siteId\u20031 }\u2028', []],
    [
      'one NUL',
      'site Redmond \u0000{ siteId 1 }',
      ['13-14 A control character stands here, which no text has: remove it'],
    ],
    [
      'a binary file',
      '\u0089PNG\r\n\u0000\u0000\u0000\rIHDR\u0000\u0000\u0000\u0000\u0000\u0000\u0000{ } "',
      [/^0-1 This file is no text in UTF-8/],
    ],
    ['a name in another script', 'site Zürich { city "Zürich" }\nsite 東京\nsite "مكتب"', []],
  ])('%s', (_, text, wanted) => {
    const found = marksOf(text).map(({ start, end, note }) => `${start}-${end} ${note.slice(7)}`);
    expect(found).toEqual(wanted.map((each) => (typeof each === 'string' ? each : expect.stringMatching(each))));
  });

  it.each([
    ['x', 1_000_000],
    ['{', 200_000],
    ['}', 200_000],
    ['"', 200_000],
    [',', 100_000],
    ['a ', 300_000],
    ['site a { ', 50_000],
    ['users a { b@c { ', 30_000],
    ['sipDomain contoso.com ', 40_000],
    ['users x { alice@contoso.com line +1, ', 20_000],
    ['/*', 200_000],
    ['expect no ', 50_000],
  ])('one long line of %j', { timeout: 60_000 }, (piece, count) => {
    const { items } = parse(piece.repeat(count));
    expect(items.reduce((sum, { length }) => sum + length, 0)).toBe(piece.length * count);
  });
});
