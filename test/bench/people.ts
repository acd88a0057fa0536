import { firstNames, lastNames } from '../../scripts/generate/names';

/** The same person for the same number: the part of the address before the `@`. */
export function address(index: number): string {
  const [first, last] = names(index);
  return `${first}.${last}${index < firstNames.length * lastNames.length ? '' : index}`;
}

/** `Carr, Emma` */
export function displayName(index: number): string {
  const [first, last] = names(index);
  return `${last}, ${first}`;
}

/** A number of one's own: one line of an office with an extension. */
export function line(index: number): string {
  return `+1425555010${index % 8};ext=${1_000_000 + index}`;
}

function names(index: number): readonly [string, string] {
  const first = index % firstNames.length;
  const last = (Math.floor(index / firstNames.length) + first * 37) % lastNames.length;
  return [firstNames[first] as string, lastNames[last] as string];
}
