import { count } from '../base/words';
import type { Verdict } from './expectations';
import { tellingSteps } from './identity';
import type { Route } from './types';

/** What became of a call, in one sentence. */
export function routeSentence(route: Route): string {
  switch (route.outcome) {
    case 'hosted':
      return `reaches ${route.target} (${route.destination}${route.organization.length > 0 ? `, ${route.organization.join(', ')}` : ''})`;
    case 'local':
      return `reaches UM dial plan ${route.target}`;
    case 'none':
      return 'is answered by nobody';
    case 'failed':
      return `is lost: ${route.failure?.reason}`;
    case 'unknown':
      return route.needs.length > 0 ? `hangs on ${route.needs.join(', ')}` : 'is open: no document says';
  }
}

/** What became of an expectation, in one sentence: who fails first, how many, and where that call goes. */
export function verdictSentence(verdict: Verdict): string {
  const { passed, fault, witness, route, failing, of, needs, broken } = verdict;
  if (fault) return fault.message;
  if (passed === true) return of === 0 ? 'It selects nobody' : of === 1 ? 'It does' : `All ${of} do`;
  if (passed === null) {
    if (needs.length > 0) return `Undecided: it hangs on ${needs.join(', ')}, which is not known`;
    return broken ? 'Undecided: mend the errors that are reported first' : 'Undecided: no document says';
  }
  const others = failing > 1 ? ` (and ${failing - 1} more of ${count(of, 'call')})` : '';
  return `The call to ${witness}${others} ${route ? routeSentence(route) : 'fails'}`;
}

/** The same, with the route taken, step by step. */
export function verdictMessage(verdict: Verdict): string {
  const steps = verdict.route?.decisions
    // That it hangs on a fact is what the sentence says.
    .filter(({ step }) => step !== 'unknown' && !tellingSteps.has(step))
    .map((decision) => decision.because)
    .join(' → ');
  return `${verdictSentence(verdict)}${steps ? `. Step by step: ${steps}` : ''}`;
}
