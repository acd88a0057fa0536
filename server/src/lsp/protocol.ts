/** What the client and the server say to each other beside the Language Server Protocol. The only file of the server that the client imports. */

export * from './explorerProtocol';
export * from './ladderProtocol';
export * from './statsProtocol';

/** A range as LSP has it. */
export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface ProtocolLocation {
  readonly uri: string;
  readonly range: ProtocolRange;
}

// What the preview says has a file of its own.
export * from './previewProtocol';

/** Notification from the server: deployments whose state changed, for the status item. */
export const deploymentsChanged = 'umtopo/deploymentsChanged';
export interface DeploymentState {
  readonly root: string;
  readonly name: string;
  readonly users: number;
  readonly errors: number;
  readonly warnings: number;
  /** What is proved of every deployment, without an expectation, each in words; `holds` is null where it can't be decided. */
  readonly proofs: readonly { readonly text: string; readonly holds: boolean | null }[];
  /** Milliseconds of the last analysis. */
  readonly ms: number;
  /** URIs of its files. */
  readonly files: readonly string[];
  /** Changes with every change of a deployment that has expectations: their verdicts may be others. Absent when it has none. */
  readonly expectations?: number;
}
export interface DeploymentsState {
  /** Folders are still being read: more may come. */
  readonly loading: boolean;
  /** Those that are new, or of which something else is said than before. */
  readonly deployments: readonly DeploymentState[];
  /** The roots of those that are there no more. */
  readonly gone: readonly string[];
}

/** Request: export a deployment; the client writes the files. */
export const exportRequest = 'umtopo/export';
export interface ExportParams {
  readonly textDocument: { readonly uri: string };
  readonly targets?: readonly string[];
  readonly wave?: string;
  readonly force?: boolean;
  /** The text of `manifest.json` in the folder that the files go to, where there is one. */
  readonly manifest?: string;
}
export type ExportResult =
  | { readonly refused: string; readonly errors: number }
  | {
      readonly files: readonly ExportedFile[];
      /** Paths of the files that an earlier export wrote, by the manifest. */
      readonly earlier: readonly string[];
    };
export interface ExportedFile {
  readonly path: string;
  /** Base64 of the bytes. */
  readonly content: string;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
}

/** Request: what an export into a folder must not replace, and what of an earlier one it removes. The client looks, the server judges. */
export const exportConflictsRequest = 'umtopo/exportConflicts';
export interface ExportConflictsParams {
  readonly manifest?: string;
  /** What stands at the paths of the export and of the earlier one. */
  readonly standing: readonly (
    | { readonly path: string; readonly sha256: string }
    | { readonly path: string; readonly blockedBy: 'folder' | 'link' | 'file' }
  )[];
  readonly written: readonly { readonly path: string; readonly sha256: string }[];
}
export interface ExportConflictsResult {
  /** Files that no export wrote or that were changed since; `blocked`: they can't be replaced. */
  readonly conflicts: readonly { readonly path: string; readonly reason: string; readonly blocked: boolean }[];
  /** Files of an earlier export that go. */
  readonly remove: readonly string[];
  /** Files of an earlier export that this one doesn't have, changed since: they stay. */
  readonly keep: readonly string[];
}

/** Request: the files that an export of a document's deployment would have; `null` when it belongs to none. */
export const exportListRequest = 'umtopo/exportList';
export interface ExportListParams {
  readonly textDocument: { readonly uri: string };
}
export interface ExportListResult {
  readonly root: string;
  readonly name: string;
  readonly files: readonly {
    readonly path: string;
    /** What it is for, in a few words. */
    readonly about: string;
  }[];
}

/** Request: one file of an export as it would be now, and which of its lines come from where. */
export const exportViewRequest = 'umtopo/exportView';
export interface ExportViewParams {
  readonly root: string;
  readonly path: string;
  /** The id of the text that the client has. */
  readonly previous?: string;
}
export type ExportViewResult =
  | { readonly gone: string }
  | {
      /** Changes with the text. */
      readonly id: string;
      /** Absent when the client has it. */
      readonly text?: string;
      readonly runs: readonly ExportRun[];
    };
/** Lines `from` to `to` of the text, and the lines that caused them; all count from 1. `each`: the first follows from the first line of the cause, the next from the next. */
export interface ExportRun {
  readonly from: number;
  readonly to: number;
  readonly each?: true;
  readonly causes: readonly { readonly uri: string; readonly line: number; readonly endLine: number }[];
}

/** Notification from the server: deployments of which exports were asked for have changed. */
export const exportsChanged = 'umtopo/exportsChanged';
export interface ExportsChanged {
  readonly roots: readonly string[];
}

/** Request: what a new deployment can be, for lists to choose from. */
export const deploymentChoicesRequest = 'umtopo/deploymentChoices';
export interface Choice {
  readonly value: string;
  readonly doc: string;
}
export interface DeploymentChoices {
  readonly modes: readonly Choice[];
  readonly servers: readonly Choice[];
  /** What is meant where nobody says. */
  readonly unless: { readonly mode: string; readonly server: string; readonly domain: string };
}

/** Request: the files of a new deployment (`umtopo new`); the client writes them. What isn't said is as `umtopo new` has it. */
export const newDeploymentRequest = 'umtopo/newDeployment';
export interface NewDeploymentParams {
  readonly name: string;
  readonly mode?: string;
  readonly server?: string;
  readonly domain?: string;
}
export interface NewDeploymentResult {
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Request: where a call goes (`umtopo route`), as the JSON of the command line. */
export const routeRequest = 'umtopo/route';
export interface RouteParams {
  readonly textDocument: { readonly uri: string };
  readonly of: string;
  readonly event?: string;
  readonly wave?: string;
}

/** The answer: the shape of `umtopo route --format json`, with the sources as URIs beside the relative paths. */
export interface RouteResult {
  readonly address: string;
  readonly event: string | null;
  readonly wave: string | null;
  readonly outcome: 'hosted' | 'local' | 'none' | 'failed' | 'unknown';
  readonly target: string | null;
  readonly policy: { readonly name: string; readonly scope: string } | null;
  readonly destination: string | null;
  readonly organization: readonly string[];
  readonly umDialPlan: string | null;
  readonly contact: string | null;
  readonly needs: readonly string[];
  readonly hops: readonly {
    readonly at: string;
    readonly role: string;
    readonly port?: number;
    readonly protocol?: string;
    readonly note?: string;
    readonly file?: string;
    /** Counts from 1. */
    readonly line?: number;
    readonly uri?: string;
  }[];
  readonly decisions: readonly {
    readonly step: string;
    readonly because: string;
    readonly source: string;
    readonly file?: string;
    /** Counts from 1. */
    readonly line?: number;
    readonly uri?: string;
  }[];
  readonly failure: {
    readonly at: string;
    readonly caller: string;
    readonly symptom: string;
    readonly reason: string;
    readonly code?: string;
  } | null;
}

/** Request: the expectations of a deployment, by its root or one of its documents, with what becomes of each; `null` when there is no such deployment. */
export const expectationsRequest = 'umtopo/expectations';
export type ExpectationsParams = { readonly root: string } | { readonly textDocument: { readonly uri: string } };

export interface ExpectationState {
  readonly uri: string;
  readonly range: ProtocolRange;
  /** As it is written, on one line. */
  readonly text: string;
  /** `null`: undecided, it hangs on facts that aren't known. */
  readonly passed: boolean | null;
  /** What became of it, in one sentence. */
  readonly message: string;
  /** The first who fails. */
  readonly witness: string | null;
  readonly failing: number;
  /** How many were asked about. */
  readonly of: number;
  /** The route that the witness's call takes, step by step. */
  readonly steps: readonly { readonly because: string; readonly location?: ProtocolLocation }[];
  /** The line that decides where the witness's call goes. */
  readonly deciding: ProtocolLocation | null;
}

export interface ExpectationsResult {
  readonly root: string;
  readonly name: string;
  /** As in `DeploymentState`. */
  readonly version: number;
  /** In the order of the files. */
  readonly expectations: readonly ExpectationState[];
}

/**
 * Requests from the server to a client that says so in `initializationOptions.fileAccess`: the files of the workspace, where the server has no disk of its
 * own (in a web worker, in a virtual workspace).
 */
export const listFilesRequest = 'umtopo/listFiles';
export interface ListFilesParams {
  readonly folder: string;
  /** All files below the folder whose names end so, as URIs, sorted; but none in folders that are skipped (`.git`, `node_modules`). */
  readonly extension: string;
}
export const readFileRequest = 'umtopo/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  /** Base64 of the bytes. */
  readonly content: string;
}
