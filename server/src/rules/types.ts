import type { Span } from '../base/span';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader, UnknownFact } from '../model/facts';
import type { Placement, UserRow } from '../model/placement';
import type { UserPage } from '../model/userPage';
import type { PlacedProblem, UsersBlock } from '../model/usersBlock';
import type { KindName } from '../vocabulary/types';
import type { Crowd } from './crowd';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A place in a file; offsets are absolute. */
export interface Place extends Span {
  readonly path: string;
}

/** A change of a file's text that a fix makes. */
export interface FixEdit extends Place {
  readonly text: string;
  /** Rows are inserted: they end with their lines, so a block that stands on one line is opened. */
  readonly rows?: true;
}

/** A way out of a finding. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly FixEdit[];
  /** The one that a single key applies. */
  readonly preferred?: boolean;
  /** What is meant may be something else: it is offered, and never applied without being chosen. */
  readonly guess?: true;
}

/** Where a finding about users stands: at the property that causes it, wherever that is written. */
export interface PlacementPlace {
  readonly placement: Placement;
  /** The property whose value is at fault, `sipAddress` for the address; without one the users themselves are marked. */
  readonly property?: string;
}

/** The causes of a finding that other rules may have reported: by their codes, or at the lines that decide. */
export interface Follows {
  readonly codes: readonly string[];
  readonly places: readonly Place[];
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
  /** What it follows from: where another error or warning says that already, it isn't said again. */
  readonly follows?: Follows;
}

/** What is shown for a finding: one place, one message. */
export interface Diagnostic extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly users?: number;
  readonly related: readonly { readonly at: Place; readonly message: string }[];
  readonly fixes: () => readonly Fix[];
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
  /** Notes that the rule was not checked for some users, where it goes on with others. */
  notChecked(fact: UnknownFact, users: number): void;
}

/** Two or more users or contacts that share what must be unique. */
export interface SharedKey {
  /** The address or number; of extensions `PLAN/EXTENSION`. */
  readonly key: string;
  readonly users: readonly UserRow[];
  readonly contacts: readonly Declaration[];
  /** How many users there are beyond those listed; of `lineWithout`, with an extension. */
  readonly more?: number;
}

/**
 * What is shared: an address · a line, number and extension together · a number that one user has with and another without `;ext=` · an extension in a UM dial
 * plan.
 */
export type SharedIndex = 'address' | 'line' | 'lineWithout' | 'extension';

/** Users of one placement whose rows say the same of a property that differs from user to user. */
export interface IndividualGroup {
  readonly placement: Placement;
  /** What the check's `facet` made of the value. */
  readonly facet: string;
  readonly count: number;
  /** The first of them, at most `limit`. */
  readonly users: (limit: number) => UserRow[];
}

/** What a rule looks at decides when it runs again: after an edit only what the edit touched is looked at. */
export type Check =
  /** A fault of the text itself, found while reading; the rule says what the code means. */
  | {
      readonly looksAt: 'text';
      /** Fixes that need to know the deployment, offered before those that the reader of the text found. */
      readonly fixes?: (problem: PlacedProblem, deployment: Deployment) => readonly Fix[];
    }
  /** Each declaration of some kinds, again when any declaration changed. */
  | {
      readonly looksAt: 'declaration';
      readonly kinds: readonly KindName[];
      readonly check: (declaration: Declaration, context: RuleContext) => void;
    }
  /** Each distinct combination of users' facts, never users one by one; again when a declaration changed, or for new combinations. */
  | { readonly looksAt: 'placement'; readonly check: (placement: Placement, context: RuleContext) => void }
  /** Values that differ from user to user, by what a facet makes of them: few groups of many rows. Facets are kept for rows that didn't change. */
  | {
      readonly looksAt: 'individual';
      /** A property whose value stands in rows: `extensions`, `pinLength` … Rows that don't write it are left out. */
      readonly property: string;
      /** Whether a deployment has what the check is about: rows of others are not read. */
      readonly concerns?: (deployment: Deployment) => boolean;
      /** What matters of a row's value, and nothing else: of few different texts, and taken from the row alone. Empty: nothing to look at. */
      readonly facet?: (user: UserRow) => readonly string[];
      /** Instead of `facet`, from the columns of a page, where these have it: no row is read then. */
      readonly pageFacets?: (page: UserPage) => Iterable<readonly [row: number, facet: string]>;
      readonly check: (group: IndividualGroup, context: RuleContext) => void;
    }
  /** Groups of users and contacts that share what must be unique; again when one of them changed. */
  | {
      readonly looksAt: 'index';
      readonly index: SharedIndex;
      readonly check: (shared: SharedKey, context: RuleContext) => void;
    }
  /** The users of each block together; again when something changed that was looked at. */
  | { readonly looksAt: 'block'; readonly check: (block: UsersBlock, context: RuleContext) => void }
  /** All users together, by placement: who is hosted, which policies apply. Again when something changed that was looked at. */
  | { readonly looksAt: 'crowd'; readonly check: (crowd: Crowd, context: RuleContext) => void }
  /** The deployment as a whole, again when any declaration changed. Files that stand alone only where it is said. */
  | {
      readonly looksAt: 'deployment';
      readonly standalone?: true;
      readonly check: (context: RuleContext) => void;
    };

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

/** The deployments that examples are parts of; `none`: an example says everything itself. */
export type ExampleBase = 'onPremises' | 'crossPremises' | 'mixed' | 'none';

/** What the page of a rule says. Kept apart from the rule, so that it isn't in the server's bundle. */
export interface RulePage {
  /** Markdown: what a colleague would explain in two minutes — why it matters, what the caller hears, what the log shows, what to do. */
  readonly explanation: string;
  /** The clean deployment that the examples are parts of; `mixed` when nothing is said. What an example declares takes the place of what the base declares. */
  readonly within?: ExampleBase;
  /** A part of a deployment that is clean but for this rule; `^^^` under what is flagged. A line `// Without KIND NAME, …` takes objects away from the base. */
  readonly bad: string;
  readonly good: string;
  /** Further cases of the condition and its limits, tested as the examples are. */
  readonly alsoBad?: readonly string[];
  readonly alsoGood?: readonly string[];
}
