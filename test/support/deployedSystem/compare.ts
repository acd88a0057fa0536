import type { Value, Wanted } from '../../../server/src/export/plan';
import { type Properties, textOf } from './system';

/** As the function Get-Difference of the scripts compares. */
export function differs(found: Properties, { property, value, compare }: Wanted): boolean {
  if (!(property in found) && compare !== 'policy') return false;
  return !isSame(found[property] ?? null, value, compare);
}

export function isSame(found: Value, wanted: Value, compare: Wanted['compare']): boolean {
  const parts = (value: Value): string[] =>
    (Array.isArray(value) ? value : [textOf(value)])
      .flatMap((text) => String(text).split(','))
      .map((part) => part.trim().toLowerCase())
      .filter((part) => part !== '')
      .sort();
  if (compare === 'list') return parts(found).join() === parts(wanted).join();
  if (compare === 'contains') return parts(wanted).every((part) => parts(found).includes(part));
  const text = textOf(found).toLowerCase();
  return (compare === 'policy' ? text.replace(/^tag:/, '') : text) === textOf(wanted).toLowerCase();
}
