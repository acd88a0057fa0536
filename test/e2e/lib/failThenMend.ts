import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fabrikam, lineOf } from './fabrikam';
import type { Workbench } from './workbench';

/** An expectation fails with its route, leads to the line that decides, and turns green when it is mended. Continuous runs are on afterwards. */
export async function failThenMend(workbench: Workbench): Promise<void> {
  const folder = join(workbench.folder, 'fabrikam-tests');
  mkdirSync(folder);
  writeFileSync(join(folder, 'fabrikam.umtopo'), fabrikam.replace('enabled true\n', 'enabled false\n'));
  writeFileSync(join(folder, 'tests.umtopo'), 'expect every user reaches ExchangeOnline\n');
  const { page } = workbench;
  const activeEditor = page.locator('.editor-group-container.active');
  const gutter = (icon: string) => activeEditor.locator(`.codicon-testing-${icon}`).first();
  await workbench.openFile('fabrikam-tests/fabrikam.umtopo');
  await workbench.openFile('fabrikam-tests/tests.umtopo');
  await gutter('run-icon').waitFor();

  // Run All Tests.
  await workbench.press('Control+;', 'a');
  await gutter('failed-icon').click({ button: 'right' });
  // By Enter: a menu that has just opened takes no click.
  await page.locator('.monaco-menu .action-item', { hasText: 'Peek Error' }).hover();
  await page.locator('.monaco-menu .action-item.focused', { hasText: 'Peek Error' }).waitFor();
  await workbench.press('Enter');
  await activeEditor.locator('.tab.active[data-resource-name="fabrikam.umtopo"]').waitFor();
  await page.locator('.statusbar-item', { hasText: `Ln ${lineOf('enabled true')}, Col` }).waitFor();
  const message = page.locator('.zone-widget .test-output-peek-message-container').first();
  await message.getByText('The call to alice@fabrikam.com (and 1 more of 2 calls) is lost').waitFor();
  expect(await message.innerText()).toContain('Expected: expect every user reaches ExchangeOnline');
  await message
    .getByRole('link', { name: /^fabrikam\.umtopo:\d+$/ })
    .first()
    .waitFor();

  await workbench.press('Escape');
  await workbench.command('Test: Start Continuous Run');
  await workbench.openFile('fabrikam-tests/tests.umtopo');
  await gutter('failed-icon').waitFor();
  await workbench.openFile('fabrikam-tests/fabrikam.umtopo');
  await workbench.goTo(lineOf('enabled true'), '  enabled '.length + 1);
  await workbench.press('Shift+End');
  await workbench.type('true');
  await workbench.openFile('fabrikam-tests/tests.umtopo');
  await gutter('passed-icon').waitFor();
}
