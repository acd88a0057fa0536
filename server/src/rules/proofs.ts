import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactReader, plainReader, UnknownFact } from '../model/facts';
import { Memo } from '../model/grounds';
import type { Placement } from '../model/placement';
import { Remembered } from '../model/remembered';
import { Survey } from '../model/survey';
import { answers } from '../routing/answers';
import { contactAfter, contactRoute } from '../routing/numbers';
import { decide } from '../routing/route';
import { Trace } from '../routing/trace';
import type { Route } from '../routing/types';
import type { KindName } from '../vocabulary/types';
import type { Crowd } from './crowd';
import { isFindable } from './findable';

/** What is proved of every deployment, without an `expect`. */
export type Claim = 'users' | 'contacts' | 'sipDomains';

/** What became of a claim. Where it fails, a rule says of what. */
export interface Proof {
  readonly claim: Claim;
  /** `null`: it hangs on facts that aren't known, on faults that are reported, or no document says. */
  readonly holds: boolean | null;
  /** How many were asked about, and of how many it isn't true. */
  readonly of: number;
  readonly failing: number;
  /** The first of whom it isn't true. */
  readonly witness: string | null;
  /** The facts that it hangs on. */
  readonly needs: readonly string[];
}

/** `undefined`: the claim isn't about him. */
type Answered = Pick<Route, 'outcome' | 'needs'> | undefined;

export function proofsOf({ deployment }: Crowd): Proof[] {
  let known = ofDeclarations.get(deployment);
  if (known === undefined) {
    known = new Memo(deployment.grounds, () => [contacts(deployment), sipDomains(deployment)]);
    ofDeclarations.set(deployment, known);
  }
  return [users(deployment), ...known.value];
}

/** What hangs on declarations alone. */
const ofDeclarations = new WeakMap<Deployment, Memo<readonly Proof[]>>();

/** Counts who is answered. */
class Count {
  private of = 0;
  private failing = 0;
  private witness: string | null = null;
  private open = false;
  private readonly needs = new Set<string>();

  add(answer: Answered, count: number, who: () => string): void {
    if (answer === undefined) return;
    this.of += count;
    if (answer.outcome === 'unknown') {
      this.open = true;
      for (const need of answer.needs) this.needs.add(need);
    } else if (answer.outcome !== 'hosted' && answer.outcome !== 'local') {
      this.failing += count;
      this.witness ??= who();
    }
  }

  /** More of a kind exist than are declared: of those nothing is known. */
  complete(deployment: Deployment, kind: KindName): void {
    if (deployment.isIncomplete(kind)) this.add({ outcome: 'unknown', needs: [kind] }, 0, () => '');
  }

  proof(claim: Claim): Proof {
    const { of, failing, witness } = this;
    const holds = failing > 0 ? false : this.open ? null : true;
    return { claim, holds, of, failing, witness, needs: [...this.needs].sort() };
  }
}

function users(deployment: Deployment): Proof {
  const count = new Count();
  for (const answered of claimed.of(deployment, refuse, refuse))
    count.add(answered.value, answered.users, () => answered.first.users(1)[0]?.address ?? '');
  return count.proof('users');
}

/** An answer says itself when it isn't known. */
function refuse(fact: UnknownFact): never {
  throw fact;
}

const claimed = new Survey(
  new Remembered((placement): Answered => {
    const answer = answers.noAnswer.of(placement);
    return answer.outcome === 'none' && !wantsVoiceMail(plainReader, placement) ? undefined : answer;
  }),
);

/** Whether somebody whom nobody answers should have voice mail. Without Enterprise Voice a mailbox may serve another telephone system. */
function wantsVoiceMail(read: FactReader, placement: Placement): boolean {
  try {
    if (read.text(placement, 'hostingProvider') !== undefined) return false;
    const mailbox = read.text(placement, 'mailbox');
    return mailbox === 'hosted' || (mailbox === 'local' && read.flag(placement, 'enterpriseVoice') !== false);
  } catch (error) {
    if (error instanceof UnknownFact) return false;
    throw error;
  }
}

const ofContacts = new WeakMap<Declaration, Memo<Pick<Route, 'outcome' | 'needs'>>>();

/** Who answers a contact's number, as it is declared. A rule asks as well. */
export function contactAnswer(deployment: Deployment, contact: Declaration): Pick<Route, 'outcome' | 'needs'> {
  let known = ofContacts.get(contact);
  if (known === undefined) {
    known = new Memo(deployment.grounds, () => {
      const { outcome, needs } = decide(deployment, (read) =>
        contactRoute(deployment, read, contactAfter(deployment, contact, 0), new Trace()),
      );
      return { outcome, needs };
    });
    ofContacts.set(contact, known);
  }
  return known.value;
}

function contacts(deployment: Deployment): Proof {
  const count = new Count();
  for (const contact of deployment.all('exUmContact'))
    count.add(contactAnswer(deployment, contact), 1, () => String(contact.fact('displayNumber') ?? contact.name));
  count.complete(deployment, 'exUmContact');
  return count.proof('contacts');
}

function sipDomains(deployment: Deployment): Proof {
  const count = new Count();
  for (const domain of deployment.all('sipDomain')) {
    if (domain.nameFault) continue;
    try {
      count.add(
        { outcome: isFindable({ deployment, read: plainReader }, domain.name) ? 'hosted' : 'failed', needs: [] },
        1,
        () => domain.name,
      );
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
      count.add({ outcome: 'unknown', needs: error.silent ? [] : [error.name] }, 1, () => domain.name);
    }
  }
  count.complete(deployment, 'sipDomain');
  return count.proof('sipDomains');
}
