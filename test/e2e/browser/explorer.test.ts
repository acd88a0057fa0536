import { expect, it } from 'vitest';
import { useWorkbench } from '../lib/useWorkbench';

const workbench = useWorkbench({ example: 'mixed' });

it('the tree in the Explorer shows the deployment, follows the text, and leads to it', async () => {
  const { page } = workbench();
  await workbench().openFile('users.umtopo');
  const pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'UM Topology' }) });
  const header = pane.locator('.pane-header');
  if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
  const rows = pane.locator('.monaco-list-row');
  const row = (text: string) => rows.filter({ hasText: text });
  await row('Groups of Users').waitFor();
  await row('Groups of Users').click();
  await page.keyboard.press('ArrowRight');
  await row('Finance').waitFor();
  expect(await row('Finance').textContent()).toContain('users');
  await page.screenshot({ path: '/tmp/ladder-tree.png' });
});
