import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { isDnsName } from '../../../server/src/export/dns/record';
import type { ExportFile } from '../../../server/src/export/file';
import { pictureGraph } from '../../../server/src/preview/buildGraph';
import { standaloneSvg } from '../../../server/src/preview/svg';
import { checkZone, requireCheckZone } from '../../unit/export/checkZone';
import { deploymentOf, filesOf } from '../../unit/export/deployments';
import { readScript } from '../../unit/export/powershell';
import { everything } from '../../unit/export/samples';
import { withText } from './stringPositions';

beforeAll(requireCheckZone, 120_000);

/** Each would do something where it isn't quoted for its place. */
const hostile: Readonly<Record<string, string>> = {
  quotes: 'O\'; Evil-Call \'"; Evil-Call "\u2019; Evil-Call \u2018\u201d; Evil-Call \u201c\u201e\u201a\u201b',
  expressions: `$(Evil-Call)$x$\{y}\`"; Evil-Call \`{0}{1:x}%s @x`,
  'ends of comments and blocks': '#> Evil-Call <# # --> <!-- */ // }; Evil-Call; { @( )',
  'line ends': 'a\nEvil-Call\r\nEvil-Call\rEvil-Call\u2028Evil-Call\u2029Evil-Call\u0085\u000b\u000c',
  formula: "=cmd|'/C calc'!A0",
  'plus and at': '+1-1@SUM(A1)',
  tab: '\t=1+1',
  'zone file': 'a. IN A 1.2.3.4 ( \\000 \\\\ $INCLUDE "/etc/passwd"',
  markup: '</td></style><script>alert(1)</script><img src=x onerror=alert(1)>&amp;]]><![CDATA[ <?xml ?>',
  'invisible marks': '\u202eevil\u202c\u200b\ufeff',
  'a path': '../../../../tmp/evil/',
};

/** Texts that no output can hold as they are, because its form has no sign for them: said with a blank. */
const inHtml = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu, ' ');

const sample = deploymentOf(everything('sfb2015', 'mixed'));

describe.each(Object.entries(hostile))('%s', (_, evil) => {
  describe.each([
    ['where any text goes', false],
    ['in every string of the vocabulary', true],
  ])('%s', (__, everywhere) => {
    const { deployment, planted } = withText(sample, evil, everywhere);
    const graph = (waves: number, ids: string): string =>
      standaloneSvg(pictureGraph(deployment, [], waves), 'auto', ids);
    const files = filesOf(deployment, { graph, force: true });
    const of = (pattern: RegExp): ExportFile[] => files.filter(({ path }) => pattern.test(path));

    it('is a literal in scripts', async () => {
      const literals = new Set<string>();
      for (const file of of(/\.ps1$/)) {
        const script = await readScript(file.text());
        expect(script.faults, file.path).toEqual([]);
        expect(
          script.commands.filter(({ name }) => /Evil/i.test(name)),
          file.path,
        ).toEqual([]);
        for (const literal of script.literals) literals.add(literal);
      }
      if (everywhere) return;
      const missing = planted.filter(({ text, where }) => inScripts.test(where) && !literals.has(text));
      expect(missing).toEqual([]);
    });

    it('is text in the report', () => {
      const texts: string[] = [];
      const names = new Set<string>();
      const parser = new SaxesParser();
      parser.on('opentag', ({ name, attributes }) => {
        names.add(name);
        for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|^src$|^href$/);
        texts.push('');
      });
      parser.on('text', (text) => texts.push(text));
      parser.on('error', (error) => {
        throw error;
      });
      const [report] = of(/^report\.html$/);
      parser.write(report?.text() ?? '').close();
      for (const name of ['script', 'img', 'a', 'iframe', 'foreignObject']) expect(names).not.toContain(name);
      if (!everywhere) expect(texts).toContain(inHtml(deployment.name));
    });

    it('is a cell in lists, and no formula', () => {
      for (const file of of(/\.csv$/)) {
        const records = csvRecords(file.text().replace(/^\ufeff/, ''));
        const width = records[0]?.length ?? 0;
        for (const record of records) {
          expect(record.length, file.path).toBe(width);
          for (const cell of record) expect(cell).not.toMatch(/^[=@\t\r]|^[+-](?!\d)/);
        }
      }
    });

    it('is a quoted string in zones', () => {
      for (const file of of(/\.zone$/)) {
        const text = file.text();
        const origin = /^\$ORIGIN (\S+)\.$/m.exec(text)?.[1] ?? '';
        // Of a forced export a zone may have a name that the DNS has no room for.
        if (isDnsName(origin.replace(/\\\d{3}/g, '_'))) expect(checkZone(origin, text)).toMatch(/OK\s*$/);
      }
      for (const file of of(/\.(?:zone|records)$/))
        for (const line of file.text().split(/\r\n?|\n/)) expect(line).not.toMatch(/^\s*(?:Evil|\$INCLUDE)/);
    });

    it('is a string in JSON, and ends no line of the text for people', () => {
      for (const file of of(/\.json$/)) expect(() => JSON.parse(file.text()), file.path).not.toThrow();
      for (const file of of(/\.md$/)) expect(file.text()).not.toMatch(/^\s*Evil|(?<!\\)<script/m);
    });

    it('leads to no path outside', () => {
      for (const { path } of files) expect(path).toMatch(/^(?!\.)(?:(?!\.\.?\/)[A-Za-z0-9._-]+\/)*[A-Za-z0-9._-]+$/);
    });
  });
});

/** Positions whose texts a cmdlet takes. */
const inScripts =
  /^(?:hostingProvider|publicProvider|voicePolicy|exchange umDialPlan|exchange umMailboxPolicy|exchange umIPGateway|exchange umAutoAttendant|allowedDomain\.comment|voicePolicy\.description|exUmContact\.description)$/;

/** As RFC 4180 says; not the reader of the project. */
function csvRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) throw new Error(`No cell at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    const [, value = '', end] = match;
    record.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}
