import type { Kind } from '../types';
import { boolean, dialableNumber, distinguishedName, oneOf, phone, reference, sipAddress, text } from './common';

export const exUmContact: Kind = {
  name: 'exUmContact',
  plural: 'contacts',
  singular: 'contact',
  doc: 'The contact object behind a number of Exchange UM: subscriber access (Outlook Voice Access) or an auto attendant. One for each number; hosted and local ones are made by different tools.',
  nameType: 'sipAddress',
  nameDoc: 'Its SIP address; no user or other contact may have it.',
  nameParameter: 'SipAddress',
  parents: ['file'],
  cmdlets: {
    new: 'New-CsExUmContact',
    set: 'Set-CsExUmContact',
    get: 'Get-CsExUmContact',
    remove: 'Remove-CsExUmContact',
    grant: 'Grant-CsHostedVoicemailPolicy',
  },
  group: 'contacts',
  source: ['CONTACT', 'PS-NEWCON', 'OP-OCSUM'],
  properties: [
    {
      name: 'tool',
      doc: 'What makes the contact, and with it who answers: the cmdlet for hosted UM, OcsUmUtil.exe for local UM. Never the two together.',
      type: oneOf(
        {
          value: 'newCsExUmContact',
          doc: 'New-CsExUmContact: a contact of hosted UM.',
          cmdletValue: 'New-CsExUmContact',
          aliases: ['hosted'],
        },
        {
          value: 'ocsUmUtil',
          doc: 'OcsUmUtil.exe: a contact of local UM; needs `umDialPlan`.',
          cmdletValue: 'OcsUmUtil.exe',
          aliases: ['local'],
        },
      ),
      default: 'newCsExUmContact',
      fact: true,
      source: ['CONTACT', 'OP-OCSUM'],
    },
    {
      name: 'displayNumber',
      doc: 'The number that people dial: digits with an optional plus, the first not 0; unique among contacts.',
      type: phone,
      required: true,
      limits: { pattern: dialableNumber, code: 'UM1011' },
      source: ['PS-NEWCON', 'PS-SETCON'],
    },
    {
      name: 'pool',
      doc: "Its home pool: a Front End pool or Standard Edition server; decides which site's policy applies.",
      type: reference('pool'),
      required: true,
      aliases: ['registrarPool'],
      parameter: 'RegistrarPool',
      cmdlets: ['New-CsExUmContact'],
      source: ['PS-NEWCON', 'CREATECONTACT'],
    },
    {
      name: 'ou',
      doc: 'The container of the object, as a distinguished name; whoever creates the contact needs rights there.',
      type: distinguishedName,
      required: true,
      parameter: 'OU',
      cmdlets: ['New-CsExUmContact'],
      limits: {
        pattern: '^([oO][uU]|[cC][nN])=.+,\\s*[dD][cC]=.+$',
        code: 'UM1028',
      },
      source: ['PS-NEWCON', 'OUPERM'],
    },
    {
      name: 'autoAttendant',
      doc: 'An auto attendant answers; false means subscriber access.',
      type: boolean,
      default: 'false',
      source: ['PS-NEWCON'],
    },
    {
      name: 'enabled',
      doc: 'The contact is enabled for Lync; disabled, its number is not answered.',
      type: boolean,
      default: 'true',
      cmdlets: ['Set-CsExUmContact'],
      source: ['PS-SETCON'],
    },
    {
      name: 'enterpriseVoice',
      doc: 'The contact is enabled for Enterprise Voice; without it the attendant or subscriber access is disabled.',
      type: boolean,
      default: 'true',
      aliases: ['enterpriseVoiceEnabled'],
      parameter: 'EnterpriseVoiceEnabled',
      cmdlets: ['Set-CsExUmContact'],
      source: ['PS-SETCON'],
    },
    {
      name: 'description',
      doc: 'A note for administrators; a doc comment before the contact serves as well.',
      type: text,
      source: ['PS-NEWCON'],
    },
    {
      name: 'policy',
      doc: 'The per-user hosted voice mail policy granted to the contact; without one the policy of its site, then the global one applies. A hosted contact without any is unusable.',
      type: reference('hostedVoicemailPolicy'),
      aliases: ['hostedVoicemailPolicy'],
      parameter: 'PolicyName',
      cmdlets: ['Grant-CsHostedVoicemailPolicy'],
      source: ['CONTACT', 'PS-GRANTHVP'],
    },
    {
      name: 'umDialPlan',
      doc: 'The UM dial plan that answers a local contact; required with `tool ocsUmUtil`.',
      type: reference('umDialPlan'),
      fact: true,
      source: ['OP-OCSUM', 'CODE-HOST'],
    },
    {
      name: 'umAutoAttendant',
      doc: 'The auto attendant behind the number; without it the one whose pilot numbers hold the number.',
      type: reference('umAutoAttendant'),
      fact: true,
      source: ['OP-OCSUM'],
    },
  ],
  example: `exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
};

export const rgsAgentGroup: Kind = {
  name: 'rgsAgentGroup',
  plural: 'agent groups',
  singular: 'agent group',
  doc: 'The agents of a response group. Here because they should move in the same wave; never exported.',
  nameType: 'text',
  nameDoc: 'The name of the group.',
  nameParameter: 'Name',
  parents: ['file'],
  cmdlets: {},
  madeBy: 'New-CsRgsAgentGroup; never exported',
  group: 'contacts',
  source: ['ARCH'],
  properties: [
    {
      name: 'agentsByUri',
      doc: 'The agents; when they move in different waves, a part of the group uses another voice mail than the rest.',
      type: sipAddress,
      list: true,
      required: true,
      fact: true,
      inferred: true,
      source: ['CONTACT'],
    },
  ],
  example: 'rgsAgentGroup HelpDesk { agentsByUri carol@contoso.com, dan@contoso.com }',
};
