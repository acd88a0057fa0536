import type { Span } from '../../base/span';
import type { Deployment } from '../../model/deployment';
import type { Diagnostic } from '../../rules/analyze';
import type { FixEdit } from '../../rules/types';

/** A change that is offered at a place. Its edits are made when it is chosen. */
export interface Action {
  readonly title: string;
  readonly kind:
    | 'quickfix'
    | 'refactor.extract'
    | 'refactor.move'
    | 'refactor.rewrite'
    | 'source.organize'
    | 'source.fixAll.umtopo';
  readonly edits: () => readonly FixEdit[];
  /** A file that the edits need, with its text. */
  readonly creates?: () => { readonly path: string; readonly text: string };
  /** The diagnostics that it mends. */
  readonly mends?: readonly Diagnostic[];
  readonly preferred?: boolean;
}

/** Where actions are asked for. */
export interface ActionPlace {
  readonly deployment: Deployment;
  readonly path: string;
  readonly range: Span;
  /** Of the file. */
  readonly diagnostics: readonly Diagnostic[];
}
