import { fold, orList, sameWord, withArticle } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment, Expectation } from '../model/deployment';
import { plainReader, UNKNOWN, UnknownFact } from '../model/facts';
import type { Person } from '../model/person';
import { Survey } from '../model/survey';
import { bareAddress } from '../model/values';
import { type CrowdPart, crowdAfter } from '../model/waveStates';
import { contactInCrowd, groupsOf, inCrowd, waveNamed, waveOrder } from '../model/waves';
import type { Crowd, Word } from '../syntax/ast';
import { quoteWord } from '../syntax/print';
import { kindOf } from '../vocabulary';
import { type Answer, answerOf, answers } from './answers';
import { contactAfter, contactRoute } from './numbers';
import { decide, hasPolicy, routeOfAddress, routeOfNumber, routeOfPerson } from './route';
import { Trace } from './trace';
import { type CallEvent, callEvents, type Part, type Route } from './types';

/** What became of an expectation. */
export interface Verdict {
  /** `null`: it hangs on facts that aren't known. */
  readonly passed: boolean | null;
  /** The first who fails, with the route taken; where nobody does, the first route that is open. */
  readonly witness: string | null;
  readonly route: Route | null;
  readonly failing: number;
  /** How many were asked about. */
  readonly of: number;
  readonly needs: readonly string[];
  /** Undecided because of faults that are reported where they stand: a broken reference, a value that is none. */
  readonly broken?: true;
  /** A fault of the expectation itself: what it names isn't there. */
  readonly fault?: Fault;
}

/** One who was asked about, `count` alike. Whose name is read from the rows only when it is told. */
interface Asked {
  /** Looked up for the one who is named. */
  readonly who: () => string;
  readonly count: number;
  readonly answer: Answer;
  /** With its causes where they are now. */
  readonly route: () => Route;
  /** Whether they are meant at all hangs on these facts. */
  readonly perhaps?: string;
}

/** Evaluates an expectation over placements: exhaustively, but no user twice. */
export function evaluate(deployment: Deployment, expectation: Expectation): Verdict {
  const { claim, event, when } = expectation.node;
  const nothing: Verdict = { passed: null, witness: null, route: null, failing: 0, of: 0, needs: [] };
  if (claim === undefined) return nothing;
  const fault = (found: Fault): Verdict => ({ ...nothing, passed: false, fault: found });
  const faulty = (word: Word, message: string): Verdict => fault({ word, message });
  const wanted = event && callEvents.find((name) => sameWord(name, event.text));
  if (event && !wanted) return faulty(event, `There is no event "${event.text}"; there are ${callEvents.join(', ')}`);
  let waves = 0;
  if (when) {
    const index = waveNamed(deployment, when.wave.text);
    if (index < 0) return faulty(when.wave, `There is no wave "${when.wave.text}"`);
    waves = when.relation === 'before' ? index : index + 1;
  }
  try {
    const asked = ask(
      deployment,
      claim.type === 'reaches' ? claim.selection : { type: 'every', crowd: claim.crowd },
      wanted ?? 'noAnswer',
      waves,
    );
    if ('word' in asked) return fault(asked);
    if (claim.type === 'noneUnreachable')
      return judge(asked, ({ outcome, needs }) => (outcome === 'unknown' ? needs : outcome !== 'failed'));
    const test = targetTest(deployment, claim.target, claim.kind);
    if ('word' in test) return fault(test);
    return judge(asked, test.reached);
  } catch (error) {
    if (error instanceof UnknownFact)
      return error.silent ? { ...nothing, broken: true } : { ...nothing, needs: [error.name] };
    throw error;
  }
}

/** Whether a call ends where it has to, or the facts that this hangs on. */
type Reached = (answer: Answer) => boolean | readonly string[];

function judge(asked: Iterable<Asked>, reached: Reached): Verdict {
  let failing = 0;
  let of = 0;
  let undecided = false;
  let broken = true;
  let first: Asked | undefined;
  let open: Asked | undefined;
  const needs = new Set<string>();
  for (const one of asked) {
    of += one.count;
    const { answer } = one;
    const result = reached(answer);
    const facts = typeof result === 'boolean' ? [] : result;
    if (facts === result || (one.perhaps && !result)) {
      undecided = true;
      open ??= one;
      // What no document says is told by a decision; a fault that is reported elsewhere leaves none.
      if (one.perhaps || facts.length > 0 || answer.decided) broken = false;
      for (const need of facts) needs.add(need);
      if (one.perhaps) needs.add(one.perhaps);
    } else if (!result) {
      failing += one.count;
      first ??= one;
    }
  }
  const passed = failing > 0 ? false : undecided ? null : true;
  const told = first ?? open;
  return {
    passed,
    witness: first?.who() ?? null,
    route: told?.route() ?? null,
    failing,
    of,
    needs: [...needs].sort(),
    ...(passed === null && broken && { broken }),
  };
}

/** A word of an expectation that names nothing, or several objects: then as what it can be written. */
interface Fault {
  readonly word: Word;
  readonly message: string;
  readonly meant?: readonly string[];
}

function ask(
  deployment: Deployment,
  selection:
    | { readonly type: 'every'; readonly crowd: Crowd }
    | NonNullable<Extract<Expectation['node']['claim'], { type: 'reaches' }>>['selection'],
  event: CallEvent,
  waves: number,
): Iterable<Asked> | Fault {
  switch (selection.type) {
    case 'every':
      if (selection.crowd.of === 'user' && waves === 0) return askDeclared(deployment, selection.crowd, event);
      return selection.crowd.of === 'user'
        ? askUsers(deployment, selection.crowd, event, waves)
        : askContacts(deployment, selection.crowd, waves);
    case 'call': {
      const route = routeOfNumber(deployment, selection.number.text, waves);
      if (route === undefined) {
        const unnumbered = deployment.all('exUmContact').find((contact) => contact.fact('displayNumber') === UNKNOWN);
        if (unnumbered) throw new UnknownFact(unnumbered, 'displayNumber', false);
        const message = `Nobody has the number ${selection.number.text}: neither a contact nor a user`;
        return { word: selection.number, message };
      }
      return [{ who: () => selection.number.text, count: 1, ...taken(route) }];
    }
    case 'addresses': {
      const asked: Asked[] = [];
      for (const word of selection.addresses) {
        const route = routeOfAddress(deployment, word.text, event, waves);
        if (route === undefined) return { word, message: `There is no user and no contact ${word.text}` };
        asked.push({ who: () => bareAddress(word.text), count: 1, ...taken(route) });
      }
      return asked;
    }
  }
}

function taken(route: Route): Pick<Asked, 'answer' | 'route'> {
  return { answer: answerOf(route), route: () => route };
}

/** What users who may be meant are answered; `perhaps`: a fact that it hangs on whether they are. */
interface Meant {
  readonly answer: Answer;
  readonly perhaps: string | undefined;
}

const surveys = new WeakMap<Crowd, Map<CallEvent, Survey<Meant>>>();

/** The answers to the users of a crowd, as they are declared. */
function surveyOf(crowd: Crowd, event: CallEvent): Survey<Meant> {
  const ofCrowd = surveys.get(crowd) ?? new Map<CallEvent, Survey<Meant>>();
  surveys.set(crowd, ofCrowd);
  let survey = ofCrowd.get(event);
  if (survey === undefined) {
    survey = new Survey(
      (placement) => {
        const meant = membership(crowd, placement);
        if (meant === false) return undefined;
        return { answer: answers[event].of(placement), perhaps: meant === true ? undefined : meant };
      },
      // Equal answers are one object.
      ({ answer, perhaps }) => (perhaps === undefined ? answer : JSON.stringify([answer, perhaps])),
    );
    ofCrowd.set(event, survey);
  }
  return survey;
}

function* askDeclared(deployment: Deployment, crowd: Crowd, event: CallEvent): Generator<Asked> {
  const survey = surveyOf(crowd, event);
  const groups = groupsOf(deployment, crowd);
  const all = groups?.flatMap((group) => survey.ofBlock(deployment, group, () => {}));
  for (const answered of all ?? survey.of(deployment, () => {})) {
    const { answer, perhaps } = answered.value;
    yield {
      who: () => answered.first.users(1)[0]?.address ?? answered.first.block.declaration.name,
      count: answered.users,
      answer,
      route: () => routeOfPerson(deployment, answered.first, event),
      ...(perhaps !== undefined && { perhaps }),
    };
  }
}

/** One after the other, as there may be a million. */
function* askUsers(deployment: Deployment, crowd: Crowd, event: CallEvent, waves: number): Generator<Asked> {
  for (const part of crowdAfter(deployment, plainReader, waves, hasPolicy, groupsOf(deployment, crowd))) {
    const meant = membership(crowd, part.person);
    if (meant === false) continue;
    const route = (): Route => routeOfPerson(deployment, part.person, event);
    yield {
      who: () => witnessOf(deployment, part, waves),
      count: part.count,
      answer: part.person === part.placement ? answers[event].of(part.placement) : answerOf(route()),
      route,
      ...(meant !== true && { perhaps: meant }),
    };
  }
}

/** Whether users belong to a crowd, or the fact that this hangs on. */
function membership(crowd: Crowd, person: Person): boolean | string {
  try {
    return inCrowd(plainReader, crowd, person, hasPolicy);
  } catch (error) {
    if (error instanceof UnknownFact) return error.name;
    throw error;
  }
}

/** The first user of a part: of those that no move names by address, when the part is such. */
function witnessOf(deployment: Deployment, part: CrowdPart, waves: number): string {
  if (part.only) return part.only;
  const named = new Set(
    waveOrder(deployment)
      .waves.slice(0, waves)
      .flatMap((wave) => wave.moves.flatMap((move) => [...move.addresses])),
  );
  const user = part.placement.users(named.size + 1).find((candidate) => !named.has(fold(candidate.address)));
  return user?.address ?? part.placement.block.declaration.name;
}

function askContacts(deployment: Deployment, crowd: Crowd, waves: number): Asked[] {
  return deployment
    .all('exUmContact')
    .filter((contact) => contactInCrowd(deployment, crowd, contact))
    .map((contact) => ({
      who: () => contact.name,
      count: 1,
      ...taken(
        decide(deployment, (read) =>
          contactRoute(deployment, read, contactAfter(deployment, contact, waves), new Trace()),
        ),
      ),
    }));
}

const targetKinds = ['hostingProvider', 'tenant', 'umDialPlan', 'umServer', 'exUmContact'] as const;

/** How to tell whether a route reaches a target: `hosted`, `local`, `nothing`, or a declared object. */
function targetTest(
  deployment: Deployment,
  target: Word,
  kind: Word | undefined,
): { readonly reached: Reached } | Fault {
  const known = (test: Reached): { readonly reached: Reached } => ({
    reached: (route) => (route.outcome === 'unknown' ? route.needs : test(route)),
  });
  if (!kind && !target.quoted) {
    const word = fold(target.text);
    if (word === 'hosted' || word === 'local') return known((route) => route.outcome === word);
    if (word === 'nothing') return known((route) => route.outcome === 'none' || route.outcome === 'failed');
  }
  const wantedKind = kind && kindOf(kind.text)?.name;
  if (kind && !targetKinds.some((name) => name === wantedKind)) {
    return {
      word: kind,
      message: `A call reaches ${withArticle(orList(targetKinds.map(singular)))}, not ${withArticle(singular(kind.text))}`,
    };
  }
  const kinds = targetKinds.filter((name) => wantedKind === undefined || name === wantedKind);
  const found: Declaration[] = kinds.flatMap((name) => {
    const resolved = deployment.resolve([name], target.text);
    return resolved.state === 'found'
      ? [resolved.target]
      : resolved.state === 'ambiguous'
        ? [...resolved.candidates]
        : [];
  });
  const [object] = found;
  if (object === undefined)
    return {
      word: target,
      message: `There is no ${orList(kinds.map(singular))} ${target.text}`,
    };
  if (found.length > 1) return severalTargets(target, kind, found);
  return known((route) => reaches(route, object));
}

/** One kind per name, or it is said; of several organizations' objects the name says whose. */
function severalTargets(target: Word, kind: Word | undefined, found: readonly Declaration[]): Fault {
  const alike = (one: Declaration): number => found.filter((other) => other.kind === one.kind).length;
  const meant = found.map((one) => {
    const name = quoteWord(alike(one) > 1 ? one.qualifiedName : target.text);
    return kind || alike(one) === found.length ? name : `${one.kind.name} ${name}`;
  });
  return { word: target, message: `Several objects are named ${target.text}: write ${orList(meant)}`, meant };
}

function singular(kind: string): string {
  return kindOf(kind)?.singular ?? kind;
}

function reaches(route: Answer, target: Declaration): ReturnType<Reached> {
  const answered = route.outcome === 'hosted' || route.outcome === 'local';
  const named = (names: readonly string[], part: Part): ReturnType<Reached> =>
    names.some((name) => sameWord(name, target.name)) || (route.unsettled?.[part] ?? false);
  switch (target.kind.name) {
    case 'hostingProvider':
      return route.outcome === 'hosted' && sameWord(route.target ?? '', target.name);
    case 'tenant':
      return route.outcome === 'hosted' && named(route.organization, 'organization');
    case 'umDialPlan':
      return (
        route.outcome === 'local' &&
        [target.name, target.qualifiedName].some((name) => sameWord(name, route.target ?? ''))
      );
    case 'umServer':
      return route.outcome === 'local' && named(route.umServers, 'umServers');
    default:
      return answered && named(route.contact === null ? [] : [route.contact], 'contact');
  }
}
