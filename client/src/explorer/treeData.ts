import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type TopologyChanged,
  type TopologyChildrenParams,
  type TopologyEntry,
  topologyChildrenRequest,
} from '../../../server/src/lsp/protocol';
import type { Deployments } from '../deployments';
import { deploymentItem, entryItem } from './items';
import { nodeId, type TreeNode } from './node';

/** So many deployments are shown with what is in them. */
const FEW = 5;

/** The tree's lines, asked of the server as they are opened. */
export class TreeData implements TreeDataProvider<TreeNode>, Disposable {
  readonly #changed = new EventEmitter<TreeNode | undefined>();
  /** The lines that were given last, by their ids: what changes is told by them. */
  readonly #known = new Map<string, TreeNode>();
  #roots = '';
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly deployments: Deployments,
  ) {}

  /** A deployment came, went, or has other numbers. */
  deploymentsChanged(): void {
    const roots = JSON.stringify(
      this.deployments.all.map(({ root, name, users, errors, warnings }) => [root, name, users, errors, warnings]),
    );
    if (roots === this.#roots) return;
    this.#roots = roots;
    this.#changed.fire(undefined);
  }

  changed({ root, parents }: TopologyChanged): void {
    for (const parent of parents) {
      const node = this.#known.get(parent === null ? root : `${root}|${parent}`);
      if (node) this.#changed.fire(node);
    }
  }

  getTreeItem(node: TreeNode): TreeItem {
    if (node.entry) return entryItem(node, node.entry);
    const { deployments } = this;
    const { root } = node;
    return deploymentItem(node, deployments.at(root), deployments.folderOf(root), deployments.size <= FEW);
  }

  async getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    if (parent === undefined) {
      this.#known.clear();
      return this.deployments.all.map(({ root, name }) => this.#keep({ root, name }));
    }
    const entries = await this.entries(parent);
    return entries.map((entry) => this.#keep({ root: parent.root, entry, parent }));
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  /** The same line as the server knows it now: its place moves with the text. */
  async current(node: TreeNode): Promise<TopologyEntry | undefined> {
    if (!node.parent) return node.entry;
    return (await this.entries(node.parent)).find(({ id }) => id === node.entry?.id);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  private async entries({ root, entry }: TreeNode): Promise<readonly TopologyEntry[]> {
    if (this.client.state !== State.Running) return [];
    const params: TopologyChildrenParams = { root, ...(entry && { parent: entry.id }) };
    return this.client.sendRequest<TopologyEntry[]>(topologyChildrenRequest, params);
  }

  #keep(node: TreeNode): TreeNode {
    this.#known.set(nodeId(node), node);
    return node;
  }
}
