import { describe, expect, it } from 'vitest';
import { deploymentOf, filesOf, textOf } from './deployments';

/**
 * Every record that a deployment needs, by mode: `record` is written, `said` stands as a comment with what is to be done first, `none` isn't there. The zone file,
 * the records alone and dns.ps1 agree.
 */
const modes = ['closed', 'federated', 'crossPremises', 'mixed'] as const;
type Mode = (typeof modes)[number];
type Row = readonly [
  what: string,
  view: 'public' | 'internal',
  owner: string,
  type: string,
  data: readonly string[],
  ...where: readonly ('record' | 'said' | 'none')[],
];

const edgeAddresses = ['203.0.113.10', '203.0.113.11'];
// biome-ignore format: a table
const rows: readonly Row[] = [
  // what it is for                                   owner and type                          target                                     closed    federated crossPremises mixed
  ['federation and hosted UM',           'public',   '_sipfederationtls._tcp', 'SRV',   ['0 0 5061 sip.<d>.'],                            'none',   'record', 'record', 'record'],
  ['sign-in of remote clients',          'public',   '_sip._tls',              'SRV',   ['0 0 443 sip.<d>.'],                             'record', 'record', 'record', 'record'],
  ['Access Edge, one a computer',        'public',   'sip',                    'A',     edgeAddresses,                                    'record', 'record', 'record', 'record'],
  ['Web Conferencing Edge',              'public',   'webcon',                 'A',     ['...'],                                          'said',   'said',   'said',   'said'],
  ['A/V Edge',                           'public',   'av',                     'A',     ['...'],                                          'said',   'said',   'said',   'said'],
  ['autodiscovery outside',              'public',   'lyncdiscover',           'CNAME', ['lsweb.contoso.com.'],                           'record', 'record', 'record', 'record'],
  ['Outlook',                            'public',   'autodiscover',           'CNAME', ['autodiscover.outlook.com.'],                    'none',   'none',   'record', 'said'],
  ['mail',                               'public',   '@',                      'MX',    ['0 <dashes>.mail.protection.outlook.com.'],      'none',   'none',   'record', 'said'],
  ['senders of mail',                    'public',   '@',                      'TXT',   ['"v=spf1 include:spf.protection.outlook.com -all"'], 'none', 'none', 'record', 'said'],
  ['autodiscovery inside',               'internal', 'lyncdiscoverinternal',   'CNAME', ['pool01.contoso.com.'],                          'record', 'record', 'record', 'record'],
  ['sign-in inside',                     'internal', '_sipinternaltls._tcp',   'SRV',   ['0 0 5061 pool01.contoso.com.'],                 'record', 'record', 'record', 'record'],
  ['pool',                               'internal', 'pool01',                 'A',     ['...'],                                          'said',   'said',   'said',   'said'],
  ['server',                             'internal', 'fe01',                   'A',     ['...'],                                          'said',   'said',   'said',   'said'],
  ['internal interface of the Edge',     'internal', 'edge01',                 'A',     ['...'],                                          'said',   'said',   'said',   'said'],
  ['federation, hidden by internal DNS', 'internal', '_sipfederationtls._tcp', 'SRV',   ['0 0 5061 sip.<d>.'],                            'none',   'none',   'record', 'record'],
  ['sign-in, hidden by internal DNS',    'internal', '_sip._tls',              'SRV',   ['0 0 443 sip.<d>.'],                             'none',   'none',   'record', 'record'],
  ['external address of the Edge',       'internal', 'sip',                    'A',     edgeAddresses,                                    'none',   'none',   'record', 'record'],
];
/** Of the Edge and of the pools, not of each SIP domain. */
const once = new Set(['webcon', 'av', 'pool01', 'fe01', 'edge01']);

function deploymentIn(mode: Mode) {
  const hosted = mode === 'crossPremises' || mode === 'mixed';
  return deploymentOf(`
    deployment D { server sfb2015  mode ${hosted ? mode : 'onPremises'} }
    sipDomain contoso.com { isDefault true }
    sipDomain fabrikam.com
    accessEdgeConfiguration { allowFederatedUsers ${mode !== 'closed'} }
    site Redmond {
      pool pool01.contoso.com { role frontEnd  computers fe01.contoso.com  externalWebFqdn lsweb.contoso.com }
      pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress ${edgeAddresses.join(', ')}  webConferencingFqdn webcon.contoso.com  avFqdn av.contoso.com }
    }
    ${
      hosted
        ? `hostingProvider P { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true }
    tenant contoso.onmicrosoft.com { provider P  acceptedDomain contoso.com  acceptedDomain fabrikam.com }`
        : ''
    }
  `);
}

/** Owners, types and data of a file, those that are only said with `;` before. */
function writtenIn(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /^(?:; )?\S+ +(?:\d+ )?IN (?!SOA|NS)/.test(line))
    .map((line) => line.replace(/ +(?:\d+ )?IN /, ' ').replace(/ +/g, ' '));
}

describe.each(modes)('the records of a deployment that is %s', (mode) => {
  const files = filesOf(deploymentIn(mode));
  const script = textOf(files, 'dns/dns.ps1');

  it.each(['contoso.com', 'fabrikam.com'])('are those of the table for the SIP domain %s', (domain) => {
    for (const view of ['public', 'internal'] as const) {
      const wanted: string[] = [];
      const steps: string[] = [];
      for (const [, at, owner, type, data, ...where] of rows) {
        const how = where[modes.indexOf(mode)] ?? 'none';
        if (at !== view || how === 'none' || (once.has(owner) && domain !== 'contoso.com')) continue;
        for (const value of data) {
          const target = value.replace('<d>', domain).replace('<dashes>', domain.replaceAll('.', '-'));
          wanted.push(`${how === 'said' ? '; ' : ''}${owner} ${type} ${target}`);
        }
        const title = view === 'public' ? 'Public' : 'Internal';
        steps.push(`# ${title}.${domain}.${owner === '@' ? '_' : owner}.${type} - `);
      }
      for (const form of ['zone', 'records'])
        expect(writtenIn(textOf(files, `dns/${view}/${domain}.${form}`)).sort(), `${view} ${form}`).toEqual(
          [...wanted].sort(),
        );
      for (const step of steps) expect(script).toContain(step);
    }
  });

  it('are no more in dns.ps1', () => {
    const steps = [...script.matchAll(/# (?:Public|Internal)\.[^\r\n]+ - /g)].length;
    const perDomain = rows.filter(
      ([, , owner, , , ...where]) => !once.has(owner) && where[modes.indexOf(mode)] !== 'none',
    );
    expect(steps).toBe(perDomain.length * 2 + once.size);
  });
});
