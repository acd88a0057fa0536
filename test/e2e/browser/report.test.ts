import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../../scripts/lib/project.mjs';
import { chromiumFlags, ensureChromium } from '../../../scripts/workbench/chromium.mjs';
import { exportDeployment } from '../../../server/src/export/export';
import { pictureGraph } from '../../../server/src/preview/buildGraph';
import { standaloneSvg } from '../../../server/src/preview/svg';
import { Analyzer } from '../../../server/src/rules/analyze';
import { exampleDeployment } from '../../unit/export/deployments';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const artifacts = join(root, 'test', 'e2e', 'artifacts');

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await ensureChromium(console.log), args: chromiumFlags });
}, 120_000);
afterAll(() => browser?.close());

function writeReport(example: string): string {
  const deployment = exampleDeployment(example);
  const analysis = new Analyzer(deployment).analyze();
  const graph = (waves: number, ids: string): string =>
    standaloneSvg(pictureGraph(deployment, analysis.diagnostics, waves), 'auto', ids);
  const { files = [] } = exportDeployment(deployment, analysis, { force: true, graph });
  mkdirSync(artifacts, { recursive: true });
  const path = join(artifacts, `report-${example}.html`);
  writeFileSync(path, files.find((file) => file.path === 'report.html')?.text() ?? '');
  return path;
}

it('a report is accessible in light and dark, fetches nothing, and prints', async () => {
  const path = writeReport('mixed');
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 900 } });
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    await page.evaluate(axe);
    const violations = await page.evaluate(() => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return axe.run().then((result) => result.violations.map(({ id, nodes }) => [id, nodes[0]?.html]));
    });
    expect(violations, colorScheme).toEqual([]);
    expect(fetched).toEqual([pathToFileURL(path).href]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways, 'nothing is wider than the page').toBeLessThanOrEqual(0);
    await page.screenshot({ path: path.replace('.html', `-${colorScheme}.png`) });
    if (colorScheme === 'light') {
      const pdf = await page.pdf({
        path: path.replace('.html', '.pdf'),
        preferCSSPageSize: true,
        printBackground: true,
      });
      expect(pdf.length).toBeGreaterThan(10_000);
    }
    await page.close();
  }
});
