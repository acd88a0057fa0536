import type { FactOwner } from '../../model/facts';

/** A fact as text; `undefined` where it is empty, unknown or wrong: a picture leaves out what isn't known. */
export function propertyText(owner: FactOwner, property: string): string | undefined {
  const fact = owner.fact(property);
  if (Array.isArray(fact)) return fact.length > 0 ? String(fact[0]) : undefined;
  return typeof fact === 'string' || typeof fact === 'number' || typeof fact === 'boolean' ? String(fact) : undefined;
}
