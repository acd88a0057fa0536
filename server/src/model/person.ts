import type { Span } from '../base/span';
import type { Declaration } from './declaration';
import type { Deployment } from './deployment';
import type { FactOwner } from './facts';
import type { Placement } from './placement';

/** A user or contact in some state of the waves. */
export interface InState extends FactOwner {
  /** The waves that are done and retire local UM; none in the state as declared. */
  readonly retiring?: readonly Declaration[] | undefined;
}

/** A user, or a placement of users, in some state: what routes and policies are computed for. */
export interface Person extends InState {
  readonly deployment: Deployment;
  readonly placement: Placement;
  /** Whether a property is written: in the row, the block, or a wave's move. */
  has(property: string): boolean;
  /** Whether `a` was said nearer to the user than `b`: a move before a row, a row before its block. */
  nearer(a: string, b: string): boolean;
  /** Where a fact comes from: the line that caused it. */
  cause(property?: string): Span & { readonly path: string };
}
