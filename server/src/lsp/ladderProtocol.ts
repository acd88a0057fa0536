import type { ProtocolLocation } from './protocol';

/** What is said of calls as ladders, and of pictures that leave the preview. Part of `protocol.ts`. */

/** Request: a call as a SIP ladder, drawn in the theme's variables. */
export const ladderRequest = 'umtopo/ladder';
export interface LadderParams {
  readonly root: string;
  /** An address or a number. */
  readonly of: string;
  /** As in `umtopo/route`; without meaning for a contact's number. */
  readonly event?: string;
  /** The wave that is done, with all before it; `null`: before the first. */
  readonly wave?: string | null;
}

export interface LadderStepRow {
  readonly id: string;
  readonly number: number;
  readonly from: string;
  /** Empty for what one does alone. */
  readonly to: string;
  readonly what: string;
  readonly details: readonly string[];
  /** `documented`, `deduced`, `not documented`, `the call is lost`, `facts are missing`. */
  readonly state: string;
  readonly source: string;
}

export interface LadderDrawn {
  /** `alice@contoso.com does not answer`. */
  readonly title: string;
  readonly verdict: string;
  readonly outcome: 'hosted' | 'local' | 'none' | 'failed' | 'unknown';
  readonly width: number;
  readonly height: number;
  readonly style: string;
  /** In drawing order: lifelines, their heads, steps. Labels are escaped. */
  readonly elements: readonly { readonly id: string; readonly svg: string }[];
  /** The same content as rows. */
  readonly rows: readonly LadderStepRow[];
  /** Where heads and steps are written, by their ids. */
  readonly places: Readonly<Record<string, ProtocolLocation>>;
}
export type LadderResult = LadderDrawn | { readonly refused: string };

/** Request: a picture as text that stands alone, to be saved or copied. A graph that a panel shows is given as it is seen there. */
export const pictureRequest = 'umtopo/picture';
export interface PictureParams {
  readonly root: string;
  readonly view: 'graph' | 'ladder';
  readonly format: 'svg' | 'mermaid';
  /** Of an SVG: `auto` follows the reader, the others are for pixels. */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** Of a ladder. */
  readonly of?: string;
  readonly event?: string;
  readonly wave?: string | null;
}
export type PictureResult =
  /** `name`: of a file, without its ending; `title`: what it shows, in a sentence. */
  { readonly name: string; readonly title: string; readonly text: string } | { readonly refused: string };
