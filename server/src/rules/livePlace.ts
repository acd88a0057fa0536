import type { Span } from '../base/span';
import type { Place } from './types';

/**
 * A place that is looked up whenever it is asked for. What a fix edits has to be one, or to be looked up by the fix itself: findings are kept while users before them
 * in the file change.
 */
export function livePlace({ path }: { readonly path: string }, span: () => Span): Place {
  return {
    path,
    get start() {
      return span().start;
    },
    get end() {
      return span().end;
    },
  };
}
