import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../server/src/base/span';
import { formatOnType, formatRange, formatText } from '../../../server/src/syntax/format';
import { parse } from '../../../server/src/syntax/parse';
import { fixture } from '../../support/fixture';
import { manyUsers } from '../../support/topologies';

const textOf = (source: string): string => fixture(source).files[0]?.text ?? '';
const format = (text: string): string => applyChanges(text, formatText(text, parse(text)));

/** `before` becomes `after`, and stays so. */
function formats(before: string, after: string): void {
  const formatted = format(textOf(before));
  expect(formatted).toBe(textOf(after));
  expect(format(formatted)).toBe(formatted);
}

describe('formatting', () => {
  it('gives each property of a block of several lines a line, and keeps a block of one line', () => {
    formats(
      `
      SipDomain   contoso.com{isDefault $TRUE}
      site Redmond
      { siteId 1   city "Redmond"
          pool pool01.contoso.com { role frontEnd
            computers fe01.contoso.com,
          fe02.contoso.com } }
      `,
      `
      sipDomain contoso.com { isDefault true }
      site Redmond {
        siteId 1
        city "Redmond"
        pool pool01.contoso.com {
          role frontEnd
          computers fe01.contoso.com,
            fe02.contoso.com
        }
      }
      `,
    );
  });

  it('parts a block that is longer than 120 characters', () => {
    const head =
      'exUmContact ova@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=Voice,DC=contoso';
    expect(format(`${head}"  enabled t }\n`)).toBe(`${head}"  enabled t }\n`);
    expect(format(`${head}"  enabled true }\n`)).toBe(
      textOf(`
        exUmContact ova@contoso.com {
          displayNumber +14255550180
          pool pool01.contoso.com
          ou "OU=Voice,DC=contoso"
          enabled true
        }
      `),
    );
  });

  it('sets rows in columns as far as their words agree', () => {
    formats(
      `
      users Finance {
        alice@contoso.com lineURI +14255550101
        sip:bob@contoso.com  line +14255550102;ext=102 umDialPlan Redmond // his proxies
        c@contoso.com line tel:+14255550103   umDialPlan   Redmond
        dora.long@contoso.com mailbox Hosted  line +14255550104

        e@contoso.com line +14255550105
        // A comment parts the columns as a blank line does.
        frank@contoso.com line +14255550106
      }
      `,
      `
      users Finance {
        alice@contoso.com      line +14255550101
        sip:bob@contoso.com    line +14255550102;ext=102  umDialPlan Redmond  // his proxies
        c@contoso.com          line tel:+14255550103      umDialPlan Redmond
        dora.long@contoso.com  mailbox hosted  line +14255550104

        e@contoso.com  line +14255550105
        // A comment parts the columns as a blank line does.
        frank@contoso.com  line +14255550106
      }
      `,
    );
  });

  it('sets rows that the grammar read into the same columns', () => {
    formats(
      `
      users Finance {
        "alice@contoso.com" line +14255550101 policy Cloud
        bob@contoso.com line +14255550102;ext=102 policy Cloud
        c@contoso.com line +1 policy "say \\"so\\""
        dora@contoso.com { line +14255550104 }
        e@contoso.com line +14255550105 /* here */ policy Cloud
      }
      `,
      `
      users Finance {
        "alice@contoso.com"  line +14255550101          policy Cloud
        bob@contoso.com      line +14255550102;ext=102  policy Cloud
        c@contoso.com        line +1                    policy "say \\"so\\""
        dora@contoso.com { line +14255550104 }
        e@contoso.com  line +14255550105 /* here */ policy Cloud
      }
      `,
    );
  });

  it('sets records and firewall rules in columns', () => {
    formats(
      `
      publicDnsZone contoso.com { A sip ipv4address 203.0.113.10
        srv _sipfederationtls._tcp port 5061 domainName sip.contoso.com
        srv  _sip._tls port 443 domainName sip.contoso.com }
      firewall Perimeter {
        allow from Internet to accessEdge protocol tcp ports 443, 5061
        allow from accessEdge to internet protocol tcp ports 5061
      }
      `,
      `
      publicDnsZone contoso.com {
        a sip                      ipv4Address 203.0.113.10
        srv _sipfederationtls._tcp port 5061  domainName sip.contoso.com
        srv _sip._tls              port 443   domainName sip.contoso.com
      }
      firewall Perimeter {
        allow from internet    to accessEdge  protocol tcp  ports 443, 5061
        allow from accessEdge  to internet    protocol tcp  ports 5061
      }
      `,
    );
  });

  it('sets the braces of one-line blocks of one kind under each other', () => {
    formats(
      `
      wave Pilot {date 2013-06-03}
      wave Rest {date 2013-07-01}
      umServer a { }

      wave Late { date 2013-08-01 }
      `,
      `
      wave Pilot { date 2013-06-03 }
      wave Rest  { date 2013-07-01 }
      umServer a { }

      wave Late { date 2013-08-01 }
      `,
    );
  });

  it('spells the words of the vocabulary as it does, and keeps names, quotes and texts', () => {
    formats(
      `
      HOSTINGPROVIDER exchangeonline { ProxyFqdn EXAP.um.outlook.com  Enabled $True  VerificationLevel USESOURCEVERIFICATION }
      deployment Contoso { Incomplete HostingProvider, EXUMCONTACT  cumulativeUpdate UNKNOWN }
      users "Sales" { RegistrarPool "pool01.contoso.com"  HostedVoicemailPolicy $NULL  displayName TRUE  policy "unset" }
      wave Pilot { Move Every User In Group Sales TO Hosted POLICY Cloud }
      EXPECT Call To +14255550180 Reaches UMDIALPLAN Redmond Before pilot
      EXPECT DAN@contoso.com Reaches UMDIALPLAN Redmond On NOANSWER Before pilot
      `,
      `
      hostingProvider exchangeonline { proxyFqdn EXAP.um.outlook.com  enabled true  verificationLevel useSourceVerification }
      deployment Contoso { incomplete hostingProvider, exUmContact  cumulativeUpdate unknown }
      users "Sales" { pool "pool01.contoso.com"  policy unset  displayName TRUE  policy "unset" }
      wave Pilot { move every user in group Sales to hosted policy Cloud }
      expect call to +14255550180 reaches umDialPlan Redmond before pilot
      expect DAN@contoso.com reaches umDialPlan Redmond on noAnswer before pilot
      `,
    );
  });

  it('leaves comments where they are, and at most one blank line', () => {
    formats(
      `


      // head
      site Redmond { // behind the brace


        // own line
        siteId 1 // behind


        /* block */ city "R" /* after */
        // last

      }   // end



      // tail

      `,
      `
      // head
      site Redmond {  // behind the brace
        // own line
        siteId 1  // behind

        /* block */ city "R" /* after */
        // last
      }  // end

      // tail
      `,
    );
  });

  it('leaves what is broken as it is, and formats the rest', () => {
    formats(
      `
      site   Redmond {  siteId   1 }
      site New   York {  siteId   2 }
      users   Sales {
        pool   p
        autodiscoverUrl   https://contoso.com
          alice@contoso.com   line
        bob@contoso.com   line   +14255550102
      }
      users Open {
         pool   p
      `,
      `
      site Redmond { siteId 1 }
      site New   York {  siteId   2 }
      users Sales {
        pool p
        autodiscoverUrl   https://contoso.com
          alice@contoso.com   line
        bob@contoso.com    line +14255550102
      }
      users Open {
         pool   p
      `,
    );
  });

  it('keeps byte order mark and line ends, and ends the file with one', () => {
    expect(format('\ufeffsite  R')).toBe('\ufeffsite R\n');
    expect(format('site R {\r\nsiteId 1 }')).toBe('site R {\r\n  siteId 1\r\n}\r\n');
    expect(format('site R\r\n\r\n\r\n')).toBe('site R\r\n');
    expect(format('')).toBe('');
    expect(format(' \n\n')).toBe('');
    expect(format('\n\n// alone')).toBe('// alone\n');
  });

  it('of many users changes nothing when they are set already, and only what has to', () => {
    const users = format(manyUsers(2000));
    expect(formatText(users, parse(users))).toEqual([]);
    const one = users.replace('user001000@contoso.com  line', 'user001000@contoso.com line');
    expect(formatText(one, parse(one))).toHaveLength(1);
  });
});

describe('formatting a range', () => {
  it('changes the lines that the range touches, as the whole file would', () => {
    const { files, cursors } = fixture(`
      site   A
      site   $0B
      users   C {$0 pool   p }
      site   D
    `);
    const text = files[0]?.text ?? '';
    const range = { start: cursors[0]?.offset ?? 0, end: cursors[1]?.offset ?? 0 };
    expect(applyChanges(text, formatRange(text, parse(text), range))).toBe(
      textOf(`
        site   A
        site B
        users C { pool p }
        site   D
      `),
    );
  });
});

describe('formatting a range of very many users', () => {
  const users = format(manyUsers(6000));
  const line = (at: number): { start: number; end: number } => {
    const start = users.indexOf(`  user${String(at).padStart(6, '0')}@`);
    return { start, end: users.indexOf('\n', start) };
  };

  it('changes nothing where all stands as it should', () => {
    for (const at of [0, 511, 3000, 5999]) expect(formatRange(users, parse(users), line(at))).toEqual([]);
  });

  it('sets a row among those near it', () => {
    const { start, end } = line(3000);
    const torn = users.slice(0, start) + users.slice(start, end).replace(/ {2,}/g, ' ') + users.slice(end);
    const changes = formatRange(torn, parse(torn), { start, end: start + 10 });
    expect(applyChanges(torn, changes)).toBe(users);
  });
});

describe('formatting while one types', () => {
  function types(source: string, typed: string, after: string): void {
    const { files, cursor } = fixture(source);
    const text = files[0]?.text ?? '';
    const changes = formatOnType(text, parse(text), cursor?.offset ?? 0, typed);
    expect(applyChanges(text, changes)).toBe(textOf(after).replace('·', ''));
  }

  it('a closing brace formats its block', () => {
    types(
      `
      site   A
      site B {
      pool p {   role   edge
        }$0


      city   "B"
      }
      `,
      '}',
      `
      site   A
      site B {
        pool p {
          role edge
        }


      city   "B"
      }
      `,
    );
  });

  it('a line end formats the line before, and indents the new one', () => {
    types(
      `
      users Sales {
        alice@contoso.com  line +14255550101
        b@contoso.com line   +14255550102
      $0
      }
      `,
      '\n',
      `
      users Sales {
        alice@contoso.com  line +14255550101
        b@contoso.com      line +14255550102
        ·
      }
      `,
    );
  });

  it('a line end indents in a block that is still open, and never goes again', () => {
    types('users Sales {\n$0', '\n', 'users Sales {\n  ·');
    types('site   A\n\n\n\n$0\n\nsite B', '\n', 'site   A\n\n\n\n\n\nsite B');
    types('site A\n    $0', '\n', 'site A\n·');
    types('site A { siteId 1\n$0 city "A" }', '\n', 'site A { siteId 1\n city "A" }');
  });

  it('a brace that closes nothing changes nothing', () => {
    types('site   A\n}$0', '}', 'site   A\n}');
  });
});
