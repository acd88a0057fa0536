import type { Deployment } from '../../model/deployment';
import { recordValues } from '../dns/recordValues';
import type { Zone, ZoneEntry } from '../dns/zones';
import { hasSince, textFact } from '../facts';
import type { Plan, Shell, Step } from '../plan';
import { causesOf, slug } from './builder';

const prefixes: Readonly<Record<Shell, string>> = { lync: '', exchange: 'Exchange.', online: 'Tenant.', dns: 'Dns.' };

/**
 * What the deployed system is asked: each object and user of all scripts, in one list. What a shell has no cmdlet for is left to the shell that has it.
 * @param source SHA-256 of the topology
 */
export function verifyPlan(
  deployment: Deployment,
  plans: readonly Plan[],
  zones: readonly Zone[],
  source: string,
): Plan {
  const taken = new Set<string>();
  const unique = (wanted: string): string => {
    let id = wanted;
    for (let n = 2; taken.has(id.toLowerCase()); n++) id = `${wanted}~${n}`;
    taken.add(id.toLowerCase());
    return id;
  };
  const files = exportStep(deployment, source, unique('Files'));
  const steps = plans.flatMap((plan) =>
    plan.steps.filter(isAsked).map(
      (step): Step => ({
        ...step,
        id: unique(prefixes[plan.shell] + step.id),
        requires: [],
        undo: { type: 'nothing' },
      }),
    ),
  );
  const records = zones.flatMap((zone) => zone.entries.flatMap((entry) => recordSteps(zone, entry, unique)));
  return { shell: 'lync', steps: [files, ...steps, ...records, ...connectivity(deployment)] };
}

/** Whether the scripts that were run are those of this topology: asked first, because all else is compared with them. */
function exportStep(deployment: Deployment, source: string, id: string): Step {
  return {
    id,
    title: 'The exported files',
    phase: 'prerequisites',
    why: 'A script that was changed by hand, or that another topology made, plans something else than what is asked for here.',
    proof: 'manifest.json has the digests of these files, and that of this topology.',
    action: { type: 'check', check: { kind: 'export', source } },
    undo: { type: 'nothing' },
    requires: [],
    source: [],
    causes: deployment.head ? causesOf(deployment.head) : [],
  };
}

/** What is only stated in a zone, because it isn't known or is left to the administrator, isn't asked for. */
function recordSteps(zone: Zone, entry: ZoneEntry, unique: (id: string) => string): Step[] {
  const { owner, type, disabled, records } = entry;
  if (disabled !== undefined || records.length === 0) return [];
  return [
    {
      id: unique(`Dns.${slug(`${zone.scope}.${owner}.${type}`)}`),
      title: `${owner} ${type}, as ${zone.scope === 'public' ? 'the Internet sees' : 'the internal network sees'} it`,
      phase: 'dns',
      why: entry.why.join('; ') || `The zone ${zone.name} declares it.`,
      proof: 'The answer holds what is planned.',
      action: {
        type: 'check',
        check: {
          kind: 'record',
          zones: zone.scope,
          name: owner,
          recordType: type,
          answer: [...new Set(records.map((record) => answerOf(recordValues(type, record.data).fields).toLowerCase()))],
        },
      },
      undo: { type: 'nothing' },
      requires: [],
      source: ['DNSSRV', 'DNSEDGE'],
      causes: entry.causes,
    },
  ];
}

/** The part of a record's data by which its answer is known: the name or address, which stands last. */
function answerOf(fields: readonly string[]): string {
  return fields.at(-1) ?? '';
}

function isAsked({ action }: Step): boolean {
  if (action.type === 'object' || action.type === 'users' || action.type === 'mailboxes') return true;
  if (action.type === 'manual') return action.done !== undefined || action.known !== undefined;
  return action.type === 'check' && action.check.kind !== 'shell' && action.check.kind !== 'usersFile';
}

/** Whether each Front End reaches Exchange UM; the test leaves no message. [PS-TESTUM] */
function connectivity(deployment: Deployment): Step[] {
  if (!hasSince(deployment.server, 'lync2013')) return [];
  const sender = deployment.head && textFact(deployment.head, 'senderSipAddress');
  return deployment
    .all('pool')
    .filter((pool) => pool.fact('role') === 'frontEnd' || pool.fact('role') === 'standardEdition')
    .map((pool) => ({
      id: `Connectivity.${slug(pool.name)}`,
      title: `Connection of ${pool.name} to Exchange UM`,
      phase: 'rerouting',
      why: 'It needs the test users of health monitoring for the pool, or -TestUser with -TestCredential; without them it says so.',
      proof: 'Test-CsExUMConnectivity answers.',
      action: {
        type: 'check',
        check: {
          kind: 'transaction',
          test: { cmdlet: 'Test-CsExUMConnectivity', parameters: [{ name: 'TargetFqdn', value: pool.name }] },
          user: sender === undefined ? '' : `sip:${sender.replace(/^sip:/i, '')}`,
          otherwise: 'Test-CsExUMConnectivity did not succeed.',
        },
      },
      undo: { type: 'nothing' },
      requires: [],
      source: ['PS-TESTUM'],
      causes: causesOf(pool),
    }));
}
