import type { Characters } from '../base/pieces';
import { nearest } from '../base/words';
import type { DeclarationNode, Item } from '../syntax/ast';
import { lex } from '../syntax/lexer';
import { OpenBrace } from '../syntax/tokens';
import { kindOf, kinds, propertyOf } from '../vocabulary';
import type { KindName } from '../vocabulary/types';

/** What a text may declare that isn't understood: some kinds, or any. */
export type Hidden = ReadonlySet<KindName> | 'any';

/** A longer item isn't searched for kinds: it may hide any. */
const LONG = 20_000;

const nothing: Hidden = new Set();

/**
 * The kinds of which an item may declare an object that is not seen: it has a fault, and names the kind where no declaration or property is understood; or it has a block
 * whose kind is mistyped, or unlike any; or a word in it is no property. Rows of users hide nothing.
 */
export function hiddenIn(text: Characters, { start, length, node, problems }: Item): Hidden {
  if (problems.length === 0) return nothing;
  if (node?.type === 'expect' || (node && kindOf(node.kind.text)?.name === 'users')) return nothing;
  if (length > LONG) return 'any';
  const { tokens } = lex(text.slice(start, start + length), 0, length, undefined, false);
  if (node === undefined && tokens.some(({ tokenType }) => tokenType === OpenBrace)) return 'any';
  const understood = new Set(node ? wordsOf(node) : []);
  const left = tokens.filter(({ startOffset }) => !understood.has(startOffset));
  const named = new Set(left.flatMap(({ image }) => kindOf(image)?.name ?? []));
  return together([named, ...(node ? mistyped(node) : [])]);
}

const names = kinds.map(({ name }) => name);

/** What blocks of unknown kinds may be, and what blocks with unknown words are. */
function* mistyped({ kind, body, meant }: DeclarationNode): Generator<Hidden> {
  if (body && kindOf(kind.text) === undefined) {
    const like = meant ?? nearest(kind.text, names);
    yield like === undefined ? 'any' : new Set([like as KindName]);
  }
  const known = kindOf(kind.text);
  for (const element of body?.elements ?? []) {
    if (element.type === 'declaration') yield* mistyped(element);
    // What it says of its object is not understood.
    else if (known && element.type === 'property' && propertyOf(known, element.word.text) === undefined)
      yield new Set([known.name]);
  }
}

/** Where the words stand that are understood, relative to the item. */
function* wordsOf({ kind, name, body }: DeclarationNode): Generator<number> {
  const known = kindOf(kind.text);
  if (known === undefined) return;
  yield kind.start;
  if (name) yield name.start;
  for (const element of body?.elements ?? []) {
    if (element.type === 'declaration') yield* wordsOf(element);
    if (element.type !== 'property' || propertyOf(known, element.word.text) === undefined) continue;
    yield element.word.start;
    for (const value of element.values) yield value.start;
  }
}

/** What several items hide. */
export function together(all: readonly Hidden[]): Hidden {
  const kinds = new Set<KindName>();
  for (const each of all) {
    if (each === 'any') return each;
    for (const kind of each) kinds.add(kind);
  }
  return kinds;
}

export function isSame(one: Hidden, other: Hidden): boolean {
  if (one === 'any' || other === 'any') return one === other;
  return one.size === other.size && [...one].every((kind) => other.has(kind));
}
