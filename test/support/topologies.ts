import { readFileSync } from 'node:fs';
import { kinds, userRow } from '../../server/src/vocabulary';
import type { Random } from './random';

/** The example that ends the design of the language: every form of declaration, row, move and expectation. */
export const languageExample = readFileSync('test/data/language-example.umtopo', 'utf8');

/** What no example should have but every administrator types: odd layout, aliases, comments everywhere, other spellings. */
export const oddlyWritten = `/* head */ SipDomain  contoso.com {isDefault   $TRUE}   // behind
sipDomain fabrikam.com
/// A group.
USERS Plant { // behind the brace
  registrarPool "pool01.contoso.com"   MAILBOX Hosted


  // on its own
  alice@contoso.com lineuri +14255550101 // her line
\tbob.long.name@contoso.com   line tel:+14255550102;ext=102   hostedVoicemailPolicy Cloud extensions 1 , 2,
    3
  sip:carol@contoso.com line unset policy "unset" mailbox HOSTED  /* within */ wave Pilot
  /// doc of dan
  "dan@contoso.com" line +14255550103 enterpriseVoiceEnabled $False
  erin@contoso.com { line +14255550104  extensions 104,
    105 }
  frank@contoso.com {
    line +14255550105 }
}
Site Redmond { SiteId 1 pool pool01.contoso.com { role FRONTEND computers fe01.contoso.com , fe02.contoso.com } pool edge01.contoso.com { role edge } }
umServer { }
publicDnsZone contoso.com { A sip ipv4address 203.0.113.10
 SRV _sip._tls port 443 domainName sip.contoso.com }
certificate Edge
{
  pool edge01.contoso.com usage EdgeExternal subject sip.contoso.com }
wave Pilot { date 2013-06-03 Move alice@contoso.com , bob@contoso.com TO Hosted policy Cloud pool pool01.contoso.com }
wave Rest { after Pilot }
users Sales { csv "sales.csv" delimiter ";" columns { sipAddress "Mail" Mailbox "Where" { Hosted "O365" , "Cloud" local "HQ" } } }
Expect Every User IN Group Plant reaches hostingProvider ExchangeOnline ON Busy AFTER Pilot
expect call TO +14255550180 reaches Nothing
expect no contact with policy Cloud unreachable`;

/** A file of a block of users, one a line, as an export or a script writes it. */
export function manyUsers(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const number = `+14255550${String(100 + (i % 100))};ext=${i}`;
    const rest = i % 3 === 0 ? `  extensions ${10000 + i}` : i % 7 === 0 ? '  mailbox local  umDialPlan Redmond' : '';
    return `  user${String(i).padStart(6, '0')}@contoso.com  line ${number}${rest}${i % 50 === 0 ? '  // checked' : ''}`;
  });
  return `users Big {\n  pool pool01.contoso.com\n  mailbox hosted\n${rows.join('\n')}\n}\n`;
}

const words = [
  ...kinds.map(({ name }) => name),
  ...kinds.flatMap((kind) => kind.properties).map(({ name }) => name),
  ...userRow.properties.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]),
  ...[
    'srv',
    'a',
    'mx',
    'allow',
    'columns',
    'move',
    'to',
    'hosted',
    'local',
    'none',
    'expect',
    'every',
    'user',
    'contact',
    'no',
  ],
  ...[
    'in',
    'with',
    'group',
    'reaches',
    'unreachable',
    'on',
    'before',
    'after',
    'call',
    'unset',
    'unknown',
    'true',
    '$false',
  ],
];
const values = [
  ...[
    'alice@contoso.com',
    'sip:bob@contoso.com',
    '+14255550101',
    '+14255550101;ext=7',
    'pool01.contoso.com',
    'site:Redmond',
    'Cloud',
  ],
  ...['"a b"', '"say \\"so\\""', '"unset"', '""', '5061', '2013-06-03', 'Europe\\Plant', '@', 'x@', 'é', '"'],
];
const glue = [
  '{',
  '}',
  ',',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  ' // c\n',
  '/// d\n',
  '/* c */',
  '/*\n*/',
  '/*',
  '//',
  '/',
  '(',
  '\u0000',
  '\u00a0',
];

/** One or a few random tokens, meaningful or not. */
export function randomPiece(random: Random): string {
  const parts = Array.from({ length: 1 + random.below(4) }, () => random.pick(random.pick([words, values, glue])));
  return parts.join(random.pick(['', ' ', ' ', '\n']));
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A random edit: a piece inserted, deleted or replaced; a line deleted, doubled or moved; a brace, quote or comment opened. */
export function randomEdit(random: Random, text: string): Edit {
  const at = random.below(text.length + 1);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at) + 1;
  const to = Math.min(text.length, at + random.below(12));
  switch (random.below(9)) {
    case 0:
      return { start: at, end: at, text: randomPiece(random) };
    case 1:
      return { start: at, end: to, text: '' };
    case 2:
      return { start: at, end: to, text: randomPiece(random) };
    case 3:
      return { start: lineStart, end: lineEnd, text: '' };
    case 4:
      return { start: lineStart, end: lineStart, text: text.slice(lineStart, lineEnd) };
    case 5:
      return { start: at, end: at, text: random.pick(['{', '}', '"', '/*', '*/', '//', '\n', '{ ', ' }\n']) };
    case 6:
      return { start: at, end: Math.min(text.length, at + 1), text: '' };
    case 7: {
      const from = random.below(text.length + 1);
      return { start: at, end: at, text: text.slice(from, from + random.below(80)) };
    }
    default:
      return { start: lineStart, end: lineStart, text: `${randomPiece(random)} ${randomPiece(random)}\n` };
  }
}

export function applyEdit(text: string, { start, end, text: inserted }: Edit): string {
  return text.slice(0, start) + inserted + text.slice(end);
}
