import type { Declaration } from '../model/declaration';
import type { Person } from '../model/person';
import { type Wave, waveOrder } from '../model/waves';
import { chooseUm } from '../routing/chooseUm';
import { planOf, retiredBy } from '../routing/localRoute';
import type { Crowd } from './crowd';
import { insertIntoBlock, removeProperty } from './fixes';
import { type Journey, type JourneyFindings, journeysOf } from './journeys';
import { livePlace } from './livePlace';
import { writtenName } from './names';
import type { Fix, RuleContext } from './types';
import { attempt } from './witnesses';

/** Finds users who still have their voice mail in an organization that a wave retires at its end. */
export function findLeftBehind(crowd: Crowd, context: RuleContext, findings: JourneyFindings): void {
  const { deployment, read } = context;
  const gone = new Set<Declaration>();
  for (const [index, wave] of waveOrder(deployment).waves.entries()) {
    if (!wave.declaration.written.has('retire')) continue;
    attempt(context, 0, () => {
      for (const [i, organization] of retiredBy(deployment, read, wave.declaration).entries()) {
        if (organization === undefined || gone.has(organization)) continue;
        gone.add(organization);
        for (const journey of journeysOf(crowd, context).all)
          attempt(context, journey.count, () => {
            const state = stateAt(journey, index);
            if (chooseUm(read, state).um !== 'local') return;
            const plan = planOf(deployment, read, state);
            if (plan === undefined || plan.organization !== organization) return;
            // Another wave may move them.
            context.complete('wave');
            findings.add(journey, {
              at: livePlace(wave.declaration, () => wave.declaration.valueSpan('retire', i)),
              message: (who) =>
                `${wave.name} needs everybody moved before it retires ${organization.name}: UM dial plan ${plan.name} is removed, and the voice mail of ${who} is lost`,
              related: [{ at: { path: plan.path, ...plan.head }, message: `UM dial plan ${plan.name}` }],
              // A move that selects nobody, or can't be read, leaves them behind: that is said there.
              follows: { codes: ['UM0001', 'UM0008', 'UM0014'], places: [] },
              fixes: () => retireLater(journey, index, wave, organization),
            });
          });
      }
    });
  }
}

/** Those of a journey when a wave is done. */
function stateAt({ placement, steps }: Journey, index: number): Person {
  return steps.findLast((step) => step.index <= index)?.after ?? placement;
}

/** Where a later wave moves them, it is the one to retire the organization. */
function retireLater({ steps }: Journey, index: number, wave: Wave, organization: Declaration): Fix[] {
  const later = steps.find((step) => step.index > index && step.mailboxMove)?.wave.declaration;
  const alone = wave.declaration.written.get('retire')?.node.values.length === 1;
  const removed = alone ? removeProperty(wave.declaration, 'retire') : undefined;
  if (later === undefined || removed === undefined || later.written.has('retire')) return [];
  const name = writtenName(organization.name);
  return [
    {
      title: `Retire ${organization.name} at the end of ${later.name}`,
      edits: [...removed.edits, insertIntoBlock(later, `retire ${name}`)],
      preferred: true,
    },
  ];
}
