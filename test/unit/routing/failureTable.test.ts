import { describe, expect, it } from 'vitest';
import { routeOfAddress } from '../../../server/src/routing/route';
import { pages } from '../../../server/src/rules/pages';
import { deploymentOf } from '../../support/deployment';
import { analyzeFiles, exampleOf } from '../../support/ruleExample';

/**
 * What is seen when a hosted call fails, row by row: the symptom, its evidence, what it means. Each meaning is a fault that a rule names; the page of the rule has
 * the symptom, so that who has seen it finds the fault.
 */
const provider = (rest: string): string =>
  `hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  ${rest}  verificationLevel useSourceVerification }`;
const zone = (federation: string): string =>
  `publicDnsZone contoso.com {\n  a sip ipv4Address 203.0.113.10\n  a lyncdiscover ipv4Address 203.0.113.20\n  srv _sip._tls port 443 domainName sip.contoso.com\n  ${federation}\n}`;
const row = (text: string): string =>
  `users Sales { pool pool01.contoso.com  mailbox hosted  policy Cloud\n  ${text}\n}`;

const table: readonly (readonly [evidence: string, meaning: string, fault: string, code: string])[] = [
  [
    '44009',
    'the next hop refused: the provider is disabled',
    provider('enabled false  enabledSharedAddressSpace true'),
    'UM2002',
  ],
  [
    '15030',
    'the next hop refused: no provider has the destination',
    'hostedVoicemailPolicy Cloud { destination um.fabrikam.com  organization um.fabrikam.com }',
    'UM2001',
  ],
  [
    'internal calls reach hosted voice mail, calls from the PSTN',
    'the default SIP domain is not routable in public DNS',
    'sipDomain contoso.com\nsipDomain contoso.local { isDefault true }\ntenant contoso.onmicrosoft.com { acceptedDomain contoso.local }',
    'UM4027',
  ],
  [
    '"call voice mail" is missing',
    'the flag is not set',
    row('erin@contoso.com  line +14255550105  hostedVoiceMail unset'),
    'UM4019',
  ],
  ['504/1008', 'the federation SRV record is not resolved', zone(''), 'UM5001'],
  [
    '1009',
    'the target of the SRV record is not in the domain of the record',
    zone('srv _sipfederationtls._tcp port 5061 domainName sip.fabrikam.com'),
    'UM5004',
  ],
  [
    '1002',
    'federation is off: From is no authorised federated partner',
    'accessEdgeConfiguration { allowFederatedUsers false }',
    'UM4002',
  ],
  ['1003', 'a SIP domain mismatch: the user does not exist', row('erin@fabrikam.com  line +14255550105'), 'UM2012'],
  ['4005', 'the destination is not SIP-enabled', row('erin@fabrikam.com  line +14255550105'), 'UM2012'],
  [
    '1005 or 1007',
    'no route to the domain of the destination',
    'hostedVoicemailPolicy Cloud { destination um.fabrikam.com  organization um.fabrikam.com }',
    'UM2001',
  ],
  ['4002', 'a number that two users have', row('erin@contoso.com  line +14255550101'), 'UM3002'],
  ['4009', 'a number that two users have', row('erin@contoso.com  line +14255550101'), 'UM3002'],
  ['13000', 'the domain is internal and federated', 'allowedDomain contoso.com', 'UM3013'],
  [
    '510',
    'the tenant lacks the shared SIP address space',
    `${row('erin@contoso.com  line +14255550105')}
tenant contoso.onmicrosoft.com { sharedSipAddressSpace false }
users Online {
  frank@contoso.com  hostingProvider LyncOnline
}
hostingProvider LyncOnline { proxyFqdn sipfed.online.lync.com  enabled true  enabledSharedAddressSpace true  hostsOCSUsers true }`,
    'UM4032',
  ],
  ['1010', 'no trust in the certificate of the next hop', '', 'UM5014'],
];

describe('the failure table of hosted calls', () => {
  it.each(table)('%s: %s', (evidence, _, fault, code) => {
    const { explanation = '', bad = '' } = pages.get(code) ?? {};
    expect(explanation.replaceAll('\n', ' ')).toContain(evidence);
    const { diagnostics } = analyzeFiles(exampleOf(fault === '' ? bad : fault).files);
    expect(diagnostics.map((each) => each.code)).toContain(code);
  });

  it.each([
    [
      'a disabled provider',
      provider('enabled false  enabledSharedAddressSpace true'),
      'event 44009 from LS Exchange Unified Messaging Routing, ms-diagnostics 15030 "Failed to route to Exchange Server", dialplan="Hosted__exap.um.outlook.com__contoso.onmicrosoft.com"',
    ],
    [
      'federation that is off',
      'accessEdgeConfiguration { allowFederatedUsers false }',
      'ms-diagnostics 1002: From is not an authorised federated partner',
    ],
    [
      'a policy without a destination',
      'hostedVoicemailPolicy Cloud { organization contoso.onmicrosoft.com }',
      'Set-CsUser -HostedVoiceMail $True raises an error; where Exchange wrote the flag, the call cannot be routed',
    ],
  ])('what the route says of %s', (_, fault, symptom) => {
    const { files } = exampleOf(fault);
    const deployment = deploymentOf([...files].map(([path, text]) => `//- ${path}\n${text}`).join('\n'));
    const failure = routeOfAddress(deployment, 'alice@contoso.com')?.failure;
    expect(failure).toMatchObject({ symptom, caller: 'fast busy' });
  });
});
