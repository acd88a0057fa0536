import type { Span } from '../base/span';
import type { Declaration } from './declaration';
import type { Deployment } from './deployment';
import { type Fact, type FactReader, UNSET } from './facts';
import type { Person } from './person';
import type { Placement } from './placement';
import { noteRows } from './userLooks';
import type { UsersBlock } from './usersBlock';
import { type Move, movesOf, type PolicyNamed, retiringIn, type Wave, waveOrder } from './waves';

/** Who has EUM proxy addresses when a wave retires local UM. */
class Remaining implements Person {
  readonly id: string;

  constructor(
    private readonly before: Person,
    readonly retiring: readonly Declaration[],
  ) {
    this.id = before.id;
  }

  get deployment(): Deployment {
    return this.before.deployment;
  }

  get placement(): Placement {
    return this.before.placement;
  }

  fact(property: string): Fact | undefined {
    return this.before.fact(property);
  }

  has(property: string): boolean {
    return this.before.has(property);
  }

  nearer(a: string, b: string): boolean {
    return this.before.nearer(a, b);
  }

  cause(property?: string): ReturnType<Person['cause']> {
    return this.before.cause(property);
  }
}

/** Whether local UM may answer for somebody: only then it matters to him what is retired. */
function hasProxies(person: Person): boolean {
  const plan = person.fact('umDialPlan');
  return plan !== undefined && plan !== UNSET;
}

/** A user, or users of one placement, after some moves. */
export class MovedPerson implements Person {
  readonly id: string;

  constructor(
    private readonly before: Person,
    readonly move: Move,
    private readonly changed: ReadonlyMap<string, Fact>,
    readonly retiring: readonly Declaration[],
  ) {
    this.id = `${before.id}>${move.wave.id}:${move.node.start}`;
  }

  get deployment(): Deployment {
    return this.before.deployment;
  }

  get placement(): Placement {
    return this.before.placement;
  }

  fact(property: string): Fact | undefined {
    return this.changed.has(property) ? this.changed.get(property) : this.before.fact(property);
  }

  has(property: string): boolean {
    return this.changed.has(property) || this.before.has(property);
  }

  nearer(a: string, b: string): boolean {
    if (this.changed.has(a) !== this.changed.has(b)) return this.changed.has(a);
    return !this.changed.has(a) && this.before.nearer(a, b);
  }

  cause(property?: string): Span & { readonly path: string } {
    if (property === undefined || !this.changed.has(property)) return this.before.cause(property);
    const { wave, node, written } = this.move;
    const own = written.get(property)?.node ?? node.mailbox ?? node;
    return { path: wave.path, ...wave.absolute(own) };
  }
}

/**
 * The state after a move. A mailbox move after which voice mail is to be hosted sets Exchange's pair to 1, clears Lync's and leaves the EUM proxies; any other
 * mailbox move clears the attribute, and `to none` the proxies too. Other properties are new values.
 */
function applyMove(read: FactReader, person: Person, move: Move, retiring: readonly Declaration[]): Person {
  const changed = new Map<string, Fact>();
  for (const [name, { value }] of move.written) changed.set(name, value);
  if (move.mailbox) {
    changed.set('mailbox', move.mailbox);
    const cloud = move.written.has('enableCloudVoiceMail')
      ? move.written.get('enableCloudVoiceMail')?.value === true
      : move.mailbox === 'local' && read.flag(person, 'enableCloudVoiceMail') === true;
    const hosted = move.mailbox === 'hosted' || (move.mailbox === 'local' && cloud);
    if (!changed.has('exchangeHostedVoiceMail')) changed.set('exchangeHostedVoiceMail', hosted ? true : UNSET);
    if (!changed.has('hostedVoiceMail')) changed.set('hostedVoiceMail', UNSET);
    if (move.mailbox === 'none' && !changed.has('umDialPlan')) changed.set('umDialPlan', UNSET);
  }
  return new MovedPerson(person, move, changed, retiring);
}

/**
 * The state of a user after the first `waves` waves.
 * @param address folded, without `sip:`.
 */
export function stateAfter(
  read: FactReader,
  person: Person,
  address: string,
  waves: readonly Wave[],
  hasPolicy: PolicyNamed,
): Person {
  let state = person;
  let retiring = person.retiring ?? [];
  for (const wave of waves) {
    // A selection sees the state just before its wave.
    const before = state;
    retiring = [...retiring, ...retiringIn([wave])];
    if (retiring.length > (state.retiring?.length ?? 0) && hasProxies(state)) state = new Remaining(state, retiring);
    for (const move of movesOf(read, wave, before, address, hasPolicy)) state = applyMove(read, state, move, retiring);
  }
  return state;
}

/** Users of one placement that all waves so far treat alike: the placement, without those that a move names. */
export interface CrowdShare {
  readonly placement: Placement;
  readonly count: number;
  /** The address, folded, of the one user that a move names. */
  readonly only?: string;
}

/** A share of the users in some state. */
export interface CrowdPart extends CrowdShare {
  readonly person: Person;
}

/** All users, by placement; those that a move of the first `count` waves names by address stand alone. */
export function* crowdShares(
  deployment: Deployment,
  count: number,
  groups?: readonly UsersBlock[],
): Generator<CrowdShare> {
  const named = new Map<Placement, Set<string>>();
  for (const wave of waveOrder(deployment).waves.slice(0, count)) {
    for (const address of wave.moves.flatMap((move) => [...move.addresses])) {
      const [user] = deployment.usersWithAddress(address);
      if (!user) continue;
      const alone = named.get(user.placement);
      if (alone) alone.add(address);
      else named.set(user.placement, new Set([address]));
    }
  }
  for (const placement of groups?.flatMap((group) => placementsIn(deployment, group)) ?? deployment.placements()) {
    const alone = named.get(placement) ?? nobody;
    for (const only of alone) yield { placement, count: 1, only };
    const rest = placement.count - alone.size;
    if (rest > 0) yield { placement, count: rest };
  }
}

const nobody: ReadonlySet<string> = new Set();

function placementsIn(deployment: Deployment, group: UsersBlock): readonly Placement[] {
  noteRows(group);
  return deployment.placementsOf(group);
}

/**
 * All users after the first `count` waves, by placement; those of some groups, where it is said of which.
 * @throws UnknownFact when a selection hangs on a fact that isn't known.
 */
export function* crowdAfter(
  deployment: Deployment,
  read: FactReader,
  count: number,
  hasPolicy: PolicyNamed,
  groups?: readonly UsersBlock[],
): Generator<CrowdPart> {
  const waves = waveOrder(deployment).waves.slice(0, count);
  for (const share of crowdShares(deployment, count, groups))
    yield { ...share, person: stateAfter(read, share.placement, share.only ?? '', waves, hasPolicy) };
}
