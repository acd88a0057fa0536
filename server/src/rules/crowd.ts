import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, type FactReader, plainReader, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { Remembered } from '../model/remembered';
import type { UsersBlock } from '../model/usersBlock';
import { type Choice, chooseUm } from '../routing/chooseUm';
import { type Effective, effectivePolicy } from '../routing/effectivePolicy';

/** A hosted voice mail policy with those whose calls it sends to the hosted service. */
export interface PolicyUse {
  readonly effective: Effective;
  users: number;
  readonly placements: Placement[];
  readonly contacts: Declaration[];
}

/** What couldn't be decided about some users. */
export interface Undecided {
  readonly fact: UnknownFact;
  readonly users: number;
}

interface PlacementState {
  readonly choice?: Choice;
  readonly effective?: Effective;
  readonly unknown?: UnknownFact;
}

/** Of fewer facts than the policy: many placements have one. */
const choices = new Remembered((placement) => chooseUm(plainReader, placement));

const states = new Remembered((placement): PlacementState => {
  try {
    const choice = choices.of(placement);
    if (choice.um !== 'hosted') return { choice };
    return { choice, effective: effectivePolicy(placement.deployment, plainReader, placement) };
  } catch (error) {
    if (error instanceof UnknownFact) return { unknown: error };
    throw error;
  }
});

/** All users and contacts of a deployment, by placement, as the rules about them together see them. Made anew for each analysis; what a placement decides is kept. */
export class Crowd {
  private inUse: { readonly uses: readonly PolicyUse[]; readonly undecided: readonly Undecided[] } | undefined;
  private blocks: ReadonlyMap<UsersBlock, readonly Placement[]> | undefined;

  constructor(
    readonly deployment: Deployment,
    readonly placements: readonly Placement[],
    /** Another one whenever a placement comes or goes, or has more or fewer users. */
    readonly signature: number,
  ) {}

  private readonly read: FactReader = plainReader;

  /** The placements of a block. */
  of(block: UsersBlock): readonly Placement[] {
    if (this.blocks === undefined) {
      const blocks = new Map<UsersBlock, Placement[]>();
      for (const placement of this.placements) {
        const own = blocks.get(placement.block);
        if (own) own.push(placement);
        else blocks.set(placement.block, [placement]);
      }
      this.blocks = blocks;
    }
    return this.blocks.get(block) ?? [];
  }

  /** Who answers for the users of a placement. @throws UnknownFact when it hangs on a fact that isn't known. */
  choice(placement: Placement): Choice {
    const { choice, unknown } = states.of(placement);
    if (choice) return choice;
    throw unknown;
  }

  /** Policies that send somebody's calls to a hosted service, those of hosted contacts included, in the order of first use. */
  get policiesInUse(): readonly PolicyUse[] {
    return this.use().uses;
  }

  /** Users and contacts of whom it isn't known whether and by which policy they are hosted. */
  get undecided(): readonly Undecided[] {
    return this.use().undecided;
  }

  private use(): { readonly uses: readonly PolicyUse[]; readonly undecided: readonly Undecided[] } {
    if (this.inUse) return this.inUse;
    const uses = new Map<string, PolicyUse>();
    const undecided: Undecided[] = [];
    const add = (effective: Effective, users: number, placement?: Placement, contact?: Declaration): void => {
      const key = effective.policy?.id ?? 'global';
      const known = uses.get(key);
      if (known === undefined) {
        uses.set(key, {
          effective,
          users,
          placements: placement ? [placement] : [],
          contacts: contact ? [contact] : [],
        });
        return;
      }
      known.users += users;
      if (placement) known.placements.push(placement);
      if (contact) known.contacts.push(contact);
    };
    for (const placement of this.placements) {
      const { effective, unknown } = states.of(placement);
      if (unknown) undecided.push({ fact: unknown, users: placement.count });
      if (effective) add(effective, placement.count, placement);
    }
    for (const contact of this.deployment.all('exUmContact')) {
      try {
        if (this.read.text(contact, 'tool') !== 'newCsExUmContact') continue;
        add(effectivePolicy(this.deployment, this.read, contact), 0, undefined, contact);
      } catch (error) {
        if (!(error instanceof UnknownFact)) throw error;
        undecided.push({ fact: error, users: 0 });
      }
    }
    this.inUse = { uses: [...uses.values()], undecided };
    return this.inUse;
  }

  /** The effective policy of a user's placement or a contact. @throws UnknownFact */
  effective(owner: FactOwner): Effective {
    return effectivePolicy(this.deployment, this.read, owner);
  }
}
