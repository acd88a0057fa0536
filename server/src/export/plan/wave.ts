import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { contactMoves, type Move, type Wave, waveOrder } from '../../model/waves';
import { contactAfter } from '../../routing/numbers';
import { type DeclaredObject, listFact, textFact } from '../facts';
import type { Plan, UserSetting } from '../plan';
import { movedUsers, type UserSelection } from '../users/usersFile';
import { causesOf, PlanBuilder } from './builder';
import { addGrant, addHostedContact, addLocalContact } from './contacts';
import { prerequisiteSteps } from './lync';
import { flagStep, grantSettings, hostedFlag, parameterSettings, usersStep } from './users';

/**
 * What the Lync shell does for one wave: for each user pool, policy, mailbox, flag, in this order; then the contacts; at the end what the wave retires.
 * @param index of the wave in the order of waves.
 */
export function wavePlan(deployment: Deployment, index: number, users: UserSelection): Plan {
  const builder = new PlanBuilder(deployment);
  const wave = waveOrder(deployment).waves[index];
  if (wave) {
    waveUsers(builder, wave, users);
    waveContacts(builder, wave, index);
    waveRetires(builder, wave);
  }
  prerequisiteSteps(builder, users, false);
  previousWaveStep(builder, index);
  return { shell: 'lync', steps: builder.steps };
}

/** What a wave sets of each of its users before the mailbox moves. */
function waveSettings(builder: PlanBuilder, wave: Wave, users: UserSelection): UserSetting[] {
  const written = (property: string): boolean => wave.moves.some((move) => move.written.has(property));
  return [
    ...(written('pool') ? [{ kind: 'pool', asked: false, confirm: builder.hasConfirmingMove } as const] : []),
    ...parameterSettings(users, written),
    ...grantSettings(users, written),
  ];
}

/** A wave begins when the users of the one before are as that one leaves them. */
function previousWaveStep(builder: PlanBuilder, index: number): void {
  const { deployment } = builder;
  const before = waveOrder(deployment).waves[index - 1];
  if (before === undefined) return;
  const users = movedUsers(deployment, index - 1);
  if (users.count === 0) return;
  const settings = [
    ...waveSettings(builder, before, users),
    // A flag that was set before the mailbox moved is cleared by the move: Exchange writes its own.
    ...(before.moves.some((move) => move.mailbox !== undefined) &&
    before.declaration.fact('hostedVoiceMail') !== 'before'
      ? [hostedFlag]
      : []),
  ];
  builder.add('prerequisites', ['Wave', before.name], {
    title: `Wave ${before.name} is done`,
    why: 'A wave that was left half done is hard to see once the next one has begun, and its way back is no longer the last step.',
    proof: 'Get-CsUser shows for each user of that wave what the row in previous-users.csv says.',
    action:
      settings.length > 0
        ? { type: 'check', check: { kind: 'wave', wave: before.name, settings } }
        : {
            type: 'manual',
            instructions: [
              `Whether the mailboxes of wave ${before.name} have moved is not seen from this shell: ask Get-MoveRequest in Exchange for the users of previous-users.csv.`,
            ],
            fields: [],
            stop: `Finish wave ${before.name} first, or go on with -From the next step.`,
          },
    undo: { type: 'nothing' },
    source: ['ROUTE'],
    causes: causesOf(before.declaration),
  });
}

function waveUsers(builder: PlanBuilder, wave: Wave, users: UserSelection): void {
  if (users.count === 0) return;
  const causes = causesOf(wave.declaration);
  const settings = waveSettings(builder, wave, users);
  if (settings.length > 0) usersStep(builder, users, settings, causes);
  const moves = wave.moves.filter((move) => move.mailbox !== undefined);
  if (moves.length === 0) return;
  const before = wave.declaration.fact('hostedVoiceMail') === 'before';
  if (before) flagStep(builder, users, 'users', causes);
  mailboxStep(builder, wave, moves, users, before);
  if (!before) flagStep(builder, users, 'hostedVoiceMail', causes);
}

function mailboxStep(
  builder: PlanBuilder,
  wave: Wave,
  moves: readonly Move[],
  users: UserSelection,
  flagIsSet: boolean,
): void {
  const places = [...new Set(moves.map((move) => String(move.mailbox)))].join(', ');
  builder.add('users', ['Mailboxes'], {
    title: `Mailboxes of wave ${wave.name}`,
    why: 'Exchange moves mailboxes, this shell does not. Calls follow the flag and the EUM proxy addresses, not the mailbox: so it stands here in the order.',
    proof:
      'Get-MoveRequestStatistics in Exchange shows each as completed; Exchange has written its own pair in msExchUCVoiceMailSettings.',
    action: {
      type: 'manual',
      instructions: [
        `Move the ${users.count} mailboxes of users.csv to where its column MailboxLocation says (${places}), and wait until Active Directory shows it.`,
        ...(moves.some((move) => move.mailbox === 'local')
          ? [
              'Enable those that are local then for UM: the scripts 20-exchange of this folder do it in the Exchange Management Shell.',
            ]
          : []),
      ],
      fields: [],
      ...(!flagIsSet && {
        stop: 'The flag is set when the mailboxes have moved. To go on then: -From Users.HostedVoiceMail',
      }),
    },
    undo: { type: 'irreversible', reason: 'Mailboxes are moved back by Exchange, not by this script.' },
    source: ['EX-HYB', 'ROUTE'],
    causes: causesOf(wave.declaration),
  });
}

function waveContacts(builder: PlanBuilder, wave: Wave, index: number): void {
  const { deployment } = builder;
  for (const contact of deployment.all('exUmContact')) {
    const moves = contactMoves(deployment, contact, index + 1).filter((move) => move.wave === wave.declaration);
    if (moves.length === 0) continue;
    const before = contactAfter(deployment, contact, index).fact('tool');
    const state = contactAfter(deployment, contact, index + 1);
    const after = state.fact('tool');
    if (before !== after) removeOld(builder, wave, contact, String(before));
    const moved: DeclaredObject = {
      kind: contact.kind,
      name: contact.name,
      node: contact.node,
      fact: (property) => state.fact(property),
      written: {
        has: (property) => contact.written.has(property) || moves.some((move) => move.written.has(property)),
      },
    };
    if (before === after && moves.some((move) => move.written.has('pool'))) moveContact(builder, wave, moved);
    if (after === 'newCsExUmContact') {
      const id = before === after ? undefined : addHostedContact(builder, contact, moved);
      if (before !== after || moves.some((move) => move.written.has('policy')))
        addGrant(builder, contact, id, state.fact('policy'));
    } else if (before !== after) addLocalContact(builder, contact, undefined, moved);
  }
}

/** The home pool of a contact. The cmdlet asks whatever it is told, so it is nothing for a script that may run alone. [PS-MOVECON] */
function moveContact(builder: PlanBuilder, wave: Wave, contact: DeclaredObject): void {
  const pool = textFact(contact, 'pool');
  if (pool === undefined) return;
  builder.add('hostedContacts', ['Contact', contact.name, 'Pool'], {
    title: `Home pool of contact ${contact.name}`,
    why: 'Its pool decides which hosted voice mail policy of a site applies to it. The script does not move it: Move-CsExUmContact asks before it moves, also with -Force.',
    proof: `Get-CsExUmContact -Identity sip:${contact.name} shows RegistrarPool ${pool}.`,
    action: {
      type: 'manual',
      instructions: ['Run Move-CsExUmContact with this identity and target, and answer its question.'],
      fields: [
        { name: 'Identity', value: `sip:${contact.name}` },
        { name: 'Target', value: pool },
      ],
    },
    undo: {
      type: 'irreversible',
      reason: 'Move-CsExUmContact moves it back to the pool that it was homed on, and asks as well.',
    },
    source: ['PS-MOVECON', 'POL'],
    causes: causesOf(builder.deployment.named('exUmContact', contact.name)[0], wave.declaration),
  });
}

/** One number, one contact: the old one goes before the new one comes, and calls to the number are lost between. [PS-NEWCON] */
function removeOld(builder: PlanBuilder, wave: Wave, contact: Declaration, tool: string): void {
  builder.add('hostedContacts', ['Contact', contact.name, 'Remove'], {
    title: `Contact ${contact.name}, the one of ${tool === 'ocsUmUtil' ? 'OcsUmUtil.exe' : 'New-CsExUmContact'}`,
    why: 'The address and the number of a contact are unique: the old one has to go before the new one can be made. Until then nobody answers the number. The script does not do it: both have the same address, so a second run would remove the new one.',
    proof: `Get-CsExUmContact -Identity sip:${contact.name} finds nothing.`,
    action: {
      type: 'manual',
      instructions: [
        `Remove the contact ${tool === 'ocsUmUtil' ? 'with OcsUmUtil.exe' : 'with Remove-CsExUmContact'}, then wait until Active Directory shows it.`,
      ],
      fields: [{ name: 'SIP address', value: `sip:${contact.name}` }],
    },
    undo: { type: 'irreversible', reason: 'A contact that was removed is made again by the tool that made it.' },
    source: ['PS-NEWCON', 'CONTACT'],
    causes: causesOf(contact, wave.declaration),
  });
}

function waveRetires(builder: PlanBuilder, wave: Wave): void {
  for (const name of listFact(wave.declaration, 'retire')) {
    const organization = builder.deployment.find('exchange', name);
    const objects = organization?.children ?? [];
    const named = (kind: string): string =>
      objects
        .filter((object) => object.kind.name === kind)
        .map((object) => object.name)
        .join(', ');
    const field = (label: string, kind: string): { name: string; value: string }[] => {
      const value = named(kind);
      return value === '' ? [] : [{ name: label, value }];
    };
    builder.add('afterExchange', ['Retire', name], {
      title: `Local UM of ${name}, retired`,
      why: 'Nobody uses it any more. Left in place, a user whose flag is lost falls back to it silently.',
      proof: 'Get-UMDialPlan in the Exchange Management Shell shows none of them.',
      action: {
        type: 'manual',
        instructions: [
          'When every call of the wave has been tried: remove the contacts made by OcsUmUtil.exe, then in the Exchange Management Shell the hunt groups, the gateways, the auto attendants and the dial plans, in this order.',
        ],
        fields: [
          ...field('Hunt groups', 'umHuntGroup'),
          ...field('Gateways', 'umIPGateway'),
          ...field('Auto attendants', 'umAutoAttendant'),
          ...field('Dial plans', 'umDialPlan'),
        ],
      },
      undo: {
        type: 'irreversible',
        reason: 'A dial plan that was removed has to be made again, and its users enabled again.',
      },
      source: ['ARCH', 'ROUTE'],
      causes: causesOf(wave.declaration, organization),
    });
  }
}
