import { sameWord } from '../base/words';
import { childrenOf, kindOf, propertyOf, rowKindOf, rowPropertyOf, userRow } from '../vocabulary';
import type { Kind, Property, RowKind } from '../vocabulary/types';

/**
 * What the grammar knows about the place it is at: the block around it, and the blocks around that. No word is reserved, so only the place decides what a word
 * is.
 */
export interface Context {
  /** `undefined` inside a declaration of an unknown kind: everything is read loosely there and nothing is reported. */
  readonly kind: Kind | undefined;
  readonly row?: RowKind;
  readonly outer?: Context;
}

export const fileContext: Context = { kind: undefined };

export function isFile(context: Context): boolean {
  return context === fileContext;
}

export function propertyIn(context: Context, word: string): Property | undefined {
  if (context.row) return rowPropertyOf(context.row, word);
  return context.kind && propertyOf(context.kind, word);
}

/**
 * A parameter of the block's cmdlet that the language doesn't take and the field has a code for (UM8008): read as a property in spite of being a kind, so that it
 * is reported by that code.
 */
export function isRefusedParameter(context: Context, word: string): boolean {
  return !context.row && context.kind?.name === 'hostedVoicemailPolicy' && sameWord(word, 'tenant');
}

export function childIn(context: Context, word: string): Kind | undefined {
  if (context.row) return undefined;
  const parent = isFile(context) ? 'file' : context.kind;
  if (parent === undefined) return undefined;
  return childrenOf(parent).find((kind) => sameWord(kind.name, word));
}

/** A row that starts with a word of its own: a DNS record, a firewall rule. */
export function wordRowIn(context: Context, word: string): RowKind | undefined {
  if (context.row || !context.kind || context.kind.name === 'users') return undefined;
  return rowKindOf(context.kind, word);
}

export function hasColumns(context: Context): boolean {
  return !context.row && (context.kind?.name === 'users' || context.kind?.name === 'deployment');
}

export function isUsers(context: Context): boolean {
  return !context.row && context.kind?.name === 'users';
}

export function isWave(context: Context): boolean {
  return !context.row && context.kind?.name === 'wave';
}

/** A kind that could stand in one of the blocks around this one, or at the top level. */
export function kindOutside(context: Context, word: string): Kind | undefined {
  const kind = kindOf(word);
  if (kind === undefined) return undefined;
  for (let outer = context.outer; outer !== undefined; outer = outer.outer) if (childIn(outer, word)) return kind;
  return undefined;
}

export const moveContext: Context = { kind: undefined, row: userRow };

const wave = kindOf('wave');

/** What starts something else in the wave around a `move`, which ends with its line. */
export function endsMove(context: Context, word: string): boolean {
  if (context !== moveContext || wave === undefined || propertyIn(context, word)) return false;
  return sameWord(word, 'move') || propertyOf(wave, word) !== undefined;
}
