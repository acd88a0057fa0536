import { count } from '../base/words';
import type { Claim, Proof } from './proofs';

/** The claims in words. */
const claimWords: Readonly<Record<Claim, string>> = {
  users: 'every user with voice mail reaches a provider or a UM server',
  contacts: 'no contact number is unanswered',
  sipDomains: 'every SIP domain is reachable',
};

const failures: Readonly<Record<Claim, (proof: Proof) => string>> = {
  users: ({ failing, of, witness }) =>
    `the voice mail of ${some(failing, of, 'user')} answers nobody, ${witness} first`,
  contacts: ({ failing, of, witness }) => `${some(failing, of, 'contact number')} unanswered, ${witness} first`,
  sipDomains: ({ failing, of, witness }) => `${some(failing, of, 'SIP domain')} not reachable, ${witness} first`,
};

function some(failing: number, of: number, noun: string): string {
  return `${failing.toLocaleString('en-US')} of ${count(of, noun)}`;
}

/** What became of a claim, in one line. */
export function proofText(proof: Proof): string {
  const { claim, holds, needs, of } = proof;
  if (holds === false) return failures[claim](proof);
  if (holds === true) return of === 0 ? `${claimWords[claim]} (there is none)` : claimWords[claim];
  return `${claimWords[claim]}: undecided${needs.length > 0 ? `, it hangs on ${needs.join(', ')}` : ''}`;
}
