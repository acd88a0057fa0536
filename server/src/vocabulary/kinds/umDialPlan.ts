import type { Kind } from '../types';
import { boolean, fqdn, number, oneOf, phone, reference, text } from './common';

export const umDialPlan: Kind = {
  name: 'umDialPlan',
  plural: 'UM dial plans',
  singular: 'UM dial plan',
  doc: 'A dial plan of Exchange Unified Messaging. Lync works with plans of type `sipName` alone; the EUM proxy addresses of a local user name the plan that answers.',
  nameType: 'text',
  nameDoc:
    'At most 49 characters, because `<name> Default Policy` has to fit in 64; without blanks, as Lync cannot use them. A plan cannot be renamed.',
  nameParameter: 'Name',
  nameImmutable: true,
  nameLimits: { maximumLength: 49, code: 'UM1013' },
  parents: ['exchange', 'tenant'],
  inOrganization: true,
  cmdlets: {
    new: 'New-UMDialPlan',
    set: 'Set-UMDialPlan',
    get: 'Get-UMDialPlan',
    remove: 'Remove-UMDialPlan',
  },
  group: 'exchange',
  source: ['PS-UMDP', 'EX-DIAL'],
  properties: [
    {
      name: 'uriType',
      doc: 'How callers and called are named; Lync needs `sipName`: a plan of another type has to be made anew.',
      type: oneOf(
        { value: 'telExtn', doc: 'Extensions.' },
        { value: 'sipName', doc: 'SIP addresses: what Lync needs.' },
        { value: 'e164', doc: 'E.164 numbers.' },
      ),
      default: 'telExtn',
      immutable: true,
      parameter: 'URIType',
      cmdlets: ['New-UMDialPlan'],
      source: ['PS-UMDP', 'OP-UM'],
    },
    {
      name: 'voIPSecurity',
      doc: 'Whether signalling and media are encrypted; `secured` where Lync requires encryption, its default. No supported pair with Lync has `unsecured`.',
      type: oneOf(
        { value: 'unsecured', doc: 'Neither signalling nor media is encrypted; in no supported pair with Lync.' },
        { value: 'sipSecured', cmdletValue: 'SIPSecured', doc: 'Signalling is encrypted, media is not.' },
        { value: 'secured', doc: 'Signalling and media are encrypted.' },
      ),
      default: 'unsecured',
      source: ['PS-UMDP', 'EX-LYNC', 'OP-UM'],
    },
    {
      name: 'numberOfDigitsInExtension',
      doc: "The length of the users' extensions, 1 to 20, usually 3 to 7; required even in SIP URI dial plans.",
      type: number,
      required: true,
      immutable: true,
      cmdlets: ['New-UMDialPlan'],
      limits: { minimum: 1, maximum: 20, clamped: false, code: 'UM1017' },
      source: ['PS-UMDP', 'EX-DIAL'],
    },
    {
      name: 'countryOrRegionCode',
      doc: 'The country code of calls to the plan, 1 to 4 digits.',
      type: text,
      required: true,
      limits: { pattern: '^[0-9]{1,4}$', code: 'UM1018', form: '1 to 4 digits' },
      codes: { missing: 'UM1018' },
      source: ['PS-UMDP'],
    },
    {
      name: 'accessTelephoneNumbers',
      doc: "The numbers of subscriber access (Outlook Voice Access); the subscriber access contacts' numbers must be among them.",
      type: phone,
      list: true,
      limits: { maximumLength: 32, code: 'UM1022' },
      source: ['PS-UMDP', 'CONTACT'],
    },
    {
      name: 'pilotIdentifierList',
      doc: 'E.164 pilot numbers of the plan.',
      type: phone,
      list: true,
      cmdlets: ['Set-UMDialPlan'],
      source: ['PS-UMDP'],
    },
    {
      name: 'generateUMMailboxPolicy',
      doc: 'A mailbox policy called `<name> Default Policy` is created with the plan.',
      type: boolean,
      default: 'true',
      cmdlets: ['New-UMDialPlan'],
      source: ['PS-UMDP'],
    },
    {
      name: 'phoneContext',
      doc: "The plan's name in EUM proxy addresses, set by Exchange.",
      type: fqdn,
      defaultDoc: '`<name>.<forest>`',
      fact: true,
      source: ['OP-UM', 'EX-SIP'],
    },
  ],
  example: `exchange OnPrem {
  version 2013
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100
  }
}`,
};

const allowed = (name: string, doc: string, ...source: readonly string[]) =>
  ({ name, doc, type: boolean, default: 'true', cmdlets: ['Set-UMMailboxPolicy'], source }) as const;

export const umMailboxPolicy: Kind = {
  name: 'umMailboxPolicy',
  plural: 'UM mailbox policies',
  singular: 'UM mailbox policy',
  doc: 'What the UM-enabled mailboxes of a dial plan may do. `<plan> Default Policy` exists undeclared.',
  nameType: 'text',
  nameDoc: 'At most 64 characters.',
  nameParameter: 'Name',
  nameLimits: { maximumLength: 64, code: 'UM1016' },
  parents: ['exchange', 'tenant'],
  inOrganization: true,
  cmdlets: {
    new: 'New-UMMailboxPolicy',
    set: 'Set-UMMailboxPolicy',
    get: 'Get-UMMailboxPolicy',
    remove: 'Remove-UMMailboxPolicy',
  },
  group: 'exchange',
  source: ['PS-UMMP', 'PS-UMMPSET'],
  properties: [
    {
      name: 'umDialPlan',
      doc: 'The dial plan of its mailboxes; required by the syntax, though an example of the documentation leaves it out.',
      type: reference('umDialPlan'),
      required: true,
      parameter: 'UMDialPlan',
      cmdlets: ['New-UMMailboxPolicy'],
      codes: { missing: 'UM2015', undeclared: 'UM2015' },
      source: ['PS-UMMP'],
    },
    {
      name: 'minPINLength',
      doc: 'The shortest PIN allowed, 4 to 24 digits.',
      type: number,
      default: '6',
      cmdlets: ['Set-UMMailboxPolicy'],
      limits: { minimum: 4, maximum: 24, code: 'UM1021' },
      source: ['PS-UMMPSET'],
    },
    {
      name: 'maxLogonAttempts',
      doc: 'How many wrong PINs lock a mailbox for Outlook Voice Access, 1 to 999.',
      type: number,
      default: '15',
      cmdlets: ['Set-UMMailboxPolicy'],
      limits: { minimum: 1, maximum: 999, code: 'UM1021' },
      source: ['PS-UMMPSET'],
    },
    allowed('allowMissedCallNotifications', 'Users get a mail for a missed call.', 'PS-UMMPSET'),
    allowed(
      'allowMessageWaitingIndicator',
      'The message light follows the mailbox; the UM IP gateway has to allow it too.',
      'PS-UMMPSET',
      'EX-MWI',
    ),
    allowed(
      'allowPlayOnPhone',
      'Users may have messages played on a phone; needs a gateway that places calls.',
      'PS-UMMPSET',
    ),
    allowed('allowSubscriberAccess', 'Users may reach their mailbox by phone (Outlook Voice Access).', 'PS-UMMPSET'),
    {
      name: 'sourceForestPolicyNames',
      doc: 'In a tenant: the local mailbox policies that it takes over; a mailbox whose policy no tenant policy names loses UM when it moves.',
      type: text,
      list: true,
      cmdlets: ['Set-UMMailboxPolicy'],
      names: { kind: 'umMailboxPolicy', by: 'name' },
      source: ['PS-UMMPSET', 'EX-HYB'],
    },
  ],
  example: `exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
  umMailboxPolicy Executives { umDialPlan Redmond  minPINLength 8 }
}`,
};
