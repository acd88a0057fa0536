import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { source as axe } from 'axe-core';
import type { Frame } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { fabrikam, lineOf } from '../lib/fabrikam';
import { useWorkbench } from '../lib/useWorkbench';

const workbench = useWorkbench({
  example: 'mixed',
  size: { width: 1600, height: 900 },
  // A closed editor asks nothing.
  settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 1 },
});
let frame: Frame;
let tests = 0;

/** Each test has a topology of its own, and its preview beside it. */
beforeEach(async () => {
  tests++;
  const folder = join(workbench().folder, `fabrikam-${tests}`);
  mkdirSync(folder);
  writeFileSync(join(folder, `main-${tests}.umtopo`), fabrikam);
  await workbench().command('View: Close All Editors');
  await workbench().openFile(`fabrikam-${tests}/main-${tests}.umtopo`);
  await openPreview();
  frame = await workbench().webview('.node');
  await frame.locator('h1', { hasText: 'Fabrikam' }).waitFor();
});

/** By the button. VS Code draws the buttons anew when what they depend on changes: a click just then meets nothing, as a user's would. */
async function openPreview(): Promise<void> {
  const { page } = workbench();
  const button = page.locator('.editor-actions .action-label[aria-label*="Open Routing Preview"]').first();
  await workbench().until('the tab of the preview', async () => {
    if ((await page.locator('.tab[aria-label^="Routing"]').count()) > 0) return true;
    await button.click();
    return false;
  });
}

/** Where the nodes stand. */
function places(): Promise<(string | null)[]> {
  return frame
    .locator('.node')
    .evaluateAll((nodes) => nodes.map((node) => `${node.getAttribute('data-id')} ${node.getAttribute('transform')}`));
}

async function cursorIsOn(line: number): Promise<void> {
  await workbench()
    .page.locator('.statusbar-item', { hasText: `Ln ${line},` })
    .waitFor();
}

describe('the preview', () => {
  it('draws where unanswered calls go, beside the editor', async () => {
    expect(await frame.locator('.node .name').allTextContents()).toEqual(
      expect.arrayContaining(['PSTN', 'pool01', 'ExUM', 'Routing', 'edge01', 'ExchangeOnline', 'fabrikam']),
    );
    expect(await frame.locator('.summary').textContent()).toBe('2 users');
    await workbench().line('deployment Fabrikam').waitFor();
    await workbench().screenshot('preview');
  });

  it('follows what is typed, and moves nothing', async () => {
    const before = await places();
    await workbench().goTo(lineOf('bob@'), 200);
    await workbench().press('Enter');
    await workbench().type('carol@fabrikam.com');
    await frame.locator('.summary', { hasText: '3 users' }).waitFor();
    await frame.locator('.label .count', { hasText: '3' }).first().waitFor();
    expect(await places()).toEqual(before);
  });

  it('stays as it was while the text is broken', async () => {
    const before = await places();
    await workbench().goTo(lineOf('hostedVoicemailPolicy'), 1);
    await workbench().type('site "');
    await workbench().squiggles('error').first().waitFor();
    expect(await places()).toEqual(expect.arrayContaining(before.slice(0, 3)));
    expect(await frame.locator('.node').count()).toBeGreaterThan(3);
  });

  it('goes to the source of what is clicked', async () => {
    await frame.locator('.node', { hasText: 'ExchangeOnline' }).click();
    await cursorIsOn(lineOf('hostingProvider ExchangeOnline'));
    await frame.locator('.node', { hasText: 'edge01' }).click();
    await cursorIsOn(lineOf('pool edge01'));
  });

  it('can be used by keyboard alone', async () => {
    await frame.locator('.stage').focus();
    await workbench().press('Tab');
    const focused = () => frame.evaluate(() => document.activeElement?.getAttribute('aria-description') ?? '');
    expect(await focused()).toContain('PSTN');
    await workbench().press('ArrowRight');
    expect(await focused()).toContain('pool01.fabrikam.com');
    await workbench().press('Enter');
    await cursorIsOn(lineOf('pool pool01'));
  });

  it('shows the same as a table, and remembers that over a reload', async () => {
    await frame.locator('button[aria-label="Show as a table"]').click();
    const row = frame.locator('tbody tr', { hasText: 'pool01.fabrikam.com' }).first();
    expect(await row.locator('.number').textContent()).toBe('2');
    await frame.locator('tbody button', { hasText: /^ExchangeOnline$/ }).click();
    await cursorIsOn(lineOf('hostingProvider ExchangeOnline'));

    // By the command, which gives VS Code the time to keep what is open.
    const reloaded = workbench().page.waitForEvent('load');
    await workbench().press('F1');
    await workbench().choose('>Developer: Reload Window', 'Developer: Reload Window');
    await reloaded;
    frame = await workbench().webview('tbody tr');
    await frame.locator('h1', { hasText: 'Fabrikam' }).waitFor();
    expect(await frame.locator('.stage').isHidden()).toBe(true);
    await frame.locator('button[aria-label="Show as a table"]').click();
    await frame.locator('.stage').waitFor();
  });

  it('zooms by buttons, wheel and keys, and fits again', async () => {
    const scale = () => frame.locator('.umtopo').evaluate((drawing) => drawing.getBoundingClientRect().width);
    await frame.locator('button[aria-label^="Fit"]').click();
    const fitted = await scale();
    await frame.locator('button[aria-label^="Zoom in"]').click();
    expect(await scale()).toBeGreaterThan(fitted);
    await frame.locator('.stage').focus();
    await workbench().press('0');
    expect(await scale()).toBeCloseTo(fitted, 0);
    await frame.locator('.stage').dispatchEvent('wheel', { deltaY: -100, clientX: 100, clientY: 100 });
    expect(await scale()).toBeGreaterThan(fitted);
  });

  it.each(['Default Dark Modern', 'Default Light Modern', 'Default High Contrast', 'Default High Contrast Light'])(
    'breaks no rule of accessibility in %s',
    async (theme) => {
      await setTheme(theme);
      await workbench().screenshot(`preview-${theme.replaceAll(' ', '-').toLowerCase()}`);
      await frame.evaluate(axe);
      for (const view of ['picture', 'table']) {
        const violations = await frame.evaluate(() => {
          const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
          return axe.run().then((result) => result.violations.map(({ id }) => id));
        });
        expect(violations, view).toEqual([]);
        await frame.locator('button[aria-label="Show as a table"]').click();
      }
    },
  );
});

describe('export', () => {
  it('writes the validated configuration into a folder that is chosen', async () => {
    await workbench().press('F1');
    await workbench().choose('>UM Topology: Export', 'UM Topology: Export Deployment…');
    await workbench().page.locator('.quick-input-title', { hasText: 'Export the Deployment' }).waitFor();
    const target = join(workbench().folder, 'exported');
    mkdirSync(target, { recursive: true });
    // The dialog opens on the workspace's folder; what is typed before it does so is lost.
    await workbench().until('the folder in the dialog', async () => {
      return (await workbench().quickInput().inputValue()) === `${workbench().folder}/`;
    });
    await workbench().quickInput().fill(`${target}/`);
    await workbench().page.locator('.quick-input-widget .monaco-button', { hasText: 'Export Here' }).click();
    await workbench()
      .page.locator('.notification-list-item', { hasText: /Exported \d+ files/ })
      .waitFor();
    const files = readdirSync(target, { recursive: true }).map(String);
    expect(files).toContain(join('powershell', '10-lync.ps1'));
    expect(readdirSync(workbench().folder).filter((name) => name.includes('.umtopo-'))).toEqual([]);
  });
});

/** Changes the theme as the settings do, and waits until the page has it. */
async function setTheme(theme: string): Promise<void> {
  const kind = theme.includes('Contrast Light')
    ? 'vscode-high-contrast-light'
    : theme.includes('Contrast')
      ? 'vscode-high-contrast'
      : theme.includes('Light')
        ? 'vscode-light'
        : 'vscode-dark';
  const settings = join(workbench().folder, '.vscode');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
  await frame.locator(`body.${kind}`).waitFor();
}
