import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../server/src/import/importError';
import { importFile } from '../../../server/src/import/importFile';
import { publishedTopology } from './topologies';

function refusal(content: string | Uint8Array, name = 'topology.xml'): ImportError {
  try {
    importFile(name, content);
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

const sample = readFileSync('test/data/published-topology.xml', 'utf8');

describe('what is no topology is refused with what it is and the way out', () => {
  it.each([
    ['nothing', '', /is empty/],
    ['blanks', ' \r\n\t', /is empty/],
    ['a list on the screen', 'Identity : Global\r\nSites    : {Redmond}\r\n', /-AsXml is missing/],
    ['CSV', '"SipAddress","LineURI"\n', /CSV/],
    ['LDIF', 'dn: CN=Ana Rey\nchangetype: add\n', /LDIF/],
    ['JSON', '[{"Identity":"Global"}]', /JSON/],
    ['other text', '  Hello world, this is text', /not XML: it starts with "Hello world, this is/],
    ['CLIXML', '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"></Objs>', /CLIXML/],
    [
      'a document of the Central Management store',
      '<AnchoredXml xmlns="urn:schema:Microsoft.Rtc.Management.ScopeFramework.2008"></AnchoredXml>',
      /Central Management store/,
    ],
    ['a web page', '<html><body></body></html>', /web page/],
    ['other XML', '<root/>', /root <root>/],
    ['a Topology of something else', '<Topology xmlns="urn:example"/>', /namespace is "urn:example"/],
    ['a Topology without namespace', '<Topology/>', /namespace is ""/],
    ['a builder file of something else', '<TopologyBuilder/>', /looks like a Topology Builder file/],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /zip archive/],
    ['a binary file', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1]), /binary file/],
  ])('%s', (_, content, message) => {
    const error = refusal(content);
    expect(error.message).toMatch(message);
    expect(error.message).toContain('Get-CsTopology -AsXml | Out-File topology.xml');
    expect(error.file).toBe('topology.xml');
  });

  it('its own files', () => {
    expect(refusal('deployment Contoso {}', 'deployment.umtopo').message).toContain('topology language already');
  });
});

describe('broken XML is refused at its place', () => {
  const lines = (count: number) => sample.split('\r\n').slice(0, count).join('\r\n');

  it('says in what a file was cut off', () => {
    const error = refusal(lines(53));
    expect(error.message).toMatch(/ends too early: <InstalledOn> of line 52 is not closed, nor 3 elements around it/);
    expect([error.line, error.message.includes('cut off')]).toEqual([53, true]);
  });

  it('says so inside a tag too', () => {
    const error = refusal(`${lines(10)}\r\n  <Cluster Requires`);
    expect(error.message).toMatch(/ends too early: <CentralSite>|ends too early: <Sites>|ends too early: <Topology>/);
    expect(error.line).toBe(11);
  });

  it('says where tags do not match', () => {
    const error = refusal(sample.replace('</Location>', '').replace('<Name>TVP</Name>', '<Name>TVP</Nam>'));
    expect(error.message).toContain('not well-formed');
    expect([error.line, error.column]).toEqual([7, 21]);
  });

  it('counts columns in UTF-16 code units', () => {
    const error = refusal('<Topology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008">\n<a b="😀" <');
    expect(error.line).toBe(2);
    expect(error.column).toBe('<a b="😀" <'.length);
  });

  it.each([
    ['an entity of its own', '<!DOCTYPE Topology [<!ENTITY a "b">]>\n', 1],
    ['a bomb', `\n<!DOCTYPE lolz [\n<!ENTITY a "ha">\n<!ENTITY b "${'&a;'.repeat(9)}">\n]>\n`, 2],
    ['an external one', '<!DOCTYPE Topology SYSTEM "file:///etc/passwd">\n', 1],
  ])('refuses a document type declaration: %s', (_, doctype, line) => {
    const error = refusal(doctype + sample);
    expect(error.message).toMatch(/document type declaration .* is refused/);
    expect(error.line).toBe(line);
  });

  it('expands no entity but those of XML', () => {
    expect(refusal(sample.replace('TVP', '&lol;')).message).toMatch(/not well-formed.*entity/);
    const { files } = importFile('t.xml', sample.replace('TVP', 'R&amp;D &quot;1&quot;'));
    expect(files[1]?.text).toContain('site "R&D \\"1\\"" {');
  });

  it('refuses what is nested without end', () => {
    const start = publishedTopology({}).replace(/<Services>.*/s, '<Services>');
    expect(refusal(start + '<a>'.repeat(100_000)).message).toContain('More than 64 elements');
  });
});

describe('an encoding that is neither UTF-8 nor UTF-16', () => {
  it('is read as Windows-1252, and said', () => {
    const bytes = Buffer.from(publishedTopology({ sites: [{ id: '1', name: 'Zürich' }] }), 'latin1');
    const { files, notes } = importFile('t.xml', new Uint8Array(bytes));
    expect(files[1]?.text).toContain('site Zürich {');
    expect(notes[0]?.message).toContain('Windows-1252');
  });
});
