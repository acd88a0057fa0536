import type { Kind } from '../types';
import { boolean, ipAddressFamily, number, oneOf, phone, portLimits, reference, text } from './common';

export const umIPGateway: Kind = {
  name: 'umIPGateway',
  plural: 'UM IP gateways',
  singular: 'UM IP gateway',
  doc: 'What Exchange knows a Lync pool as. ExchUCUtil makes one for each Front End pool; when none is declared, these are assumed.',
  nameType: 'text',
  nameDoc: 'At most 64 characters.',
  nameParameter: 'Name',
  nameLimits: { maximumLength: 64, code: 'UM1016' },
  parents: ['exchange'],
  inOrganization: true,
  cmdlets: {
    new: 'New-UMIPGateway',
    set: 'Set-UMIPGateway',
    get: 'Get-UMIPGateway',
    remove: 'Remove-UMIPGateway',
  },
  group: 'exchange',
  source: ['PS-UMGW', 'OP-UM', 'EX-GW'],
  properties: [
    {
      name: 'address',
      doc: 'The FQDN of the pool, or an IP address; the one gateway that places calls may not point at a Director pool.',
      type: { type: 'fqdn', orIPAddress: true },
      required: true,
      names: { kind: 'pool', by: 'name' },
      source: ['PS-UMGW', 'OP-UM'],
    },
    {
      name: 'umDialPlan',
      doc: 'A dial plan that it serves; given when the gateway is created, which then gets a default hunt group. A plan takes at most 200 gateways.',
      type: reference('umDialPlan'),
      parameter: 'UMDialPlan',
      cmdlets: ['New-UMIPGateway'],
      source: ['PS-UMGW', 'EX-GW'],
    },
    {
      name: 'port',
      doc: 'The port that it listens on.',
      type: number,
      default: '5060',
      cmdlets: ['Set-UMIPGateway'],
      limits: portLimits,
      source: ['PS-UMGW'],
    },
    {
      name: 'ipAddressFamily',
      doc: 'The IP versions used with it.',
      type: ipAddressFamily,
      default: 'ipv4Only',
      parameter: 'IPAddressFamily',
      source: ['PS-UMGW'],
    },
    {
      name: 'outcallsAllowed',
      doc: 'UM may place calls through it (Play on Phone, transfers); exactly one gateway of a plan should.',
      type: boolean,
      default: 'true',
      cmdlets: ['Set-UMIPGateway'],
      source: ['PS-UMGW', 'OP-UM'],
    },
    {
      name: 'messageWaitingIndicatorAllowed',
      doc: 'UM may report waiting messages through it; the mailbox policy has to allow it too.',
      type: boolean,
      default: 'true',
      cmdlets: ['Set-UMIPGateway'],
      source: ['PS-UMGW', 'EX-MWI'],
    },
    {
      name: 'status',
      doc: 'Whether it takes calls.',
      type: oneOf(
        { value: 'enabled', doc: 'Takes calls.' },
        { value: 'disabled', doc: 'Takes no calls.' },
        { value: 'noNewCalls', doc: 'Takes no new calls; running ones go on.' },
      ),
      default: 'enabled',
      cmdlets: ['Set-UMIPGateway'],
      source: ['PS-UMGW'],
    },
  ],
  example: `exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
}`,
};

export const umHuntGroup: Kind = {
  name: 'umHuntGroup',
  plural: 'UM hunt groups',
  singular: 'UM hunt group',
  doc: 'Ties a UM IP gateway to a UM dial plan. ExchUCUtil makes one for each; when none is declared, these are assumed. There is no cmdlet to change one: it is removed and created again.',
  nameType: 'text',
  nameDoc: 'At most 64 characters, unique.',
  nameParameter: 'Name',
  nameImmutable: true,
  nameLimits: { maximumLength: 64, code: 'UM1016' },
  parents: ['exchange'],
  inOrganization: true,
  cmdlets: { new: 'New-UMHuntGroup', get: 'Get-UMHuntGroup', remove: 'Remove-UMHuntGroup' },
  group: 'exchange',
  source: ['PS-UMHG', 'EX-HUNT'],
  properties: [
    {
      name: 'umDialPlan',
      doc: 'The dial plan that its calls belong to.',
      type: reference('umDialPlan'),
      required: true,
      immutable: true,
      parameter: 'UMDialPlan',
      codes: { undeclared: 'UM2017' },
      source: ['PS-UMHG'],
    },
    {
      name: 'umIPGateway',
      doc: 'The gateway that its calls come from.',
      type: reference('umIPGateway'),
      required: true,
      immutable: true,
      parameter: 'UMIPGateway',
      codes: { undeclared: 'UM2017' },
      source: ['PS-UMHG'],
    },
    {
      name: 'pilotIdentifier',
      doc: 'What a call has to name to be answered; for Lync the name of the dial plan, as ExchUCUtil sets it.',
      type: text,
      immutable: true,
      source: ['PS-UMHG', 'OP-PROC'],
    },
  ],
  example: `exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
  umHuntGroup Pool01 { umDialPlan Redmond  umIPGateway Pool01  pilotIdentifier Redmond }
}`,
};

export const umAutoAttendant: Kind = {
  name: 'umAutoAttendant',
  plural: 'UM auto attendants',
  singular: 'UM auto attendant',
  doc: 'Answers a number with a menu. Lync reaches it through a contact object with one of its pilot numbers.',
  nameType: 'text',
  nameDoc: 'At most 64 characters, without blanks, as Lync cannot use them.',
  nameParameter: 'Name',
  nameLimits: { maximumLength: 64, code: 'UM1016' },
  parents: ['exchange', 'tenant'],
  inOrganization: true,
  cmdlets: {
    new: 'New-UMAutoAttendant',
    set: 'Set-UMAutoAttendant',
    get: 'Get-UMAutoAttendant',
    remove: 'Remove-UMAutoAttendant',
  },
  group: 'exchange',
  source: ['PS-UMAA', 'OP-UM'],
  properties: [
    {
      name: 'umDialPlan',
      doc: 'The dial plan that it belongs to; one attendant for each Lync dial plan is recommended.',
      type: reference('umDialPlan'),
      required: true,
      parameter: 'UMDialPlan',
      cmdlets: ['New-UMAutoAttendant'],
      source: ['PS-UMAA', 'OP-UM'],
    },
    {
      name: 'pilotIdentifierList',
      doc: "Its numbers in E.164; its contact's number must be among them.",
      type: phone,
      list: true,
      source: ['PS-UMAA', 'OP-OCSUM'],
    },
    {
      name: 'status',
      doc: 'Whether it answers; a new one does not until it is enabled. Later changes take Enable- and Disable-UMAutoAttendant.',
      type: oneOf({ value: 'enabled', doc: 'Answers calls.' }, { value: 'disabled', doc: 'Answers no calls.' }),
      default: 'disabled',
      cmdlets: ['New-UMAutoAttendant'],
      source: ['PS-UMAA'],
    },
    {
      name: 'speechEnabled',
      doc: 'Callers may speak instead of pressing keys; the documentation contradicts itself about the default, so export always writes it.',
      type: boolean,
      default: 'false',
      source: ['PS-UMAA'],
    },
    {
      name: 'callSomeoneEnabled',
      doc: 'Callers may be transferred to users; false for the attendant that takes the messages of a branch.',
      type: boolean,
      default: 'true',
      cmdlets: ['Set-UMAutoAttendant'],
      source: ['BRANCH', 'PS-UMAA'],
    },
  ],
  example: `exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
  umAutoAttendant Reception { umDialPlan Redmond  pilotIdentifierList +14255550199  status enabled }
}`,
};
