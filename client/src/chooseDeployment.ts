import { Uri, window } from 'vscode';
import { activeTopology, type Deployments } from './deployments';

/**
 * A file of the deployment that a command is about: the argument's (from a code lens or a menu), the active editor's, the only one there is, or the one
 * that is chosen from a list.
 * @returns nothing when the choice was dismissed, or there is no deployment; the latter is said
 */
export async function chooseDeployment(argument: unknown, deployments: Deployments): Promise<Uri | undefined> {
  const named = asUri(argument) ?? activeTopology();
  if (named) return named;
  const items = deployments.all.flatMap(({ name, root, files }) => {
    const [file] = files;
    return file === undefined ? [] : [{ label: name, description: root, file }];
  });
  if (items.length === 0) {
    void window.showInformationMessage(
      'There is no deployment in this workspace. Open a .umtopo file, or write one that starts with a deployment declaration.',
    );
    return undefined;
  }
  const chosen =
    items.length === 1 ? items[0] : await window.showQuickPick(items, { placeHolder: 'Which deployment?' });
  return chosen && Uri.parse(chosen.file, true);
}

/** Commands get a URI from menus, its text from code lenses. */
export function asUri(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  return typeof argument === 'string' && argument !== '' ? Uri.parse(argument, true) : undefined;
}
