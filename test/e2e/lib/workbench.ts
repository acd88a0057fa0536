import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Browser, chromium, type Frame, type Locator, type Page } from 'playwright-core';
import { root } from '../../../scripts/lib/project.mjs';
import { copyExamples, temporaryFolder } from '../../../scripts/tests/workspace.mjs';
import { chromiumFlags, ensureChromium } from '../../../scripts/workbench/chromium.mjs';
import { installWorkbench } from '../../../scripts/workbench/install.mjs';
import { createProfile, linkExtension, startServer, type WorkbenchServer } from '../../../scripts/workbench/server.mjs';

/** Far longer than a run of all browser tests; ends a server that a test forgot. */
const timeLimitMs = 15 * 60 * 1000;

const artifacts = join(root, 'test', 'e2e', 'artifacts');

export interface LaunchOptions {
  /** The folder to open, of those in `examples`; all of them where it is left out. */
  readonly example?: string;
  /** User settings, in addition to those that keep the page quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly size?: { readonly width: number; readonly height: number };
}

/** A squiggle in the editor, by the severity that VS Code draws it with. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/**
 * A real VS Code in a page, with the extension and a copy of the examples. Every method waits for what the page shows,
 * never for a time; what does not come fails with a screenshot in `test/e2e/artifacts`.
 */
export class Workbench {
  private constructor(
    private readonly server: WorkbenchServer,
    private readonly browser: Browser,
    readonly page: Page,
    /** The folder that is open: files may be read and written there. */
    readonly folder: string,
  ) {}

  static async launch({ example, settings = {}, size = { width: 1400, height: 900 } }: LaunchOptions = {}) {
    const program = await installWorkbench(console.log);
    const executablePath = await ensureChromium(console.log);
    const profile = createProfile(temporaryFolder('workbench'), settings);
    linkExtension(profile);
    const server = await startServer({ program, profile, timeLimitMs });
    const browser = await chromium.launch({ executablePath, args: chromiumFlags });
    const page = await browser.newPage({ viewport: size });
    page.setDefaultTimeout(20_000);
    const workbench = new Workbench(server, browser, page, join(copyExamples(), example ?? ''));
    await workbench.open();
    return workbench;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }

  /** Opens or reloads the page, and waits for the files of the folder. */
  async open(): Promise<void> {
    await this.page.goto(this.server.address(this.folder));
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** @param file relative to the folder, with `/` */
  async openFile(file: string): Promise<void> {
    const name = file.slice(file.lastIndexOf('/') + 1);
    await this.page.keyboard.press('Control+P');
    await this.choose(file, name);
    await this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`).waitFor();
    await this.line().waitFor();
  }

  /** Runs a command by its title, as the command palette shows it. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.choose(`>${title}`, title);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Types into the quick input that has just been asked for, and takes the entry that has `text`. */
  async choose(query: string, text: string): Promise<void> {
    await this.quickInput().fill(query);
    // By a click and not by Enter: the first entry is not always the one that matches exactly.
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
  }

  quickInput(): Locator {
    return this.page.locator('.quick-input-widget input');
  }

  /** Puts the cursor there; both count from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.quickInput().fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Types as a user does, key by key, where the cursor is. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** A line of the active editor, of those that are on the screen; with `text`, the first that has it. */
  line(text?: string): Locator {
    const lines = this.page.locator('.editor-group-container.active .editor-instance .view-lines .view-line');
    return (text === undefined ? lines : lines.filter({ hasText: inEditor(text) })).first();
  }

  /** The text on the screen, its lines from top to bottom. */
  async visibleText(): Promise<string> {
    const lines = await this.page
      .locator('.editor-group-container.active .editor-instance .view-lines .view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  squiggles(severity: Severity): Locator {
    return this.page.locator(`.editor-group-container.active .squiggly-${severity}`);
  }

  /** Waits until the editor shows that many squiggles. */
  async waitForSquiggles(severity: Severity, count: number): Promise<void> {
    await this.until(`${count} squiggles of severity ${severity}`, async () => {
      return (await this.squiggles(severity).count()) === count;
    });
  }

  /** Opens the Problems panel. Its rows are the files and their problems. */
  async problems(): Promise<Locator> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    return panel.locator('.monaco-list-row');
  }

  async suggestions(): Promise<Locator> {
    await this.page.keyboard.press('Control+Space');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return rows;
  }

  /** The hover at the cursor. */
  async hover(): Promise<Locator> {
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+I');
    const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-row').first();
    await hover.waitFor();
    return hover;
  }

  /** Applies the quick fix of this title, at the cursor. */
  async quickFix(title: string): Promise<void> {
    await this.page.keyboard.press('Control+.');
    const action = this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
    await action.waitFor();
    await action.click();
    await action.waitFor({ state: 'hidden' });
  }

  /** The frame inside a webview that has an element for `selector`; webviews sit two frames deep. */
  async webview(selector: string): Promise<Frame> {
    let found: Frame | undefined;
    await this.until(`a webview with ${selector}`, async () => {
      for (const frame of this.page.frames()) {
        // A frame may be gone by now; then its successor is looked at the next time.
        const count = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (frame !== this.page.mainFrame() && count > 0) found = frame;
      }
      return found !== undefined;
    });
    return found as Frame;
  }

  /** @returns the file, in `test/e2e/artifacts` */
  async screenshot(name: string): Promise<string> {
    mkdirSync(artifacts, { recursive: true });
    const path = join(artifacts, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /**
   * Waits until `condition` holds, looking each time the page has drawn a frame.
   * @throws with `what` and a screenshot, when it does not within the page's time limit
   */
  async until(what: string, condition: () => Promise<boolean>, timeoutMs = 20_000): Promise<void> {
    const end = performance.now() + timeoutMs;
    while (!(await condition())) {
      if (performance.now() > end) {
        const picture = await this.screenshot(`missing-${what.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`);
        throw new Error(`The workbench did not show ${what}. It looked like ${relative(root, picture)}.`);
      }
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }
}

/** The editor draws blanks as no-break spaces. */
function inEditor(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/[ \u00a0]/g, '[ \\u00a0]'));
}
