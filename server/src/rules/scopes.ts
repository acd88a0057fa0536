import type { Declaration } from '../model/declaration';
import { kinds } from '../vocabulary';
import type { KindName } from '../vocabulary/types';

/** Kinds whose names may be a scope. */
export const scopeKinds: readonly KindName[] = kinds
  .filter((kind) => kind.nameType === 'scope' || kind.nameType === 'scopeOrText')
  .map((kind) => kind.name);

/** The scope that a name is; `undefined` for the name of a per-user policy. */
export function scopeOfName(
  declaration: Declaration,
): { readonly global?: true; readonly site?: string; readonly service?: string } | undefined {
  const { name } = declaration;
  if (/^global$/i.test(name)) return { global: true };
  const site = /^site:(.+)$/i.exec(name)?.[1];
  if (site !== undefined) return { site };
  const service = /^service:(.*)$/i.exec(name)?.[1];
  return service === undefined ? undefined : { service };
}
