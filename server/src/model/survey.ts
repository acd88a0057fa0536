import { sameElements } from '../base/lists';
import { type Answered, type Asked, gather, type Part, Together, type Unknown } from './answered';
import { Cohorts } from './cohorts';
import type { Deployment } from './deployment';
import { UnknownFact } from './facts';
import { grounded } from './grounds';
import type { Placement } from './placement';
import { Remembered } from './remembered';
import { noteUserLook, type UserLook } from './userLooks';
import type { UsersBlock } from './usersBlock';

export type { Answered } from './answered';

/** Told of whom it isn't known. */
export type NotKnown = (fact: UnknownFact, users: number) => void;

/** Whom it concerns that it isn't known: of a broken reference, which is reported where it stands, most have nothing to say. */
interface Hearers {
  readonly notKnown: NotKnown;
  readonly broken: NotKnown | undefined;
}

/** What was seen of what a block says. It is looked at again only when something changed at all. */
class PartLook<T, S> implements UserLook {
  private rows: number;
  private declarations: number;

  constructor(
    private readonly asked: AskedOf<T>,
    private readonly isSeen: (now: Part<T>, seen: S) => boolean,
    private readonly seen: S,
  ) {
    this.rows = asked.block.version;
    this.declarations = asked.deployment.grounds.version;
  }

  get of(): UsersBlock {
    return this.asked.block;
  }

  stands(): boolean {
    const { block, deployment } = this.asked;
    const { version } = deployment.grounds;
    if (block.version === this.rows && version === this.declarations) return true;
    if (!this.isSeen(this.asked.part, this.seen)) return false;
    this.rows = block.version;
    this.declarations = version;
    return true;
  }
}

/** Keeps what a block says as long as its cohorts are the same. */
class AskedOf<T> implements Asked<T> {
  private kept: { readonly cohorts: unknown; readonly part: Part<T> } | undefined;

  constructor(
    readonly deployment: Deployment,
    readonly block: UsersBlock,
    private readonly cohorts: Cohorts<T | UnknownFact | undefined>,
  ) {}

  get part(): Part<T> {
    const cohorts = this.cohorts.of(this.deployment, this.block);
    if (this.kept?.cohorts !== cohorts) this.kept = { cohorts, part: gather(cohorts, this) };
    return this.kept.part;
  }
}

/**
 * A question to all users, put to each placement. The answers of a block are kept by cohorts: an edit asks those again whose answers hang on what it changed.
 */
export class Survey<T> {
  private readonly cohorts: Cohorts<T | UnknownFact | undefined>;
  private readonly asked = new WeakMap<UsersBlock, AskedOf<T>>();

  /**
   * @param ask what is asked; `undefined` for those of whom there is nothing to say. It must look at nothing but the facts of the placement and the declarations. What is remembered by
   * itself is asked once of those who look alike to it.
   * @param keyOf what answers are told apart by, when they are not the same object.
   */
  constructor(
    ask: Remembered<T | undefined> | ((placement: Placement) => T | undefined),
    keyOf: (answer: T) => unknown = (answer) => answer,
  ) {
    this.cohorts = new Cohorts(
      ask instanceof Remembered
        ? (placement) => ask.about(placement)
        : (placement) => grounded(placement.deployment.grounds, () => attempt(ask, placement)),
      (answer) => (answer === undefined || answer instanceof UnknownFact ? answer : keyOf(answer)),
    );
  }

  /**
   * The answers, in the order in which they were first given.
   * @param broken told of those of whom it isn't known for a reference that is broken; else nobody is.
   */
  of(deployment: Deployment, notKnown: NotKnown, broken?: NotKnown): readonly Answered<T>[] {
    const all = new Map<unknown, Together<T>>();
    for (const block of deployment.blocks) {
      for (const [key, group] of this.ask(deployment, block, { notKnown, broken }).groups) {
        const others = all.get(key);
        if (others) others.add(group);
        else all.set(key, new Together(group.value, group));
      }
    }
    return [...all.values()];
  }

  /** The same of the users of one block. */
  ofBlock(deployment: Deployment, block: UsersBlock, notKnown: NotKnown): readonly Answered<T>[] {
    return [...this.ask(deployment, block, { notKnown, broken: undefined }).groups.values()];
  }

  /**
   * Which of some answers are given, by what they are told apart by: that others come or go is no matter.
   * @param notKnown told of everybody of whom it isn't known.
   */
  among(deployment: Deployment, keys: ReadonlySet<unknown>, notKnown: NotKnown): ReadonlySet<unknown> {
    const all = new Set<unknown>();
    for (const block of deployment.blocks) {
      const asked = this.askedOf(deployment, block);
      const { part } = asked;
      const given = givenIn(part, keys);
      noteUserLook({}, () => new PartLook(asked, areAmong, { unknown: part.unknown, keys, given }));
      tell(asked, allUnknown, notKnown);
      for (const key of given) all.add(key);
    }
    return all;
  }

  /** What a block says; whether it says the same later, by however many, isn't asked as long as nothing at all changed. */
  private ask(deployment: Deployment, block: UsersBlock, { notKnown, broken }: Hearers): Part<T> {
    const asked = this.askedOf(deployment, block);
    const { part } = asked;
    if (broken) noteUserLook(part.groups, () => new PartLook(asked, areAllAlike, part));
    else noteUserLook(part, () => new PartLook(asked, areOpenAlike, part));
    const heard = broken ? allUnknown : openUnknown;
    tell(asked, heard, (fact, users) => (fact.silent && broken ? broken : notKnown)(fact, users));
    return part;
  }

  private askedOf(deployment: Deployment, block: UsersBlock): AskedOf<T> {
    let asked = this.asked.get(block);
    if (asked === undefined) {
      asked = new AskedOf(deployment, block, this.cohorts);
      this.asked.set(block, asked);
    }
    return asked;
  }
}

/** Tells of whom the answer isn't known, by placement. */
function tell<T>(asked: Asked<T>, heard: Heard, notKnown: NotKnown): void {
  const unknown = heard(asked.part);
  if (unknown.length === 0) return;
  const counts = countsOf(unknown);
  const stands = (): boolean => sameElements(countsOf(heard(asked.part)), counts);
  noteUserLook(unknown, () => ({ of: asked.block, stands }));
  for (const [i, { value }] of unknown.entries()) notKnown(value, counts[i] as number);
}

function attempt<T>(ask: (placement: Placement) => T, placement: Placement): T | UnknownFact {
  try {
    return ask(placement);
  } catch (error) {
    if (error instanceof UnknownFact) return error;
    throw error;
  }
}

type Heard = (part: Part<unknown>) => Unknown;

const allUnknown: Heard = ({ unknown }) => unknown;
const openUnknown: Heard = ({ open }) => open;

function isSameFact(a: UnknownFact, b: UnknownFact | undefined): boolean {
  return a === b || (a.name === b?.name && a.silent === b.silent);
}

function countsOf(unknown: Unknown): readonly number[] {
  return unknown.map(({ placement }) => placement.ownCount);
}

/** Of what isn't known only that is told. */
function areSameFacts(a: Unknown, b: Unknown): boolean {
  return a.length === b.length && a.every(({ value }, i) => isSameFact(value, b[i]?.value));
}

function givenIn({ groups }: Part<unknown>, keys: ReadonlySet<unknown>): readonly unknown[] {
  return [...groups.keys()].filter((key) => keys.has(key));
}

function areAmong(
  now: Part<unknown>,
  seen: { readonly unknown: Unknown; readonly keys: ReadonlySet<unknown>; readonly given: readonly unknown[] },
): boolean {
  return areSameFacts(now.unknown, seen.unknown) && sameElements(givenIn(now, seen.keys), seen.given);
}

function areAllAlike<T>(now: Part<T>, seen: Part<T>): boolean {
  return now === seen || areAlike(now, seen, allUnknown);
}

function areOpenAlike<T>(now: Part<T>, seen: Part<T>): boolean {
  return now === seen || areAlike(now, seen, openUnknown);
}

/** Whether the same answers are given in the same order; whoever asks how many or who gave one notes that. */
function areAlike<T>(a: Part<T>, b: Part<T>, heard: Heard): boolean {
  if (a.groups.size !== b.groups.size || !areSameFacts(heard(a), heard(b))) return false;
  const others = b.groups.entries();
  for (const [key, { value }] of a.groups) {
    const [otherKey, other] = others.next().value as [unknown, Pick<Answered<T>, 'value'>];
    if (key !== otherKey || value !== other.value) return false;
  }
  return true;
}
