import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { failThenMend } from '../lib/failThenMend';
import { useWorkbench } from '../lib/useWorkbench';

const workbench = useWorkbench({ example: 'mixed', settings: { 'files.autoSave': 'off' } });

// Before anything is searched for: later the search still knows the files of before.
beforeAll(() => {
  writeFileSync(
    join(workbench().folder, 'change.md'),
    '# Change\n\n```umtopo-route\ncarol@contoso.com\n```\n\n```umtopo-route\ncarol@contoso.com after Pilot\n```\n\n```umtopo-route\n<b>nobody</b>@contoso.com\n```\n',
  );
});

/** The view "UM Topology", with the room of the files. */
async function topology(): Promise<Locator> {
  const { page } = workbench();
  const pane = (title: string) => page.locator('.pane', { has: page.locator('.pane-header', { hasText: title }) });
  const toggle = async (title: string, open: boolean) => {
    const header = pane(title).locator('.pane-header').first();
    if ((await header.getAttribute('aria-expanded')) !== String(open)) await header.click();
  };
  await toggle('UM Topology', true);
  await toggle('mixed', false);
  return pane('UM Topology').locator('.monaco-list-row');
}

it('opens a folder and shows a topology in its language', async () => {
  await workbench().openFile('users.umtopo');
  await workbench().page.locator('.statusbar-item', { hasText: 'UM Topology' }).first().waitFor();
  expect((await workbench().visibleText()).trim()).not.toBe('');
  await workbench().screenshot('open');
});

describe('the tree in the Explorer', () => {
  it('is opened by keyboard, says what stands there, and leads to the text', async () => {
    const { page } = workbench();
    await workbench().openFile('users.umtopo');
    const rows = await topology();
    const row = (text: string) => rows.filter({ hasText: text });
    await row('Groups of Users').click();
    await page.keyboard.press('ArrowRight');
    await row('Finance').waitFor();
    expect(await row('Groups of Users').getAttribute('aria-label')).toBe('Groups of Users, 4 · 16 users');
    await row('Plant').click();
    await page.locator('.statusbar-item', { hasText: 'Ln 13,' }).waitFor();
  });

  it('shows where the cursor stands', async () => {
    const { page } = workbench();
    await workbench().openFile('sites.umtopo');
    await workbench().goTo(18, 8);
    await workbench().command('Reveal in UM Topology View');
    await page.locator('.pane .monaco-list-row.focused', { hasText: 'edge01.contoso.com' }).waitFor();
  });

  it('follows the text: what is typed stands in it, with its problems', async () => {
    const { page } = workbench();
    const rows = await topology();
    await workbench().openFile('users.umtopo');
    await workbench().press('Control+End');
    await workbench().type('users Later { policy Nowhere ');
    const later = rows.filter({ hasText: 'Later' });
    await later.waitFor();
    await page.keyboard.type('}');
    await later.locator('.monaco-icon-label-iconpath, .monaco-icon-label').first().waitFor();
    await workbench().until('a decoration', async () => /1 error/.test((await later.getAttribute('aria-label')) ?? ''));
    await workbench().command('File: Revert File');
    await later.waitFor({ state: 'detached' });
  });
});

describe('a block in Markdown', () => {
  it('shows the route as a picture, and follows the text', async () => {
    await workbench().openFile('change.md');
    await workbench().command('Markdown: Open Preview to the Side');
    const frame = await workbench().webview('p.umtopo-route img');
    const pictures = () =>
      frame
        .locator('p.umtopo-route img')
        .evaluateAll((images) =>
          images.map((image) => [image.getAttribute('alt'), (image as HTMLImageElement).naturalWidth > 600]),
        );
    const carol = 'carol@contoso.com does not answer';
    await workbench().until('both pictures', async () => (await pictures()).every(([, drawn]) => drawn === true));
    expect(await pictures()).toEqual([
      [`${carol}: local UM, dial plan Redmond`, true],
      [`${carol}: hosted voice mail at ExchangeOnline (exap.um.outlook.com)`, true],
    ]);
    expect(await frame.locator('p.umtopo-route em').textContent()).toBe(
      'There is no user and no contact <b>nobody</b>@contoso.com',
    );
    expect(await frame.locator('p.umtopo-route b').count()).toBe(0);

    // By the mouse: while its frame is exchanged, the preview takes keys that are meant for the page.
    await workbench().page.locator('.editor-group-container').first().locator('.view-line').first().click();
    await workbench().openFile('users.umtopo');
    await workbench().goTo(17, 1);
    await workbench().press('Control+Shift+K');
    // The preview draws itself anew, in a new frame.
    await workbench().webview('p.umtopo-route em:has-text("There is no user and no contact carol@contoso.com")');
    await workbench().command('File: Revert File');
    await workbench().webview(`p.umtopo-route img[alt^="${carol}"]`);
  });
});

describe('the Test Explorer', () => {
  it('fails an expectation with its route, leads to the line that decides, and turns green when it is mended', () =>
    failThenMend(workbench()));
});
