import type { ProtocolLocation, RouteResult } from './protocol';

/** What the preview's page, the extension and the server say to each other. Part of `protocol.ts`. */

/** How somebody looks at a picture. It goes with the request and holds for the patches that follow. */
export interface PreviewLook {
  /** The state when this wave is done, with all before it; `null`: before the first. A wave that is not there counts as `null`. */
  readonly wave: string | null;
  /** Ids of the folds that are open. */
  readonly unfolded: readonly string[];
}

/** Request: the preview of the deployment that a document belongs to, drawn. */
export const previewRequest = 'umtopo/preview';
export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
  readonly look?: PreviewLook;
}

/** One drawn part: a node, an edge, a lane. `svg` is a fragment whose labels are escaped. */
export interface PreviewElement {
  readonly id: string;
  readonly svg: string;
}

export interface PreviewWave {
  readonly name: string;
  /** As it is written: an ISO date. */
  readonly date: string | null;
}

/** A node or an edge as a row of a table, for those who read rather than look. */
export interface PreviewRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly users: number;
  readonly state: string;
  readonly reason?: string;
}

/** How a list became another: from `start` on, `removed` of its items gave way to `items`. */
export interface PreviewSplice<T> {
  readonly start: number;
  readonly removed: number;
  readonly items: readonly T[];
}

/** What a picture says beside its drawing. */
export interface PreviewState {
  readonly width: number;
  readonly height: number;
  readonly summary: string;
  /** In their order. */
  readonly waves: readonly PreviewWave[];
  /** The wave that is done in this picture, as it is declared. */
  readonly wave: string | null;
  /**
   * `faults`: parts of the text can't be understood, and are not in the picture. `past`: the picture is that of the last text that was understood, as what is understood
   * now holds less.
   */
  readonly stale: false | 'faults' | 'past';
}

export interface PreviewResult extends PreviewState {
  /** The deployment's root; absent when the document belongs to none. */
  readonly root?: string;
  readonly name: string;
  /** Counts up with every change of the picture. */
  readonly version: number;
  /** The style sheet of the elements, in the theme's variables. */
  readonly style: string;
  /** In drawing order. */
  readonly elements: readonly PreviewElement[];
  readonly table: readonly PreviewRow[];
}

/** Notification from the server: the picture of a deployment changed; all lists are relative to version `from`, so that a patch is as large as the change. */
export const previewChanged = 'umtopo/previewChanged';
export interface PreviewPatch extends PreviewState {
  readonly root: string;
  readonly from: number;
  readonly version: number;
  /** New or changed. */
  readonly elements: readonly PreviewElement[];
  readonly removed: readonly string[];
  /** Of the ids in drawing order. */
  readonly order: PreviewSplice<string>;
  readonly table: PreviewSplice<PreviewRow>;
}

/** Notification to the server: nobody looks at the picture of a deployment any more, until it is asked for again. */
export const previewClosed = 'umtopo/previewClosed';
export interface PreviewClosedParams {
  readonly root: string;
}

/** Request: look at a picture in another way. The patch comes as a notification, before the answer. */
export const previewLookRequest = 'umtopo/previewLook';
export interface PreviewLookParams extends PreviewLook {
  readonly root: string;
}

/** Request: where the object behind an element of the preview is declared. */
export const previewLocationRequest = 'umtopo/previewLocation';
export interface PreviewLocationParams {
  readonly root: string;
  readonly id: string;
}
export type PreviewLocation = ProtocolLocation;

/** Request: whose calls can be asked about: users and contacts whose address, number or name has a text. */
export const previewSearchRequest = 'umtopo/previewSearch';
export interface PreviewSearchParams {
  readonly root: string;
  readonly query: string;
}
export interface PreviewSearchResult {
  /** The best first; a bounded number. */
  readonly found: readonly {
    /** An address, or the number of a contact: what `umtopo/previewRoute` takes. */
    readonly of: string;
    /** A name, a number, the group: what tells it apart. */
    readonly detail: string;
    readonly kind: 'user' | 'contact';
  }[];
  /** There are more than these. */
  readonly more: boolean;
}

/** Request: a call's route, and where it runs in the picture. */
export const previewRouteRequest = 'umtopo/previewRoute';
export interface PreviewRouteParams {
  readonly root: string;
  readonly of: string;
  /** As in `umtopo/route`; without meaning for a contact's number. */
  readonly event: string;
  /** The wave that is done; `null`: before the first. */
  readonly wave: string | null;
}

/**
 * A stop of a call in the picture, in the order of the call. The hops of all stops, one after the other, are the route's hops; so are the decisions.
 */
export interface PreviewStop {
  /** The node, or the fold it is in; `null` where the picture has none for it. */
  readonly node: string | null;
  /** The edge by which the call comes here; `null` at the first stop, and where the picture has none: then it jumps. */
  readonly edge: string | null;
  readonly title: string;
  /** Role, port and protocol: `Front End, mtls 5061`. */
  readonly detail: string;
  /** Indices into the route's `hops` and `decisions`. */
  readonly hops: readonly number[];
  readonly decisions: readonly number[];
  /** The call is lost here. */
  readonly failed?: true;
}

export interface PreviewRoute {
  readonly route: RouteResult;
  readonly stops: readonly PreviewStop[];
  /** The edges by which calls of this kind come in: they say who may call. */
  readonly from: readonly string[];
}
export type PreviewRouteResult = PreviewRoute | { readonly refused: string };

/** Request: what a wave changes: whose calls go elsewhere, before and after it. */
export const previewWaveRequest = 'umtopo/previewWave';
export interface PreviewWaveParams {
  readonly root: string;
  readonly wave: string;
}
export interface PreviewWaveResult {
  /** Users whose calls go elsewhere afterwards, by route; the most first. */
  readonly changes: readonly {
    readonly before: string;
    readonly after: string;
    readonly users: number;
    /** Numbers of contacts. */
    readonly numbers: number;
    /** Addresses or numbers of the first of them. */
    readonly witnesses: readonly string[];
    /** Calls die afterwards. */
    readonly lost: boolean;
  }[];
  /** Users whose calls go where they went. */
  readonly unchanged: number;
  /** Local UM that this wave removes. */
  readonly retired: readonly string[];
}

/** Request: what a place in the text means in the picture. */
export const previewPlaceRequest = 'umtopo/previewPlace';
export interface PreviewPlaceParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}
export interface PreviewPlaceResult {
  readonly root: string;
  /** Nodes and edges; of a user the whole route. */
  readonly ids: readonly string[];
}

/** Request: what is known of an element: what the editor's hover says of it, and its diagnostics with their fixes. */
export const previewDetailsRequest = 'umtopo/previewDetails';
export interface PreviewDetailsParams {
  readonly root: string;
  readonly id: string;
}
export interface PreviewDetails {
  /** Plain text: what the element is. */
  readonly title: string;
  /** Markdown, as the editor's hover; absent where nothing is declared. */
  readonly hover?: string;
  readonly problems: readonly {
    readonly code: string;
    readonly severity: 'error' | 'warning';
    readonly message: string;
    readonly location: ProtocolLocation;
    /** Titles of quick fixes, the best first. */
    readonly fixes: readonly string[];
  }[];
  /** Problems beyond those that are listed. */
  readonly more: number;
}
