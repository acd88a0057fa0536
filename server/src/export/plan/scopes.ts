import type { Declaration } from '../../model/declaration';
import { scopeOf } from '../../routing/effectivePolicy';

/** The identity of a policy or configuration as its cmdlets take it: `Global`, `site:Redmond`, a bare name. [PS-NEWHVP] */
export function policyIdentity(declaration: Declaration): string {
  const scope = scopeOf(declaration);
  if (scope === 'global') return 'Global';
  if (scope === 'site') return `site:${declaration.name.slice('site:'.length)}`;
  return declaration.name;
}

export function isGlobal(declaration: Declaration): boolean {
  return scopeOf(declaration) === 'global';
}

const order = ['global', 'site', 'service', 'user'] as const;

/** The global one first, then those of sites and services, then those per user; each in the order of the files. */
export function byScope(declarations: readonly Declaration[]): Declaration[] {
  return [...declarations].sort((a, b) => order.indexOf(scopeOf(a)) - order.indexOf(scopeOf(b)));
}
