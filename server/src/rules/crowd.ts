import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, type FactReader, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
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

export interface PlacementState {
  readonly choice?: Choice;
  readonly effective?: Effective;
  readonly unknown?: UnknownFact;
}

/** All users and contacts of a deployment, by placement, as the rules about them together see them. Made anew for each analysis; what a placement decides is kept. */
export class Crowd {
  private inUse: { readonly uses: readonly PolicyUse[]; readonly undecided: readonly Undecided[] } | undefined;

  private counted: string | undefined;

  private byBlock: Map<UsersBlock, Placement[]> | undefined;

  constructor(
    readonly deployment: Deployment,
    private readonly read: FactReader,
    private readonly known: WeakMap<Placement, PlacementState>,
    readonly placements: readonly Placement[],
  ) {}

  /** Changes whenever a placement comes or goes, or has more or fewer users. */
  get signature(): string {
    this.counted ??= this.placements.map((placement) => `${placement.id}:${placement.count}`).join(' ');
    return this.counted;
  }

  /** The placements of a block of users. */
  of(block: UsersBlock): readonly Placement[] {
    if (this.byBlock === undefined) {
      this.byBlock = new Map();
      for (const placement of this.placements) {
        const known = this.byBlock.get(placement.block);
        if (known) known.push(placement);
        else this.byBlock.set(placement.block, [placement]);
      }
    }
    return this.byBlock.get(block) ?? [];
  }

  private state(placement: Placement): PlacementState {
    let state = this.known.get(placement);
    if (state === undefined) {
      state = this.decide(placement);
      this.known.set(placement, state);
    }
    return state;
  }

  private decide(placement: Placement): PlacementState {
    try {
      const choice = chooseUm(this.read, placement);
      if (choice.um !== 'hosted') return { choice };
      return { choice, effective: effectivePolicy(this.deployment, this.read, placement) };
    } catch (error) {
      if (error instanceof UnknownFact) return { unknown: error };
      throw error;
    }
  }

  /** Who answers for the users of a placement. @throws UnknownFact when it hangs on a fact that isn't known. */
  choice(placement: Placement): Choice {
    const { choice, unknown } = this.state(placement);
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
    const useOf = (effective: Effective): PolicyUse => {
      const key = effective.policy?.id ?? 'global';
      const known = uses.get(key);
      if (known) return known;
      const use: PolicyUse = { effective, users: 0, placements: [], contacts: [] };
      uses.set(key, use);
      return use;
    };
    for (const placement of this.placements) {
      const { effective, unknown } = this.state(placement);
      if (unknown) undecided.push({ fact: unknown, users: placement.count });
      if (effective === undefined) continue;
      const use = useOf(effective);
      use.users += placement.count;
      use.placements.push(placement);
    }
    for (const contact of this.deployment.all('exUmContact')) {
      try {
        if (this.read.text(contact, 'tool') !== 'newCsExUmContact') continue;
        useOf(effectivePolicy(this.deployment, this.read, contact)).contacts.push(contact);
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
