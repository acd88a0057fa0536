import { nearest } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { Placement } from '../model/placement';
import type { ReferenceSite } from './references';
import type { Fix } from './types';

/** Roles of pools that users and contacts have their home on. [BRANCH], that no other can is inferred */
const homing = new Set(['frontEnd', 'standardEdition', 'survivableBranch']);

/** Whether users and contacts can be homed on a pool of the role. */
export function isHome(role: unknown): boolean {
  return typeof role === 'string' && homing.has(role);
}

/** What a role is called in messages. */
export function roleWords(role: string): string {
  const words: Readonly<Record<string, string>> = {
    edge: 'an Edge pool',
    director: 'a Director pool',
    mediation: 'a Mediation pool',
    trustedApplication: 'a trusted application pool',
    frontEnd: 'a Front End pool',
    standardEdition: 'a Standard Edition server',
    survivableBranch: 'a survivable branch appliance or server',
  };
  return words[role] ?? role;
}

/** Writes a pool that can home users in the place of one that can't: the nearest name first, those of the same site before others. */
export function chooseHome(
  deployment: Deployment,
  site: ReferenceSite,
  placements: readonly Placement[] | undefined,
  suits: (pool: Declaration) => boolean = () => true,
): Fix[] {
  const own = deployment.find('pool', site.name)?.parent;
  const pools = deployment.all('pool').filter((pool) => isHome(pool.fact('role')) && suits(pool));
  const sorted = [...pools.filter((pool) => pool.parent === own), ...pools.filter((pool) => pool.parent !== own)];
  const names = [...new Set(sorted.map((pool) => pool.name))].filter(
    (name) => name.toLowerCase() !== site.name.toLowerCase(),
  );
  const guess = own ? undefined : nearest(site.name, names);
  return [...(guess ? [guess] : []), ...names.filter((name) => name !== guess)]
    .slice(0, 3)
    .flatMap((name) =>
      site.rename(name, `Change to ${name}`, placements && placements.length > 0 ? placements : undefined),
    )
    .map((fix, i) => ({ ...fix, preferred: i === 0 }));
}
