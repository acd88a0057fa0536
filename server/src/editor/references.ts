import type { Span } from '../base/span';
import { finished, type Steps } from '../base/steps';
import { fold } from '../base/words';
import type { Deployment } from '../model/deployment';
import type { UserRow } from '../model/placement';
import { bareAddress, bareNumber } from '../model/values';
import { userRow } from '../vocabulary';
import { hostsOf, type Mention, mentionAt, mentionsIn, thingsOf } from './mentions';
import { sameThing, type Thing } from './things';
import { rowSpots } from './users';
import { declarationsOf, spotAt, spotsOf } from './walk';

/** More rows than this that name one thing are not told one by one. */
const MAXIMUM_ROWS = 10_000;
/** Highlights follow the cursor: they are for what is near. */
const HIGHLIGHTED_ROWS = 500;

/** The thing that the word at an offset names, or declares. */
export function thingAt(deployment: Deployment, path: string, offset: number): Thing | undefined {
  const spot = spotAt(deployment, path, offset);
  const mention = spot && mentionAt(spot, offset);
  return mention && thingsOf(deployment, mention)[0];
}

/** Every place that names a thing, the declaration included, in the order of the files; of one file only, when it is named. */
export function mentionsOf(deployment: Deployment, thing: Thing, only?: string, rows = MAXIMUM_ROWS): Mention[] {
  return finished(mentionSteps(deployment, thing, only, rows));
}

export function mentionSteps(
  deployment: Deployment,
  thing: Thing,
  only?: string,
  rows = MAXIMUM_ROWS,
): Steps<Mention[]> {
  return gather(deployment, thing, only, rows, (mention) => mention);
}

export interface Reference extends Span {
  readonly path: string;
  /** It is where the thing is declared. */
  readonly declares: boolean;
}

/** The places of all mentions, in the order of the files. Of the thousands of rows that they may stand in nothing else is kept. */
export function referenceSteps(deployment: Deployment, thing: Thing): Steps<Reference[]> {
  return gather(deployment, thing, undefined, MAXIMUM_ROWS, ({ path, start, end, naming }) => ({
    path,
    start,
    end,
    declares: naming.by === 'declaration',
  }));
}

function* gather<T extends Span & { readonly path: string }>(
  deployment: Deployment,
  thing: Thing,
  only: string | undefined,
  rows: number,
  keep: (mention: Mention) => T,
): Steps<T[]> {
  const wanted = textsOf(thing);
  const found: T[] = [];
  const take = (mentions: readonly Mention[]): void => {
    for (const mention of mentions) {
      if (wanted.has(keyText(mention)) && means(mention)) found.push(keep(mention));
    }
  };
  // Thousands of rows write the same name.
  const known = new Map<string, boolean>();
  const means = (mention: Mention): boolean => {
    const key = nameKey(mention);
    let result = key === undefined ? undefined : known.get(key);
    if (result === undefined) {
      result = thingsOf(deployment, mention).some((each) => sameThing(each, thing));
      if (key !== undefined) known.set(key, result);
    }
    return result;
  };
  // Thousands of rows have few different values.
  const texts = new Map<string, boolean>();
  const isWanted = (text: string): boolean => {
    let result = texts.get(text);
    if (result === undefined) {
      result = hasSome(text, wanted);
      if (texts.size < MAXIMUM_ROWS) texts.set(text, result);
    }
    return result;
  };
  const declarations = declarationsOf(deployment);
  for (const { path, tree } of deployment.files) {
    if (only !== undefined && path !== only) continue;
    for (const item of tree.items) {
      for (const spot of spotsOf({ deployment, path, item }, declarations, undefined, false)) take(mentionsIn(spot));
      yield;
    }
  }
  for (const user of usersNaming(deployment, thing, rows)) {
    if (only !== undefined && user.path !== only) continue;
    for (const spot of rowSpots(user, isWanted)) take(mentionsIn(spot));
    yield;
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start));
}

/** What alone decides what a mention by name means; `undefined` of other mentions. */
function nameKey({ naming, text, qualified = text }: Mention): string | undefined {
  return naming.by === 'name' ? `${naming.kinds.join()} ${naming.around?.id ?? ''} ${qualified}` : undefined;
}

function hasSome(text: string, wanted: ReadonlySet<string>): boolean {
  const folded = fold(text);
  for (const each of wanted) if (folded.includes(each)) return true;
  return false;
}

/** The texts by which a thing can be named, folded. */
function textsOf(thing: Thing): ReadonlySet<string> {
  if (thing.is === 'user') {
    const line = thing.user.texts('line')[0];
    return new Set([fold(thing.user.address), ...(line ? [fold(bareNumber(line))] : [])]);
  }
  if (thing.is === 'file') return new Set([fold(thing.path.slice(thing.path.lastIndexOf('/') + 1))]);
  const { declaration } = thing;
  const texts = [declaration.key, fold(declaration.qualifiedName)];
  texts.push(...hostsOf(declaration).map(fold));
  for (const property of ['proxyFqdn', 'displayNumber']) {
    const value = declaration.fact(property);
    if (typeof value === 'string') texts.push(fold(value));
  }
  return new Set(texts);
}

function keyText({ naming, text }: Mention): string {
  if (naming.by === 'file') return fold(text.slice(text.replaceAll('\\', '/').lastIndexOf('/') + 1));
  if (naming.by === 'number') return fold(bareNumber(text));
  return fold(naming.by === 'address' ? bareAddress(text) : text.replace(/^tag:/i, ''));
}

/** The users whose rows may name a thing: told by their shapes, so that only those rows are read. */
function* usersNaming(deployment: Deployment, thing: Thing, rows: number): Generator<UserRow> {
  if (thing.is === 'file') return;
  let left = rows;
  const wanted = textsOf(thing);
  const isDomain = thing.is === 'declaration' && thing.declaration.kind.name === 'sipDomain';
  const kind = thing.is === 'declaration' ? thing.declaration.kind.name : undefined;
  const naming = userRow.properties.filter(({ type }) =>
    kind === 'exUmContact' || thing.is === 'user'
      ? type.type === 'sipAddress'
      : type.type === 'reference' && kind !== undefined && type.to.includes(kind),
  );
  if (thing.is === 'user') yield thing.user;
  for (const placement of deployment.placements()) {
    const { shape } = placement;
    const named =
      (isDomain && wanted.has(fold(shape.domain))) ||
      naming.some((property) => {
        const fact = shape.fact(property.name);
        if (fact === undefined) return false;
        if (property.individual) return true;
        const values = Array.isArray(fact) ? fact : [fact];
        return values.some((value) => wanted.has(fold(String(value).replace(/^tag:/i, ''))));
      });
    if (!named) continue;
    for (const user of placement.users(left)) {
      if (thing.is === 'user' && user.id === thing.user.id) continue;
      yield user;
      left--;
    }
    if (left <= 0) return;
  }
}

export interface Highlight {
  readonly start: number;
  readonly end: number;
  /** It is where the thing is declared. */
  readonly declares: boolean;
}

/** What names the same thing in one file. */
export function highlights(deployment: Deployment, path: string, offset: number): Highlight[] {
  const thing = thingAt(deployment, path, offset);
  if (thing === undefined) return [];
  const spot = spotAt(deployment, path, offset);
  const found = mentionsOf(deployment, thing, path, HIGHLIGHTED_ROWS);
  // The row that the cursor is in may be one of those left out.
  const here = spot?.role.is === 'value' || spot?.role.is === 'address' ? mentionAt(spot, offset) : undefined;
  const own = here && !found.some(({ start }) => start === here.start) ? [here] : [];
  return [...found, ...own].map(({ start, end, naming }) => ({ start, end, declares: naming.by === 'declaration' }));
}
