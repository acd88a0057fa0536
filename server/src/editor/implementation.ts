import type { Deployment } from '../model/deployment';
import { thingAt } from './references';
import type { ThingPlace } from './things';
import { placementsOf } from './usage';

/** More rows than this of one placement are not told one by one. */
const ROWS = 50;

/** The properties of a row by which an object serves its user. */
const serving = ['policy', 'pool', 'umDialPlan', 'umMailboxPolicy', 'exchange', 'voicePolicy', 'dialPlan'];

/** The users that a policy, pool, provider, tenant … applies to: rows where the row says so, else their group. */
export function implementations(deployment: Deployment, path: string, offset: number): ThingPlace[] {
  const thing = thingAt(deployment, path, offset);
  if (thing?.is !== 'declaration') return [];
  const { declaration } = thing;
  const places = new Map<string, ThingPlace>();
  for (const placement of placementsOf(deployment, declaration) ?? []) {
    const inRow = serving.some((name) => placement.origin(name) === 'row');
    const group = placement.block.declaration;
    if (inRow || declaration === group) {
      for (const user of placement.users(ROWS))
        places.set(`${user.path}:${user.span.start}`, { path: user.path, full: user.span, name: user.addressSpan });
    } else places.set(group.id, { path: group.path, full: group.span, name: group.head });
  }
  return [...places.values()];
}
