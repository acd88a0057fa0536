import type { ProtocolLocation } from './protocol';

/** What is said of the tree of a deployment. Part of `protocol.ts`. */

/** A line of the tree. */
export interface TopologyEntry {
  /** Stable across edits; unique within its deployment. */
  readonly id: string;
  /** `section NAME`, the name of a kind, `user`, `more`, `expectation`. */
  readonly kind: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip?: string;
  readonly hasChildren: boolean;
  /** Of it and of what is below it. */
  readonly errors: number;
  readonly warnings: number;
  readonly disabled?: true;
  /** An expectation's; `null`: undecided. */
  readonly passed?: boolean | null;
  /** Whose route can be shown. */
  readonly call?: string;
  readonly location?: ProtocolLocation;
}

/** Request: what is below an entry of a deployment's tree; without `parent` its first level. */
export const topologyChildrenRequest = 'umtopo/topologyChildren';
export interface TopologyChildrenParams {
  readonly root: string;
  readonly parent?: string;
}

/** Request: the entries from the top of the tree to the one that a place in the text belongs to; none where it belongs to none. */
export const topologyPathRequest = 'umtopo/topologyPath';
export interface TopologyPathParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}
export interface TopologyPath {
  readonly root: string;
  readonly entries: readonly TopologyEntry[];
}

/** Notification from the server: what was asked for below these entries is another now. It is told once, until it is asked for again. */
export const topologyChanged = 'umtopo/topologyChanged';
export interface TopologyChanged {
  readonly root: string;
  /** `null`: the first level. */
  readonly parents: readonly (string | null)[];
}
