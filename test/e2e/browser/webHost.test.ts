import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fabrikam } from '../lib/fabrikam';
import { useWorkbench } from '../lib/useWorkbench';

/** As in a browser without a server: extension and language server are web workers, which get files from VS Code. */
const workbench = useWorkbench({
  example: 'mixed',
  settings: { 'remote.extensionKind': { 'um-topology.um-topology': ['web'] } },
});

it('diagnoses and draws in the web worker extension host', async () => {
  const folder = join(workbench().folder, 'fabrikam');
  mkdirSync(folder);
  writeFileSync(join(folder, 'fabrikam.umtopo'), fabrikam);
  const more = 'users More {\n  pool pool01.fabrikam.com\n  carol@fabrikam.com  lime +14255550163\n}\n';
  writeFileSync(join(folder, 'more.umtopo'), more);
  await workbench().openFile('fabrikam/more.umtopo');
  await workbench().squiggles('error').first().waitFor();
  await workbench().command('UM Topology: Open Routing Preview to the Side');
  const frame = await workbench().webview('.node');
  await frame.locator('h1', { hasText: 'Fabrikam' }).waitFor();
  // Two of them stand in the file that is not open: the server had to ask for it.
  expect(await frame.locator('.summary').textContent()).toContain('3 users');
  expect(workbench().page.workers().length).toBeGreaterThan(1);
});
