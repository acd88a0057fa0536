import { commands, type Disposable, env, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ExportConflictsParams,
  type ExportConflictsResult,
  type ExportParams,
  type ExportResult,
  exportConflictsRequest,
  exportRequest,
} from '../../../server/src/lsp/protocol';
import { fromBase64 } from '../base64';
import { asUri, chooseDeployment } from '../chooseDeployment';
import type { Deployments } from '../deployments';
import { say } from '../say';
import { type OutputFile, readText, standingAt, writeFiles } from '../writeFiles';

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

async function exportTo(client: BaseLanguageClient, uri: Uri, folder: Uri): Promise<readonly Uri[] | undefined> {
  const progress = { location: ProgressLocation.Notification, title: 'Exporting', cancellable: true };
  const manifest = await readText(Uri.joinPath(folder, 'manifest.json'));
  const stood = manifest === undefined ? {} : { manifest };
  const result = await window.withProgress(progress, (_, token) => {
    const params: ExportParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) }, ...stood };
    return client.sendRequest<ExportResult>(exportRequest, params, token);
  });
  if ('refused' in result) {
    // Not awaited: who waits for the command is answered whether or not the message is.
    void refuse(result.refused);
    return undefined;
  }
  const written = result.files.map(({ path, sha256 }) => ({ path, sha256 }));
  const paths = new Set([...written.map(({ path }) => path), ...result.earlier]);
  const params: ExportConflictsParams = { ...stood, standing: await standingAt(folder, [...paths]), written };
  const judged = await client.sendRequest<ExportConflictsResult>(exportConflictsRequest, params);
  if (!(await mayReplace(judged.conflicts, folder))) return undefined;
  const files = result.files.map(({ path, content }): OutputFile => ({ path, bytes: fromBase64(content) }));
  const uris = await window.withProgress({ ...progress, cancellable: false }, () =>
    writeFiles(files, judged.remove, folder),
  );
  void announce(uris, judged, folder);
  return uris;
}

async function refuse(reason: string): Promise<void> {
  const choice = await window.showErrorMessage(reason, 'Show Problems');
  if (choice) await commands.executeCommand('workbench.actions.view.problems');
}

type Conflicts = ExportConflictsResult['conflicts'];

/** Files of an earlier export that nobody touched are replaced without a question. */
async function mayReplace(conflicts: Conflicts, folder: Uri): Promise<boolean> {
  if (conflicts.length === 0) return true;
  const blocked = conflicts.filter((conflict) => conflict.blocked);
  const detail = listed(blocked.length > 0 ? blocked : conflicts);
  if (blocked.length > 0) {
    void window.showErrorMessage(`Nothing was exported to ${folder.path}: choose another folder. ${detail}`);
    return false;
  }
  const message = `The export would replace ${conflicts.length === 1 ? 'a file' : `${conflicts.length} files`} in ${folder.path} that ${conflicts.length === 1 ? 'is' : 'are'} not as an export left ${conflicts.length === 1 ? 'it' : 'them'}.`;
  return (await window.showWarningMessage(message, { modal: true, detail }, 'Replace')) === 'Replace';
}

const LISTED = 8;

function listed(conflicts: Conflicts): string {
  const lines = conflicts.slice(0, LISTED).map(({ path, reason }) => `${path} ${reason}.`);
  const more = conflicts.length - LISTED;
  return [...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join('\n');
}

async function announce(written: readonly Uri[], judged: ExportConflictsResult, folder: Uri): Promise<void> {
  const readme = written.find(({ path }) => path === Uri.joinPath(folder, 'README.md').path);
  const { remove, keep } = judged;
  const message = [
    `Exported ${written.length} files to ${folder.path}.`,
    ...(remove.length > 0 ? [`Removed ${remove.length} of an earlier export.`] : []),
    ...(keep.length > 0
      ? [`Kept, though it is of an earlier export, because it was changed: ${keep.join(', ')}.`]
      : []),
  ].join(' ');
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
