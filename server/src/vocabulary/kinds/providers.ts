import type { Kind } from '../types';
import { boolean, fqdn, number, portLimits, text, verificationLevel } from './common';

export const hostingProvider: Kind = {
  name: 'hostingProvider',
  plural: 'hosting providers',
  singular: 'hosting provider',
  doc: 'An outside organization that hosts services for your SIP domains: Exchange UM or Cloud Voicemail, or Lync accounts. A hosted voice mail policy reaches one by the FQDN of its proxy.',
  nameType: 'text',
  nameDoc: 'Unique among hosting and public providers; quotes when it has blanks.',
  nameImmutable: true,
  parents: ['file'],
  cmdlets: {
    new: 'New-CsHostingProvider',
    set: 'Set-CsHostingProvider',
    get: 'Get-CsHostingProvider',
    remove: 'Remove-CsHostingProvider',
  },
  group: 'federation',
  source: ['PS-NEWHP', 'EDGE'],
  properties: [
    {
      name: 'proxyFqdn',
      doc: "The provider's Access Edge: `exap.um.outlook.com` for Exchange Online and Cloud Voicemail, `exap.um.partner.outlook.cn` at 21Vianet. Unique among all providers, and to change it the provider has to be removed and created again.",
      type: fqdn,
      required: true,
      immutable: true,
      cmdlets: ['New-CsHostingProvider'],
      limits: { maximumLength: 255, code: 'UM1001' },
      source: ['PS-NEWHP', 'ONPREMEXO'],
    },
    {
      name: 'enabled',
      doc: 'Traffic with the provider flows; until it is true every call to its hosted UM is rejected.',
      type: boolean,
      default: 'false',
      source: ['PS-NEWHP'],
    },
    {
      name: 'enabledSharedAddressSpace',
      doc: 'The provider shares your SIP domains (split domain); hosted UM needs it, and the federation SRV records must resolve inside before it is set.',
      type: boolean,
      default: 'false',
      source: ['PS-NEWHP', 'EDGE'],
    },
    {
      name: 'hostsOCSUsers',
      doc: 'The provider hosts Lync or Skype for Business accounts; false for one that hosts Exchange UM alone.',
      type: boolean,
      default: 'false',
      source: ['PS-NEWHP', 'EDGE'],
    },
    {
      name: 'isLocal',
      doc: "The provider's proxy is inside your own topology; false for hosted UM.",
      type: boolean,
      default: 'false',
      source: ['PS-NEWHP', 'EDGE'],
    },
    {
      name: 'verificationLevel',
      doc: "How messages from the provider are verified; Microsoft's procedure for hosted UM uses `useSourceVerification`.",
      type: verificationLevel,
      default: 'alwaysVerifiable',
      source: ['PS-NEWHP', 'EDGE'],
    },
    {
      name: 'autodiscoverUrl',
      doc: 'Where clients of accounts hosted there find their server; without meaning unless `hostsOCSUsers` is true.',
      type: text,
      limits: { pattern: '^[hH][tT][tT][pP][sS]://[^\\s/]+(/\\S*)?$', code: 'UM1031', form: 'an https URL' },
      since: 'lync2013',
      source: ['PS-NEWHP', 'FEDLO'],
    },
    {
      name: 'sipClientPort',
      doc: "The port of the provider's proxy for SIP clients.",
      type: number,
      default: '443',
      limits: portLimits,
      since: 'lync2013',
      source: ['PS-NEWHP'],
    },
  ],
  example: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`,
};

export const publicProvider: Kind = {
  name: 'publicProvider',
  plural: 'public providers',
  singular: 'public provider',
  doc: 'A provider of instant messaging for the general public. It cannot serve as the route to hosted UM: that takes a hosting provider.',
  nameType: 'text',
  nameDoc: 'Unique among hosting and public providers.',
  nameImmutable: true,
  parents: ['file'],
  cmdlets: {
    new: 'New-CsPublicProvider',
    set: 'Set-CsPublicProvider',
    get: 'Get-CsPublicProvider',
    remove: 'Remove-CsPublicProvider',
  },
  group: 'federation',
  source: ['PS-NEWPP'],
  properties: [
    {
      name: 'proxyFqdn',
      doc: "The provider's Access Edge, unique among all providers; to change it the provider has to be removed and created again.",
      type: fqdn,
      required: true,
      immutable: true,
      cmdlets: ['New-CsPublicProvider'],
      limits: { maximumLength: 255, code: 'UM1001' },
      source: ['PS-NEWPP', 'PS-NEWHP'],
    },
    {
      name: 'enabled',
      doc: 'Traffic with the provider flows.',
      type: boolean,
      default: 'false',
      source: ['PS-NEWPP'],
    },
    {
      name: 'verificationLevel',
      doc: 'How messages from the provider are verified; `useSourceVerification` is deprecated for public providers.',
      type: verificationLevel,
      default: 'alwaysVerifiable',
      source: ['PS-NEWPP'],
    },
    {
      name: 'iconUrl',
      doc: "The icon that clients show for the provider's users.",
      type: text,
      cmdlets: ['New-CsPublicProvider'],
      since: 'lync2013',
      source: ['PS-NEWPP'],
    },
  ],
  example: 'publicProvider Messenger { proxyFqdn federation.messenger.example  enabled true }',
};
