import { addTo } from '../base/lists';
import { fold, sameWord } from '../base/words';
import type { Crowd, Filter, MoveNode, Selection } from '../syntax/ast';
import { userRow } from '../vocabulary';
import { type Declaration, type ModelProblem, readProperty } from './declaration';
import type { Deployment } from './deployment';
import { type FactReader, UNKNOWN, UnknownFact } from './facts';
import { perDeployment } from './perDeployment';
import type { Person } from './person';
import type { UsersBlock } from './usersBlock';
import { bareAddress } from './values';
import { WrittenProperties } from './writtenProperties';

/** One `move` line with its values read. */
export interface Move {
  readonly wave: Declaration;
  /** Its place among the moves of the wave. */
  readonly index: number;
  readonly node: MoveNode;
  readonly selection: Selection | undefined;
  readonly mailbox: 'hosted' | 'local' | 'none' | undefined;
  readonly written: WrittenProperties;
  /** The addresses it names, folded; empty for a crowd. */
  readonly addresses: ReadonlySet<string>;
}

/** A wave with its moves, in its place in the order. */
export interface Wave {
  readonly declaration: Declaration;
  readonly name: string;
  readonly moves: readonly Move[];
  /** Those that name addresses, by each of these: a migration names its thousands one by one. */
  readonly naming: ReadonlyMap<string, readonly Move[]>;
  /** Those that select a crowd. */
  readonly crowds: readonly CrowdMove[];
}

type CrowdMove = Move & { readonly selection: Extract<Selection, { readonly type: 'every' }> };

/** The order of waves, and those that stand in a cycle of `after`. */
export interface WaveOrder {
  readonly waves: readonly Wave[];
  readonly cyclic: readonly Declaration[];
  /** What the order hangs on and isn't known: a date, or what comes before. */
  readonly unknown: UnknownFact | undefined;
  /** Of the properties of move lines; relative to the wave's item. */
  readonly problems: readonly { readonly declaration: Declaration; readonly problem: ModelProblem }[];
}

/** The waves of a deployment: they follow `after`, then `date`, then name. Waves in a cycle come last, in the same order. */
export const waveOrder = perDeployment(orderOf);

function orderOf(deployment: Deployment): WaveOrder {
  const problems: { declaration: Declaration; problem: ModelProblem }[] = [];
  const waves = deployment.all('wave').map((declaration) => readWave(declaration, problems));
  const left = [...waves].sort(byDateAndName);
  const done = new Set<string>();
  const names = new Set(left.map((wave) => wave.declaration.key));
  const sorted: Wave[] = [];
  let unknown: UnknownFact | undefined;
  while (left.length > 0) {
    const isReady = (wave: Wave): boolean => earlier(wave).every((name) => done.has(name) || !names.has(name));
    const ready = left.findIndex(isReady);
    if (ready < 0) break;
    unknown ??= openOrder(left.filter(isReady));
    const [wave] = left.splice(ready, 1);
    if (wave === undefined) break;
    sorted.push(wave);
    done.add(wave.declaration.key);
  }
  return { waves: [...sorted, ...left], cyclic: left.map((wave) => wave.declaration), unknown, problems };
}

/** Which of several waves is next hangs on what isn't known of one of them. */
function openOrder(next: readonly Wave[]): UnknownFact | undefined {
  if (next.length < 2) return undefined;
  for (const { declaration } of next)
    for (const property of ['date', 'after'])
      if (declaration.fact(property) === UNKNOWN) return new UnknownFact(declaration, property, false);
  return undefined;
}

function earlier(wave: Wave): string[] {
  const after = wave.declaration.fact('after');
  return Array.isArray(after) ? after.map((name) => fold(String(name))) : [];
}

function byDateAndName(a: Wave, b: Wave): number {
  const [left, right] = [dateOf(a), dateOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a.declaration.key < b.declaration.key ? -1 : a.declaration.key > b.declaration.key ? 1 : 0;
}

/** A wave without a date comes after those that have one. */
function dateOf(wave: Wave): string {
  const date = wave.declaration.fact('date');
  return typeof date === 'string' ? date : '~';
}

function readWave(declaration: Declaration, problems: { declaration: Declaration; problem: ModelProblem }[]): Wave {
  const moves: Move[] = [];
  for (const node of declaration.node.body?.elements ?? []) {
    if (node.type !== 'move') continue;
    const written = new WrittenProperties();
    const found: ModelProblem[] = [];
    for (const property of node.properties) readProperty(written, userRow, property, found);
    for (const problem of found) problems.push({ declaration, problem });
    const { selection } = node;
    const words = selection?.type === 'addresses' ? selection.addresses : [];
    const addresses = new Set(words.map((word) => fold(bareAddress(word.text))));
    const mailbox = (['hosted', 'local', 'none'] as const).find(
      (place) => node.mailbox && sameWord(place, node.mailbox.text),
    );
    moves.push({ wave: declaration, index: moves.length, node, selection, mailbox, written, addresses });
  }
  const naming = new Map<string, Move[]>();
  for (const move of moves) for (const address of move.addresses) addTo(naming, address, move);
  const crowds = moves.filter((move): move is CrowdMove => move.selection?.type === 'every');
  return { declaration, name: declaration.name, moves, naming, crowds };
}

export function waveNamed(deployment: Deployment, name: string): number {
  return waveOrder(deployment).waves.findIndex((wave) => sameWord(wave.name, name));
}

/** Those of some waves that retire local UM. */
export function retiringIn(waves: readonly Wave[]): Declaration[] {
  return waves.map((wave) => wave.declaration).filter((wave) => wave.written.has('retire'));
}

/** What a crowd's filters ask beside the facts of a user; the effective policy is computed by a room above. */
export type PolicyNamed = (read: FactReader, person: Person, policy: string) => boolean;

/** Whether a user, in some state, belongs to a crowd. @throws UnknownFact when it hangs on a fact that isn't known. */
export function inCrowd(read: FactReader, crowd: Crowd, person: Person, hasPolicy: PolicyNamed): boolean {
  return crowd.of === 'user' && crowd.filters.every((filter) => passes(read, filter, person, hasPolicy));
}

function passes(read: FactReader, { by, name }: Filter, person: Person, hasPolicy: PolicyNamed): boolean {
  const { deployment, placement } = person;
  const wanted = fold(name.text);
  switch (by) {
    case 'group':
      return placement.block.declaration.key === wanted;
    case 'domain':
      return fold(placement.domain) === wanted;
    case 'mailbox':
    case 'pool':
    case 'wave':
      return fold(read.text(person, by) ?? '') === wanted;
    case 'site':
      return deployment.find('pool', read.text(person, 'pool'))?.parent?.key === wanted;
    case 'policy':
      return hasPolicy(read, person, name.text);
  }
}

/** The groups that alone may belong to a crowd, where it names one: among many of them the others needn't be asked. */
export function groupsOf(deployment: Deployment, crowd: Crowd): readonly UsersBlock[] | undefined {
  const group = crowd.filters.find(({ by }) => by === 'group');
  if (group === undefined) return undefined;
  const named = deployment.named('users', group.name.text);
  return named.map((declaration) => deployment.block(declaration)).filter((block) => block !== undefined);
}

/** The moves of a wave that select a user, in the state just before it. */
export function movesOf(
  read: FactReader,
  wave: Wave,
  before: Person,
  address: string,
  hasPolicy: PolicyNamed,
): readonly Move[] {
  const crowds = wave.crowds.filter(({ selection }) => inCrowd(read, selection.crowd, before, hasPolicy));
  return together(wave.naming.get(address) ?? [], crowds);
}

function together(named: readonly Move[], crowds: readonly Move[]): readonly Move[] {
  if (crowds.length === 0) return named;
  return [...named, ...crowds].sort((a, b) => a.index - b.index);
}

/** The moves of contacts: moving a contact changes its tool. The state's `tool` after the first waves, `undefined` where nothing moved it. */
export function contactMoves(deployment: Deployment, contact: Declaration, count: number): readonly Move[] {
  return waveOrder(deployment)
    .waves.slice(0, count)
    .flatMap(({ naming, crowds }) =>
      together(
        naming.get(contact.key) ?? [],
        crowds.filter(({ selection }) => contactInCrowd(deployment, selection.crowd, contact)),
      ),
    );
}

export function contactInCrowd(deployment: Deployment, crowd: Crowd, contact: Declaration): boolean {
  if (crowd.of !== 'contact') return false;
  const pool = contact.fact('pool');
  const facts: Readonly<Record<Filter['by'], string | undefined>> = {
    pool: String(pool ?? ''),
    site: deployment.find('pool', typeof pool === 'string' ? pool : undefined)?.parent?.name,
    domain: contact.name.slice(contact.name.indexOf('@') + 1),
    policy: String(contact.fact('policy') ?? ''),
    mailbox: contact.fact('tool') === 'ocsUmUtil' ? 'local' : 'hosted',
    group: undefined,
    wave: undefined,
  };
  return crowd.filters.every(({ by, name }) => facts[by] !== undefined && sameWord(facts[by], name.text));
}
