import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';

/** Sets the colour theme by the workspace's settings, and waits until a webview has it. */
export async function setTheme(folder: string, frame: Frame, theme: string): Promise<void> {
  const kind = theme.includes('Contrast Light')
    ? 'vscode-high-contrast-light'
    : theme.includes('Contrast')
      ? 'vscode-high-contrast'
      : theme.includes('Light')
        ? 'vscode-light'
        : 'vscode-dark';
  const settings = join(folder, '.vscode');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
  await frame.locator(`body.${kind}`).waitFor();
}
