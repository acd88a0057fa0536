import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { DeploymentState, TopologyEntry } from '../../../server/src/lsp/protocol';
import { nodeId, type TreeNode } from './node';

/** Icons of the product, by what stands there. */
const icons: Readonly<Record<string, string>> = {
  'section domains': 'globe',
  sipDomain: 'globe',
  'section sites': 'organization',
  site: 'home',
  branchSite: 'home',
  pool: 'server',
  'section providers': 'cloud',
  hostingProvider: 'cloud',
  publicProvider: 'cloud',
  'section tenants': 'key',
  tenant: 'key',
  'section policies': 'law',
  hostedVoicemailPolicy: 'law',
  'section exchange': 'mail',
  exchange: 'mail',
  umServer: 'vm',
  umDialPlan: 'call-outgoing',
  umMailboxPolicy: 'shield',
  umIPGateway: 'plug',
  umHuntGroup: 'list-tree',
  umAutoAttendant: 'unmute',
  acceptedDomain: 'globe',
  'section groups': 'account',
  users: 'account',
  user: 'person',
  more: 'ellipsis',
  'section contacts': 'call-incoming',
  exUmContact: 'call-incoming',
  'section waves': 'milestone',
  wave: 'milestone',
  'section expectations': 'beaker',
};

/** Problems of an entry travel in its address, to the decorations. */
export const problemScheme = 'umtopo-tree';

/**
 * A deployment's line.
 * @param folder where its name doesn't tell it from others.
 */
export function deploymentItem(
  node: TreeNode,
  state: DeploymentState | undefined,
  folder: string | undefined,
  isOpen: boolean,
): TreeItem {
  const { Expanded, Collapsed } = TreeItemCollapsibleState;
  const item = new TreeItem(node.name ?? '', isOpen ? Expanded : Collapsed);
  item.id = nodeId(node);
  item.iconPath = new ThemeIcon('type-hierarchy');
  item.contextValue = 'deployment';
  if (state) {
    const users = state.users === 1 ? '1 user' : `${state.users.toLocaleString('en-US')} users`;
    item.description = folder === undefined ? users : `${folder} · ${users}`;
    item.resourceUri = problemUri(nodeId(node), state.errors, state.warnings);
    item.tooltip = Uri.parse(node.root).path;
  }
  return item;
}

export function entryItem(node: TreeNode, entry: TopologyEntry): TreeItem {
  const { kind, label, description, hasChildren, errors, warnings, tooltip, call } = entry;
  const item = new TreeItem(label, hasChildren ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  item.id = nodeId(node);
  item.description = description;
  item.iconPath = iconOf(entry);
  item.contextValue = [kind.startsWith('section') ? 'section' : kind, call ? 'call' : ''].filter(Boolean).join(' ');
  // Decorations colour it and tell the number; the expectation's icon says it already.
  if (kind !== 'expectation') item.resourceUri = problemUri(nodeId(node), errors, warnings);
  item.tooltip = tooltipOf(entry, tooltip ?? label);
  item.accessibilityInformation = { label: spoken(entry) };
  if (entry.location) item.command = { command: 'umtopo.tree.open', title: 'Go to the source', arguments: [node] };
  return item;
}

function iconOf({ kind, passed, disabled }: TopologyEntry): ThemeIcon {
  if (passed === true) return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
  if (passed === false) return new ThemeIcon('error', new ThemeColor('testing.iconFailed'));
  if (passed === null) return new ThemeIcon('question', new ThemeColor('testing.iconQueued'));
  return new ThemeIcon(icons[kind] ?? 'symbol-misc', disabled ? new ThemeColor('disabledForeground') : undefined);
}

function tooltipOf(entry: TopologyEntry, text: string): MarkdownString {
  const tip = new MarkdownString();
  tip.appendText([text, entry.description, problemWords(entry)].filter(Boolean).join('\n'));
  return tip;
}

function spoken(entry: TopologyEntry): string {
  const verdict = { true: 'holds', false: 'fails', null: 'undecided' }[String(entry.passed)];
  return [entry.label, entry.description, verdict, problemWords(entry)].filter(Boolean).join(', ');
}

function problemWords({ errors, warnings }: Pick<TopologyEntry, 'errors' | 'warnings'>): string {
  const words = (count: number, word: string) => (count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`);
  return [words(errors, 'error'), words(warnings, 'warning')].filter(Boolean).join(', ');
}

function problemUri(id: string, errors: number, warnings: number): Uri {
  return Uri.from({ scheme: problemScheme, path: `/${encodeURIComponent(id)}`, query: `${errors},${warnings}` });
}
