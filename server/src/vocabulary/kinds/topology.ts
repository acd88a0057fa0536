import type { Kind } from '../types';
import { boolean, number, reference, text } from './common';

export const sipDomain: Kind = {
  name: 'sipDomain',
  plural: 'SIP domains',
  singular: 'SIP domain',
  doc: "A domain that users' SIP addresses may have. Each one needs a federation SRV record and a `sip.` name in the Edge certificate of its own when voice mail is hosted.",
  nameType: 'fqdn',
  nameDoc: 'The domain.',
  nameLimits: { maximumLength: 255, code: 'UM1001' },
  nameImmutable: true,
  parents: ['file'],
  cmdlets: {
    new: 'New-CsSipDomain',
    set: 'Set-CsSipDomain',
    get: 'Get-CsSipDomain',
    remove: 'Remove-CsSipDomain',
  },
  group: 'topology',
  source: ['PS-SIPDOM'],
  properties: [
    {
      name: 'isDefault',
      doc: 'The default SIP domain, exactly one; calls from the telephone network to hosted UM carry it, so it has to resolve on the Internet. After a change RTCCAA and RTCCAS must be restarted.',
      type: boolean,
      default: 'false',
      source: ['PS-SIPDOM', 'B-PERF'],
    },
  ],
  example: 'sipDomain contoso.com { isDefault true }',
};

export const site: Kind = {
  name: 'site',
  plural: 'sites',
  singular: 'site',
  doc: 'A central site with its pools. A policy for the site is called `site:` and its name.',
  nameType: 'text',
  nameDoc: 'The name that policies use, as in `site:Redmond`.',
  parents: ['file'],
  cmdlets: { get: 'Get-CsSite' },
  madeBy: 'Topology Builder',
  group: 'topology',
  source: ['PS-SITE', 'REAL2'],
  properties: [
    {
      name: 'siteId',
      doc: 'The number that the published topology gives the site.',
      type: number,
      fact: true,
      limits: { minimum: 1 },
      source: ['REAL2'],
    },
    { name: 'city', doc: 'The city, as the topology records it.', type: text, fact: true, source: ['REAL2'] },
    { name: 'state', doc: 'The state or province.', type: text, fact: true, source: ['REAL2'] },
    { name: 'countryCode', doc: 'The country or region, two letters.', type: text, fact: true, source: ['REAL2'] },
  ],
  example: `site Redmond {
  siteId 1
  pool pool01.contoso.com { role frontEnd  computers fe01.contoso.com, fe02.contoso.com }
}`,
};

export const branchSite: Kind = {
  name: 'branchSite',
  plural: 'branch sites',
  singular: 'branch site',
  doc: 'A branch site with its survivable appliance or server. Its users take the policy of the branch site, then the global one; no document says that they fall back to the central site.',
  nameType: 'text',
  nameDoc: 'The name that policies use, as in `site:Spokane`.',
  parents: ['file'],
  cmdlets: { get: 'Get-CsSite' },
  madeBy: 'Topology Builder',
  group: 'topology',
  source: ['BRANCH', 'PS-SITE'],
  properties: [
    {
      name: 'centralSite',
      doc: 'The central site that the branch depends on; when the line to it fails, voice mail goes over the telephone network to the numbers of the rerouting configuration.',
      type: reference('site'),
      required: true,
      fact: true,
      source: ['BRANCH'],
    },
  ],
  example: `site Redmond
branchSite Spokane {
  centralSite Redmond
  pool sba01.contoso.com { role survivableBranch }
}`,
};
