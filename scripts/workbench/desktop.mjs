import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { findOnPath } from '../lib/processes.mjs';
import { cacheFolder, root } from '../lib/project.mjs';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** On Linux the workbench serves where there is no desktop VS Code; elsewhere one is downloaded. */
export const canDownloadDesktop = process.platform === 'darwin' || process.platform === 'win32';

/** Where downloads of VS Code are kept. */
export const desktopCache = join(cacheFolder, 'vscode');

/** The command line of a desktop VS Code that can show a window here. */
export function findDesktop() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  // In a terminal of a remote VS Code, "code" only hands files to the window that it belongs to.
  if (!hasDisplay || process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  return findOnPath('code', 'code-insiders');
}

/** The program itself, as the tests need it: the command "code" does not wait for their exit code. */
export function findDesktopExecutable() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const command = findDesktop();
  if (!command || process.platform !== 'linux') return undefined;
  const script = realpathSync(command);
  const program = join(dirname(dirname(script)), basename(script));
  return existsSync(program) ? program : undefined;
}

/**
 * Opens a window with the extension, as it was built last, and waits until it is closed.
 * @param {string} folder
 * @param {(message: string) => void} progress
 * @returns {Promise<void>}
 */
export async function openDesktop(folder, progress) {
  const program = findDesktop() ?? (await download(progress));
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, folder];
  // Windows starts the command "code.cmd" only by its shell, which takes the arguments as one text.
  const shell = /\.(cmd|bat)$/i.test(program);
  const quote = (/** @type {string} */ text) => (shell ? `"${text}"` : text);
  const child = spawn(quote(program), args.map(quote), { stdio: 'inherit', shell });
  await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}

/** @param {(message: string) => void} progress */
async function download(progress) {
  progress('Downloading VS Code, once …');
  return downloadAndUnzipVSCode({ cachePath: desktopCache });
}
