import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import { bareNumber } from '../model/values';
import { setPropertyEdit } from './fixes';
import type { Fix } from './types';

/** Whether a list of numbers holds one; the extension counts, `tel:` doesn't. */
export function holdsNumber(numbers: readonly string[], number: string): boolean {
  return numbers.some((other) => sameWord(bareNumber(other), bareNumber(number)));
}

/** Adds a number to a list of an object. */
export function addNumber(declaration: Declaration, property: string, number: string): Fix {
  const node = declaration.written.get(property)?.node;
  const last = node?.values.at(-1);
  const fact = declaration.fact(property);
  const title = `Add ${number} to \`${property}\` of ${declaration.name}`;
  if (last === undefined || !Array.isArray(fact))
    return { title, edits: [setPropertyEdit(declaration, property, number)], preferred: true };
  const { end } = declaration.absolute(last);
  return { title, edits: [{ path: declaration.path, start: end, end, text: `, ${number}` }], preferred: true };
}
