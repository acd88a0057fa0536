// Takes the README's picture in a real workbench: `node scripts/screenshots.mjs`, with Node 24, after a build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { requireTools, root } from './lib/project.mjs';
import { copyExamples, temporaryFolder } from './tests/workspace.mjs';
import { chromiumFlags, ensureChromium } from './workbench/chromium.mjs';
import { installWorkbench } from './workbench/install.mjs';
import { createProfile, linkExtension, startServer } from './workbench/server.mjs';

const file = 'federation/providers.umtopo';
const settings = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'problems.defaultViewMode': 'table',
};

requireTools();
const program = await installWorkbench(console.log);
const executablePath = await ensureChromium(console.log);
const profile = createProfile(temporaryFolder('screenshots'), settings);
linkExtension(profile);
const server = await startServer({ program, profile, timeLimitMs: 5 * 60 * 1000 });
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
const page = await browser.newPage({ viewport: { width: 1600, height: 780 } });
try {
  await page.goto(server.address(join(copyExamples(), 'mixed')));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  await brokenProvider();
  await page.screenshot({ path: join(root, 'images', 'editor.png') });
  console.log('images/editor.png');
} finally {
  await browser.close();
  await server.close();
}
process.exit();

/** A provider that is switched off: its squiggle, what it means, and in the picture the calls that are lost. */
async function brokenProvider() {
  await press('Control+P');
  await choose(file, 'providers.umtopo');
  await page.locator('.view-line', { hasText: 'exap.um.outlook.com' }).first().waitFor();
  await page.locator('.editor-actions .action-label[aria-label*="Open Routing Preview"]').first().click();
  const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await preview.locator('.node').first().waitFor();
  await press('Control+1');
  await goTo(lineOf('enabled true'), '  enabled '.length + 1);
  await press('Control+Shift+ArrowRight');
  await page.keyboard.type('false');
  await page.locator('.squiggly-error').first().waitFor();
  await preview.locator('[data-id^="hostingProvider"].broken, [data-id^="hostingProvider"].disabled').first().waitFor();
  // The message stands below, so that nothing covers the picture.
  await press('Control+B');
  await page.locator('.sidebar').waitFor({ state: 'hidden' });
  await press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'UM2002' }).waitFor();
  await lowerPanel(130);
  await preview.locator('button[aria-label^="Fit"]').click();
  await press('Control+1');
  await page.locator('.codelens-decoration', { hasText: 'users' }).first().waitFor();
}

/**
 * Drags the upper edge of the panel down.
 * @param {number} pixels
 */
async function lowerPanel(pixels) {
  const panel = await page.locator('.part.panel').boundingBox();
  const sashes = await page.locator('.monaco-sash.horizontal:not(.disabled)').all();
  for (const sash of sashes) {
    const box = await sash.boundingBox();
    if (panel === null || box === null || Math.abs(box.y - panel.y) > 10) continue;
    const [x, y] = [box.x + box.width / 3, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + pixels, { steps: 5 });
    await page.mouse.up();
    return;
  }
  throw new Error('The panel has no edge to drag.');
}

/** @param {string} text */
function lineOf(text) {
  const lines = readFileSync(join(root, 'examples', 'mixed', file), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

/** @param {string[]} keys */
async function press(...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/**
 * @param {string} query
 * @param {string} text
 */
async function choose(query, text) {
  await page.locator('.quick-input-widget input').fill(query);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
}

/**
 * @param {number} line
 * @param {number} column
 */
async function goTo(line, column) {
  await press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
  await press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
