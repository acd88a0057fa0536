// Takes the pictures of the README and the documentation in a real workbench: `node scripts/screenshots.mjs [NAME …]`, with Node 24, after a build.
// With names only those whose file has one of them.
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { requireTools, root } from './lib/project.mjs';
import { hands } from './screenshots/hands.mjs';
import { scenes } from './screenshots/scenes.mjs';
import { copyExamples, temporaryFolder } from './tests/workspace.mjs';
import { chromiumFlags, ensureChromium } from './workbench/chromium.mjs';
import { installWorkbench } from './workbench/install.mjs';
import { createProfile, linkExtension, startServer } from './workbench/server.mjs';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' };
const settings = {
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'problems.defaultViewMode': 'table',
  'files.autoSave': 'off',
};

requireTools();
const wanted = process.argv.slice(2);
const program = await installWorkbench(console.log);
const executablePath = await ensureChromium(console.log);
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
try {
  for (const scene of scenes) {
    if (wanted.length === 0 || wanted.some((name) => scene.file.includes(name))) await take(scene);
  }
} finally {
  await browser.close();
}
process.exit();

/**
 * Each scene has a workbench of its own, so that none sees what another left.
 * @param {import('./screenshots/scenes.mjs').Scene} scene
 */
async function take({ file, theme, size, play }) {
  const profile = createProfile(temporaryFolder('screenshots'), { ...settings, 'workbench.colorTheme': themes[theme] });
  linkExtension(profile);
  const server = await startServer({ program, profile, timeLimitMs: 5 * 60 * 1000 });
  const page = await browser.newPage({ viewport: size });
  try {
    const folder = join(copyExamples(), 'mixed');
    await page.goto(server.address(folder));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await play({ page, folder, do: hands(page) });
    const picture = join(root, file);
    mkdirSync(dirname(picture), { recursive: true });
    await page.screenshot({ path: picture });
    console.log(`${file} ${Math.round(statSync(picture).size / 1024)} KB`);
  } catch (error) {
    await page.screenshot({ path: join(root, 'test', 'e2e', 'artifacts', 'scene.png') });
    throw error;
  } finally {
    await page.close();
    await server.close();
  }
}
