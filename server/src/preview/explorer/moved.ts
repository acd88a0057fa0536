import type { Deployment } from '../../model/deployment';
import { plainReader, UnknownFact } from '../../model/facts';
import { crowdAfter, MovedPerson, waveOrder } from '../../model/waves';
import { hasPolicy } from '../../routing/route';

/** How many users a wave moves, by placement; `undefined` where that hangs on a fact that isn't known. */
export function crowdOfMoves(deployment: Deployment, index: number): number | undefined {
  const wave = waveOrder(deployment).waves[index]?.declaration;
  try {
    const parts = crowdAfter(deployment, plainReader, index + 1, hasPolicy);
    const moved = parts.filter(({ person }) => person instanceof MovedPerson && person.move.wave === wave);
    return moved.reduce((sum, part) => sum + part.count, 0);
  } catch (error) {
    if (error instanceof UnknownFact) return undefined;
    throw error;
  }
}
