import type { Declaration } from '../../model/declaration';
import type { Fact } from '../../model/facts';
import { cmdletValue, type DeclaredObject, descriptionOf, parametersOf, propertyNamed, textFact } from '../facts';
import type { Call, Parameter, Wanted } from '../plan';
import { causesOf, type PlanBuilder } from './builder';

/** The contacts of hosted UM, made and granted by cmdlets. [CONTACT] [PS-NEWCON] */
export function hostedContactSteps(builder: PlanBuilder): void {
  for (const declaration of builder.deployment.all('exUmContact')) {
    if (declaration.fact('tool') !== 'newCsExUmContact') continue;
    const contact = addHostedContact(builder, declaration);
    addGrant(builder, declaration, contact, declaration.fact('policy'));
  }
}

/** Creates or changes the contact. @param contact as it is to be: as declared, or as a wave leaves it. @returns the step's id. */
export function addHostedContact(
  builder: PlanBuilder,
  declaration: Declaration,
  contact: DeclaredObject = declaration,
): string {
  const address = `sip:${declaration.name}`;
  const attendant = contact.fact('autoAttendant') === true;
  const values = parametersOf(contact, builder.server, ['autoAttendant', 'enabled', 'enterpriseVoice']);
  const description = descriptionOf(contact);
  const parameterNamed = (property: string): Parameter[] => {
    const found = values.find((entry) => entry.property.name === property);
    return found ? [{ name: found.name, value: found.value }] : [];
  };
  const described: Parameter[] = description === undefined ? [] : [{ name: 'Description', value: description }];
  const pool = textFact(contact, 'pool');
  const create: Call = {
    cmdlet: 'New-CsExUmContact',
    parameters: [
      { name: 'SipAddress', value: address },
      ...parameterNamed('pool'),
      ...parameterNamed('ou'),
      ...parameterNamed('displayNumber'),
      ...parameterNamed('autoAttendant'),
      ...described,
    ],
  };
  const settable = [...parameterNamed('displayNumber'), ...parameterNamed('autoAttendant')];
  const later = [...parameterNamed('enabled'), ...parameterNamed('enterpriseVoice')];
  const set = (parameters: readonly Parameter[]): Call => ({
    cmdlet: 'Set-CsExUmContact',
    parameters: [{ name: 'Identity', value: address }, ...parameters],
  });
  // New- has neither: a contact that is to be without them is created, then changed.
  const off = later.filter((parameter) => parameter.value !== true);
  const wanted: Wanted[] = [...settable, ...described, ...later].map(({ name, value }) => ({
    property: name,
    value: value ?? null,
    compare: 'value',
  }));
  if (pool !== undefined)
    wanted.push({
      property: 'RegistrarPool',
      value: pool,
      compare: 'value',
      immutable: `Contact ${declaration.name} is to be homed on ${pool}. Move-CsExUmContact moves it, and always asks first: run it by hand, then this step again.`,
    });
  const missing = ['pool', 'ou', 'displayNumber'].filter((name) => parameterNamed(name)[0]?.value == null);
  return builder.add('hostedContacts', ['Contact', declaration.name], {
    title: `Contact ${declaration.name}, ${attendant ? 'an auto attendant' : 'subscriber access'} of hosted UM`,
    why: `Whoever dials ${textFact(contact, 'displayNumber') ?? 'its number'} reaches hosted UM through it.`,
    proof: `Get-CsExUmContact -Identity ${address} shows it. Enter the number ${attendant ? "among the auto attendant's pilot numbers" : "among the UM dial plan's access numbers"} on the other side.`,
    action: {
      type: 'object',
      target: `contact ${declaration.name}`,
      get: { cmdlet: 'Get-CsExUmContact', parameters: [{ name: 'Identity', value: address }] },
      wanted,
      ...(missing.length > 0
        ? {
            absent: `There is no contact ${declaration.name}, and the topology does not know its ${missing.join(', ')}: declare that and export again.`,
          }
        : { create: off.length > 0 ? [create, set(off)] : [create] }),
      change: set([...settable, ...described, ...later]),
    },
    undo: {
      type: 'restore',
      remove: { cmdlet: 'Remove-CsExUmContact', parameters: [{ name: 'Identity', value: address }] },
    },
    requires: builder.idsOf('policy'),
    source: ['CONTACT', 'PS-NEWCON'],
    causes: causesOf(declaration),
  });
}

/** Grants the contact its policy. @param contact the id of the step that makes it. */
export function addGrant(
  builder: PlanBuilder,
  declaration: Declaration,
  contact: string | undefined,
  fact: Fact | undefined,
): void {
  const policy = cmdletValue(propertyNamed(declaration, 'policy'), fact);
  if (policy === undefined) return;
  const address = `sip:${declaration.name}`;
  const name = typeof policy === 'string' ? policy.replace(/^tag:/i, '') : null;
  builder.add('hostedContacts', ['Contact', declaration.name, 'Policy'], {
    title: `Hosted voice mail policy of contact ${declaration.name}`,
    why: 'A hosted contact is unusable until a hosted voice mail policy with a destination applies to it.',
    proof: `Get-CsExUmContact -Identity ${address} shows HostedVoicemailPolicy ${name ?? '(none)'}.`,
    action: {
      type: 'object',
      target: `contact ${declaration.name}`,
      get: { cmdlet: 'Get-CsExUmContact', parameters: [{ name: 'Identity', value: address }] },
      wanted: [{ property: 'HostedVoicemailPolicy', value: name, compare: 'policy' }],
      absent: `There is no contact ${declaration.name}${contact === undefined ? '.' : `: run the step ${contact} first.`}`,
      ...(contact !== undefined && { madeBy: contact }),
      change: {
        cmdlet: 'Grant-CsHostedVoicemailPolicy',
        parameters: [
          { name: 'Identity', value: address },
          { name: 'PolicyName', value: name },
        ],
      },
    },
    undo: { type: 'restore' },
    requires: contact === undefined ? [] : [contact],
    source: ['CONTACT', 'PS-GRANTHVP'],
    causes: causesOf(declaration),
  });
}

/** Restarting the Front End service, and the contacts of local UM: both wait for what the Exchange shell does. [OP-UM] [OP-OCSUM] */
export function localUmSteps(builder: PlanBuilder): void {
  const plans = builder.deployment.all('umDialPlan').filter((plan) => plan.organization?.kind.name === 'exchange');
  const contacts = builder.deployment.all('exUmContact').filter((contact) => contact.fact('tool') === 'ocsUmUtil');
  if (plans.length === 0 && contacts.length === 0) return;
  const restart = frontEndRestart(builder, plans);
  for (const declaration of contacts) addLocalContact(builder, declaration, restart);
}

function frontEndRestart(builder: PlanBuilder, plans: readonly Declaration[]): string | undefined {
  const pools = builder.deployment.all('pool').filter((pool) => {
    const role = pool.fact('role');
    return role === 'frontEnd' || role === 'standardEdition';
  });
  if (pools.length === 0 || plans.length === 0) return undefined;
  const computers = pools.flatMap((pool) => {
    const named = pool.fact('computers');
    return Array.isArray(named) ? named.map(String) : [pool.name];
  });
  return builder.add('afterExchange', ['FrontEnd', 'Restart'], {
    title: 'Front End service, restarted after ExchUCUtil',
    why: 'Lync sees a UM dial plan only after ExchUCUtil.ps1 has run in the Exchange Management Shell, Active Directory has replicated, and the Front End service has been restarted.',
    proof: 'A call to the voice mail of a local user is answered.',
    action: {
      type: 'manual',
      instructions: [
        'Only where UM dial plans are new: after ExchUCUtil.ps1 has run and Active Directory has replicated, restart the service RTCSRV on each Front End server, one at a time, when few people call.',
        'With -RestartServices this script does it now; without, nothing is restarted.',
      ],
      fields: computers.map((computer, i) => ({ name: `Front End server ${i + 1}`, value: computer })),
      calls: computers.flatMap((computer): Call[] => [
        {
          cmdlet: 'Stop-CsWindowsService',
          parameters: [
            { name: 'Name', value: 'RTCSRV' },
            { name: 'ComputerName', value: computer },
            { name: 'Graceful' },
          ],
        },
        {
          cmdlet: 'Start-CsWindowsService',
          parameters: [
            { name: 'Name', value: 'RTCSRV' },
            { name: 'ComputerName', value: computer },
          ],
        },
      ]),
    },
    undo: { type: 'irreversible', reason: 'A service that was restarted runs; there is nothing to take back.' },
    source: ['OP-UM'],
    causes: causesOf(...plans, ...pools),
  });
}

/** States a contact of local UM. @param contact as it is to be: as declared, or as a wave leaves it. */
export function addLocalContact(
  builder: PlanBuilder,
  declaration: Declaration,
  restart: string | undefined,
  contact: DeclaredObject = declaration,
): void {
  const address = `sip:${declaration.name}`;
  const plan = builder.deployment.find('umDialPlan', textFact(contact, 'umDialPlan'));
  const attendant = contact.fact('autoAttendant') === true;
  const field = (name: string, value: string | undefined): { name: string; value: string }[] =>
    value === undefined ? [] : [{ name, value }];
  builder.add('afterExchange', ['Contact', declaration.name], {
    title: `Contact ${declaration.name}, ${attendant ? 'an auto attendant' : 'subscriber access'} of local UM`,
    why: `Whoever dials ${textFact(contact, 'displayNumber') ?? 'its number'} reaches local UM through it. Its tool is OcsUmUtil.exe, which has no command line.`,
    proof: `Get-CsExUmContact -Identity ${address} shows it.`,
    action: {
      type: 'manual',
      instructions: [
        'Run OcsUmUtil.exe on a Front End server, from the folder Support of the common files of Lync Server, as a member of RTCUniversalServerAdmins and RTCUniversalUserAdmins; choose Load Data, the UM dial plan, Add.',
      ],
      fields: [
        ...field('SIP dial plan', plan?.name ?? textFact(contact, 'umDialPlan')),
        ...field('Exchange organization', plan?.organization?.name),
        ...field('Organizational unit', textFact(contact, 'ou')),
        ...field('Name', declaration.name.slice(0, declaration.name.indexOf('@'))),
        ...field('SIP address', `SIP:${declaration.name}`),
        ...field('Server or pool', textFact(contact, 'pool')),
        ...field('Phone number', textFact(contact, 'displayNumber')),
        ...field('Contact type', attendant ? 'Auto-Attendant' : 'Subscriber Access'),
      ],
      done: { cmdlet: 'Get-CsExUmContact', parameters: [{ name: 'Identity', value: address }] },
    },
    undo: {
      type: 'restore',
      remove: { cmdlet: 'Remove-CsExUmContact', parameters: [{ name: 'Identity', value: address }] },
    },
    requires: restart === undefined ? [] : [restart],
    source: ['OP-OCSUM'],
    causes: causesOf(declaration, plan),
  });
}
