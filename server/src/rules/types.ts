import type { Span } from '../base/span';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import type { Placement, UserRow } from '../model/placement';
import type { KindName } from '../vocabulary/types';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A place in a file; offsets are absolute. */
export interface Place extends Span {
  readonly path: string;
}

/** A change of a file's text that a fix makes. */
export interface FixEdit extends Place {
  readonly text: string;
}

/** A way out of a finding. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly FixEdit[];
  /** The one that a single key applies. */
  readonly preferred?: boolean;
}

/** Where a finding about users stands: at the property that causes it, wherever that is written. */
export interface PlacementPlace {
  readonly placement: Placement;
  /** The property whose value is at fault; without one the users themselves are marked. */
  readonly property?: string;
}

/** What a rule has found. */
export interface Finding {
  /** The place the fix is made. A placement's place becomes the row's value, the block's property, or the users. */
  readonly at: Place | PlacementPlace;
  /**
   * What happens to the caller. For a placement it may be made from who is hit: the address where a row is marked, "12 users" where their common cause is.
   */
  readonly message: string | ((who: string, users: number) => string);
  /** When it isn't the rule's own. */
  readonly severity?: Severity;
  /** How many users it hits, when it stands at their common cause. */
  readonly users?: number;
  /** The other side of a conflict, the first witnesses. */
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
  /**
   * Computed when asked for: quick fixes are looked at one finding at a time. Given all placements that share the cause; fixes with one title become one fix with
   * the edits of all.
   */
  readonly fixes?: (placements: readonly Placement[]) => readonly Fix[];
  /** Which value of the property at fault, where it is a list. */
  readonly index?: number;
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
}

/** What a rule sees and how it reports. */
export interface RuleContext {
  readonly deployment: Deployment;
  /** Reads facts; one that isn't known makes the rule *not checked* for what it is looking at. */
  readonly read: FactReader;
  report(finding: Finding): void;
  /**
   * To be called before concluding from the absence of objects of a kind: leaves the rule not checked when more exist than are declared.
   */
  complete(...kinds: readonly KindName[]): void;
}

/** Two or more users or contacts that share what must be unique. */
export interface SharedKey {
  readonly key: string;
  readonly users: readonly UserRow[];
  readonly contacts: readonly Declaration[];
}

/** What a rule looks at decides when it runs again: after an edit only what the edit touched is looked at. */
export type Check =
  /** A fault of the text itself, found while reading; the rule says what the code means. */
  | { readonly looksAt: 'text' }
  /** Each declaration of some kinds, again when any declaration changed. */
  | {
      readonly looksAt: 'declaration';
      readonly kinds: readonly KindName[];
      readonly check: (declaration: Declaration, context: RuleContext) => void;
    }
  /** Each distinct combination of users' facts, never users one by one; again when a declaration changed, or for new combinations. */
  | { readonly looksAt: 'placement'; readonly check: (placement: Placement, context: RuleContext) => void }
  /** Groups of users and contacts that share an address or a line; again when one of them changed. */
  | {
      readonly looksAt: 'index';
      readonly index: 'address' | 'line';
      readonly check: (shared: SharedKey, context: RuleContext) => void;
    }
  /** The deployment as a whole, again when any declaration changed. Not for files that stand alone. */
  | { readonly looksAt: 'deployment'; readonly check: (context: RuleContext) => void };

/** One rule of the catalogue: what it is, and what it looks at. A rule may look at several things. */
export interface Rule {
  /** `UM2002` */
  readonly code: string;
  readonly severity: Severity;
  /** A few words, in sentence case, without a full stop: "Hosting provider is disabled". */
  readonly title: string;
  /** `recommended`: deduced from cited facts, not written in a document. Users are told so. */
  readonly basis: 'documented' | 'recommended' | 'language';
  /** Keys of `vocabulary/sources.ts`, with the cmdlet or page where it helps. */
  readonly source: readonly string[];
  readonly checks: readonly Check[];
}

/** What the page of a rule says. Kept apart from the rule, so that it isn't in the server's bundle. */
export interface RulePage {
  /** Markdown: what a colleague would explain in two minutes — why it matters, what the caller hears, what the log shows, what to do. */
  readonly explanation: string;
  /** A deployment that is clean but for this rule; `^^^` under what is flagged. */
  readonly bad: string;
  readonly good: string;
}
