import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fabrikam, lineOf } from '../lib/fabrikam';
import { failThenMend } from '../lib/failThenMend';
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

it('shows an export beside the topology, and lights what belongs together', async () => {
  mkdirSync(join(workbench().folder, 'live'));
  writeFileSync(join(workbench().folder, 'live/live.umtopo'), fabrikam.replaceAll('Fabrikam', 'Live'));
  const { page } = workbench();
  await workbench().command('View: Close All Editors');
  await workbench().openFile('live/live.umtopo');
  await workbench().press('F1');
  await workbench().choose('>UM Topology: Open Live Export', 'UM Topology: Open Live Export…');
  await workbench().choose('10-lync', '10-lync.ps1');
  const group = (name: string) =>
    page.locator('.editor-group-container', { has: page.locator(`.tab.active[data-resource-name="${name}"]`) });
  const [script, topology] = [group('10-lync.ps1'), group('live.umtopo')];
  await script.locator('.view-line').first().waitFor();
  const lit = (editor: typeof script) => editor.locator('.view-overlays .cdr[class*="TextEditorDecorationType"]');
  /** Texts of the lines that are lit, as far as they are on the screen. */
  const litText = (editor: typeof script) =>
    editor.evaluate((element) => {
      const tops = [...element.querySelectorAll('.view-overlays .cdr[class*="TextEditorDecorationType"]')].map((each) =>
        Math.round(each.getBoundingClientRect().top),
      );
      return [...element.querySelectorAll('.view-lines .view-line')]
        .filter((line) => tops.includes(Math.round(line.getBoundingClientRect().top)))
        .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' '));
    });

  // From the topology to the script, which scrolls there.
  await workbench().goTo(lineOf('enabledSharedAddressSpace'), 3);
  await workbench().until('the step of the provider lit', async () =>
    (await litText(script)).some((text) => text.includes('hosting provider ExchangeOnline')),
  );
  // The script follows what is typed, and what is lit follows with it.
  await workbench().goTo(lineOf('hostingProvider ExchangeOnline'), 'hostingProvider ExchangeOnline'.length + 1);
  await workbench().type('2');
  await workbench().until('the new name in the script', async () =>
    (await litText(script)).some((text) => text.includes('hosting provider ExchangeOnline2')),
  );
  // From the script to the topology.
  await script.locator('.view-line', { hasText: 'ExchangeOnline2' }).first().click();
  await workbench().until('the provider lit', async () =>
    (await litText(topology)).some((text) => text.startsWith('hostingProvider ExchangeOnline2')),
  );
  expect(await lit(script).count()).toBe(0);
  await workbench().screenshot('live-export');
  await workbench().press('F12');
  await topology.locator('.monaco-editor.focused').waitFor();
});

it('fails an expectation with its route, leads to the line that decides, and turns green when it is mended', () =>
  failThenMend(workbench()));
