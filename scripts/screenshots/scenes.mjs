// The pictures of the README and of the documentation: what is seen in each, and how it comes about.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Stage
 * @property {import('playwright-core').Page} page
 * @property {string} folder the example that is open
 * @property {ReturnType<typeof import('./hands.mjs').hands>} do
 *
 * @typedef {object} Scene
 * @property {string} file in the project's folder
 * @property {'dark' | 'light'} theme
 * @property {{ width: number, height: number }} size
 * @property {(stage: Stage) => Promise<void>} play
 */

const providers = 'federation/providers.umtopo';
const preview = 'UM Topology: Open Routing Preview to the Side';

/** @type {readonly Scene[]} */
export const scenes = [
  { file: 'images/editor.png', theme: 'dark', size: { width: 1600, height: 780 }, play: brokenProvider },
  { file: 'docs/images/ask-light.png', theme: 'light', size: { width: 1500, height: 800 }, play: askedCall },
  { file: 'docs/images/ask-dark.png', theme: 'dark', size: { width: 1500, height: 800 }, play: askedCall },
  { file: 'docs/images/ladder-light.png', theme: 'light', size: { width: 1300, height: 1000 }, play: ladder },
  { file: 'docs/images/ladder-dark.png', theme: 'dark', size: { width: 1300, height: 1000 }, play: ladder },
  { file: 'docs/images/tree.png', theme: 'light', size: { width: 1200, height: 760 }, play: tree },
  { file: 'docs/images/tests.png', theme: 'light', size: { width: 1300, height: 720 }, play: failingTest },
  { file: 'docs/images/markdown.png', theme: 'light', size: { width: 1500, height: 800 }, play: markdown },
];

/**
 * A provider that is switched off: its squiggle, what it means, and in the picture the calls that are lost.
 * @param {Stage} stage
 */
async function brokenProvider({ page, folder, do: hand }) {
  await hand.openFile(providers);
  await page.locator('.view-line', { hasText: 'exap.um.outlook.com' }).first().waitFor();
  await hand.command(preview);
  await hand.inside('.node').first().waitFor();
  await hand.press('Control+1');
  await hand.goTo(lineOf(folder, providers, 'enabled true'), '  enabled '.length + 1);
  await hand.press('Control+Shift+ArrowRight');
  await page.keyboard.type('false');
  await page.locator('.squiggly-error').first().waitFor();
  await hand.inside('[data-id^="hostingProvider"].broken, [data-id^="hostingProvider"].disabled').first().waitFor();
  // The message stands below, so that nothing covers the picture.
  await hand.sideBar(false);
  await hand.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'UM2002' }).waitFor();
  const panel = await page.locator('.part.panel').boundingBox();
  await hand.drag('horizontal', panel?.y ?? 0, 130);
  await hand.inside('button[aria-label^="Fit"]').click();
  await hand.press('Control+1');
  await page.locator('.codelens-decoration', { hasText: 'users' }).first().waitFor();
}

/**
 * A call that was asked about: its way through the graph, and the reasons beside it.
 * @param {Stage} stage
 */
async function askedCall({ do: hand }) {
  await hand.openFile('users.umtopo');
  await hand.command(preview);
  await hand.sideBar(false);
  await hand.inside('.node').first().waitFor();
  // The preview alone.
  await hand.press('Control+1');
  await hand.command('View: Close Editor');
  await hand.ask('alice@contoso.com');
  await hand.inside('.stop').nth(2).click();
  await hand.inside('.now .stop').waitFor();
  await hand.inside('button[aria-label^="Fit"]').click();
  await hand.rest();
}

/**
 * The same of another user as a ladder.
 * @param {Stage} stage
 */
async function ladder({ do: hand }) {
  await hand.openFile('users.umtopo');
  await hand.command(preview);
  await hand.sideBar(false);
  await hand.inside('.node').first().waitFor();
  // The preview alone.
  await hand.press('Control+1');
  await hand.command('View: Close Editor');
  await hand.ask('carol@contoso.com');
  await hand.inside('button[aria-label="Show the call as a ladder"]').click();
  await hand.inside('.ladder h2').waitFor();
}

/**
 * The tree, with a mistake in it.
 * @param {Stage} stage
 */
async function tree({ page, folder, do: hand }) {
  await hand.openFile(providers);
  await hand.goTo(lineOf(folder, providers, 'enabled true'), '  enabled '.length + 1);
  await hand.press('Control+Shift+ArrowRight');
  await page.keyboard.type('false');
  await page.locator('.squiggly-error').first().waitFor();
  const rows = await hand.pane('UM Topology', true);
  await hand.pane('mixed', false);
  for (const section of ['Expectations', 'Waves', 'Groups of Users', 'Hosted Voice Mail Policies', 'Providers']) {
    await rows.filter({ hasText: section }).first().click();
    await hand.press('ArrowRight');
  }
  // Its number of problems comes after the line.
  const provider = rows.filter({ hasText: 'disabled' }).first();
  await provider
    .locator('[class*="monaco-decoration-itemColor"], [class*="monaco-decoration-badge"]')
    .first()
    .waitFor();
}

/**
 * An expectation that fails, in the Test Explorer and at its line.
 * @param {Stage} stage
 */
async function failingTest({ page, do: hand }) {
  await hand.openFile('expectations.umtopo');
  await hand.press('Control+End');
  await page.keyboard.type('expect erin@contoso.com reaches ExchangeOnline');
  await page.locator('.codicon-testing-run-icon').first().waitFor();
  await hand.command('View: Show Testing');
  await hand.press('Control+;', 'a');
  const rows = page.locator('.test-explorer .monaco-list-row');
  await rows.first().click();
  await hand.press('ArrowRight', 'ArrowDown', 'ArrowRight');
  await rows.filter({ hasText: 'erin@contoso.com' }).first().waitFor();
  await hand.press('Control+1', 'Control+End');
  await page.locator('.codicon-testing-failed-icon').first().waitFor();
}

/**
 * A page of a change, with the call before and after.
 * @param {Stage} stage
 */
async function markdown({ page, folder, do: hand }) {
  const text = `# Change 4711: pilot\n\nCarol's mailbox moves on 3 June. Her unanswered calls today:\n\n\`\`\`umtopo-route\ncarol@contoso.com\n\`\`\`\n\nand when the pilot is done:\n\n\`\`\`umtopo-route\ncarol@contoso.com after Pilot\n\`\`\`\n`;
  writeFileSync(join(folder, 'change.md'), text);
  await hand.sideBar(false);
  await hand.openFile('change.md');
  await hand.command('Markdown: Open Preview to the Side');
  await hand.inside('p.umtopo-route img').nth(1).waitFor();
  const [group] = await page.locator('.editor-group-container').all();
  const box = await group?.boundingBox();
  await hand.drag('vertical', (box?.x ?? 0) + (box?.width ?? 0), -320);
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} text
 */
function lineOf(folder, file, text) {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}
