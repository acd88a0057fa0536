import type { Cause, Outcome } from '../../routing/types';
import type { NodeKind } from '../graph';
import type { Hue } from '../hues';

/**
 * A call as a ladder: who takes part as columns, what they say to each other as arrows from top to bottom. Data only: the picture, the table and the tests read it.
 * Provisional answers and ACK are left out.
 */
export interface Ladder {
  /** What happens to whom: `alice@contoso.com does not answer`. */
  readonly title: string;
  readonly outcome: Outcome;
  /** What becomes of the call, in one sentence. */
  readonly verdict: string;
  /** From left to right. */
  readonly columns: readonly LadderColumn[];
  /** From top to bottom. */
  readonly steps: readonly LadderStep[];
}

/** Who takes part. */
export interface LadderColumn {
  readonly id: string;
  readonly kind: NodeKind;
  readonly hue: Hue;
  /** A server's FQDN, an address, or what stands there. */
  readonly label: string;
  /** What it is: `Front End`, `UM Call Router`. */
  readonly detail: string;
  /** The port that it listens on. */
  readonly port?: number;
  /** The hops of the route that it stands for, by their place in the route. */
  readonly hops: readonly number[];
  /** The call never gets here. */
  readonly missing?: true;
  readonly cause?: Cause;
}

/**
 * documented: a document says so · inferred: it follows from what documents say · undocumented: that it happens is known, but not how.
 */
export type Certainty = 'documented' | 'inferred' | 'undocumented';

/** A line that belongs to a step. */
export interface LadderDetail {
  readonly text: string;
  readonly certainty: Certainty;
  /** Key of the source that says so. */
  readonly source?: string;
  readonly cause?: Cause;
}

interface StepBase {
  /** From 1, as drawn. */
  readonly number: number;
  readonly label: string;
  readonly details: readonly LadderDetail[];
  readonly certainty: Certainty;
  readonly source?: string;
  readonly cause?: Cause;
}

/** Something that one says to another. */
export interface LadderMessage extends StepBase {
  readonly type: 'message';
  readonly from: string;
  readonly to: string;
  /** request · response: SIP · media: both ways · event: something that happens between the two, whatever carries it. */
  readonly kind: 'request' | 'response' | 'media' | 'event';
  /** Where it goes: `ex01.contoso.com:5063`. */
  readonly target?: string;
  /** `TLS`, `MTLS`. */
  readonly transport?: string;
  /** The call dies on the way. */
  readonly lost?: true;
}

/** Something that one does. */
export interface LadderNote extends StepBase {
  readonly type: 'note';
  readonly at: string;
  readonly state: 'ok' | 'broken' | 'unknown';
}

export type LadderStep = LadderMessage | LadderNote;
