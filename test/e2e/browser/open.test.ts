import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useWorkbench } from '../lib/useWorkbench';

const workbench = useWorkbench({ example: 'mixed' });

it('opens a folder and shows a topology in its language', async () => {
  const file = readdirSync(workbench().folder).find((name) => name.endsWith('.umtopo'));
  await workbench().openFile(file ?? 'a .umtopo file in examples/mixed');
  await workbench().page.locator('.statusbar-item', { hasText: 'UM Topology' }).first().waitFor();
  expect((await workbench().visibleText()).trim()).not.toBe('');
  await workbench().screenshot('open');
});
