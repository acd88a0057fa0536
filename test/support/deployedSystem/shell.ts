import type {
  Call,
  ObjectAction,
  Plan,
  RestoreAction,
  Step,
  UserSetting,
  Value,
  Wanted,
} from '../../../server/src/export/plan';
import { CmdletError, look, run } from './cmdlets';
import { type DeployedSystem, type Properties, type Session, textOf } from './system';

/** A row of `users.csv`, by header. */
export type Row = Readonly<Record<string, string>>;

/** What a script found before its first change: it is kept beside the script, and never written over. */
export class Snapshot {
  private readonly objects = new Map<string, Properties | undefined>();
  readonly users = new Map<string, Properties | undefined>();
  /** Accounts of mailboxes that were enabled. */
  readonly mailboxes = new Set<string>();

  save(step: string, found: Properties | undefined): void {
    if (!this.objects.has(step)) this.objects.set(step, found && { ...found });
  }

  saveUser(address: string, found: Properties | undefined): void {
    if (!this.users.has(address)) this.users.set(address, found && { ...found });
  }

  has(step: string): boolean {
    return this.objects.has(step);
  }

  found(step: string): Properties | undefined {
    return this.objects.get(step);
  }
}

/** The script stops here, and says why. */
export class Refused extends Error {}

/** Everything about running a script that isn't the plan. */
export interface Run {
  readonly system: DeployedSystem;
  readonly session: Session;
  readonly rows: readonly Row[];
  /** Those of `previous-users.csv`. */
  readonly previous: readonly Row[];
  readonly snapshot: Snapshot;
  /** Does by hand what a step asks for; the administrator. */
  readonly byHand: (step: Step) => void;
  /** The script is broken off before the user of this number. */
  readonly breakAtUser?: number;
}

/** What came of each step, by its id; and the users that failed. */
export interface Outcome {
  readonly results: Map<string, string>;
  readonly failures: string[];
}

/** The script was broken off in the middle of a step. */
export class BrokenOff extends Error {}

/** Runs the steps of a plan as its script does: look, compare, then make or change what differs. */
export function runPlan(plan: Plan, run: Run, only: (step: Step, i: number) => boolean = () => true): Outcome {
  const outcome: Outcome = { results: new Map(), failures: [] };
  plan.steps.forEach((step, i) => {
    if (!only(step, i)) return;
    try {
      outcome.results.set(step.id, runStep(step, run, outcome));
    } catch (error) {
      if (error instanceof CmdletError) throw new CmdletError(`${step.id}: ${error.message}`);
      throw error instanceof Refused ? new Refused(`${step.id}: ${error.message}`) : error;
    }
  });
  return outcome;
}

function runStep(step: Step, run: Run, outcome: Outcome): string {
  const { action } = step;
  switch (action.type) {
    case 'object':
      return runObject(step.id, action, run);
    case 'check':
      // The surroundings are as they have to be: that the checks look is tested with the text of scripts.
      if (action.check.kind === 'wave') checkWave(action.check.settings, run);
      return 'ok';
    case 'users': {
      const rows = action.from === 'list' ? run.rows : [];
      rows.forEach((row, i) => {
        if (i === run.breakAtUser) throw new BrokenOff();
        guarded(row, outcome, () => setUser(row, action.settings, run));
      });
      if (action.from === 'snapshot')
        for (const [address, before] of run.snapshot.users) userBack(address, before, action.settings, run);
      return 'users';
    }
    case 'mailboxes':
      if (action.from === 'snapshot') for (const account of run.snapshot.mailboxes) disableMailbox(account, run);
      else
        for (const row of run.rows)
          guarded(row, outcome, () => enableMailbox(row, action.dialPlans, action.cloud, run));
      return 'users';
    case 'manual':
      run.byHand(step);
      return 'byHand';
    case 'restore':
      return runRestore(step.id, action, run);
    case 'dnsRecords':
      throw new Error('Windows DNS has tests of its own');
  }
}

function guarded(row: Row, outcome: Outcome, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof CmdletError)) throw error;
    outcome.failures.push(`${row.SipAddress}: ${error.message}`);
  }
}

function runObject(id: string, action: ObjectAction, { system, session, snapshot }: Run): string {
  const found = look(system, session, action.get);
  if (found === undefined) {
    if (action.create === undefined) throw new Refused(action.absent ?? '');
    snapshot.save(id, undefined);
    for (const call of action.create) run(system, session, call);
    return 'created';
  }
  for (const wanted of action.wanted)
    if (wanted.immutable !== undefined && differs(found, wanted)) throw new Refused(wanted.immutable);
  const changing = action.wanted.filter((wanted) => wanted.immutable === undefined);
  const otherWay = action.otherType !== undefined && String(found.type).includes(action.otherType);
  if (action.change === undefined || !(otherWay || changing.some((wanted) => differs(found, wanted))))
    return 'unchanged';
  snapshot.save(id, found);
  run(system, session, action.change);
  return 'changed';
}

/** As the function Get-Difference of the scripts compares. */
function differs(found: Properties, { property, value, compare }: Wanted): boolean {
  if (!(property in found) && compare !== 'policy') return false;
  return !isSame(found[property] ?? null, value, compare);
}

function isSame(found: Value, wanted: Value, compare: Wanted['compare']): boolean {
  const parts = (value: Value): string[] =>
    (Array.isArray(value) ? value : [textOf(value)])
      .flatMap((text) => String(text).split(','))
      .map((part) => part.trim().toLowerCase())
      .filter((part) => part !== '')
      .sort();
  if (compare === 'list') return parts(found).join() === parts(wanted).join();
  if (compare === 'contains') return parts(wanted).every((part) => parts(found).includes(part));
  const text = textOf(found).toLowerCase();
  return (compare === 'policy' ? text.replace(/^tag:/, '') : text) === textOf(wanted).toLowerCase();
}

/** As the scripts read a cell. `undefined`: it says nothing. */
function cellValue(row: Row, column: string, type: 'boolean' | 'text', clear: boolean): Value | undefined {
  const cell = row[column] ?? '';
  if (cell === 'unknown' || (cell === '' && !clear)) return undefined;
  if (cell === '' || cell === 'unset') return null;
  return type === 'boolean' ? ['true', 'yes', '1'].includes(cell.toLowerCase()) : cell;
}

function setUser(row: Row, settings: readonly UserSetting[], { system, session, snapshot }: Run): void {
  if ((row.HostingProvider ?? '') !== '') return;
  const address = row.SipAddress ?? '';
  const identity = { name: 'Identity', value: address };
  if (system.get(session, 'CsUser', address) === undefined) {
    if (!settings.some((setting) => setting.kind === 'enable')) throw new CmdletError('The user is not enabled');
    run(system, session, {
      cmdlet: 'Enable-CsUser',
      parameters: [
        { name: 'Identity', value: row.Identity ?? '' },
        { name: 'RegistrarPool', value: row.RegistrarPool ?? '' },
        { name: 'SipAddress', value: address },
      ],
    });
    snapshot.saveUser(address, undefined);
  }
  for (const setting of settings) {
    const user = system.get(session, 'CsUser', address) ?? {};
    const wanted = settingOf(row, setting);
    if (wanted === undefined || isSame(user[wanted.property] ?? null, wanted.value, wanted.compare)) continue;
    snapshot.saveUser(address, user);
    run(system, session, {
      cmdlet: wanted.cmdlet,
      parameters: [identity, { name: wanted.parameter, value: wanted.value }],
    });
  }
}

/** The wave before is done when its users are as its list says. */
function checkWave(settings: readonly UserSetting[], { system, session, previous }: Run): void {
  for (const row of previous) {
    if ((row.HostingProvider ?? '') !== '') continue;
    const user = system.get(session, 'CsUser', row.SipAddress ?? '');
    if (user === undefined) throw new Refused(`${row.SipAddress} is missing`);
    for (const setting of settings) {
      const wanted = settingOf(row, setting);
      if (wanted && !isSame(user[wanted.property] ?? null, wanted.value, wanted.compare))
        throw new Refused(`${row.SipAddress} differs in ${wanted.property}`);
    }
  }
}

interface WantedSetting {
  readonly cmdlet: string;
  readonly parameter: string;
  readonly property: string;
  readonly value: Value;
  readonly compare: Wanted['compare'];
}

function settingOf(row: Row, setting: UserSetting): WantedSetting | undefined {
  switch (setting.kind) {
    case 'enable':
      return undefined;
    case 'pool': {
      const value = cellValue(row, 'RegistrarPool', 'text', false);
      if (typeof value !== 'string') return undefined;
      return { cmdlet: 'Move-CsUser', parameter: 'Target', property: 'RegistrarPool', value, compare: 'value' };
    }
    case 'parameter': {
      const { parameter, column, type, clear } = setting;
      const value = cellValue(row, column, type, clear);
      if (value === undefined) return undefined;
      return { cmdlet: 'Set-CsUser', parameter, property: parameter, value, compare: 'value' };
    }
    case 'grant': {
      const { cmdlet, column, property, clear } = setting;
      const value = cellValue(row, column, 'text', clear);
      if (value === undefined) return undefined;
      const name = typeof value === 'string' ? value.replace(/^tag:/i, '') : null;
      return { cmdlet, parameter: 'PolicyName', property, value: name, compare: 'policy' };
    }
  }
}

function userBack(
  address: string,
  before: Properties | undefined,
  settings: readonly UserSetting[],
  { system, session }: Run,
): void {
  const identity = { name: 'Identity', value: address };
  const off = { Enabled: false, AudioVideoDisabled: false, EnterpriseVoiceEnabled: false };
  const row: Row = Object.fromEntries(Object.entries(before ?? off).map(([name, value]) => [name, textOf(value)]));
  for (const setting of settings) {
    const user = system.get(session, 'CsUser', address) ?? {};
    const wanted = settingOf(row, setting);
    if (wanted === undefined || isSame(user[wanted.property] ?? null, wanted.value, wanted.compare)) continue;
    run(system, session, {
      cmdlet: wanted.cmdlet,
      parameters: [identity, { name: wanted.parameter, value: wanted.value }],
    });
  }
  if (before === undefined)
    run(system, session, { cmdlet: 'Set-CsUser', parameters: [identity, { name: 'Enabled', value: false }] });
}

function enableMailbox(
  row: Row,
  dialPlans: readonly string[],
  cloud: boolean,
  { system, session, snapshot }: Run,
): void {
  const isCloud = row.EnableCloudVoiceMail === 'True';
  const isOurs = dialPlans.some((plan) => plan.toLowerCase() === (row.UmDialPlan ?? '').toLowerCase());
  if (row.MailboxLocation !== 'local' || !(cloud ? isOurs || isCloud : isOurs && !isCloud)) return;
  const identity = { name: 'Identity', value: row.Identity ?? '' };
  const mailbox = look(system, session, { cmdlet: 'Get-UMMailbox', parameters: [identity] });
  const dialPlan = (row.UmDialPlan ?? '').replace(/^.*\\/, '');
  if (mailbox && !isCloud && mailbox.UMDialPlan && !isSame(mailbox.UMDialPlan, dialPlan, 'value'))
    throw new CmdletError('enabled with another dial plan');
  if (mailbox) return;
  const rest =
    cloud && isCloud
      ? [{ name: 'EnableCloudVoiceMail', value: true }]
      : [
          { name: 'UMMailboxPolicy', value: (row.UmMailboxPolicy ?? '').replace(/^.*\\/, '') },
          { name: 'SIPResourceIdentifier', value: (row.SipAddress ?? '').replace(/^sip:/, '') },
          ...((row.Extension ?? '') === '' ? [] : [{ name: 'Extensions', value: (row.Extension ?? '').split(';') }]),
        ];
  run(system, session, { cmdlet: 'Enable-UMMailbox', parameters: [identity, ...rest] });
  snapshot.mailboxes.add(String(identity.value));
}

function disableMailbox(account: string, { system, session }: Run): void {
  const identity = { name: 'Identity', value: account };
  if (!look(system, session, { cmdlet: 'Get-UMMailbox', parameters: [identity] })) return;
  run(system, session, {
    cmdlet: 'Disable-UMMailbox',
    parameters: [identity, { name: 'KeepProperties', value: true }],
  });
}

/** As the way back of a step: removed where the step created it, else the values from before. */
function runRestore(
  id: string,
  { of, remove, opposite, along = [] }: RestoreAction,
  { system, session, snapshot }: Run,
): string {
  if (!snapshot.has(id)) return 'unchanged';
  const before = snapshot.found(id);
  const found = look(system, session, of.get);
  if (before === undefined) {
    if (found === undefined) return 'unchanged';
    if (remove === undefined) throw new Refused(`No cmdlet removes ${of.target}`);
    for (const each of along)
      for (const identity of associated(system, session, each.get))
        run(system, session, { cmdlet: each.remove, parameters: [{ name: 'Identity', value: identity }] });
    run(system, session, remove);
    return 'removed';
  }
  if (found === undefined) {
    if (of.madeBy !== undefined) return 'unchanged';
    throw new Refused(`There is no ${of.target} any more`);
  }
  const call = opposite ?? of.change;
  const changing = of.wanted.filter((wanted) => wanted.immutable === undefined);
  if (call === undefined) return 'unchanged';
  if (of.otherType !== undefined && String(before.type).includes(of.otherType))
    throw new Refused(`${of.target} was routed in another way before`);
  const wanted = changing.map(
    (each): Wanted => ({
      ...each,
      value: before[each.property] ?? null,
      compare: each.compare === 'contains' ? 'list' : each.compare,
    }),
  );
  if (!wanted.some((each) => differs(found, each))) return 'unchanged';
  run(system, session, opposite ?? restoreCall(call, wanted));
  return 'restored';
}

/** The call with the values from before; what names the object, and switches, stay. */
function restoreCall(call: Call, wanted: readonly Wanted[]): Call {
  return {
    cmdlet: call.cmdlet,
    parameters: call.parameters.map((parameter) => {
      const before =
        parameter.name === 'PolicyName' ? wanted[0] : wanted.find(({ property }) => property === parameter.name);
      return before === undefined || parameter.value === undefined
        ? parameter
        : { name: parameter.name, value: before.value };
    }),
  };
}

/** Identities of the objects that belong to the one of the call's parameter. */
function associated(system: DeployedSystem, session: Session, get: Call): string[] {
  const [parameter] = get.parameters;
  const noun = get.cmdlet.slice('Get-'.length);
  return system
    .all(session, noun)
    .filter(
      ([, properties]) =>
        textOf(properties[parameter?.name ?? '']).toLowerCase() === textOf(parameter?.value).toLowerCase(),
    )
    .map(([identity]) => identity);
}
