import { describe, expect, it } from 'vitest';
import { semanticTokenModifiers, semanticTokenTypes } from '../../../server/src/editor/semanticLegend';
import { encodeSemanticTokens, semanticTokens } from '../../../server/src/editor/semanticTokens';
import { LineIndex } from '../../../server/src/syntax/lineIndex';
import { parse } from '../../../server/src/syntax/parse';
import { kinds } from '../../../server/src/vocabulary';
import { fixture } from '../../support/fixture';
import { languageExample, manyUsers, oddlyWritten } from '../../support/topologies';

/** `word:type.modifier` of every token. */
function tokensOf(source: string): string[] {
  const text = fixture(source).files[0]?.text ?? '';
  const tokens = semanticTokens(text, parse(text));
  const found: string[] = [];
  for (let i = 0; i < tokens.length; i += 3) {
    const role = tokens[i + 2] as number;
    const modifiers = semanticTokenModifiers.filter((_, bit) => (role >> 8) & (1 << bit));
    const type = [semanticTokenTypes[role & 0xff], ...modifiers].join('.');
    found.push(`${text.slice(tokens[i], tokens[i + 1])}:${type}`);
  }
  return found;
}

describe('semantic tokens', () => {
  it('tell kinds, names, properties and values apart', () => {
    expect(
      tokensOf(`
        /// Doc.
        hostingProvider ExchangeOnline { // online
          proxyFqdn exap.um.outlook.com
          enabled true
          verificationLevel useSourceVerification
          sipClientPort 443
          autodiscoverUrl "https://contoso.com"
        }
      `),
    ).toEqual([
      '/// Doc.:comment.documentation',
      'hostingProvider:keyword',
      'ExchangeOnline:class.declaration',
      '// online:comment',
      'proxyFqdn:property',
      'exap.um.outlook.com:string',
      'enabled:property',
      'true:enumMember',
      'verificationLevel:property',
      'useSourceVerification:enumMember',
      'sipClientPort:property',
      '443:number',
      'autodiscoverUrl:property',
      '"https://contoso.com":string',
    ]);
  });

  it('colour rows of pages as they colour rows of the grammar', () => {
    const rows = `
      users Sales {
        alice@contoso.com  line +14255550101  policy Cloud  mailbox hosted  umDialPlan unset // note
        sip:bob@contoso.com  displayName "Bob B."  delegates alice@contoso.com, c@d.e
      }
    `;
    const wanted = [
      'users:keyword',
      'Sales:class.declaration',
      'alice@contoso.com:variable.declaration',
      'line:property',
      '+14255550101:number',
      'policy:property',
      'Cloud:class',
      'mailbox:property',
      'hosted:enumMember',
      'umDialPlan:property',
      'unset:enumMember',
      '// note:comment',
      'sip:bob@contoso.com:variable.declaration',
      'displayName:property',
      '"Bob B.":string',
      'delegates:property',
      'alice@contoso.com:variable',
      'c@d.e:variable',
    ];
    expect(tokensOf(rows)).toEqual(wanted);
    expect(tokensOf(rows.replace(' line +1425', ' /* by the grammar */ line +1425'))).toEqual([
      ...wanted.slice(0, 3),
      '/* by the grammar */:comment',
      ...wanted.slice(3),
    ]);
  });

  it('read moves, columns, records and expectations', () => {
    expect(
      tokensOf(`
        wave Pilot { move a@b.c, every to hosted policy Cloud }
        users S { columns { mailbox "Where" { hosted "O365" } } }
        publicDnsZone contoso.com { a sip ipv4Address 203.0.113.10 }
        expect every user in group Sales reaches umDialPlan Redmond on busy after Pilot
      `),
    ).toEqual([
      ...['wave:keyword', 'Pilot:class.declaration', 'move:keyword', 'a@b.c:variable', 'every:variable', 'to:keyword'],
      ...['hosted:enumMember', 'policy:property', 'Cloud:class'],
      ...['users:keyword', 'S:class.declaration', 'columns:keyword', 'mailbox:property', '"Where":string'],
      ...['hosted:enumMember', '"O365":string'],
      ...['publicDnsZone:keyword', 'contoso.com:class.declaration', 'a:keyword', 'sip:class.declaration'],
      ...['ipv4Address:property', '203.0.113.10:number'],
      ...['expect:keyword', 'every:keyword', 'user:keyword', 'in:keyword', 'group:keyword', 'Sales:class'],
      ...['reaches:keyword', 'umDialPlan:keyword', 'Redmond:class', 'on:keyword', 'busy:enumMember'],
      ...['after:keyword', 'Pilot:class'],
    ]);
  });

  it('take a comment of several lines line by line', () => {
    expect(tokensOf('/* one\n   two */ site Redmond')).toEqual([
      '/* one:comment',
      '   two */:comment',
      'site:keyword',
      'Redmond:class.declaration',
    ]);
  });

  it.each(kinds.map((kind) => [kind.name, kind.example] as const))(
    'know the kind and the name of %s',
    (name, example) => {
      expect(tokensOf(example)).toContain(`${name}:keyword`);
    },
  );

  it('of a range are those of the whole that touch it', () => {
    for (const text of [languageExample, oddlyWritten, manyUsers(900)]) {
      const tree = parse(text);
      const all = semanticTokens(text, tree);
      for (let start = 0; start < text.length; start += 997) {
        const range = { start, end: Math.min(text.length, start + 500) };
        const wanted = all.filter((_, i) => {
          const first = i - (i % 3);
          return (all[first] as number) <= range.end && (all[first + 1] as number) >= range.start;
        });
        expect(semanticTokens(text, tree, range)).toEqual(wanted);
      }
    }
  });

  it('are sent relative to each other', () => {
    const text = 'site Redmond {\n  siteId 1\n}';
    const lines = new LineIndex(text);
    const data = encodeSemanticTokens(semanticTokens(text, parse(text)), (offset) => lines.place(offset));
    const keyword = semanticTokenTypes.indexOf('keyword');
    expect(data.slice(0, 10)).toEqual([0, 0, 4, keyword, 0, 0, 5, 7, semanticTokenTypes.indexOf('class'), 1]);
    expect(data.slice(10, 15)).toEqual([1, 2, 6, semanticTokenTypes.indexOf('property'), 0]);
  });
});
