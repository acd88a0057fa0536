import type { Deployment } from '../model/deployment';
import type { Kind } from '../vocabulary';
import { thingAt } from './references';
import { spotAt } from './walk';

/** The kind of what stands at an offset: of the object that is named, else of the block that the word is in. */
export function kindAt(deployment: Deployment, path: string, offset: number): Kind | undefined {
  const thing = thingAt(deployment, path, offset);
  if (thing?.is === 'declaration') return thing.declaration.kind;
  if (thing?.is === 'user') return thing.user.placement.block.declaration.kind;
  const role = spotAt(deployment, path, offset)?.role;
  if (role === undefined) return undefined;
  if (role.is === 'kind' || role.is === 'targetKind') return role.kind;
  if (role.is === 'word' || role.is === 'value') return role.holder.declaration.kind;
  return 'declaration' in role ? role.declaration?.kind : undefined;
}
