import type { Kind } from '../types';
import { boolean, fqdn, number, text, verificationLevel } from './common';

export const accessEdgeConfiguration: Kind = {
  name: 'accessEdgeConfiguration',
  plural: 'Access Edge configurations',
  singular: 'Access Edge configuration',
  doc: 'How the Access Edge service treats federation and remote users; one for the deployment, always there. Hosted UM needs federation allowed and DNS SRV routing.',
  nameType: 'none',
  parents: ['file'],
  single: true,
  cmdlets: { set: 'Set-CsAccessEdgeConfiguration', get: 'Get-CsAccessEdgeConfiguration' },
  group: 'federation',
  source: ['PS-AEC', 'EDGE'],
  properties: [
    {
      name: 'allowFederatedUsers',
      doc: 'Federation is allowed; false, the default, also stops all traffic to hosted UM.',
      type: boolean,
      default: 'false',
      source: ['PS-AEC', 'EDGE'],
    },
    {
      name: 'allowOutsideUsers',
      doc: 'Remote and anonymous users may sign in through the Edge.',
      type: boolean,
      defaultDoc: 'true where nobody has changed it',
      source: ['PS-AEC'],
    },
    {
      name: 'allowAnonymousUsers',
      doc: 'Anonymous users may join meetings through the Edge.',
      type: boolean,
      default: 'false',
      source: ['PS-AEC'],
    },
    {
      name: 'useDnsSrvRouting',
      doc: 'Partners are found by their DNS SRV records; hosting and public providers work with this method alone.',
      type: boolean,
      defaultDoc: 'true unless useDefaultRouting is',
      source: ['PS-AEC', 'PS-NEWHP'],
    },
    {
      name: 'useDefaultRouting',
      doc: 'All outgoing federation traffic goes to one server, `defaultRouteFqdn`; every hosting and public provider must be removed first.',
      type: boolean,
      defaultDoc: 'false',
      source: ['PS-AEC'],
    },
    {
      name: 'defaultRouteFqdn',
      doc: 'The server that takes all outgoing federation traffic; goes together with `useDefaultRouting`.',
      type: fqdn,
      source: ['PS-AEC'],
    },
    {
      name: 'enablePartnerDiscovery',
      doc: 'Open federation: any domain with a federation SRV record may reach you. Only with DNS SRV routing; the procedure for hosted UM uses false.',
      type: boolean,
      default: 'false',
      source: ['PS-AEC', 'EDGE'],
    },
    {
      name: 'beClearingHouse',
      doc: 'The Edge serves as a clearing house, through which other organizations reach each other. Only with DNS SRV routing.',
      type: boolean,
      source: ['PS-AEC'],
    },
    {
      name: 'verificationLevel',
      doc: 'How messages from the default route are verified. Only with default routing.',
      type: verificationLevel,
      source: ['PS-AEC'],
    },
    {
      name: 'isPublicProvider',
      doc: 'The default route is a public provider. Only with default routing.',
      type: boolean,
      source: ['PS-AEC'],
    },
    {
      name: 'outgoingTlsCountForFederatedPartners',
      doc: 'The number of TLS connections to a federation partner, 1 to 4; leave it at 4.',
      type: number,
      default: '4',
      limits: { minimum: 1, maximum: 4, code: 'UM1027' },
      source: ['PS-AEC'],
    },
    {
      name: 'markSourceVerifiableOnOutgoingMessages',
      doc: 'Outgoing messages are marked as verified; without the mark a partner that uses source verification rejects them.',
      type: boolean,
      default: 'true',
      source: ['PS-AEC'],
    },
    {
      name: 'keepCrlsUpToDateForPeers',
      doc: 'The certificate revocation lists of partners are fetched regularly; the Edge needs port 80 outwards for it.',
      type: boolean,
      default: 'true',
      source: ['PS-AEC', 'PORTEDGE'],
    },
  ],
  example: `accessEdgeConfiguration {
  allowFederatedUsers true
  useDnsSrvRouting true
  enablePartnerDiscovery false
}`,
};

export const allowedDomain: Kind = {
  name: 'allowedDomain',
  plural: 'allowed domains',
  singular: 'allowed domain',
  doc: 'A partner domain that may federate with you. Never one of your own SIP domains: these are internal.',
  nameType: 'fqdn',
  nameDoc: 'The domain of the partner.',
  nameLimits: { maximumLength: 255, code: 'UM1001' },
  nameImmutable: true,
  parents: ['file'],
  cmdlets: {
    new: 'New-CsAllowedDomain',
    set: 'Set-CsAllowedDomain',
    get: 'Get-CsAllowedDomain',
    remove: 'Remove-CsAllowedDomain',
  },
  group: 'federation',
  source: ['PS-ALLOWDOM'],
  properties: [
    {
      name: 'proxyFqdn',
      doc: "The partner's Access Edge, when it isn't to be found by DNS SRV.",
      type: fqdn,
      source: ['PS-ALLOWDOM'],
    },
    { name: 'comment', doc: 'A note for administrators.', type: text, source: ['PS-ALLOWDOM'] },
    {
      name: 'markForMonitoring',
      doc: 'Communication with the domain is recorded by the Monitoring Server.',
      type: boolean,
      source: ['PS-ALLOWDOM'],
    },
    {
      name: 'verificationLevel',
      doc: 'How messages from the domain are verified.',
      type: verificationLevel,
      since: 'sfb2015',
      source: ['PS-ALLOWDOM'],
    },
  ],
  example: 'allowedDomain fabrikam.com { comment "supplier" }',
};

export const blockedDomain: Kind = {
  name: 'blockedDomain',
  plural: 'blocked domains',
  singular: 'blocked domain',
  doc: 'A domain that may not federate with you. It cannot be in the allowed list as well.',
  nameType: 'fqdn',
  nameDoc: 'The domain.',
  nameLimits: { maximumLength: 255, code: 'UM1001' },
  nameImmutable: true,
  parents: ['file'],
  cmdlets: {
    new: 'New-CsBlockedDomain',
    set: 'Set-CsBlockedDomain',
    get: 'Get-CsBlockedDomain',
    remove: 'Remove-CsBlockedDomain',
  },
  group: 'federation',
  source: ['PS-ALLOWDOM'],
  properties: [{ name: 'comment', doc: 'A note for administrators.', type: text, source: ['PS-ALLOWDOM'] }],
  example: 'blockedDomain litwareinc.com { comment "spam" }',
};
