import { commands, Disposable, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type TopologyChanged,
  type TopologyPath,
  type TopologyPathParams,
  topologyChanged,
  topologyPathRequest,
} from '../../../server/src/lsp/protocol';
import type { Deployments } from '../deployments';
import { registerDecorations } from './decorations';
import type { TreeNode } from './node';
import { TreeData } from './treeData';

export const viewId = 'umtopo.topology';

/** The view "UM Topology" in the Explorer: what the deployments consist of. */
export function registerExplorer(client: BaseLanguageClient, deployments: Deployments): Disposable {
  const data = new TreeData(client, deployments);
  const view = window.createTreeView(viewId, { treeDataProvider: data, showCollapseAll: true });
  const fileOf = ({ root }: TreeNode): Uri | undefined => {
    const file = deployments.at(root)?.files[0];
    return file === undefined ? undefined : Uri.parse(file, true);
  };
  /** Runs a command on the deployment of a line. */
  const on = (name: string, command: string, more: (node: TreeNode) => readonly unknown[] = () => []) =>
    commands.registerCommand(name, (node?: TreeNode) => {
      const file = node && fileOf(node);
      if (file) return commands.executeCommand(command, file, ...more(node));
      return undefined;
    });
  return Disposable.from(
    data,
    view,
    registerDecorations(),
    deployments.onDidChange(() => data.deploymentsChanged()),
    client.onNotification(topologyChanged, (told: TopologyChanged) => data.changed(told)),
    on('umtopo.tree.preview', 'umtopo.showPreview'),
    on('umtopo.tree.export', 'umtopo.export'),
    on('umtopo.tree.route', 'umtopo.showRoute', ({ entry }) => [entry?.call]),
    commands.registerCommand('umtopo.tree.open', (node: TreeNode) => open(client, data, node)),
    commands.registerCommand('umtopo.revealInTree', () => reveal()),
  );

  async function reveal(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const params: TopologyPathParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
      position: client.code2ProtocolConverter.asPosition(editor.selection.active),
    };
    const path = await client.sendRequest<TopologyPath | null>(topologyPathRequest, params);
    if (!path) return;
    const name = deployments.at(path.root)?.name ?? '';
    const top: TreeNode = { root: path.root, name };
    const node = path.entries.reduce<TreeNode>((parent, entry) => ({ root: path.root, entry, parent }), top);
    await view.reveal(node, { select: true, focus: true, expand: true });
  }
}

async function open(client: BaseLanguageClient, data: TreeData, node: TreeNode): Promise<void> {
  const location = (await data.current(node))?.location;
  if (!location) return;
  const document = await workspace.openTextDocument(Uri.parse(location.uri, true));
  const selection = client.protocol2CodeConverter.asRange(location.range);
  await window.showTextDocument(document, { selection, preserveFocus: true, preview: true });
}
