import type { Deployment } from '../../model/deployment';
import { hasSince } from '../facts';
import type { Plan, Shell, Step } from '../plan';
import { causesOf } from './builder';

const prefixes: Readonly<Record<Shell, string>> = { lync: '', exchange: 'Exchange.', online: 'Tenant.', dns: 'Dns.' };

/**
 * What the deployed system is asked: each object and user of all scripts, in one list. What a shell has no cmdlet for is left to the shell that has it.
 */
export function verifyPlan(deployment: Deployment, plans: readonly Plan[]): Plan {
  const taken = new Set<string>();
  const steps = plans.flatMap((plan) =>
    plan.steps.filter(isAsked).map((step): Step => {
      const wanted = prefixes[plan.shell] + step.id;
      let id = wanted;
      for (let n = 2; taken.has(id.toLowerCase()); n++) id = `${wanted}~${n}`;
      taken.add(id.toLowerCase());
      return { ...step, id, requires: [], undo: { type: 'nothing' } };
    }),
  );
  return { shell: 'lync', steps: [...steps, ...connectivity(deployment)] };
}

function isAsked({ action }: Step): boolean {
  if (action.type === 'object' || action.type === 'users') return true;
  if (action.type === 'manual') return action.done !== undefined;
  return action.type === 'check' && action.check.kind !== 'shell' && action.check.kind !== 'usersFile';
}

/** Whether each Front End reaches Exchange UM; the test leaves no message. [PS-TESTUM] */
function connectivity(deployment: Deployment): Step[] {
  if (!hasSince(deployment.server, 'lync2013')) return [];
  return deployment
    .all('pool')
    .filter((pool) => pool.fact('role') === 'frontEnd' || pool.fact('role') === 'standardEdition')
    .map((pool) => ({
      id: `Connectivity.${pool.name}`,
      title: `Connection of ${pool.name} to Exchange UM`,
      phase: 'rerouting',
      why: 'It needs the test users of health monitoring for the pool; without them it says so.',
      proof: 'Test-CsExUMConnectivity answers.',
      action: {
        type: 'check',
        check: {
          kind: 'true',
          test: { cmdlet: 'Test-CsExUMConnectivity', parameters: [{ name: 'TargetFqdn', value: pool.name }] },
          otherwise: 'Test-CsExUMConnectivity gave no answer.',
        },
      },
      undo: { type: 'nothing' },
      requires: [],
      source: ['PS-TESTUM'],
      causes: causesOf(pool),
    }));
}
