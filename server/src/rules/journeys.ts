import { addTo } from '../base/lists';
import { count, fold } from '../base/words';
import { UnknownFact } from '../model/facts';
import { Noted } from '../model/noted';
import type { Person } from '../model/person';
import type { Placement, UserRow } from '../model/placement';
import { bareAddress } from '../model/values';
import { stateAfter } from '../model/waveStates';
import { type Move, movesOf, type Wave, waveOrder } from '../model/waves';
import { hasPolicy } from '../routing/route';
import type { Crowd } from './crowd';
import { livePlace } from './livePlace';
import type { Finding, Fix, Place, RuleContext } from './types';

/** What a wave does to users. */
export interface Step {
  /** Its place in the order of waves. */
  readonly index: number;
  readonly wave: Wave;
  readonly before: Person;
  readonly after: Person;
  readonly moves: readonly Move[];
  /** The move of the mailbox, when there is one. */
  readonly mailboxMove: Move | undefined;
}

/** The way of users through the waves: those of a placement that no move names, or one who is named. */
export interface Journey {
  readonly placement: Placement;
  readonly count: number;
  /** The address, folded, of the one who is named. */
  readonly only: string | undefined;
  readonly steps: readonly Step[];
}

export interface Journeys {
  readonly all: readonly Journey[];
  /** The journey of an address; `undefined` when no user has it. */
  of(address: string): Journey | undefined;
  /** The journey of the users of a placement that no move names. */
  ofPlacement(placement: Placement): Journey | undefined;
  /** The addresses, folded, that moves name. */
  readonly named: ReadonlySet<string>;
}

const cache = new WeakMap<
  Crowd,
  Noted<{ readonly journeys: Journeys; readonly unknown: readonly [UnknownFact, number][] }>
>();

/** How all users go through the waves. Computed once for a state of the users; each rule that asks notes those of whom it isn't known. @throws UnknownFact when the order isn't. */
export function journeysOf(crowd: Crowd, context: RuleContext): Journeys {
  const { unknown: open } = waveOrder(context.deployment);
  if (open) throw open;
  let known = cache.get(crowd);
  if (known === undefined) {
    known = Noted.by(context.deployment.grounds, () => {
      const unknown: [UnknownFact, number][] = [];
      const noting = { ...context, notChecked: (fact: UnknownFact, users: number) => void unknown.push([fact, users]) };
      return { journeys: findJourneys(crowd, noting), unknown };
    });
    cache.set(crowd, known);
  }
  const { journeys, unknown } = known.again();
  for (const [fact, users] of unknown) context.notChecked(fact, users);
  return journeys;
}

function findJourneys(crowd: Crowd, context: RuleContext): Journeys {
  const { deployment } = context;
  const { waves } = waveOrder(deployment);
  const named = new Map<string, Placement>();
  for (const address of waves.flatMap((wave) => wave.moves.flatMap((move) => [...move.addresses]))) {
    const [user] = named.has(address) ? [] : deployment.usersWithAddress(address);
    if (user) named.set(address, user.placement);
  }
  const all: Journey[] = [];
  const byPlacement = new Map<Placement, Journey>();
  const byAddress = new Map<string, Journey>();
  const alone = new Map<Placement, string[]>();
  for (const [address, placement] of named) addTo(alone, placement, address);
  const add = (placement: Placement, count: number, only: string | undefined): void => {
    try {
      const journey = { placement, count, only, steps: stepsOf(context, waves, placement, only ?? '') };
      all.push(journey);
      if (only === undefined) byPlacement.set(placement, journey);
      else byAddress.set(only, journey);
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
      context.notChecked(error, count);
    }
  };
  if (waves.length > 0) {
    for (const placement of crowd.deployment.placements()) {
      const own = alone.get(placement) ?? [];
      for (const address of own) add(placement, 1, address);
      if (placement.count > own.length) add(placement, placement.count - own.length, undefined);
    }
  }
  return {
    all,
    named: new Set(byAddress.keys()),
    ofPlacement: (placement) => byPlacement.get(placement),
    of(address) {
      const key = fold(bareAddress(address));
      const found = byAddress.get(key);
      if (found) return found;
      const [user] = deployment.usersWithAddress(key);
      return user && byPlacement.get(user.placement);
    },
  };
}

function stepsOf({ read }: RuleContext, waves: readonly Wave[], placement: Placement, address: string): Step[] {
  const steps: Step[] = [];
  let before: Person = placement;
  waves.forEach((wave, index) => {
    const moves = movesOf(read, wave, before, address, hasPolicy);
    if (moves.length === 0) return;
    const after = stateAfter(read, before, address, [wave], hasPolicy);
    const mailboxMove = moves.find((move) => move.mailbox !== undefined);
    steps.push({ index, wave, before, after, moves, mailboxMove });
    before = after;
  });
  return steps;
}

/** The wave in which the mailbox moves, by its place in the order. */
export function mailboxWave(journey: Journey | undefined): Step | undefined {
  return journey?.steps.find((step) => step.mailboxMove !== undefined);
}

/** Where a move names who moves: the address of the one that is meant, else its selection. */
export function selectionPlace(move: Move, only?: string): Place {
  const { selection, word } = move.node;
  const own =
    selection?.type === 'addresses'
      ? selection.addresses.find((each) => fold(bareAddress(each.text)) === only)
      : undefined;
  return { path: move.wave.path, ...move.wave.absolute(own ?? selection ?? word) };
}

/** Where a move says where the mailbox goes. */
export function destinationPlace(move: Move): Place {
  return { path: move.wave.path, ...move.wave.absolute(move.node.mailbox ?? move.node.word) };
}

/** Where a move gives a property its new value. */
export function valuePlace(move: Move, property: string): Place {
  const node = move.written.get(property)?.node;
  return livePlace(move.wave, () => move.wave.absolute(node?.values[0] ?? node ?? move.node.word));
}

/** A finding about users on their way; the message is made from who is hit. */
export interface JourneyFinding {
  readonly at: Place;
  readonly message: (who: string) => string;
  readonly related?: Finding['related'];
  readonly follows?: NonNullable<Finding['follows']>;
  readonly fixes?: () => readonly Fix[];
}

/** Findings about users on their way, those of one place and cause as one. */
export class JourneyFindings {
  private readonly found = new Map<string, { finding: JourneyFinding; journeys: Journey[] }>();

  add(journey: Journey, finding: JourneyFinding): void {
    const key = `${finding.at.path}:${finding.at.start}:${finding.message('')}`;
    const known = this.found.get(key);
    if (known) known.journeys.push(journey);
    else this.found.set(key, { finding, journeys: [journey] });
  }

  report({ report }: RuleContext): void {
    for (const { finding, journeys } of this.found.values()) {
      const users = journeys.reduce((sum, journey) => sum + journey.count, 0);
      const first = journeys.flatMap((journey) => travellers(journey)).slice(0, 3);
      const who = users === 1 && first[0] ? first[0].address : count(users, 'user');
      const witnesses = first.map((user) => ({ at: { path: user.path, ...user.addressSpan }, message: user.address }));
      report({
        ...finding,
        message: finding.message(who),
        users,
        related: [...(finding.related ?? []), ...witnesses],
      });
    }
  }
}

/** The first users who are on a journey. */
function travellers({ placement, only }: Journey): UserRow[] {
  return only === undefined ? placement.users(3) : placement.deployment.usersWithAddress(only);
}
