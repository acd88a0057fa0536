import type { TopologyEntry } from '../../../server/src/lsp/protocol';

/** A line of the view: a deployment, or an entry of its tree. */
export interface TreeNode {
  readonly root: string;
  /** Of a deployment. */
  readonly name?: string;
  /** Absent for the deployment itself. */
  readonly entry?: TopologyEntry;
  readonly parent?: TreeNode;
}

/** The same for the same line, however often it is asked for. */
export function nodeId({ root, entry }: TreeNode): string {
  return entry ? `${root}|${entry.id}` : root;
}
