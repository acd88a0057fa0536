import type { UserSetting, Value, Wanted } from '../../../server/src/export/plan';
import { look, run } from './cmdlets';
import { isSame } from './compare';
import { CmdletError } from './objects';
import { Refused, type Row, type Run } from './run';
import { type Properties, textOf } from './system';

/** As the scripts read a cell. `undefined`: it says nothing. */
function cellValue(row: Row, column: string, type: 'boolean' | 'text', clear: boolean): Value | undefined {
  const cell = row[column] ?? '';
  if (cell === 'unknown' || (cell === '' && !clear)) return undefined;
  if (cell === '' || cell === 'unset') return null;
  return type === 'boolean' ? ['true', 'yes', '1'].includes(cell.toLowerCase()) : cell;
}

export function setUser(
  row: Row,
  settings: readonly UserSetting[],
  { system, session, snapshot, at = () => {} }: Run,
): void {
  if ((row.HostingProvider ?? '') !== '') return;
  const address = row.SipAddress ?? '';
  const identity = { name: 'Identity', value: address };
  if (system.get(session, 'CsUser', address) === undefined) {
    if (!settings.some((setting) => setting.kind === 'enable')) throw new CmdletError('The user is not enabled');
    snapshot.saveUser(address, undefined);
    at('saved');
    run(system, session, {
      cmdlet: 'Enable-CsUser',
      parameters: [
        { name: 'Identity', value: row.Identity ?? '' },
        { name: 'RegistrarPool', value: row.RegistrarPool ?? '' },
        { name: 'SipAddress', value: address },
      ],
    });
    at('changed');
  }
  for (const setting of settings) {
    const user = system.get(session, 'CsUser', address) ?? {};
    const wanted = settingOf(row, setting);
    if (wanted === undefined || isSame(user[wanted.property] ?? null, wanted.value, wanted.compare)) continue;
    snapshot.saveUser(address, user);
    at('saved');
    run(system, session, {
      cmdlet: wanted.cmdlet,
      parameters: [identity, { name: wanted.parameter, value: wanted.value }],
    });
    at('changed');
  }
}

/** The wave before is done when its users are as its list says. */
export function checkWave(settings: readonly UserSetting[], { system, session, previous }: Run): void {
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

export function userBack(
  address: string,
  before: Properties | undefined,
  settings: readonly UserSetting[],
  { system, session }: Run,
): void {
  if (system.get(session, 'CsUser', address) === undefined) {
    if (before !== undefined) throw new CmdletError('The user is not there any more');
    return;
  }
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

export function enableMailbox(
  row: Row,
  dialPlans: readonly string[],
  cloud: boolean,
  { system, session, snapshot, at = () => {} }: Run,
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
  snapshot.mailboxes.add(String(identity.value));
  at('saved');
  run(system, session, { cmdlet: 'Enable-UMMailbox', parameters: [identity, ...rest] });
  at('changed');
}

export function disableMailbox(account: string, { system, session }: Run): void {
  const identity = { name: 'Identity', value: account };
  if (!look(system, session, { cmdlet: 'Get-UMMailbox', parameters: [identity] })) return;
  run(system, session, {
    cmdlet: 'Disable-UMMailbox',
    parameters: [identity, { name: 'KeepProperties', value: true }],
  });
}
