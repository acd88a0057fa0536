// What a user's hands do in the workbench, for the scenes.

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
export function hands(page) {
  const inside = (/** @type {string} */ selector) =>
    page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator(selector);

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

  return {
    press,
    choose,
    /** An element of the preview's page. */
    inside,

    /** Until the picture lies still, and is drawn sharp. */
    async rest() {
      const layer = inside('.layer[style*="will-change: auto"]');
      await layer.waitFor();
      await layer.evaluate(async (element) => {
        const moving = element.getAnimations({ subtree: true }).filter(({ effect }) => {
          return effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
        });
        await Promise.all(moving.map(({ finished }) => finished));
      });
    },

    /** @param {string} file relative to the folder */
    async openFile(file) {
      const name = file.slice(file.lastIndexOf('/') + 1);
      await press('Control+P');
      await choose(file, name);
      await page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator('.editor-group-container.active .view-line').first().waitFor();
    },

    /** @param {string} title as the command palette shows it */
    async command(title) {
      await press('F1');
      await choose(`>${title}`, title);
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },

    /**
     * @param {number} line
     * @param {number} column
     */
    async goTo(line, column) {
      await press('Control+G');
      await page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
      await press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },

    /** @param {boolean} open */
    async sideBar(open) {
      const bar = page.locator('.part.sidebar');
      if ((await bar.isVisible()) !== open) await press('Control+B');
      await bar.waitFor({ state: open ? 'visible' : 'hidden' });
    },

    /**
     * Opens or closes a view of the side bar.
     * @param {string} title
     * @param {boolean} open
     */
    async pane(title, open) {
      const pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: title }) });
      const header = pane.locator('.pane-header').first();
      if ((await header.getAttribute('aria-expanded')) !== String(open)) await header.click();
      return pane.locator('.monaco-list-row');
    },

    /**
     * Opens the preview and asks it about a call.
     * @param {string} address
     */
    async ask(address) {
      await inside('.node').first().waitFor();
      await inside('#ask').fill(address);
      await inside(`#ask-list [role=option]:has-text("${address}")`).first().click();
    },

    /**
     * Drags the edge of a part.
     * @param {'horizontal' | 'vertical'} direction of the edge
     * @param {number} at its place on the screen
     * @param {number} by pixels
     */
    async drag(direction, at, by) {
      const level = direction === 'horizontal';
      for (const sash of await page.locator(`.monaco-sash.${direction}:not(.disabled)`).all()) {
        const box = await sash.boundingBox();
        if (box === null || Math.abs((level ? box.y : box.x) - at) > 10) continue;
        const [x, y] = [box.x + box.width / 3, box.y + box.height / 2];
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(level ? x : x + by, level ? y + by : y, { steps: 5 });
        await page.mouse.up();
        return;
      }
      throw new Error(`There is no ${direction} edge at ${at} to drag.`);
    },
  };
}
