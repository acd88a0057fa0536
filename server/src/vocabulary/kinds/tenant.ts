import type { Kind } from '../types';
import { boolean, fqdn, oneOf, reference, text } from './common';

export const tenant: Kind = {
  name: 'tenant',
  plural: 'tenants',
  singular: 'tenant',
  doc: "An organization at a hosting provider, in whose mailboxes hosted voice mail ends. What a hosted voice mail policy's `organization` names.",
  nameType: 'fqdn',
  nameDoc: "The tenant's routing FQDN; in Exchange Online its initial domain, `<tenant>.onmicrosoft.com`.",
  nameLimits: { maximumLength: 255, code: 'UM1001' },
  parents: ['file'],
  cmdlets: { set: 'Set-CsTenantFederationConfiguration', get: 'Get-CsTenantFederationConfiguration' },
  madeBy: 'the hosting provider',
  group: 'federation',
  source: ['POL', 'CVM', 'HYBRID'],
  properties: [
    {
      name: 'sharedSipAddressSpace',
      doc: 'The tenant knows that your SIP domains are shared with an on-premises deployment; while it is false, moves of Lync users fail with error 510.',
      type: boolean,
      source: ['FEDLO', 'I-9881'],
    },
    {
      name: 'allowFederatedUsers',
      doc: "The tenant's users may federate; has to agree with the Access Edge configuration when users are homed online.",
      type: boolean,
      source: ['HYBRID'],
    },
    {
      name: 'allowedDomains',
      doc: 'The partner domains that the tenant allows; not written: all known domains. Has to agree with your allowed domains when users are homed online.',
      type: fqdn,
      list: true,
      defaultDoc: 'all known domains',
      source: ['HYBRID'],
    },
    {
      name: 'blockedDomains',
      doc: 'The domains that the tenant blocks. Has to agree with your blocked domains when users are homed online.',
      type: fqdn,
      list: true,
      source: ['HYBRID'],
    },
    {
      name: 'provider',
      doc: 'The hosting providers through which the tenant is reached: that of its voice mail, and that of Lync accounts where it has some.',
      type: reference('hostingProvider'),
      list: true,
      fact: true,
      source: ['POL', 'FEDLO'],
    },
    {
      name: 'cloud',
      doc: "Which Microsoft cloud holds the tenant; decides the provider's proxy.",
      type: oneOf(
        { value: 'worldwide', doc: 'Microsoft itself: `exap.um.outlook.com`.' },
        { value: 'china', doc: 'Operated by 21Vianet: `exap.um.partner.outlook.cn`.' },
      ),
      default: 'worldwide',
      fact: true,
      source: ['ONPREMEXO'],
    },
    {
      name: 'voicemailService',
      doc: 'What answers there: Exchange Online UM was switched off in February 2020, Cloud Voicemail answers at the same FQDN.',
      type: oneOf(
        {
          value: 'exchangeUM',
          doc: 'Exchange Unified Messaging, with dial plans, mailbox policies and auto attendants of its own.',
        },
        { value: 'cloudVoicemail', doc: 'Cloud Voicemail, without UM dial plans.' },
      ),
      defaultDoc: 'cloudVoicemail from Skype for Business Server 2019 on, else exchangeUM',
      fact: true,
      source: ['B-MSXFAQ', 'CVM', 'I-3058'],
    },
    {
      name: 'azureADConnectVersion',
      doc: 'The version of Azure AD Connect that synchronizes the forest; before 1.2.65.0 it could overwrite `msExchUCVoiceMailSettings` with nothing.',
      type: text,
      fact: true,
      limits: { pattern: '^[0-9]+(\\.[0-9]+){1,3}$', form: 'a version, as in 1.2.65.0' },
      source: ['AADC-HIST', 'I-4774'],
    },
    {
      name: 'exchangeHybridWriteback',
      doc: 'Azure AD Connect writes Exchange attributes back to the forest, `msExchUCVoiceMailSettings` among them; a flag set on-premises alone may then be blanked.',
      type: boolean,
      fact: true,
      source: ['AADC-ATTR', 'I-4774'],
    },
  ],
  example: `tenant contoso.onmicrosoft.com {
  cloud worldwide
  acceptedDomain contoso.com
}`,
};

export const acceptedDomain: Kind = {
  name: 'acceptedDomain',
  plural: 'accepted domains',
  singular: 'accepted domain',
  doc: 'A domain that the tenant accepts. Every SIP domain shared for hosted UM must be an authoritative one there.',
  nameType: 'fqdn',
  nameDoc: 'The domain.',
  nameLimits: { maximumLength: 255, code: 'UM1001' },
  nameParameter: 'DomainName',
  nameImmutable: true,
  parents: ['tenant'],
  inOrganization: true,
  cmdlets: {
    new: 'New-AcceptedDomain',
    set: 'Set-AcceptedDomain',
    get: 'Get-AcceptedDomain',
    remove: 'Remove-AcceptedDomain',
  },
  group: 'federation',
  source: ['DNSSRV'],
  properties: [
    {
      name: 'domainType',
      doc: "Whether all of the domain's recipients are in the tenant; hosted UM wants `authoritative`.",
      type: oneOf(
        { value: 'authoritative', doc: 'All recipients of the domain are here.' },
        {
          value: 'internalRelay',
          doc: 'Some recipients are elsewhere in the organization; mail for them is passed on.',
        },
        { value: 'externalRelay', doc: 'The recipients are outside; mail is passed on.' },
      ),
      default: 'authoritative',
      source: ['DNSSRV', 'PS-ACCDOM'],
    },
  ],
  example: `tenant contoso.onmicrosoft.com {
  acceptedDomain contoso.com { domainType authoritative }
}`,
};
