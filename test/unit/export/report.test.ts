import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { exportDeployment } from '../../../server/src/export/export';
import { waveOrder } from '../../../server/src/model/waves';
import { pictureGraph } from '../../../server/src/preview/buildGraph';
import { standaloneSvg } from '../../../server/src/preview/svg';
import { Analyzer } from '../../../server/src/rules/analyze';
import { deploymentOf, exampleDeployment, textOf } from './deployments';
import { everything } from './samples';

/** The text of a report, element by element; throws where it is not well-formed. */
function read(html: string): { elements: { name: string; attributes: Record<string, string>; text: string }[] } {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(html).close();
  return { elements };
}

function reportOf(source: string, force = true): string {
  const deployment = deploymentOf(source);
  const { files = [] } = exportDeployment(deployment, new Analyzer(deployment).analyze(), { force });
  return textOf(files, 'report.html');
}

describe('report.html', () => {
  it.each(['on-premises', 'cross-premises', 'mixed', 'mistakes'])(
    'of the example %s is well-formed and fetches nothing',
    (name) => {
      const deployment = exampleDeployment(name);
      const analysis = new Analyzer(deployment).analyze();
      const graph = (waves: number, ids: string): string =>
        standaloneSvg(pictureGraph(deployment, analysis.diagnostics, waves), 'auto', ids);
      const { files = [] } = exportDeployment(deployment, analysis, { force: true, graph });
      const { elements } = read(textOf(files, 'report.html'));
      const names = new Set(elements.map((element) => element.name));
      for (const forbidden of ['script', 'link', 'img', 'iframe', 'a']) expect(names).not.toContain(forbidden);
      expect(
        elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((each) => /^on|src|href/.test(each)),
      ).toEqual([]);
      expect(elements.find((element) => element.name === 'html')?.attributes.lang).toBe('en');
      expect(textOf(files, 'report.html')).not.toMatch(/url\(|@import|<\?xml/);
      // A picture as declared and one a wave, each named and described for those who don't see it.
      const pictures = elements.filter((element) => element.name === 'svg');
      expect(pictures.length).toBe(waveOrder(deployment).waves.length + 1);
      for (const { attributes: picture } of pictures) {
        expect(picture.role).toBe('img');
        const labels = picture['aria-labelledby']?.split(' ') ?? [];
        expect(labels.length).toBe(2);
        for (const label of labels)
          expect(elements.filter(({ attributes, text }) => attributes.id === label && text !== '').length).toBe(1);
      }
    },
  );

  it('says who answers how many users, and what is to be done by hand', () => {
    const report = reportOf(everything('lync2013', 'mixed'));
    const cells = (text: string): string[] =>
      read(text)
        .elements.filter((element) => element.name === 'tr')
        .map((row) => row.text);
    expect(cells(report).filter((text) => text.startsWith('hosted voice mail'))).toEqual([
      "hosted voice mail, Exchange's Online212",
    ]);
    const items = read(report)
      .elements.filter((element) => element.name === 'li')
      .map((item) => item.text);
    expect(items.some((item) => item.includes('OcsUmUtil.exe') && item.includes('Phone number: +14255550100'))).toBe(
      true,
    );
  });

  it('holds hostile names as text', () => {
    const name = '</td><script>alert(1)</script><!--';
    const report = reportOf(
      `deployment ${JSON.stringify(name)} { server lync2013  mode crossPremises }\nusers ${JSON.stringify(name)} { a@contoso.com }`,
    );
    const { elements } = read(report);
    expect(elements.some((element) => element.name === 'script')).toBe(false);
    expect(elements.find((element) => element.name === 'h1')?.text).toBe(name);
  });
});
