import { commands, type Disposable, FileType, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type Choice,
  type DeploymentChoices,
  deploymentChoicesRequest,
  type NewDeploymentParams,
  type NewDeploymentResult,
  newDeploymentRequest,
} from '../../../server/src/lsp/protocol';
import { asUri } from '../chooseDeployment';
import { filesBelow } from '../fileAccess';
import { joinInside } from '../joinInside';
import { say } from '../say';
import { writeFiles } from '../writeFiles';

/**
 * `umtopo.newDeployment(folder?, choices?)`: asks what the deployment is to be, writes its files into a folder of its name inside `folder`, and opens the
 * first.
 * @returns from the command: the URIs of what was written, or nothing when it was refused or dismissed
 */
export function registerNewDeployment(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('umtopo.newDeployment', async (argument?: unknown, given?: unknown) => {
    const parent = await folderFor(asUri(argument));
    if (!parent) return undefined;
    try {
      const chosen = isChosen(given) ? given : await choose(client, parent);
      return chosen && (await make(client, parent, chosen));
    } catch (error) {
      // Not awaited: who waits for the command is answered whether or not the message is.
      void say.error('No deployment was made.', error);
      return undefined;
    }
  });
}

function isChosen(given: unknown): given is NewDeploymentParams {
  return typeof given === 'object' && given !== null && 'name' in given && typeof given.name === 'string';
}

/** The folder that the menu was opened on, that of the workspace, or one from a dialog. */
async function folderFor(argument: Uri | undefined): Promise<Uri | undefined> {
  if (argument) return isFolder(argument).then((is) => (is ? argument : Uri.joinPath(argument, '..')));
  const [folder, other] = workspace.workspaceFolders ?? [];
  if (folder && !other) return folder.uri;
  if (other) return (await window.showWorkspaceFolderPick({ placeHolder: 'In which folder?' }))?.uri;
  const title = 'The Folder in Which the Deployment Gets Its Own';
  const chosen = await window.showOpenDialog({ title, canSelectFiles: false, canSelectFolders: true });
  return chosen?.[0];
}

async function isFolder(uri: Uri): Promise<boolean> {
  return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
}

async function choose(client: BaseLanguageClient, parent: Uri): Promise<NewDeploymentParams | undefined> {
  const { modes, servers, unless } = await client.sendRequest<DeploymentChoices>(deploymentChoicesRequest);
  const title = 'New Deployment';
  const name = await window.showInputBox({
    title: `${title} (1/4)`,
    prompt: `Its name. A folder of that name is made in ${parent.path}.`,
    value: 'Contoso',
    validateInput: (text) => nameFault(parent, text.trim()),
  });
  if (name === undefined) return undefined;
  const mode = await pick(modes, unless.mode, `${title} (2/4)`, 'Where is voice mail?');
  const server = mode && (await pick(servers, unless.server, `${title} (3/4)`, 'What do the pools run?'));
  if (mode === undefined || server === undefined) return undefined;
  const domain = await window.showInputBox({
    title: `${title} (4/4)`,
    prompt: 'The SIP domain: what stands behind @ in addresses.',
    value: unless.domain,
    validateInput: (text) => (/^[^\s.]+(\.[^\s.]+)+$/.test(text.trim()) ? undefined : 'A domain, such as contoso.com'),
  });
  return domain === undefined ? undefined : { name: name.trim(), mode, server, domain: domain.trim() };
}

async function pick(list: readonly Choice[], usual: string, title: string, placeHolder: string) {
  const items = list.map(({ value, doc }): QuickPickItem => ({ label: value, detail: doc }));
  // The usual one first, so that Enter takes it.
  items.sort((a, b) => Number(b.label === usual) - Number(a.label === usual));
  return (await window.showQuickPick(items, { title, placeHolder }))?.label;
}

async function nameFault(parent: Uri, name: string): Promise<string | undefined> {
  if (name === '') return 'A name';
  try {
    if (joinInside(name).length > 1) return 'The name of one folder, without /';
    if (name.startsWith('.')) return 'A name without a dot in front: such folders are skipped';
    return await takenBy(Uri.joinPath(parent, name));
  } catch {
    return 'A name that a folder can have';
  }
}

/** Why no deployment can be made in a folder: a topology in it would become part of the new one. */
async function takenBy(folder: Uri): Promise<string | undefined> {
  const there = await isFolder(folder).catch(() => undefined);
  if (there === false) return `${folder.path} is a file.`;
  const [first] = there ? await filesBelow(folder, '.umtopo') : [];
  return first && `${folder.path} holds a deployment already.`;
}

async function make(client: BaseLanguageClient, parent: Uri, params: NewDeploymentParams): Promise<readonly Uri[]> {
  const folder = Uri.joinPath(parent, ...joinInside(params.name));
  const taken = await takenBy(folder);
  if (taken) throw new Error(taken);
  const { files } = await client.sendRequest<NewDeploymentResult>(newDeploymentRequest, params);
  const encoder = new TextEncoder();
  const written = await writeFiles(
    files.map(({ path, text }) => ({ path, bytes: encoder.encode(text) })),
    [],
    folder,
  );
  if (written[0]) await window.showTextDocument(written[0]);
  return written;
}
