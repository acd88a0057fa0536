import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { source as axe } from 'axe-core';
import type { Frame } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { setTheme } from '../lib/theme';
import { useWorkbench } from '../lib/useWorkbench';

const workbench = useWorkbench({ example: 'mixed', size: { width: 1600, height: 1000 } });
let frame: Frame;

/** The preview beside a file, asked about a call, and the call as a ladder. */
beforeAll(async () => {
  await workbench().openFile('users.umtopo');
  await workbench().command('UM Topology: Open Routing Preview to the Side');
  frame = await workbench().webview('.node');
  await frame.locator('#ask').fill('carol');
  await frame.locator('#ask-list [role=option]', { hasText: 'carol@contoso.com' }).first().click();
  await frame.getByRole('button', { name: 'Show the call as a ladder' }).click();
  await frame.locator('.ladder h2', { hasText: 'carol@contoso.com does not answer' }).waitFor();
});

describe('the ladder in the preview', () => {
  it('shows the messages of the call that was asked about, as a picture and as rows', async () => {
    const methods = await frame.locator('.ladder svg .message .method').allTextContents();
    expect(methods.filter((method) => /INVITE|302|NOTIFY/.test(method))).toEqual([
      'INVITE',
      'INVITE',
      'INVITE',
      '302 Moved Temporarily',
      'INVITE',
      '302 Moved Temporarily',
      'INVITE',
      'NOTIFY',
      'NOTIFY',
    ]);
    const rows = await frame.locator('.ladder table.steps tbody th').allTextContents();
    expect(rows).toContainEqual(expect.stringContaining('302 Moved Temporarily to ex01.contoso.com:5066'));
  });

  it('breaks no rule of accessibility, in light, dark and high contrast', async () => {
    await frame.evaluate(axe);
    for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast']) {
      await setTheme(workbench().folder, frame, theme);
      const found = await frame.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(within: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run('main');
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(found, theme).toEqual([]);
      await workbench().screenshot(`ladder-${theme.replaceAll(' ', '-').toLowerCase()}`);
    }
  });

  it('is zoomed by buttons, keys and a pinch, and fits again', async () => {
    const ladder = frame.locator('.ladder');
    const size = () => ladder.locator('svg.heads').evaluate((heads) => heads.getBoundingClientRect().width);
    const first = await size();
    await frame.getByRole('button', { name: 'Zoom in' }).click();
    expect(await size()).toBeCloseTo(first * 1.2, 0);
    await ladder.focus();
    await workbench().press('-', '-');
    expect(await size()).toBeCloseTo(first / 1.2, 0);
    await ladder.dispatchEvent('wheel', { deltaY: -40, ctrlKey: true, clientX: 200, clientY: 300 });
    expect(await size()).toBeCloseTo(first, 0);
    await workbench().press('+', '+', '+', '0');
    expect(await size()).toBeLessThanOrEqual(await ladder.evaluate((element) => element.clientWidth));
  });

  it('leads from a server to its line', async () => {
    await frame.locator('.ladder svg.heads .head', { hasText: 'UM Call Router' }).click();
    await workbench().page.locator('.tab.active[data-resource-name="exchange.umtopo"]').waitFor();
  });

  it('is another one for another event', async () => {
    await frame.getByRole('combobox', { name: 'What happens to the call' }).selectOption('missedCall');
    await frame.locator('.ladder h2', { hasText: 'misses a call' }).waitFor();
    expect(await frame.locator('.ladder svg .message.undocumented').count()).toBeGreaterThan(2);
  });
});

describe('pictures leave the preview', () => {
  async function take(title: string): Promise<void> {
    await frame.getByRole('button', { name: 'Save or copy the picture' }).click();
    await frame.getByRole('menuitem', { name: title }).click();
  }

  async function saved(title: string, name: string): Promise<Buffer> {
    await take(title);
    await workbench().page.locator('.quick-input-widget', { hasText: 'Save the picture' }).waitFor();
    // The dialog reads the folder first; Enter before that is lost.
    await workbench().until(`the name ${name}`, async () =>
      (await workbench().quickInput().inputValue()).endsWith(name),
    );
    await workbench().press('Enter');
    const file = join(workbench().folder, name);
    await workbench().until(`the file ${name}`, async () => existsSync(file) && readFileSync(file).length > 0);
    return readFileSync(file);
  }

  it('as SVG that stands alone', async () => {
    const svg = await saved('Save as SVG…', 'carol@contoso.com-missedCall.svg');
    expect(svg.toString()).toMatch(/^<svg [\s\S]*prefers-color-scheme[\s\S]*<\/svg>\n$/);
  });

  it('as PNG at twice the resolution of the screen', async () => {
    const svg = readFileSync(join(workbench().folder, 'carol@contoso.com-missedCall.svg'), 'utf8');
    const png = await saved('Save as PNG…', 'carol@contoso.com-missedCall.png');
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
  });

  it('as Mermaid, by the clipboard', async () => {
    await take('Copy as Mermaid');
    await workbench().page.locator('.statusbar-item', { hasText: 'Copied as Mermaid' }).waitFor();
    await workbench().command('File: New Untitled Text File');
    await workbench().press('Control+V');
    await workbench().line('sequenceDiagram').waitFor();
  });
});
