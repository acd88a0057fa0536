import type { Span } from '../base/span';
import { finished, type Steps } from '../base/steps';
import { fold } from '../base/words';
import type { Deployment } from '../model/deployment';
import { bareAddress, bareNumber } from '../model/values';
import { hostsOf, type Mention, mentionAt, mentionsIn, thingsOf } from './mentions';
import { type RowSearch, searchRows } from './namingRows';
import { sameThing, type Thing } from './things';
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

export interface Reference extends Span {
  readonly path: string;
  /** It is where the thing is declared. */
  readonly declares: boolean;
}

/** Every place that names a thing, the declaration included, in the order of the files. */
export function referencesOf(deployment: Deployment, thing: Thing): Reference[] {
  return finished(referenceSteps(deployment, thing));
}

export function* referenceSteps(deployment: Deployment, thing: Thing): Steps<Reference[]> {
  const found: Reference[] = [];
  yield* mentionSteps(deployment, thing, { limit: MAXIMUM_ROWS, take: collect(found) });
  return found.sort(inOrder);
}

function collect(found: Reference[]): RowSearch['take'] {
  return ({ path, start, end, naming }, moved) =>
    void found.push({ path, start: start + moved, end: end + moved, declares: naming.by === 'declaration' });
}

/** Of places in several files. */
export function inOrder(a: Span & { readonly path: string }, b: Span & { readonly path: string }): number {
  if (a.path === b.path) return a.start - b.start;
  return a.path < b.path ? -1 : 1;
}

/** Finds what names a thing, in no order. */
export function* mentionSteps(
  deployment: Deployment,
  thing: Thing,
  { take, limit, near }: Pick<RowSearch, 'take' | 'limit' | 'near'>,
): Steps<void> {
  const texts = textsOf(thing);
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
  const isMeant = (mention: Mention): boolean => texts.has(keyText(mention)) && means(mention);
  const declarations = declarationsOf(deployment);
  for (const { path, tree } of deployment.files) {
    if (near !== undefined && path !== near.path) continue;
    for (const item of tree.items) {
      for (const spot of spotsOf({ deployment, path, item }, declarations, undefined, false))
        for (const mention of mentionsIn(spot)) if (isMeant(mention)) take(mention, 0);
      yield;
    }
  }
  yield* searchRows({ deployment, thing, texts, isMeant, take, limit, near });
}

/** What alone decides what a mention by name means; `undefined` of other mentions. */
function nameKey({ naming, text, qualified = text }: Mention): string | undefined {
  return naming.by === 'name' ? `${naming.kinds.join()} ${naming.around?.id ?? ''} ${qualified}` : undefined;
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

/** What names the same thing in one file. Of its rows those near the offset. */
export function highlights(deployment: Deployment, path: string, offset: number): Reference[] {
  const thing = thingAt(deployment, path, offset);
  if (thing === undefined) return [];
  const found: Reference[] = [];
  const near = { path, offset };
  finished(mentionSteps(deployment, thing, { limit: HIGHLIGHTED_ROWS, near, take: collect(found) }));
  return found.sort(inOrder);
}
