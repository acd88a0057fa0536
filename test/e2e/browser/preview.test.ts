import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { source as axe } from 'axe-core';
import type { Frame } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fabrikam, lineOf } from '../lib/fabrikam';
import { setTheme as setColourTheme } from '../lib/theme';
import { useWorkbench } from '../lib/useWorkbench';

const workbench = useWorkbench({
  example: 'mixed',
  size: { width: 1600, height: 900 },
  // A closed editor asks nothing.
  settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 1 },
});
let frame: Frame;
let tests = 0;

/** A topology of its own, and its preview beside it. */
async function openFabrikam(): Promise<void> {
  tests++;
  const folder = join(workbench().folder, `fabrikam-${tests}`);
  mkdirSync(folder);
  writeFileSync(join(folder, `main-${tests}.umtopo`), fabrikam);
  await workbench().command('View: Close All Editors');
  await workbench().openFile(`fabrikam-${tests}/main-${tests}.umtopo`);
  await openPreview();
  frame = await workbench().webview('.node');
  await frame.locator('h1', { hasText: 'Fabrikam' }).waitFor();
}

/** The example's own files, which have waves. */
async function openContoso(file: string): Promise<void> {
  await workbench().command('View: Close All Editors');
  await workbench().openFile(file);
  await openPreview();
  frame = await workbench().webview('.node');
  await frame.locator('h1', { hasText: 'Contoso' }).waitFor();
}

/** By the button. VS Code draws the buttons anew when what they depend on changes: a click just then meets nothing, as a user's would. */
async function openPreview(): Promise<void> {
  const { page } = workbench();
  const button = page.locator('.editor-actions .action-label[aria-label*="Open Routing Preview"]').first();
  const tab = page.locator('.tab[aria-label^="Routing"]').first();
  await workbench().until('the tab of the preview', async () => {
    await button.click();
    // A click while the extension starts is kept for later: more of them would show the preview again and again, amid what follows.
    const shown = tab.waitFor({ timeout: 9000 });
    return shown.then(
      () => true,
      () => false,
    );
  });
}

/** Where the nodes stand. */
function places(): Promise<(string | null)[]> {
  return frame
    .locator('.node')
    .evaluateAll((nodes) => nodes.map((node) => `${node.getAttribute('data-id')} ${node.getAttribute('transform')}`));
}

/** VS Code gives it the focus a while after it has opened it. */
async function editorHasFocus(): Promise<void> {
  await workbench().page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

async function cursorIsOn(line: number): Promise<void> {
  await workbench()
    .page.locator('.statusbar-item', { hasText: `Ln ${line},` })
    .waitFor();
}

describe('the preview of a topology', () => {
  beforeAll(openFabrikam);

  it('draws where unanswered calls go, beside the editor', async () => {
    expect(await frame.locator('.node .name').allTextContents()).toEqual(
      expect.arrayContaining(['PSTN', 'pool01', 'ExUM', 'Routing', 'edge01', 'ExchangeOnline', 'fabrikam']),
    );
    expect(await frame.locator('.summary').textContent()).toBe('2 users');
    await workbench().line('deployment Fabrikam').waitFor();
    await workbench().screenshot('preview');
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

  it('goes to the source of what is clicked', async () => {
    await frame.locator('.node', { hasText: 'ExchangeOnline' }).click();
    await cursorIsOn(lineOf('hostingProvider ExchangeOnline'));
    await frame.locator('.node', { hasText: 'edge01' }).click();
    await cursorIsOn(lineOf('pool edge01'));
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

    // Texts are laid out for the size at which they are seen, also when all styles are computed anew.
    await workbench().press('0');
    await frame.locator('.layer[style*="will-change: auto"]').waitFor();
    await workbench().page.emulateMedia({ reducedMotion: 'reduce' });
    const [length, width] = await frame.locator('.caption').evaluateAll(([caption]) => {
      const drawing = (caption as SVGTextElement).ownerSVGElement;
      const scale = (drawing?.getBoundingClientRect().width ?? 0) / Number(drawing?.getAttribute('width'));
      const text = caption as SVGTextElement;
      return [text.getComputedTextLength() * scale, text.getBoundingClientRect().width];
    });
    expect(length).toBeCloseTo(width ?? 0, -1);
    await workbench().page.emulateMedia({ reducedMotion: null });
  });

  it('shows the same as a table, and remembers that over a reload', async () => {
    await frame.locator('button[aria-label="Show as a table"]').click();
    const row = frame.locator('tbody tr', { hasText: 'pool01.fabrikam.com' }).first();
    expect(await row.locator('.number').textContent()).toBe('2');
    await frame.locator('tbody button', { hasText: /^ExchangeOnline$/ }).click();
    await cursorIsOn(lineOf('hostingProvider ExchangeOnline'));

    await reload();
    await frame.locator('h1', { hasText: 'Fabrikam' }).waitFor();
    expect(await frame.locator('.stage').isHidden()).toBe(true);
    await frame.locator('button[aria-label="Show as a table"]').click();
    await frame.locator('.stage').waitFor();
  });
});

describe('the preview of a text that changes', () => {
  beforeEach(openFabrikam);

  it('follows what is typed, and moves nothing', async () => {
    const before = await places();
    await workbench().goTo(lineOf('bob@'), 200);
    await workbench().press('Enter');
    await workbench().type('carol@fabrikam.com');
    await frame.locator('.summary', { hasText: '3 users' }).waitFor();
    await frame.locator('.label .count', { hasText: '3' }).first().waitFor();
    expect(await places()).toEqual(before);
  });

  it('lights up a number that changes, unless less motion is wanted', async () => {
    const users = (count: number) => frame.locator('.summary', { hasText: `${count} users` }).waitFor();
    const lit = () => frame.evaluate(() => (window as unknown as { lit: string[] }).lit.splice(0));
    await frame.evaluate(() => {
      const { animate } = Element.prototype;
      const lit: string[] = [];
      Object.assign(window, { lit });
      Element.prototype.animate = function (...how) {
        lit.push(this.textContent ?? '');
        return animate.apply(this, how);
      };
    });
    await workbench().goTo(lineOf('bob@'), 200);
    await workbench().press('Enter');
    await workbench().type('carol@fabrikam.com');
    await users(3);
    expect(await lit()).toContain('3');
    await workbench().page.emulateMedia({ reducedMotion: 'reduce' });
    await workbench().press('Control+Shift+K');
    await users(2);
    expect(await lit()).toEqual([]);
    await workbench().page.emulateMedia({ reducedMotion: null });
  });

  it('stays as it was while the text is broken', async () => {
    const before = await places();
    await workbench().goTo(lineOf('hostedVoicemailPolicy'), 1);
    await workbench().type('site "');
    await workbench().squiggles('error').first().waitFor();
    expect(await places()).toEqual(expect.arrayContaining(before.slice(0, 3)));
    expect(await frame.locator('.node').count()).toBeGreaterThan(3);
  });

  it('shows the problem of a part, and mends it from there', async () => {
    await workbench().goTo(lineOf('enabled true'), '  enabled '.length + 1);
    await workbench().press('Control+Shift+ArrowRight');
    await workbench().type('false');
    const provider = frame.locator('[data-id="hostingProvider:exchangeonline"]');
    await provider.locator('.badge').waitFor();
    await frame.locator('[data-id^="lost:"].broken').waitFor();
    await provider.focus();
    await workbench().press('Space');
    const details = frame.locator('.details');
    await details.locator('.problem-item', { hasText: 'UM2002' }).waitFor();
    // The editor's hover says the same of it.
    await details.locator('.markdown', { hasText: 'proxyFqdn exap.um.outlook.com' }).waitFor();
    await workbench().screenshot('preview-details');
    await details.locator('.fix').first().click();
    await frame.locator('[data-id^="lost:"]').waitFor({ state: 'detached' });
    expect(await provider.getAttribute('class')).toContain(' ok');
  });
});

describe('the preview of a deployment with waves', () => {
  const stops = () => frame.locator('.stops .name').allTextContents();
  const now = () => frame.locator('.stops .now .name').textContent();
  /** By keyboard. An editor that a step before has opened may take the focus amid the typing: then once more, as a user would. */
  const ask = (of: string) =>
    workbench().until(`the route of ${of}`, async () => {
      const field = frame.locator('#ask');
      const soon = { timeout: 5000 };
      const came = () => true;
      const not = () => false;
      await field.fill('');
      await field.fill(of);
      if (!(await frame.locator('#ask-list li', { hasText: of }).first().waitFor(soon).then(came, not))) return false;
      for (const key of ['ArrowDown', 'Enter']) await field.press(key);
      return frame.locator('.route h2', { hasText: of }).waitFor(soon).then(came, not);
    });

  beforeAll(() => openContoso('users.umtopo'));

  it('lights the route of a call, stop by stop, by keyboard alone', async () => {
    await ask('carol@contoso.com');
    await expect.poll(stops).toEqual(['pool01.contoso.com', 'ExUM Routing', 'Redmond', '2 UM servers', 'OnPrem']);
    expect(await frame.locator('.node.lit').count()).toBe(5 + 3);
    await expect.poll(now).toBe('pool01.contoso.com');
    await workbench().press('ArrowDown', 'ArrowDown');
    await expect.poll(now).toBe('Redmond');
    expect(await frame.locator('.stop-sign.now').textContent()).toBe('3');
    await workbench().press('ArrowUp');
    await expect.poll(now).toBe('ExUM Routing');
    await frame.locator('.stops .now .link').first().click();
    await editorHasFocus();
    await frame.locator('.stops .now .stop').focus();
    await workbench().press('Escape');
    await frame.locator('.route').waitFor({ state: 'hidden' });
    expect(await frame.locator('.node.lit').count()).toBe(0);
    expect(await frame.evaluate(() => document.activeElement?.id)).toBe('ask');
  });

  it('keeps what was typed and who is stepping, whatever else goes on', async () => {
    const field = frame.locator('#ask');
    await field.focus();
    await workbench().type('ca');
    await frame.locator('#ask-list li', { hasText: 'carol@' }).waitFor();
    await workbench().command('View: Focus First Editor Group');
    await editorHasFocus();
    await frame.locator('#ask-list').waitFor({ state: 'hidden' });
    await field.focus();
    await workbench().press('End');
    await workbench().type('ro');
    expect(await field.inputValue()).toBe('caro');
    await frame.locator('#ask-list li', { hasText: 'carol@' }).waitFor();
    await workbench().press('ArrowDown', 'Enter');
    await frame.locator('.route h2', { hasText: 'carol@' }).waitFor();
    await workbench().press('End');
    await expect.poll(now).toBe('OnPrem');

    const file = join(workbench().folder, 'users.umtopo');
    const text = readFileSync(file, 'utf8');
    const summary = (users: number) => frame.locator('.summary', { hasText: `${users} users` }).waitFor();
    writeFileSync(file, text.replace('  dan@', '  zoe@contoso.com  mailbox none\n  dan@'));
    await summary(17);
    expect(await frame.evaluate(() => document.activeElement?.textContent)).toContain('OnPrem');
    writeFileSync(file, text);
    await summary(16);
    await workbench().press('Escape');
  });

  it('lights what the cursor means, of a user the whole route', async () => {
    const lines = readFileSync(join(workbench().folder, 'users.umtopo'), 'utf8').split('\n');
    const cursorTo = async (text: string) => {
      await workbench().command('View: Focus First Editor Group');
      await workbench().goTo(lines.findIndex((line) => line.includes(text)) + 1, 5);
    };
    await cursorTo('alice@contoso.com');
    await frame.locator('.node.here', { hasText: 'ExchangeOnline' }).waitFor();
    expect(await frame.locator('.node.here .name').allTextContents()).toEqual(
      expect.arrayContaining(['pool01', 'edge01', 'ExchangeOnline', 'contoso']),
    );
    await cursorTo('carol@contoso.com');
    await frame.locator('.node.here[data-id^="umDialPlan:"]').waitFor();
    expect(await frame.locator('.node.here', { hasText: 'ExchangeOnline' }).count()).toBe(0);
  });

  it('moves through the waves, and says what each changes', async () => {
    await ask('carol@contoso.com');
    const slider = frame.locator('input[type=range]');
    const box = await slider.boundingBox();
    if (!box) throw new Error('The slider is on the screen.');
    const { mouse } = workbench().page;
    await mouse.move(box.x + 8, box.y + box.height / 2);
    await mouse.down();
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await mouse.up();
    await frame.locator('.changes .amount', { hasText: '2 users' }).waitFor();
    expect(await frame.locator('.changes .before').textContent()).toBe('UM dial plan Redmond');
    await frame.locator('.answer.hosted').waitFor();
    expect(await stops()).toContain('ExchangeOnline');
    await workbench().press('ArrowRight');
    await frame.locator('h2', { hasText: 'What Rest changes' }).waitFor();
    await frame.locator('.changes .link').first().click();
    await frame.locator('.route h2', { hasText: 'erin@contoso.com' }).waitFor();
    await slider.focus();
    await workbench().press('Home');
    await frame.locator('.changes').waitFor({ state: 'hidden' });
  });

  it.each(['Default Dark Modern', 'Default Light Modern', 'Default High Contrast', 'Default High Contrast Light'])(
    'breaks no rule of accessibility in %s',
    async (theme) => {
      await setTheme(theme);
      await ask('dan@contoso.com');
      await frame.locator('select[aria-label="When"]').selectOption('Pilot');
      await frame.locator('.changes .amount').first().waitFor();
      await frame.locator('.stops .stop').nth(2).click();
      await workbench().screenshot(`preview-${theme.replaceAll(' ', '-').toLowerCase()}`);
      await frame.evaluate(axe);
      for (const view of ['graph', 'Show as a table', 'Show the call as a ladder']) {
        const button = frame.locator(`button[aria-label="${view}"]`);
        if (view !== 'graph') await button.click();
        expect(await violations(), view).toEqual([]);
        if (view !== 'graph') await button.click();
      }
    },
  );

  it('is used on a small screen and on a large one', async () => {
    await workbench().command('View: Toggle Primary Side Bar Visibility');
    for (const [name, width, height] of [
      ['320', 760, 900],
      ['4k', 3840, 2160],
    ] as const) {
      await workbench().page.setViewportSize({ width, height });
      await workbench().until('the page in its new size', async () => {
        const inner = await frame.evaluate(() => window.innerWidth);
        return width > 1000 ? inner > 1500 : inner < 400;
      });
      await frame.locator('button[aria-label^="Fit"]').click();
      await workbench().screenshot(`preview-${name}`);
      const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await frame.locator('#ask').isVisible()).toBe(true);
      expect(await frame.locator('.stops .now').isVisible()).toBe(true);
    }
    await workbench().page.setViewportSize({ width: 1600, height: 900 });
  });

  it('is as it was after a reload: view, question, stop, wave, selection', async () => {
    await ask('dan@contoso.com');
    await frame.locator('select[aria-label="When"]').selectOption('Pilot');
    await frame.locator('.answer.hosted').waitFor();
    await frame.locator('.stops .stop').nth(2).click();
    await frame.locator('.stage').focus();
    await workbench().press('+', '+');
    await frame.locator('[data-id="edge:edge01.contoso.com"]').focus();
    const state = () =>
      frame.evaluate(() => ({
        transform: document.querySelector<SVGElement>('.stage .umtopo')?.style.transform,
        asked: document.querySelector<HTMLInputElement>('#ask')?.value,
        stop: document.querySelector('.stops .now .name')?.textContent,
        wave: document.querySelector<HTMLInputElement>('input[type=range]')?.value,
        selected: document.querySelector('.node[tabindex="0"]')?.getAttribute('data-id'),
      }));
    const before = await state();
    expect(before).toMatchObject({ asked: 'dan@contoso.com', wave: '1', selected: 'edge:edge01.contoso.com' });
    await reload();
    await frame.locator('.stops .now').waitFor();
    expect(await state()).toEqual(before);
  });
});

describe('export', () => {
  beforeEach(openFabrikam);

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

/** By the command, which gives VS Code the time to keep what is open. */
async function reload(): Promise<void> {
  const reloaded = workbench().page.waitForEvent('load');
  await workbench().press('F1');
  await workbench().choose('>Developer: Reload Window', 'Developer: Reload Window');
  await reloaded;
  await workbench().page.locator('.tab[aria-label^="Routing"]').waitFor();
  await workbench().webview('.tools');
  frame = await workbench().webview('.node, tbody tr');
}

/** By the rules of WCAG 2.2 AA and good practice, none of them switched off. */
function violations(): Promise<string[]> {
  return frame.evaluate(() => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return axe
      .run({ runOnly })
      .then((result) => result.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200)}`));
  });
}

/** Changes the theme as the settings do, and waits until the page has it. */
function setTheme(theme: string): Promise<void> {
  return setColourTheme(workbench().folder, frame, theme);
}
