import { env, Uri, window, workspace } from 'vscode';
import type { FromPanel } from '../../webview/messages';
import { fromBase64 } from '../base64';
import { say } from '../say';

/** Asks where a picture is to be saved, beside its deployment unless said otherwise, and writes it. */
export async function savePicture(
  { name, format, content }: Extract<FromPanel, { type: 'save' }>,
  document: Uri,
): Promise<void> {
  const folder = workspace.getWorkspaceFolder(document)?.uri ?? workspace.workspaceFolders?.[0]?.uri;
  const file = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.${format}`) }),
    filters: format === 'svg' ? { 'SVG picture': ['svg'] } : { 'PNG picture': ['png'] },
    title: 'Save the picture',
  });
  if (!file) return;
  try {
    await workspace.fs.writeFile(file, format === 'svg' ? new TextEncoder().encode(content) : fromBase64(content));
    window.setStatusBarMessage(`Saved ${workspace.asRelativePath(file)}`, 5000);
  } catch (error) {
    void say.error(`${workspace.asRelativePath(file)} cannot be written.`, error);
  }
}

export async function copyText(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage('Copied as Mermaid', 5000);
}
