import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, type FactReader, plainReader, UnknownFact } from '../model/facts';
import { Noted } from '../model/noted';
import type { Placement } from '../model/placement';
import { Remembered } from '../model/remembered';
import { Survey } from '../model/survey';
import { type Choice, chooseUm } from '../routing/chooseUm';
import { type Effective, effectivePolicy } from '../routing/effectivePolicy';

/** A hosted voice mail policy with those whose calls it sends to the hosted service. */
export interface PolicyUse {
  readonly effective: Effective;
  readonly users: number;
  readonly placements: readonly Placement[];
  /** Whether it is so of one of them. */
  some(test: (placement: Placement) => boolean): boolean;
  readonly contacts: readonly Declaration[];
}

interface InUse {
  readonly uses: readonly PolicyUse[];
  readonly undecided: readonly Undecided[];
}

/** What couldn't be decided about some users. */
export interface Undecided {
  readonly fact: UnknownFact;
  readonly users: number;
}

/** Of fewer facts than the policy: many placements have one. */
const choices = new Remembered((placement) => chooseUm(plainReader, placement));

const hosted = new Remembered((placement): Effective | undefined =>
  choices.of(placement).um === 'hosted' ? effectivePolicy(placement.deployment, plainReader, placement) : undefined,
);

/** The effective policy of hosted users; `undefined` for others. @throws UnknownFact when it hangs on a fact that isn't known. */
export function hostedPolicy(placement: Placement): Effective | undefined {
  return hosted.of(placement);
}

const policies = new Survey(hosted, policyOf);

/** What policies are told apart by. */
function policyOf({ policy }: Effective): Declaration | 'global' {
  return policy ?? 'global';
}

/** All users and contacts of a deployment, by placement, as the rules about them together see them. Made anew for each analysis; what a placement decides is kept. */
export class Crowd {
  private inUse: Noted<InUse> | undefined;

  constructor(readonly deployment: Deployment) {}

  private readonly read: FactReader = plainReader;

  /** Who answers for the users of a placement. @throws UnknownFact when it hangs on a fact that isn't known. */
  choice(placement: Placement): Choice {
    return choiceOf(placement);
  }

  /** Policies that send somebody's calls to a hosted service, those of hosted contacts included, in the order of first use. */
  get policiesInUse(): readonly PolicyUse[] {
    return this.use.uses;
  }

  /** Users and contacts of whom it isn't known whether and by which policy they are hosted. */
  get undecided(): readonly Undecided[] {
    return this.use.undecided;
  }

  private get use(): InUse {
    this.inUse ??= Noted.by(this.deployment.grounds, () => this.findUse());
    return this.inUse.again();
  }

  private findUse(): InUse {
    const undecided: Undecided[] = [];
    const notChecked = (fact: UnknownFact, users: number): void => void undecided.push({ fact, users });
    const users = new Map(policies.of(this.deployment, notChecked).map((use) => [policyOf(use.value), use]));
    const contacts = new Map<
      Declaration | 'global',
      { readonly effective: Effective; readonly contacts: Declaration[] }
    >();
    for (const contact of this.deployment.all('exUmContact')) {
      try {
        if (this.read.text(contact, 'tool') !== 'newCsExUmContact') continue;
        const effective = effectivePolicy(this.deployment, this.read, contact);
        const others = contacts.get(policyOf(effective));
        if (others) others.contacts.push(contact);
        else contacts.set(policyOf(effective), { effective, contacts: [contact] });
      } catch (error) {
        if (!(error instanceof UnknownFact)) throw error;
        notChecked(error, 0);
      }
    }
    const uses = [...new Set([...users.keys(), ...contacts.keys()])].map((key): PolicyUse => {
      const [own, others] = [users.get(key), contacts.get(key)];
      return {
        effective: (own?.value ?? others?.effective) as Effective,
        get users() {
          return own?.users ?? 0;
        },
        get placements() {
          return own?.placements ?? [];
        },
        some: (test) => own?.some(test) ?? false,
        contacts: others?.contacts ?? [],
      };
    });
    return { uses, undecided };
  }

  /** The effective policy of a user's placement or a contact. @throws UnknownFact */
  effective(owner: FactOwner): Effective {
    return effectivePolicy(this.deployment, this.read, owner);
  }
}

/** Who answers for the users of a placement. @throws UnknownFact when it hangs on a fact that isn't known. */
export function choiceOf(placement: Placement): Choice {
  return choices.of(placement);
}
