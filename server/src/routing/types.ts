import type { Span } from '../base/span';
import { callEvents } from '../syntax/keywords';

/** What can happen to a call, in the words of `expect … on EVENT`. */
export { callEvents };
export type CallEvent = (typeof callEvents)[number];

/**
 * hosted, local: who answers · none: nobody answers by design · failed: the call is sent and lost · unknown: it hangs on facts that aren't known, or no document
 * says.
 */
export type Outcome = 'hosted' | 'local' | 'none' | 'failed' | 'unknown';

/** Where in the sources a decision was taken; offsets are absolute. */
export interface Cause extends Span {
  readonly path: string;
}

/** One decision on a call's way. */
export interface Decision {
  /** `chooseUm`, `effectivePolicy`, `hostingProvider`, `umDialPlan`, `umServers`, `security`, `contact`, `wave` … */
  readonly step: string;
  /** Why it was decided so, with the alternatives it beat, in the administrator's words. */
  readonly because: string;
  /** Key of the source that says so, e.g. `ROUTE`. */
  readonly source: string;
  /** The fact is deduced, not documented. */
  readonly inferred?: boolean;
  readonly cause?: Cause;
}

export type HopRole =
  | 'caller'
  | 'frontEnd'
  | 'survivableBranch'
  | 'edge'
  | 'provider'
  | 'tenant'
  | 'umCallRouter'
  | 'umService'
  | 'umWorker'
  | 'mailbox'
  | 'pstn'
  | 'contact'
  | 'client';

/** A place that the call passes. */
export interface Hop {
  /** An FQDN where it is known, else what stands there. */
  readonly at: string;
  readonly role: HopRole;
  /** The port the hop is reached at; absent for a mailbox or where no document says. */
  readonly port?: number;
  readonly protocol?: 'mtls' | 'tls' | 'tcp' | 'srtp' | 'https';
  readonly note?: string;
  readonly cause?: Cause;
}

/** Where a call is lost and what is seen of it. */
export interface Failure {
  /** The step at which it is lost. */
  readonly at: string;
  /** What the caller hears. */
  readonly caller: string;
  /** What the administrator sees: events, ms-diagnostics, messages. */
  readonly symptom: string;
  readonly reason: string;
  /** The rule that reports the fault, when one does. */
  readonly code?: string;
  readonly cause?: Cause;
}

/** A part of an answer that may hang on a fact, though who answers doesn't. */
export type Part = 'organization' | 'umServers' | 'contact';

/** The facts that parts of an answer hang on. */
export type Unsettled = Readonly<Partial<Record<Part, readonly string[]>>>;

export interface EffectivePolicy {
  readonly name: string;
  readonly scope: 'user' | 'site' | 'global';
}

/** Where a call goes, hop by hop, and why. */
export interface Route {
  readonly outcome: Outcome;
  /** Name of the hosting provider (hosted) or UM dial plan (local, qualified where two organizations have it). */
  readonly target: string | null;
  readonly policy: EffectivePolicy | null;
  readonly destination: string | null;
  readonly organization: readonly string[];
  readonly umDialPlan: string | null;
  /** The address of the contact that answers a number. */
  readonly contact: string | null;
  /** UM servers that may answer (local). */
  readonly umServers: readonly string[];
  /** The facts that the outcome hangs on, e.g. `exchangeHostedVoiceMail`. */
  readonly needs: readonly string[];
  /** What isn't known of an answer though it is known who answers; such a part holds what is certain. */
  readonly unsettled?: Unsettled;
  readonly hops: readonly Hop[];
  readonly decisions: readonly Decision[];
  readonly failure: Failure | null;
}
