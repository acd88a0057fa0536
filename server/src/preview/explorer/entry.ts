import type { Place } from '../../rules/types';

/** A line of the explorer's tree. Which icon it has is the client's affair. */
export interface ExplorerEntry {
  /** Stable across edits that don't rename it; unique within its deployment. */
  readonly id: string;
  /** `section`, the name of a kind, `user`, `more`, `expectation`. */
  readonly kind: string;
  readonly label: string;
  /** Behind the label: a role, a number of users, a date. */
  readonly description: string;
  readonly tooltip?: string;
  readonly hasChildren: boolean;
  /** Of it and of what is below it. */
  readonly errors: number;
  readonly warnings: number;
  /** Disabled things are drawn quietly. */
  readonly disabled?: true;
  /** An expectation's; `null`: undecided. */
  readonly passed?: boolean | null;
  /** Whose route can be shown: an address, or a contact's number. */
  readonly call?: string;
  readonly place?: Place;
}
