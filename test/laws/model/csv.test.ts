import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finished } from '../../../server/src/base/steps';
import { readCsv } from '../../../server/src/model/csv';
import { ShapeTable } from '../../../server/src/model/shapes';
import { SymbolTable } from '../../../server/src/model/symbols';

const cells: Readonly<Record<string, readonly string[]>> = {
  SipAddress: [
    'a@contoso.com',
    'sip:b@contoso.com',
    'SIP:C.c@contoso.com',
    '"d@contoso.com"',
    'no address',
    '',
    '@',
    ' e@contoso.com ',
    'ü@contoso.com',
  ],
  LineURI: [
    'tel:+14255550101',
    '+14255550102;ext=102',
    'TEL:+1425;EXT=1',
    "'+14255550103",
    '0425',
    'tel:',
    '',
    '"+1 425 555"',
    'unset',
  ],
  HostedVoicemailPolicy: ['Cloud', '"Two words"', '', 'unknown', "it's", '"a ""b"" c"', 'Ünïcode', ' padded\t'],
  MailboxLocation: ['local', 'hosted', 'LOCAL', '', 'nowhere', '"local"'],
  Delegates: ['x@contoso.com', 'x@contoso.com;y@contoso.com', '" x@contoso.com"', '', ';'],
  EnterpriseVoiceEnabled: ['True', '1', 'no', '', 'perhaps'],
  HostingProvider: ['SRV:', 'sipfed.online.lync.com', ''],
  Extensions: ['101', '101;102', '', 'abc'],
  Department: [
    'Sales, "West"'.replaceAll('"', '""').replace(/^.*$/, '"$&"'),
    'Sales',
    '"open',
    '"x"y',
    'a,b',
    '"two\nlines"',
    '',
  ],
};

const files = fc.record({
  headers: fc.shuffledSubarray(Object.keys(cells), { minLength: 2 }),
  delimiter: fc.constantFrom(',', ';', '\t'),
  rows: fc.array(fc.array(fc.nat(63), { minLength: 9, maxLength: 9 }), { maxLength: 8 }),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  torn: fc.constantFrom('', ',', ',,', '"'),
});

function read(text: string, delimiter: string, quick: boolean): unknown {
  const symbols = new SymbolTable();
  const shapes = new ShapeTable(symbols);
  const table = finished(readCsv(text, delimiter, undefined, symbols, shapes, { quick }));
  return {
    problems: table.problems,
    pages: table.pages.map(({ start, page }) => ({
      start,
      ...page,
      shapes: [...page.shapes.subarray(0, page.count)].map((id) => [shapes.get(id).domain, [...shapes.get(id).facts]]),
      shapeCounts: [...page.shapeCounts.values()],
      read: Array.from({ length: page.count }, (_, row) => page.read(text, start, row)),
    })),
  };
}

it('records that are read where they stand say what they say when they are split into cells', () => {
  fc.assert(
    fc.property(files, ({ headers, delimiter, rows, end, torn }) => {
      const lines = rows.map((row) =>
        headers.map((header, i) => cells[header]?.[(row[i] ?? 0) % (cells[header]?.length ?? 1)] ?? '').join(delimiter),
      );
      const text = [headers.join(delimiter), ...lines].join(end) + torn;
      expect(read(text, delimiter, true)).toEqual(read(text, delimiter, false));
    }),
    { numRuns: process.env.FUZZ ? 50_000 : 1500 },
  );
}, 60_000);
