import type {
  LadderParams,
  LadderResult,
  PictureParams,
  PictureResult,
  PreviewDetails,
  PreviewDetailsParams,
  PreviewLook,
  PreviewPatch,
  PreviewPlaceResult,
  PreviewResult,
  PreviewRouteParams,
  PreviewRouteResult,
  PreviewSearchParams,
  PreviewSearchResult,
  PreviewWaveParams,
  PreviewWaveResult,
} from '../../server/src/lsp/protocol';

/**
 * What the page may ask the server, through the extension, which adds the deployment's root. A new one is one line here and one in `pageMethods`; the server
 * checks what comes.
 */
export interface PageRequests {
  'umtopo/previewSearch': { params: PreviewSearchParams; result: PreviewSearchResult };
  'umtopo/previewRoute': { params: PreviewRouteParams; result: PreviewRouteResult };
  'umtopo/previewWave': { params: PreviewWaveParams; result: PreviewWaveResult };
  'umtopo/previewDetails': { params: PreviewDetailsParams; result: PreviewDetails | null };
  'umtopo/ladder': { params: LadderParams; result: LadderResult };
  'umtopo/picture': { params: PictureParams; result: PictureResult };
}
export type PageMethod = keyof PageRequests;

/** The methods that are handed on; others are not. */
export const pageMethods: readonly PageMethod[] = [
  'umtopo/previewSearch',
  'umtopo/previewRoute',
  'umtopo/previewWave',
  'umtopo/previewDetails',
  'umtopo/ladder',
  'umtopo/picture',
];

/** What the extension tells the page. */
export type ToPanel =
  | { readonly type: 'show'; readonly uri: string; readonly result: PreviewResult; readonly view: 'picture' | 'table' }
  | { readonly type: 'patch'; readonly patch: PreviewPatch }
  | { readonly type: 'failed'; readonly message: string }
  /** What the cursor in the editor means in the picture; nothing: no ids. */
  | { readonly type: 'cursor'; readonly place: PreviewPlaceResult | null }
  /** The answer to a request, by its number. */
  | { readonly type: 'answer'; readonly number: number; readonly result?: unknown; readonly error?: string };

/** A place in a file, as the command line counts: lines from 1. */
export interface LineReference {
  readonly uri: string;
  readonly line: number;
}

/** What the page tells the extension. */
export type FromPanel =
  /** It is there and knows nothing yet but how it was looked at. */
  | { readonly type: 'ready'; readonly look: PreviewLook }
  | { readonly type: 'look'; readonly look: PreviewLook }
  | {
      readonly type: 'request';
      readonly number: number;
      readonly method: PageMethod;
      readonly params: Readonly<Record<string, unknown>>;
    }
  /** An element was chosen: show its source. */
  | { readonly type: 'reveal'; readonly id: string }
  | { readonly type: 'open'; readonly at: LineReference }
  /** Save a picture as a file: `name` without ending; of a PNG the bytes in Base64. */
  | { readonly type: 'save'; readonly name: string; readonly format: 'svg' | 'png'; readonly content: string }
  | { readonly type: 'copy'; readonly text: string }
  /** Something that was asked for can't be done, in words. */
  | { readonly type: 'unable'; readonly message: string }
  /** Apply the quick fix of this title, of the diagnostic of an element with this index. */
  | { readonly type: 'fix'; readonly id: string; readonly problem: number; readonly title: string };

type Loose = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null;
}

function isLook(value: unknown): value is PreviewLook {
  if (!isRecord(value) || !Array.isArray(value.unfolded)) return false;
  return (
    (value.wave === null || typeof value.wave === 'string') && value.unfolded.every((id) => typeof id === 'string')
  );
}

const checks: Readonly<Record<FromPanel['type'], (message: Loose) => boolean>> = {
  ready: ({ look }) => isLook(look),
  look: ({ look }) => isLook(look),
  request: ({ number, method, params }) =>
    typeof number === 'number' && pageMethods.includes(method as PageMethod) && isRecord(params),
  reveal: ({ id }) => typeof id === 'string',
  open: ({ at }) => isRecord(at) && typeof at.uri === 'string' && typeof at.line === 'number',
  save: ({ name, format, content }) =>
    typeof name === 'string' && (format === 'svg' || format === 'png') && typeof content === 'string',
  copy: ({ text }) => typeof text === 'string',
  unable: ({ message }) => typeof message === 'string',
  fix: ({ id, problem, title }) => typeof id === 'string' && typeof problem === 'number' && typeof title === 'string',
};

/** Whether a message that came from the page is one that is known. */
export function isFromPanel(message: unknown): message is FromPanel {
  if (!isRecord(message) || typeof message.type !== 'string' || !Object.hasOwn(checks, message.type)) return false;
  return checks[message.type as FromPanel['type']](message);
}
