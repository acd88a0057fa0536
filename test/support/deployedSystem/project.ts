import { zonesOf } from '../../../server/src/export/dns/zones';
import type { JsonProperties } from '../../../server/src/export/json/shape';
import type { Plan, Step } from '../../../server/src/export/plan';
import { dnsPlan } from '../../../server/src/export/plan/dns';
import { exchangeOrganizations, exchangePlan, exchangeWavePlan } from '../../../server/src/export/plan/exchange';
import { lyncPlan } from '../../../server/src/export/plan/lync';
import { onlinePlan, onlineTenants } from '../../../server/src/export/plan/online';
import { wavePlan } from '../../../server/src/export/plan/wave';
import { declaredUsers, movedUsers, type UserSelection } from '../../../server/src/export/users/usersFile';
import type { Deployment } from '../../../server/src/model/deployment';
import { waveOrder } from '../../../server/src/model/waves';
import { installed } from './initial';
import { defaultsOf } from './objects';
import { type Row, type Run, Snapshot } from './run';
import { type Outcome, runPlan } from './shell';
import type { DeployedSystem, Session } from './system';

/** A script of the export, with all that it needs to be run. */
export interface Runnable {
  readonly name: string;
  readonly plan: Plan;
  readonly session: Session;
  readonly rows: readonly Row[];
  /** Those of `previous-users.csv`, in the folder of a wave. */
  readonly previous?: readonly Row[];
  /** Scripts of one folder share what they keep. */
  readonly folder: string;
}

function rowsOf(users: UserSelection): Row[] {
  const headers = users.columns.map((column) => column.header);
  return [...users.rows()].map(({ cells }) => Object.fromEntries(headers.map((header, i) => [header, cells[i] ?? ''])));
}

/** The scripts of the whole deployment, in the order of the README; what the Lync shell does after Exchange comes again at the end. */
export function wholeScriptsOf(deployment: Deployment): Runnable[] {
  const users = declaredUsers(deployment);
  const rows = rowsOf(users);
  const folder = 'powershell';
  const lync: Runnable = { name: '10-lync', plan: lyncPlan(deployment, users), session: 'lync', rows, folder };
  const exchange = exchangeOrganizations(deployment).map(
    (organization): Runnable => ({
      name: `20-exchange ${organization.name}`,
      plan: exchangePlan(deployment, organization, users),
      session: `exchange:${organization.key}`,
      rows,
      folder,
    }),
  );
  const online = onlineTenants(deployment).map(
    (tenant): Runnable => ({
      name: `30-online ${tenant.name}`,
      plan: onlinePlan(deployment, tenant),
      session: `online:${tenant.key}`,
      rows,
      folder,
    }),
  );
  const again = exchange.length > 0 ? [lync] : [];
  return [lync, ...exchange, ...online, ...again];
}

/** `dns.ps1` as it is run with -Zones, once for the servers of each side. */
export function dnsScriptsOf(deployment: Deployment): Runnable[] {
  const plan = dnsPlan(deployment, zonesOf(deployment), 3600);
  return (['public', 'internal'] as const).map((scope): Runnable => {
    const steps = plan.steps.filter(({ action }) => action.type !== 'dnsRecords' || action.zones === scope);
    return { name: `dns ${scope}`, plan: { ...plan, steps }, session: `dns:${scope}`, rows: [], folder: 'dns' };
  });
}

/** The scripts of a wave. @param index of the wave in the order of waves. */
export function waveScriptsOf(deployment: Deployment, index: number): Runnable[] {
  const users = movedUsers(deployment, index);
  const rows = rowsOf(users);
  const wave = waveOrder(deployment).waves[index];
  if (wave === undefined) return [];
  const folder = `waves/${index}`;
  const previous = index > 0 ? rowsOf(movedUsers(deployment, index - 1)) : [];
  const exchange = exchangeOrganizations(deployment).flatMap((organization): Runnable[] => {
    const plan = exchangeWavePlan(deployment, wave, organization, users);
    return plan
      ? [{ name: `${wave.name} 20-exchange`, plan, session: `exchange:${organization.key}`, rows, folder }]
      : [];
  });
  return [
    { name: `${wave.name} 10-lync`, plan: wavePlan(deployment, index, users), session: 'lync', rows, previous, folder },
    ...exchange,
  ];
}

/** A change window: a deployed system, the folders beside the scripts, and the administrator. */
export class Project {
  private readonly snapshots = new Map<string, Snapshot>();
  /** Contacts that were made by hand. */
  private readonly handMade = new Set<string>();
  /** Where mailboxes are that were moved by hand. */
  readonly mailboxes = new Map<string, JsonProperties>();

  constructor(
    readonly deployment: Deployment,
    readonly system: DeployedSystem = installed(deployment),
  ) {}

  snapshot(folder: string, session: Session): Snapshot {
    // Ids of steps are those of one script: the scripts of a folder tell theirs apart by their shell.
    const key = `${folder} ${session}`;
    const known = this.snapshots.get(key) ?? new Snapshot();
    this.snapshots.set(key, known);
    return known;
  }

  /** @param at may throw, as if somebody closed the window there. */
  run(
    script: Runnable,
    only?: (step: Step, i: number) => boolean,
    breakAtUser?: number,
    at?: (place: 'saved' | 'changed') => void,
  ): Outcome {
    const run: Run = {
      system: this.system,
      session: script.session,
      rows: script.rows,
      previous: script.previous ?? [],
      snapshot: this.snapshot(script.folder, script.session),
      byHand: (step) => this.byHand(step, script),
      ...(breakAtUser !== undefined && { breakAtUser }),
      ...(at && { at }),
    };
    return runPlan(script.plan, run, only);
  }

  /** What the administrator does where a script asks for it. */
  private byHand({ id, action, phase }: Step, { session, rows }: Runnable): void {
    if (action.type !== 'manual' || action.onlyTold) return;
    const field = (name: string): string => action.fields.find((each) => each.name === name)?.value ?? '';
    if (action.tool) this.exchUcUtil(session, action.known?.pools ?? [], action.known?.dialPlans ?? []);
    else if (field('Contact type') !== '') this.contact(field, action.instructions.join(' '));
    else if (id.endsWith('.Remove')) this.system.remove('lync', 'CsExUmContact', field('SIP address'));
    else if (id === 'Mailboxes' && phase === 'users') this.moveMailboxes(rows);
  }

  private exchUcUtil(session: Session, pools: readonly string[], dialPlans: readonly string[]): void {
    for (const pool of pools) {
      const declared = this.deployment
        .all('umIPGateway')
        .find((gateway) => String(gateway.fact('address')).toLowerCase() === pool.toLowerCase());
      const name = declared?.name ?? pool;
      if (!this.system.get(session, 'UMIPGateway', name))
        this.system.put(session, 'UMIPGateway', name, { ...defaultsOf('UMIPGateway'), Address: pool });
      for (const plan of dialPlans)
        if (this.system.get(session, 'UMDialPlan', plan) && !this.groupOf(session, name, plan))
          this.system.put(session, 'UMHuntGroup', `${name}\\${plan}`, { UMDialPlan: plan, UMIPGateway: name });
    }
  }

  private groupOf(session: Session, gateway: string, plan: string): boolean {
    return this.system
      .all(session, 'UMHuntGroup')
      .some(([identity, group]) => identity.startsWith(`${gateway.toLowerCase()}\\`) && group.UMDialPlan === plan);
  }

  private contact(field: (name: string) => string, instructions: string): void {
    const identity = field('SIP address').toLowerCase();
    if (/remove it/i.test(instructions)) {
      if (this.handMade.delete(identity)) this.system.remove('lync', 'CsExUmContact', identity);
      return;
    }
    if (this.system.get('lync', 'CsExUmContact', identity)) return;
    const known = this.deployment
      .all('exchange')
      .some(({ key }) => this.system.get(`exchange:${key}`, 'UMDialPlan', field('SIP dial plan')));
    if (!known) return;
    this.handMade.add(identity);
    this.system.put('lync', 'CsExUmContact', identity, {
      RegistrarPool: field('Server or pool'),
      OU: field('Organizational unit'),
      DisplayNumber: field('Phone number'),
      AutoAttendant: field('Contact type') === 'Auto-Attendant',
      Enabled: true,
      EnterpriseVoiceEnabled: true,
      HostedVoicemailPolicy: null,
      umDialPlan: `${field('Exchange organization')}\\${field('SIP dial plan')}`,
      tool: 'ocsUmUtil',
    });
  }

  /** Exchange writes its own pair and clears Lync's. */
  private moveMailboxes(rows: readonly Row[]): void {
    for (const row of rows) {
      const address = (row.SipAddress ?? '').toLowerCase();
      const mailbox = row.MailboxLocation ?? '';
      const cloud = row.EnableCloudVoiceMail === 'True';
      const hosted = mailbox === 'hosted' || (mailbox === 'local' && cloud);
      this.mailboxes.set(address.replace(/^sip:/, ''), {
        mailbox,
        exchangeHostedVoiceMail: hosted ? true : null,
        ...(row.UmDialPlan !== '' &&
          row.UmDialPlan !== undefined && { umDialPlan: row.UmDialPlan === 'unset' ? null : row.UmDialPlan }),
        ...(cloud && { enableCloudVoiceMail: true }),
      });
      const user = this.system.get('lync', 'CsUser', address);
      if (user) this.system.put('lync', 'CsUser', address, { ...user, HostedVoiceMail: null });
    }
  }
}
