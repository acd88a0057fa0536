import type { Place } from '../../rules/types';
import type { UserSetting } from '../plan';
import type { UserSelection } from '../users/usersFile';
import { causesOf, type PlanBuilder } from './builder';

/** Columns that say something of a user that a parameter of `Set-CsUser` sets, in the order in which they can be set. */
const parameters: readonly { parameter: string; property: string; type: 'boolean' | 'text' }[] = [
  { parameter: 'Enabled', property: 'enabled', type: 'boolean' },
  { parameter: 'AudioVideoDisabled', property: 'audioVideoDisabled', type: 'boolean' },
  { parameter: 'EnterpriseVoiceEnabled', property: 'enterpriseVoice', type: 'boolean' },
  { parameter: 'LineURI', property: 'line', type: 'text' },
  { parameter: 'PrivateLine', property: 'privateLine', type: 'text' },
];

const grants: readonly { cmdlet: string; property: string; shown: string; clear: boolean }[] = [
  {
    cmdlet: 'Grant-CsHostedVoicemailPolicy',
    property: 'policy',
    shown: 'HostedVoicemailPolicy',
    clear: true,
  },
  { cmdlet: 'Grant-CsVoicePolicy', property: 'voicePolicy', shown: 'VoicePolicy', clear: false },
  { cmdlet: 'Grant-CsDialPlan', property: 'dialPlan', shown: 'DialPlan', clear: false },
];

/** What parameters of `Set-CsUser` set, as far as a property is of interest. */
export function parameterSettings(users: UserSelection, wanted: (property: string) => boolean): UserSetting[] {
  return parameters.flatMap(({ parameter, property, type }): UserSetting[] => {
    const column = columnOf(users, property);
    return column !== undefined && wanted(property)
      ? [{ kind: 'parameter', parameter, column, type, clear: false }]
      : [];
  });
}

/** What is granted, as far as a property is of interest. */
export function grantSettings(users: UserSelection, wanted: (property: string) => boolean): UserSetting[] {
  return grants.flatMap(({ cmdlet, property, shown, clear }): UserSetting[] => {
    const column = columnOf(users, property);
    return column !== undefined && wanted(property) ? [{ kind: 'grant', cmdlet, column, property: shown, clear }] : [];
  });
}

function columnOf(users: UserSelection, property: string): string | undefined {
  return users.columns.find((candidate) => candidate.property === property)?.header;
}

/** Lync's pair of the attribute: an empty cell means that there is none. */
export const hostedFlag: UserSetting = {
  kind: 'parameter',
  parameter: 'HostedVoiceMail',
  column: 'HostedVoiceMail',
  type: 'boolean',
  clear: true,
};

/** Users as declared: enabled, homed, numbered, granted; then the flag that sends their voice mail to hosted UM. [ENABLEUSERS] [ASSIGN] */
export function userSteps(builder: PlanBuilder, users: UserSelection): void {
  if (users.count === 0) return;
  const all = (): boolean => true;
  const causes = causesOf(...builder.deployment.all('users'));
  const settings: UserSetting[] = [
    { kind: 'enable' },
    { kind: 'pool', asked: true, confirm: builder.hasConfirmingMove },
    ...parameterSettings(users, all),
    ...grantSettings(users, all),
  ];
  usersStep(builder, users, settings, causes);
  flagStep(builder, users, 'hostedVoiceMail', causes);
}

/** Why a user who was enabled stays so. [PS-SETUSER] */
const enabled =
  'A user who had to be enabled for Lync is set back and switched off on the way back, not disabled: Disable-CsUser would delete what others have set since.';

export function usersStep(
  builder: PlanBuilder,
  users: UserSelection,
  settings: readonly UserSetting[],
  causes: readonly Place[],
): void {
  builder.add('users', ['Users'], {
    title: 'Users: home pool, Enterprise Voice, number, policies',
    why: 'A granted policy has no effect on calls while the flag is off; it comes first, because the flag is refused where no policy with a destination applies.',
    proof: 'Get-CsUser shows for each user what the row in users.csv says.',
    action: { type: 'users', from: 'list', users: users.count, settings },
    undo: settings.some((setting) => setting.kind === 'enable')
      ? { type: 'restore', except: enabled }
      : { type: 'restore' },
    requires: builder.idsOf('policy'),
    source: ['PS-SETUSER', 'ASSIGN', 'PS-GRANTHVP'],
    causes,
  });
}

export function flagStep(
  builder: PlanBuilder,
  users: UserSelection,
  phase: 'users' | 'hostedVoiceMail',
  causes: readonly Place[],
): void {
  builder.add(phase, ['Users', 'HostedVoiceMail'], {
    title: 'Users: the flag for hosted voice mail',
    why: 'True sends calls to hosted UM. Where local UM is to answer the flag is cleared, not set to False, so that no pair is left in msExchUCVoiceMailSettings.',
    proof: 'Get-CsUser shows HostedVoiceMail as in users.csv; a call that is not answered reaches the mailbox.',
    action: { type: 'users', from: 'list', users: users.count, settings: [hostedFlag] },
    undo: { type: 'restore' },
    requires: [...builder.idsOf('users').filter((id) => id === 'Users'), ...builder.idsOf('policy')],
    source: ['ENABLEUSERS', 'USER', 'ROUTE'],
    causes,
  });
}
