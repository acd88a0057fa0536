import { count } from '../base/words';
import type { Verdict } from './expectations';
import { tellingSteps } from './identity';
import { outcomeSentence } from './routeWords';

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
  return `The call to ${witness}${others} ${route ? outcomeSentence(route) : 'fails'}`;
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
