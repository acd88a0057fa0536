import type { Deployment } from '../../model/deployment';
import { plainReader, UnknownFact } from '../../model/facts';
import { crowdAfter, MovedPerson } from '../../model/waveStates';
import { waveOrder } from '../../model/waves';
import { hasPolicy } from '../../routing/route';

/** How many users a wave moves, by placement; `undefined` where that hangs on a fact that isn't known. */
export function crowdOfMoves(deployment: Deployment, index: number): number | undefined {
  const wave = waveOrder(deployment).waves[index]?.declaration;
  try {
    let moved = 0;
    for (const { person, count } of crowdAfter(deployment, plainReader, index + 1, hasPolicy))
      if (person instanceof MovedPerson && person.move.wave === wave) moved += count;
    return moved;
  } catch (error) {
    if (error instanceof UnknownFact) return undefined;
    throw error;
  }
}
