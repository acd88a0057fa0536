import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import type { FactOwner } from '../../model/facts';
import type { Wave } from '../../model/waves';
import { textFact } from '../facts';
import type { Along, Call, Parameter, Plan, Value } from '../plan';
import type { UserSelection } from '../users/usersFile';
import { causesOf, PlanBuilder } from './builder';
import { objectAction, undoOf } from './objects';
import { serverSteps } from './umServers';
import { usedCmdlets } from './usedCmdlets';

/** The local Exchange organizations that have something to be made by their shell, and cmdlets that are known. */
export function exchangeOrganizations(deployment: Deployment): Declaration[] {
  if (deployment.mode !== 'onPremises' && deployment.mode !== 'mixed') return [];
  // Exchange 2019 has no UM; for 2007 there is no reference of the cmdlets that a script could be checked against.
  return deployment
    .all('exchange')
    .filter((organization) => organization.children.length > 0)
    .filter((organization) => !['2007SP1', '2019'].includes(textFact(organization, 'version') ?? ''));
}

/** What the Exchange Management Shell does for one organization, in the order of the local half. [OP-UM] [OP-2013] */
export function exchangePlan(deployment: Deployment, organization: Declaration, users: UserSelection): Plan {
  const builder = new PlanBuilder(deployment);
  const inside = (kind: string): Declaration[] => organization.children.filter((child) => child.kind.name === kind);
  for (const plan of inside('umDialPlan')) dialPlanStep(builder, plan);
  for (const policy of inside('umMailboxPolicy')) mailboxPolicyStep(builder, policy);
  serverSteps(builder, organization, inside('umServer'));
  utilStep(builder, organization, inside('umDialPlan'));
  for (const gateway of inside('umIPGateway')) gatewayStep(builder, gateway);
  for (const group of inside('umHuntGroup')) huntGroupStep(builder, group);
  for (const attendant of inside('umAutoAttendant')) attendantSteps(builder, attendant);
  mailboxStep(builder, organization, users, deployment.placements());
  shellSteps(builder, organization, users);
  return { shell: 'exchange', steps: builder.steps };
}

function shellSteps(builder: PlanBuilder, organization: Declaration, users: UserSelection): void {
  builder.add('prerequisites', ['Shell'], {
    title: 'The management shell',
    why: `The cmdlets come with Exchange; the script has to run in the organization ${organization.name}, not beside the cmdlets of Exchange Online, which have the same names.`,
    proof: 'Get-Command finds them.',
    action: {
      type: 'check',
      check: { kind: 'shell', shell: 'Exchange Management Shell', cmdlets: usedCmdlets(builder.steps), modules: [] },
    },
    undo: { type: 'nothing' },
    source: ['OP-UM'],
    causes: causesOf(organization),
  });
  if (builder.idsOf('umMailbox').length > 0)
    builder.add('prerequisites', ['UsersFile'], {
      title: 'The list of users',
      why: 'Which mailboxes are enabled stands there.',
      proof: 'The file of -UsersPath has its columns.',
      action: {
        type: 'check',
        check: {
          kind: 'usersFile',
          columns: ['SipAddress', 'Identity', 'MailboxLocation', 'UmDialPlan', 'UmMailboxPolicy', 'Extension'],
        },
      },
      undo: { type: 'nothing' },
      source: ['OP-UM'],
      causes: users.count > 0 ? causesOf(...builder.deployment.all('users')) : causesOf(organization),
    });
}

function dialPlanStep(builder: PlanBuilder, declaration: Declaration): void {
  const { name } = declaration;
  const action = objectAction(builder, declaration, {
    identity: name,
    always: ['uriType', 'voIPSecurity'],
    lists: ['AccessTelephoneNumbers', 'PilotIdentifierList'],
    immutable: ({ name: parameter, value }) =>
      `${parameter} of UM dial plan ${name} is to be ${String(value)} and can't be changed: make a dial plan of another name, move its users, then remove this one.`,
  });
  builder.add('umDialPlan', ['UMDialPlan', name], {
    title: `UM dial plan ${name}`,
    why: 'Lync needs a SIP URI dial plan whose security fits its media configuration; the type cannot be changed later.',
    proof: `Get-UMDialPlan -Identity '${name}' shows the values below.`,
    // It says whether the default policy is made with it: nothing that could be read back.
    action: { ...action, wanted: action.wanted.filter(({ property }) => property !== 'GenerateUMMailboxPolicy') },
    undo: { ...undoOf(declaration, name), along: belongingTo(name) },
    source: ['PS-UMDP', 'OP-UM'],
    causes: causesOf(declaration),
  });
}

/** A dial plan is removed when no hunt group and no mailbox policy belongs to it: ExchUCUtil and New-UMDialPlan make some. */
function belongingTo(plan: string): Along[] {
  const parameters: Parameter[] = [{ name: 'UMDialPlan', value: plan }];
  return [
    { get: { cmdlet: 'Get-UMHuntGroup', parameters }, remove: 'Remove-UMHuntGroup' },
    { get: { cmdlet: 'Get-UMMailboxPolicy', parameters }, remove: 'Remove-UMMailboxPolicy' },
  ];
}

function mailboxPolicyStep(builder: PlanBuilder, declaration: Declaration): void {
  const { name } = declaration;
  const action = objectAction(builder, declaration, { identity: name });
  builder.add('umMailboxPolicy', ['UMMailboxPolicy', name], {
    title: `UM mailbox policy ${name}`,
    why: 'Mailboxes are enabled for UM with it.',
    proof: `Get-UMMailboxPolicy -Identity '${name}' shows the values below.`,
    action: bareNames(action),
    undo: undoOf(declaration, name),
    requires: builder.idsOf('umDialPlan'),
    source: ['PS-UMMP', 'PS-UMMPSET'],
    causes: causesOf(declaration),
  });
}

/** Names as the shell of one organization knows them: without the organization before them. */
function bareNames<
  T extends { readonly wanted: readonly { value: Value }[]; readonly create?: readonly Call[]; readonly change?: Call },
>(action: T): T {
  const bare = (value: Value | undefined, name: string): Value | undefined =>
    typeof value === 'string' && /^UM(?:DialPlan|IPGateway)$/.test(name) ? value.slice(value.indexOf('\\') + 1) : value;
  const call = (each: Call): Call => ({
    ...each,
    parameters: each.parameters.map((parameter): Parameter => {
      const value = bare(parameter.value, parameter.name);
      return value === undefined ? parameter : { name: parameter.name, value };
    }),
  });
  return {
    ...action,
    // The reference to a dial plan is read back in a form of its own: it is given once, when the object is made.
    wanted: action.wanted.filter(
      (wanted) => !('property' in wanted) || !/^UM(?:DialPlan|IPGateway)$/.test(String(wanted.property)),
    ),
    ...(action.create && { create: action.create.map(call) }),
    ...(action.change && { change: call(action.change) }),
  };
}

function utilStep(builder: PlanBuilder, organization: Declaration, plans: readonly Declaration[]): void {
  if (plans.length === 0) return;
  const lync = textFact(builder.deployment.head ?? organization, 'forest');
  const own = textFact(organization, 'forest');
  const foreign = lync !== undefined && own !== undefined && lync.toLowerCase() !== own.toLowerCase();
  const parameters: Parameter[] = foreign ? [{ name: 'Forest', value: lync }] : [];
  builder.add('exchUcUtil', ['ExchUCUtil'], {
    title: 'ExchUCUtil.ps1',
    why: 'It lets Lync read the UM objects and makes a gateway and a hunt group for each pool. Lync sees a dial plan only after it, and after its Front End service was restarted.',
    proof: 'Get-UMIPGateway shows a gateway for each pool; ExchUCUtil.ps1 -Verify lists them.',
    action: {
      type: 'manual',
      instructions: [
        'Run ExchUCUtil.ps1 with these values on an Exchange server, as a member of Organization Management; it can be run again at any time. Then wait until Active Directory has replicated.',
        'Then in the Lync shell: 10-lync.ps1 -From FrontEnd.Restart -RestartServices.',
      ],
      fields: [
        { name: 'Script', value: 'ExchUCUtil.ps1, in the folder Scripts of Exchange' },
        ...parameters.map(({ name, value }) => ({ name: `-${name}`, value: String(value) })),
      ],
      known: {
        pools: builder.deployment
          .all('pool')
          .filter((pool) => pool.fact('role') === 'frontEnd' || pool.fact('role') === 'standardEdition')
          .map((pool) => pool.name),
        dialPlans: plans.filter((plan) => plan.fact('uriType') === 'sipName').map((plan) => plan.name),
      },
      tool: { name: 'ExchUCUtil.ps1', parameters },
    },
    undo: {
      type: 'irreversible',
      reason: 'The rights that it grants stay; gateways and hunt groups are removed by their cmdlets.',
    },
    requires: builder.idsOf('umDialPlan', 'umServer'),
    source: ['OP-UM'],
    causes: causesOf(...plans),
  });
}

function gatewayStep(builder: PlanBuilder, declaration: Declaration): void {
  const { name } = declaration;
  builder.add('umIPGateway', ['UMIPGateway', name], {
    title: `UM IP gateway ${name}`,
    why: 'Exchange knows a Lync pool as a gateway. Exactly one gateway of a dial plan may place calls: Play on Phone and transfers go through it.',
    proof: `Get-UMIPGateway -Identity '${name}' shows the values below.`,
    action: bareNames(
      objectAction(builder, declaration, {
        identity: name,
        always: ['outcallsAllowed', 'messageWaitingIndicatorAllowed'],
      }),
    ),
    undo: undoOf(declaration, name),
    requires: builder.idsOf('exchUcUtil'),
    source: ['PS-UMGW', 'OP-UM'],
    causes: causesOf(declaration),
  });
}

function huntGroupStep(builder: PlanBuilder, declaration: Declaration): void {
  const { name } = declaration;
  // Exchange calls a hunt group by its gateway and its name.
  const gateway = (textFact(declaration, 'umIPGateway') ?? '').replace(/^.*\\/, '');
  const action = bareNames(objectAction(builder, declaration, { identity: name }));
  const identity: Parameter = { name: 'Identity', value: `${gateway}\\${name}` };
  builder.add('umIPGateway', ['UMHuntGroup', name], {
    title: `UM hunt group ${name}`,
    why: 'It ties the gateway to the dial plan; calls that name its pilot are answered.',
    proof: `Get-UMHuntGroup -Identity '${gateway}\\${name}' shows it.`,
    action: { ...action, get: { cmdlet: 'Get-UMHuntGroup', parameters: [identity] }, wanted: [] },
    undo: { type: 'restore', remove: { cmdlet: 'Remove-UMHuntGroup', parameters: [identity] } },
    requires: builder.idsOf('umDialPlan', 'umIPGateway'),
    source: ['PS-UMHG', 'EX-HUNT'],
    causes: causesOf(declaration),
  });
}

function attendantSteps(builder: PlanBuilder, declaration: Declaration): void {
  const { name } = declaration;
  const identity: Parameter = { name: 'Identity', value: name };
  const action = bareNames(
    objectAction(builder, declaration, {
      identity: name,
      always: ['speechEnabled', 'callSomeoneEnabled'],
      lists: ['PilotIdentifierList'],
    }),
  );
  const id = builder.add('umAutoAttendant', ['UMAutoAttendant', name], {
    title: `UM auto attendant ${name}`,
    why: 'It answers its numbers with a menu; the contact of the same number leads calls to it.',
    proof: `Get-UMAutoAttendant -Identity '${name}' shows the values below.`,
    action: { ...action, wanted: action.wanted.filter((wanted) => wanted.property !== 'Status') },
    undo: undoOf(declaration, name),
    requires: builder.idsOf('umDialPlan'),
    source: ['PS-UMAA', 'OP-UM'],
    causes: causesOf(declaration),
  });
  if (!declaration.written.has('status')) return;
  const enabled = declaration.fact('status') === 'enabled';
  builder.add('umAutoAttendant', ['UMAutoAttendant', name, 'Status'], {
    title: `UM auto attendant ${name}, ${enabled ? 'answering' : 'switched off'}`,
    why: 'A new attendant answers nobody until it is enabled; no Set- cmdlet changes that.',
    proof: `Get-UMAutoAttendant -Identity '${name}' shows Status ${enabled ? 'Enabled' : 'Disabled'}.`,
    action: {
      type: 'object',
      target: `UM auto attendant ${name}`,
      get: { cmdlet: 'Get-UMAutoAttendant', parameters: [identity] },
      wanted: [{ property: 'Status', value: enabled ? 'Enabled' : 'Disabled', compare: 'value' }],
      absent: `There is no auto attendant ${name}: run the step ${id} first.`,
      madeBy: id,
      change: { cmdlet: enabled ? 'Enable-UMAutoAttendant' : 'Disable-UMAutoAttendant', parameters: [identity] },
    },
    undo: {
      type: 'restore',
      opposite: { cmdlet: enabled ? 'Disable-UMAutoAttendant' : 'Enable-UMAutoAttendant', parameters: [identity] },
    },
    requires: [id],
    source: ['PS-UMAA'],
    causes: causesOf(declaration),
  });
}

/** What the Exchange Management Shell does for the users that a wave brings to local mailboxes. `undefined`: there are none in this organization. */
export function exchangeWavePlan(
  deployment: Deployment,
  wave: Wave,
  organization: Declaration,
  users: UserSelection,
): Plan | undefined {
  const builder = new PlanBuilder(deployment);
  const moves = wave.moves.filter((move) => move.mailbox === 'local');
  if (moves.length === 0 || users.count === 0) return undefined;
  mailboxStep(builder, organization, users, [
    ...deployment.placements(),
    ...moves.map((move) => ({ fact: (property: string) => move.written.get(property)?.value })),
  ]);
  if (builder.steps.length === 0) return undefined;
  shellSteps(builder, organization, users);
  return { shell: 'exchange', steps: builder.steps };
}

function mailboxStep(
  builder: PlanBuilder,
  organization: Declaration,
  users: UserSelection,
  states: Iterable<Pick<FactOwner, 'fact'>>,
): void {
  const { deployment } = builder;
  const names = new Set<string>();
  let cloud = false;
  for (const state of states) {
    const plan = state.fact('umDialPlan');
    if (typeof plan === 'string' && deployment.find('umDialPlan', plan)?.organization === organization) names.add(plan);
    if (state.fact('enableCloudVoiceMail') === true) cloud = true;
  }
  const canCloud = cloud && textFact(organization, 'version') === '2016';
  if (names.size === 0 && !canCloud) return;
  builder.add('umMailbox', ['Mailboxes'], {
    title: 'Local mailboxes, enabled for UM',
    why: 'Enabling writes the EUM proxy addresses by which Lync finds the dial plan. The SIP resource identifier has to be the SIP address, or Exchange does not find the mailbox of a call.',
    proof: 'Get-UMMailbox finds each; a call that is not answered reaches the mailbox.',
    action: { type: 'mailboxes', from: 'list', users: users.count, dialPlans: [...names].sort(), cloud: canCloud },
    undo: {
      type: 'restore',
      except:
        'Exchange sends each user a welcome message with a PIN: that is not taken back. The way back disables whom this step has enabled, and keeps greetings and settings in the mailbox.',
    },
    requires: builder.idsOf('umDialPlan', 'umMailboxPolicy'),
    source: ['OP-UM', 'PS-ENUM'],
    causes: causesOf(...deployment.all('users')),
  });
}
