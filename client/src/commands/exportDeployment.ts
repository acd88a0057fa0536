import { commands, type Disposable, env, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExportParams, type ExportResult, exportRequest } from '../../../server/src/lsp/protocol';
import { fromBase64 } from '../base64';
import { asUri, chooseDeployment } from '../chooseDeployment';
import type { Deployments } from '../deployments';
import { say } from '../say';
import { existing, type OutputFile, writeFiles } from '../writeFiles';

/**
 * `umtopo.export(document?, folder?)`: asks for a folder and writes the validated configuration there.
 * @returns from the command: the URIs of what was written, or nothing when it was refused or dismissed
 */
export function registerExport(client: BaseLanguageClient, deployments: Deployments): Disposable {
  return commands.registerCommand('umtopo.export', async (document?: unknown, target?: unknown) => {
    const uri = await chooseDeployment(document, deployments);
    if (!uri) return undefined;
    const folder = asUri(target) ?? (await chooseFolder(uri));
    if (!folder) return undefined;
    try {
      return await exportTo(client, uri, folder);
    } catch (error) {
      await say.error('Nothing was exported.', error);
      return undefined;
    }
  });
}

async function chooseFolder(document: Uri): Promise<Uri | undefined> {
  const folder = workspace.getWorkspaceFolder(document)?.uri;
  const chosen = await window.showOpenDialog({
    title: 'Export the Deployment to a Folder',
    openLabel: 'Export Here',
    canSelectFiles: false,
    canSelectFolders: true,
    ...(folder ? { defaultUri: folder } : {}),
  });
  return chosen?.[0];
}

async function exportTo(client: BaseLanguageClient, uri: Uri, folder: Uri): Promise<Uri[] | undefined> {
  const progress = { location: ProgressLocation.Notification, title: 'Exporting', cancellable: true };
  const result = await window.withProgress(progress, (_, token) => {
    const params: ExportParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) } };
    return client.sendRequest<ExportResult>(exportRequest, params, token);
  });
  if ('refused' in result) {
    // Not awaited: who waits for the command is answered whether or not the message is.
    void refuse(result.refused);
    return undefined;
  }
  const files = result.files.map(({ path, content }): OutputFile => ({ path, bytes: fromBase64(content) }));
  const replaced = await existing(files, folder);
  if (replaced.length > 0 && !(await mayReplace(replaced.length, folder))) return undefined;
  const written = await window.withProgress({ ...progress, cancellable: false }, () => writeFiles(files, folder));
  void announce(written, folder);
  return written;
}

async function refuse(reason: string): Promise<void> {
  const choice = await window.showErrorMessage(reason, 'Show Problems');
  if (choice) await commands.executeCommand('workbench.actions.view.problems');
}

async function mayReplace(count: number, folder: Uri): Promise<boolean> {
  const what = count === 1 ? 'One file' : `${count} files`;
  const message = `${what} of an earlier export in ${folder.path} will be replaced.`;
  return (await window.showWarningMessage(message, { modal: true }, 'Replace')) === 'Replace';
}

async function announce(written: readonly Uri[], folder: Uri): Promise<void> {
  const readme = written.find(({ path }) => path === Uri.joinPath(folder, 'README.md').path);
  const message = `Exported ${written.length} files to ${folder.path}.`;
  const choice = await window.showInformationMessage(message, ...(readme ? ['Open README'] : []), 'Reveal');
  if (choice === 'Open README' && readme) await window.showTextDocument(readme);
  if (choice === 'Reveal') await reveal(written[0] ?? folder, folder);
}

async function reveal(file: Uri, folder: Uri): Promise<void> {
  if (workspace.getWorkspaceFolder(folder)) await commands.executeCommand('revealInExplorer', file);
  else if (folder.scheme === 'file' && env.remoteName === undefined)
    await commands.executeCommand('revealFileInOS', file);
  else await window.showTextDocument(file);
}
