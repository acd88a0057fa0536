import { finished, type Steps } from '../base/steps';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { KindName } from '../vocabulary/types';
import { thingAt } from './references';
import type { ThingPlace } from './things';
import { placementsOf } from './usage';

/** More rows than this of one placement are not told one by one. */
const ROWS = 50;

/** The property of a row by which an object serves its user. */
const serving: Readonly<Partial<Record<KindName, string>>> = {
  hostedVoicemailPolicy: 'policy',
  hostingProvider: 'policy',
  tenant: 'policy',
  pool: 'pool',
  site: 'pool',
  branchSite: 'pool',
  umDialPlan: 'umDialPlan',
  umMailboxPolicy: 'umMailboxPolicy',
  exchange: 'umDialPlan',
  voicePolicy: 'voicePolicy',
  dialPlan: 'dialPlan',
};

/** The users that a policy, pool, provider, tenant … applies to: their group where it is all of it, else their rows. */
export function implementations(deployment: Deployment, path: string, offset: number): ThingPlace[] {
  return finished(implementationSteps(deployment, path, offset));
}

export function* implementationSteps(deployment: Deployment, path: string, offset: number): Steps<ThingPlace[]> {
  const thing = thingAt(deployment, path, offset);
  if (thing?.is !== 'declaration') return [];
  const { declaration } = thing;
  const property = serving[declaration.kind.name];
  const placements = placementsOf(deployment, declaration) ?? [];
  const served = new Map<Declaration, number>();
  for (const { block, count } of placements)
    served.set(block.declaration, (served.get(block.declaration) ?? 0) + count);
  const places = new Map<string, ThingPlace>();
  for (const placement of placements) {
    const group = placement.block.declaration;
    const inRow = property !== undefined && placement.origin(property) === 'row';
    const isAll = served.get(group) === deployment.block(group)?.count;
    if (inRow || !isAll || declaration === group) {
      for (const user of placement.users(ROWS))
        places.set(`${user.path}:${user.span.start}`, { path: user.path, full: user.span, name: user.addressSpan });
    } else places.set(group.id, { path: group.path, full: group.span, name: group.head });
    yield;
  }
  return [...places.values()];
}
