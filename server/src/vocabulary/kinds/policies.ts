import type { Kind } from '../types';
import { boolean, dialableNumber, fqdn, number, oneOf, phone, text } from './common';

export const mediaConfiguration: Kind = {
  name: 'mediaConfiguration',
  plural: 'media configurations',
  singular: 'media configuration',
  doc: 'How media is encrypted; the nearest of service, site and global applies. It has to fit the `voIPSecurity` of the UM dial plan.',
  nameType: 'scope',
  nameDoc: '`global`, `site:NAME` or `service:ROLE:FQDN`. The global one exists undeclared.',
  nameImmutable: true,
  parents: ['file'],
  cmdlets: {
    new: 'New-CsMediaConfiguration',
    set: 'Set-CsMediaConfiguration',
    get: 'Get-CsMediaConfiguration',
    remove: 'Remove-CsMediaConfiguration',
  },
  group: 'policies',
  source: ['PS-MEDIA'],
  properties: [
    {
      name: 'encryptionLevel',
      doc: 'Whether media has to be encrypted; with `requireEncryption`, the default, only UM dial plans with `voIPSecurity secured` answer, others fail with "Incompatible security setting".',
      type: oneOf(
        { value: 'requireEncryption', doc: 'Only encrypted media; the UM dial plan must be `secured`.' },
        {
          value: 'supportEncryption',
          doc: 'Encrypted where the other side can; the UM dial plan is `sipSecured` or `secured`.',
        },
        { value: 'doNotSupportEncryption', doc: 'Never encrypted; the UM dial plan is `sipSecured`.' },
      ),
      default: 'requireEncryption',
      source: ['PS-MEDIA', 'EX-LYNC', 'OP-UM'],
    },
  ],
  example: 'mediaConfiguration global { encryptionLevel requireEncryption }',
};

export const hostedVoicemailPolicy: Kind = {
  name: 'hostedVoicemailPolicy',
  plural: 'hosted voice mail policies',
  singular: 'hosted voice mail policy',
  doc: 'Tells ExUM Routing where the hosted UM of a user or contact is. The granted policy counts, else that of the home site, else the global one; no document speaks of merging them. Not needed for on-premises UM.',
  nameType: 'scopeOrText',
  nameDoc:
    '`global`, `site:NAME`, or the bare name of a per-user policy. The global one exists undeclared and cannot be removed.',
  nameImmutable: true,
  parents: ['file'],
  cmdlets: {
    new: 'New-CsHostedVoicemailPolicy',
    set: 'Set-CsHostedVoicemailPolicy',
    get: 'Get-CsHostedVoicemailPolicy',
    remove: 'Remove-CsHostedVoicemailPolicy',
    grant: 'Grant-CsHostedVoicemailPolicy',
  },
  group: 'policies',
  source: ['POL', 'PS-NEWHVP'],
  properties: [
    {
      name: 'destination',
      doc: 'The FQDN of the hosted UM service, in practice the `proxyFqdn` of an enabled hosting provider; without it nobody under this policy can be enabled for hosted voice mail.',
      type: fqdn,
      limits: {
        maximumLength: 255,
        pattern: '^[a-zA-Z0-9\\-_]+(\\.[a-zA-Z0-9\\-_]+){0,}$',
        code: 'UM1002',
        form: 'a name that Set-CsHostedVoicemailPolicy takes: letters, digits, hyphens and dots',
      },
      names: { kind: 'hostingProvider', by: 'proxyFqdn' },
      source: ['PS-SETHVP', 'PS-NEWHVP', 'CREATEUSERPOL'],
    },
    {
      name: 'organization',
      doc: 'The routing FQDNs of the tenants that live at the destination; a service with many tenants needs one to tell whose call it is. Setting it replaces the whole list.',
      type: fqdn,
      list: true,
      limits: { maximumLength: 255, code: 'UM1004' },
      names: { kind: 'tenant', by: 'name' },
      source: ['POL', 'ROUTE', 'GLOBALPOL'],
    },
    {
      name: 'description',
      doc: 'A note for administrators; a doc comment before the policy serves as well.',
      type: text,
      source: ['PS-NEWHVP'],
    },
  ],
  example: `/// First wave to Exchange Online.
hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
};

/** Letters of any script, digits and `- . + _ ( )`: everything but white space and the other signs of ASCII. */
const simpleNameForm = "^[^\\s!-'*,/:-@\\[-^`{-~]+$";

export const dialPlan: Kind = {
  name: 'dialPlan',
  plural: 'dial plans',
  singular: 'dial plan',
  doc: 'A dial plan of Lync, formerly "location profile"; not the UM dial plan of Exchange, though before Exchange 2010 SP1 both must have one name.',
  nameType: 'scopeOrText',
  nameDoc: '`global`, `site:NAME`, `service:ROLE:FQDN`, or the bare name of a per-user dial plan.',
  nameImmutable: true,
  parents: ['file'],
  cmdlets: {
    new: 'New-CsDialPlan',
    set: 'Set-CsDialPlan',
    get: 'Get-CsDialPlan',
    remove: 'Remove-CsDialPlan',
    grant: 'Grant-CsDialPlan',
  },
  group: 'policies',
  source: ['PS-DIALPLAN'],
  properties: [
    {
      name: 'simpleName',
      doc: 'Its unique short name: letters, digits and `- . + _ ( )`, at most 256. Before Exchange 2010 SP1 it must equal the phone context of the UM dial plan.',
      type: text,
      limits: {
        maximumLength: 256,
        pattern: simpleNameForm,
        code: 'UM1024',
        form: 'letters, digits and - . + _ ( )',
      },
      source: ['PS-DIALPLAN', 'OP-PROC'],
    },
    { name: 'description', doc: 'A note for administrators.', type: text, source: ['PS-DIALPLAN'] },
  ],
  example: 'dialPlan site:Redmond { simpleName Redmond.contoso.com }',
};

export const voicePolicy: Kind = {
  name: 'voicePolicy',
  plural: 'voice policies',
  singular: 'voice policy',
  doc: 'What a user may do with calls. Here for voice mail escape: a call that the voice mail of a mobile phone picks up too fast is taken back.',
  nameType: 'scopeOrText',
  nameDoc: '`global`, `site:NAME`, or the bare name of a per-user policy.',
  nameImmutable: true,
  parents: ['file'],
  cmdlets: {
    new: 'New-CsVoicePolicy',
    set: 'Set-CsVoicePolicy',
    get: 'Get-CsVoicePolicy',
    remove: 'Remove-CsVoicePolicy',
    grant: 'Grant-CsVoicePolicy',
  },
  group: 'policies',
  source: ['PS-VOICEPOL', 'ESCAPE'],
  properties: [
    {
      name: 'enableVoicemailEscapeTimer',
      doc: "A call answered before the timer ends counts as answered by the phone's own voice mail, and goes to Exchange instead.",
      type: boolean,
      default: 'false',
      since: 'lync2013',
      source: ['ESCAPE', 'PS-VOICEPOL'],
    },
    {
      name: 'pstnVoicemailEscapeTimer',
      doc: 'The time of voice mail escape, in milliseconds, 0 to 8000; too short, and calls end in the voice mail of the mobile phone.',
      type: number,
      default: '1500',
      parameter: 'PSTNVoicemailEscapeTimer',
      limits: { minimum: 0, maximum: 8000, code: 'UM1025' },
      since: 'lync2013',
      source: ['ESCAPE', 'PS-VOICEPOL'],
    },
    { name: 'description', doc: 'A note for administrators.', type: text, source: ['PS-VOICEPOL'] },
  ],
  example: 'voicePolicy global { enableVoicemailEscapeTimer true  pstnVoicemailEscapeTimer 2000 }',
};

export const voicemailReroutingConfiguration: Kind = {
  name: 'voicemailReroutingConfiguration',
  plural: 'voice mail rerouting configurations',
  singular: 'voice mail rerouting configuration',
  doc: 'Where voice mail of a branch goes over the telephone network while its line to the central site is down.',
  nameType: 'scope',
  nameDoc: '`global` or `site:NAME`. The global one exists undeclared.',
  nameImmutable: true,
  parents: ['file'],
  cmdlets: {
    new: 'New-CsVoicemailReroutingConfiguration',
    set: 'Set-CsVoicemailReroutingConfiguration',
    get: 'Get-CsVoicemailReroutingConfiguration',
    remove: 'Remove-CsVoicemailReroutingConfiguration',
  },
  group: 'policies',
  source: ['PS-REROUTE', 'BRANCH'],
  properties: [
    {
      name: 'enabled',
      doc: 'The numbers are used; without it they have no effect.',
      type: boolean,
      default: 'false',
      source: ['PS-REROUTE'],
    },
    {
      name: 'autoAttendantNumber',
      doc: 'Where unanswered calls go: the number of the contact of an auto attendant that takes messages and transfers to nobody.',
      type: phone,
      limits: { pattern: dialableNumber, code: 'UM1012' },
      source: ['PS-REROUTE', 'BRANCH'],
    },
    {
      name: 'subscriberAccessNumber',
      doc: 'Where users reach their mailbox: the number of a subscriber access contact.',
      type: phone,
      limits: { pattern: dialableNumber, code: 'UM1012' },
      source: ['PS-REROUTE', 'BRANCH'],
    },
  ],
  example: `voicemailReroutingConfiguration site:Spokane {
  enabled true
  autoAttendantNumber +14255550190
  subscriberAccessNumber +14255550180
}`,
};
