import type { Io } from '../io';

/** Results are printed in pieces: all that is wrong with a million users is longer than a string may be. */
export function printPieces(io: Io, pieces: Iterable<string>): void {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < PORTION) continue;
    io.out(text);
    text = '';
  }
  if (text !== '') io.out(text);
}

const PORTION = 1 << 16;

/** A value as `JSON.stringify(value, undefined, 2)` writes it; what a generator in it yields is an array, and written as it comes. */
export function* jsonPieces(value: unknown, indent = ''): Generator<string> {
  const inner = `${indent}  `;
  if (isGenerator(value)) {
    let before = '[';
    for (const item of value) {
      yield `${before}\n${inner}`;
      yield* jsonPieces(item, inner);
      before = ',';
    }
    yield before === '[' ? '[]' : `\n${indent}]`;
  } else if (Array.isArray(value) && value.some(holdsGenerator)) yield* jsonPieces(each(value), indent);
  else if (holdsGenerator(value)) {
    let before = '{';
    for (const [key, member] of Object.entries(value)) {
      yield `${before}\n${inner}${JSON.stringify(key)}: `;
      yield* jsonPieces(member, inner);
      before = ',';
    }
    yield `\n${indent}}`;
  } else yield JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`);
}

function* each<T>(items: readonly T[]): Generator<T> {
  yield* items;
}

function isGenerator(value: unknown): value is Generator {
  return typeof value === 'object' && value !== null && Symbol.iterator in value && !Array.isArray(value);
}

function holdsGenerator(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || isGenerator(value)) return false;
  return Object.values(value).some((member) => isGenerator(member) || holdsGenerator(member));
}
