import { before, type Changes, hosted, isSilent, mixed, onPremises, type Row, speaks } from './bases';

const zone = (d: string, rows: string): Changes => [
  ['sipDomain tailspintoys.com', `publicDnsZone ${d} {\n${rows}\n}\nsipDomain tailspintoys.com`],
];

const goodZone = `  a sip ipv4Address 203.0.113.5\n  a lyncdiscover ipv4Address 203.0.113.9\n  srv _sipfederationtls._tcp port 5061 domainName sip.tailspintoys.com\n  srv _sip._tls port 443 domainName sip.tailspintoys.com`;

const cert = (x: string): Changes => [
  ['sipDomain tailspintoys.com', `certificate C { ${x} }\nsipDomain tailspintoys.com`],
];

const inExchange = (t: string): Changes => [['  umDialPlan Paris {', `${t}\n  umDialPlan Paris {`]];

const withWaves = (t: string): Changes => [['exUmContact sal', `${t}\nexUmContact sal`]];

const withCsv: Changes = [
  ['users Staff {\n  pool fe.tailspintoys.com\n', 'users Staff {\n  csv "staff.csv"\n  pool fe.tailspintoys.com\n'],
  ['  ann@tailspintoys.com line +33199001001\n  bob@tailspintoys.com line +33199001002;ext=1002\n', ''],
];

/** The catalogue read row by row: what its words call a fault, and what stands just beside it. */
export const first: readonly Row[] = [
  ...['lync2010', 'lync2013', 'sfb2015', 'sfb2019', 'sfbSE'].map((server) => isSilent('UM4034', hosted(server), [])),
  ...(
    [
      ['lync2013', '2010SP1'],
      ['lync2013', '2013'],
      ['sfb2015', '2016'],
      ['sfb2019', '2016'],
      ['sfbSE', '2013'],
    ] as const
  ).map(([server, version]) => isSilent('UM4034', onPremises(server, version), [])),
  ...(
    [
      ['lync2013', '2007SP1'],
      ['sfb2015', '2010'],
    ] as const
  ).map(([server, version]) =>
    isSilent(
      'UM6012',
      onPremises(server, version),
      before('sipDomain', 'dialPlan global { simpleName Paris.tailspintoys.com }'),
    ),
  ),
  isSilent('UM4034', mixed(), []),
  isSilent('UM4034', mixed('sfb2019', '2016'), []),
  // UM1xxx
  speaks('UM1019', onPremises(), [['extensions 1004', 'extensions 10045']], 'extensions 10045'),
  speaks(
    'UM1020',
    onPremises(),
    [
      ['extensions 1004', 'extensions 1004 pinLength 7'],
      [
        '  umDialPlan Paris {',
        '  umMailboxPolicy "Paris Default Policy" { umDialPlan Paris  minPINLength 8 }\n  umDialPlan Paris {',
      ],
    ],
    'pinLength 7',
  ),
  isSilent('UM1020', onPremises(), [['extensions 1004', 'extensions 1004 pinLength 6']]),
  speaks('UM1020', onPremises(), [['extensions 1004', 'extensions 1004 pinLength 5']], 'pinLength 5'),
  speaks(
    'UM1023',
    onPremises('lync2013', '2010SP1'),
    [['accessTelephoneNumbers +33199001901', 'accessTelephoneNumbers +33199001901, +33199001905;ext=123456']],
    '+33199001905;ext',
  ),
  isSilent('UM1023', onPremises('lync2013', '2013'), [
    ['accessTelephoneNumbers +33199001901', 'accessTelephoneNumbers +33199001901, +33199001905;ext=123456'],
  ]),
  isSilent('UM1023', onPremises('lync2013', '2010SP1'), [
    ['accessTelephoneNumbers +33199001901', 'accessTelephoneNumbers +33199001901, +33199001905;ext=123'],
  ]),
  // UM2xxx
  speaks(
    'UM2001',
    mixed(),
    [
      [
        'hostedVoicemailPolicy global { destination exap.um.outlook.com',
        'hostedVoicemailPolicy global { destination exap.um.outlook.org',
      ],
    ],
    'outlook.org',
  ),
  isSilent('UM2001', mixed(), [['destination exap.um.outlook.com', 'destination EXAP.UM.Outlook.com']]),
  isSilent('UM2001', mixed(), [
    [
      'users Staff',
      'hostedVoicemailPolicy Spare { destination um.fabrikam.net  organization fabrikam.net }\nhostingProvider O { proxyFqdn um.fabrikam.net enabled true enabledSharedAddressSpace true verificationLevel useSourceVerification }\nusers X { pool fe.tailspintoys.com mailbox hosted policy Spare  x@tailspintoys.com line +33199001077 }\nusers Staff',
    ],
  ]),
  speaks('UM2002', hosted('sfb2015'), [['  enabled true\n', '  enabled false\n']], 'enabled false'),
  isSilent('UM2002', hosted(), [['users Staff', 'hostingProvider Unused { proxyFqdn um.fabrikam.net }\nusers Staff']]),
  speaks('UM2004', hosted(), [['  enabled true\n', '  enabled true\n  hostsOCSUsers true\n']], 'hostsOCSUsers true'),
  isSilent('UM2004', hosted(), [
    [
      'users Staff',
      'hostingProvider SfBO { proxyFqdn sipfed.online.lync.com enabled true enabledSharedAddressSpace true hostsOCSUsers true verificationLevel useSourceVerification }\nusers Staff',
    ],
  ]),
  speaks(
    'UM2007',
    hosted(),
    [
      [
        'users Staff',
        'hostingProvider SfBO { proxyFqdn sipfed.online.lync.com enabled true hostsOCSUsers true verificationLevel useSourceVerification }\nusers Staff',
      ],
    ],
    'hostingProvider SfBO',
  ),
  speaks(
    'UM2008',
    hosted(),
    [
      [
        'users Staff',
        'hostingProvider F { proxyFqdn sip.fabrikam.net enabled true autodiscoverUrl "https://x.fabrikam.net/y" }\nusers Staff',
      ],
    ],
    'hostingProvider F',
  ),
  speaks(
    'UM2013',
    hosted(),
    [['  ann@tailspintoys.com line', '  ann@tailspintoys.com pool edge.tailspintoys.com line']],
    'ann@tailspintoys.com',
  ),
  speaks(
    'UM2013',
    mixed(),
    [
      [
        '  pool fe.tailspintoys.com { role frontEnd',
        '  pool med.tailspintoys.com { role mediation }\n  pool fe.tailspintoys.com { role frontEnd',
      ],
      ['displayNumber +33199001901  pool fe.tailspintoys.com', 'displayNumber +33199001901  pool med.tailspintoys.com'],
    ],
    'exUmContact sal@',
  ),
  isSilent('UM2013', hosted(), [
    [
      'accessEdge',
      'branchSite Lyon { centralSite Paris  pool sba.tailspintoys.com { role survivableBranch  edgePool edge.tailspintoys.com } }\naccessEdge',
    ],
    ['  ann@tailspintoys.com line', '  ann@tailspintoys.com pool sba.tailspintoys.com line'],
  ]),
  speaks(
    'UM2014',
    hosted(),
    [
      [
        '  pool fe.tailspintoys.com { role frontEnd',
        '  pool old.tailspintoys.com { role frontEnd  server ocs2007R2 }\n  pool fe.tailspintoys.com { role frontEnd',
      ],
      ['displayNumber +33199001900  pool fe.tailspintoys.com', 'displayNumber +33199001900  pool old.tailspintoys.com'],
    ],
    'exUmContact sa@',
  ),
  isSilent('UM2014', hosted(), [
    [
      '  pool fe.tailspintoys.com { role frontEnd',
      '  pool old.tailspintoys.com { role frontEnd  server lync2010  edgePool edge.tailspintoys.com }\n  pool fe.tailspintoys.com { role frontEnd',
    ],
    ['displayNumber +33199001900  pool fe.tailspintoys.com', 'displayNumber +33199001900  pool old.tailspintoys.com'],
  ]),
  speaks(
    'UM2018',
    onPremises(),
    [
      [
        'exUmContact sal',
        'exUmContact aa@tailspintoys.com { tool ocsUmUtil  displayNumber +33199001990  pool fe.tailspintoys.com  ou "OU=UM,DC=tailspintoys,DC=com"  umDialPlan Paris  autoAttendant true  umAutoAttendant Front }\nexUmContact sal',
      ],
      [
        '  umDialPlan Paris {',
        '  umAutoAttendant Front { umDialPlan Paris  status enabled  pilotIdentifierList +33199001991 }\n  umDialPlan Paris {',
      ],
    ],
    'exUmContact aa@',
  ),
  speaks('UM2019', onPremises(), [['displayNumber +33199001901', 'displayNumber +33199001909']], 'exUmContact sal@'),
  speaks(
    'UM2020',
    onPremises(),
    [
      [
        'exchange Ex',
        'voicemailReroutingConfiguration global { enabled true  autoAttendantNumber +33199001980  subscriberAccessNumber +33199001901 }\nexchange Ex',
      ],
    ],
    '+33199001980',
  ),
  isSilent('UM2020', onPremises(), [
    [
      'exchange Ex',
      'voicemailReroutingConfiguration global { enabled true  subscriberAccessNumber +33199001901 }\nexchange Ex',
    ],
  ]),
  speaks(
    'UM2022',
    onPremises(),
    [['extensions 1004', 'extensions 1004 sipResourceIdentifier daniel@tailspintoys.com']],
    'daniel@tailspintoys.com',
  ),
  isSilent('UM2022', onPremises(), [['extensions 1004', 'extensions 1004 sipResourceIdentifier DAN@tailspintoys.com']]),
  speaks('UM2023', hosted(), [['  organization tailspintoys.onmicrosoft.com', '']], 'hostedVoicemailPolicy global'),
  speaks(
    'UM2024',
    hosted(),
    [['organization tailspintoys.onmicrosoft.com', 'organization tailspintoys.com']],
    'organization tailspintoys.com',
  ),
  isSilent('UM2024', hosted(), [
    ['organization tailspintoys.onmicrosoft.com', 'organization voice.tailspintoys.com'],
    ['tenant tailspintoys.onmicrosoft.com', 'tenant voice.tailspintoys.com'],
  ]),
  speaks(
    'UM2025',
    hosted(),
    [['provider EXO  acceptedDomain', 'cloud china  provider EXO  acceptedDomain']],
    'proxyFqdn exap.um.outlook.com',
  ),
  // UM3xxx
  speaks(
    'UM3001',
    hosted(),
    [['exUmContact sa@tailspintoys.com', 'exUmContact bob@tailspintoys.com']],
    'bob@tailspintoys.com',
  ),
  speaks('UM3002', hosted(), [['+33199001002;ext=1002', '+33199001001']], 'bob@tailspintoys.com'),
  isSilent('UM3002', hosted(), [
    ['+33199001001\n', '+33199001003;ext=1001\n'],
    ['+33199001002;ext=1002', '+33199001003;ext=1002'],
  ]),
  speaks('UM3003', hosted(), [['+33199001002;ext=1002', '+33199001001;ext=1002']], 'ann@tailspintoys.com'),
  speaks('UM3010', onPremises(), [['extensions 1004', 'extensions 1003']], 'dan@tailspintoys.com'),
  isSilent('UM3010', onPremises(), [
    [
      'extensions 1004\n',
      'extensions 1004\n}\nusers Other { pool fe.tailspintoys.com umDialPlan Lyon\n  eve@tailspintoys.com line +33199001008 extensions 1003\n',
    ],
    ['dialPlans Paris }\n  umServer um2', 'dialPlans Paris, Lyon }\n  umServer um2'],
    [
      'um2.tailspintoys.com { umStartupMode dual  dialPlans Paris',
      'um2.tailspintoys.com { umStartupMode dual  dialPlans Paris, Lyon',
    ],
    [
      '  umDialPlan Paris {',
      '  umDialPlan Lyon { uriType sipName voIPSecurity secured numberOfDigitsInExtension 4 countryOrRegionCode 33 }\n  umDialPlan Paris {',
    ],
  ]),
  speaks(
    'UM3013',
    hosted(),
    [['users Staff', 'allowedDomain tailspintoys.com\nusers Staff']],
    'allowedDomain tailspintoys.com',
  ),
  // UM4xxx
  speaks(
    'UM4001',
    hosted(),
    [
      [
        '  pool edge.tailspintoys.com { role edge  accessFqdn sip.tailspintoys.com  externalAddress 203.0.113.5  federationRoute true }\n',
        '',
      ],
      ['  edgePool edge.tailspintoys.com', ''],
    ],
    'mode crossPremises',
  ),
  speaks('UM4002', mixed(), [['allowFederatedUsers true  ', '']], 'accessEdgeConfiguration'),
  speaks(
    'UM4003',
    hosted(),
    [
      [
        'enablePartnerDiscovery false  useDnsSrvRouting true',
        'useDefaultRouting true  defaultRouteFqdn sip.tailspintoys.com',
      ],
    ],
    'useDefaultRouting',
  ),
  speaks(
    'UM4005',
    hosted(),
    [['useDnsSrvRouting true', 'useDnsSrvRouting true  verificationLevel alwaysVerifiable']],
    'accessEdgeConfiguration',
  ),
  speaks(
    'UM4008',
    onPremises(),
    [
      [
        'exchange Ex',
        'hostedVoicemailPolicy global { destination um.fabrikam.net  organization fabrikam.net }\nexchange Ex',
      ],
    ],
    'hostedVoicemailPolicy global',
  ),
  isSilent('UM4008', onPremises(), [
    ['exchange Ex', 'hostedVoicemailPolicy global { description "none" }\nexchange Ex'],
  ]),
  speaks(
    'UM4009',
    hosted(),
    [
      [
        'hostedVoicemailPolicy global',
        'hostedVoicemailPolicy site:Paris { organization tailspintoys.onmicrosoft.com }\nhostedVoicemailPolicy other',
      ],
      ['pool fe.tailspintoys.com  ou', 'policy other pool fe.tailspintoys.com  ou'],
    ],
    'hostedVoicemailPolicy site:Paris',
  ),
  speaks(
    'UM4011',
    hosted(),
    [
      [
        'hostedVoicemailPolicy global',
        'hostedVoicemailPolicy site:Paris { description x }\nhostedVoicemailPolicy global',
      ],
    ],
    'hostedVoicemailPolicy site:Paris',
  ),
  isSilent('UM4011', hosted(), [
    [
      'hostedVoicemailPolicy global',
      'hostedVoicemailPolicy site:Paris { destination exap.um.outlook.com  organization tailspintoys.onmicrosoft.com }\nhostedVoicemailPolicy global',
    ],
  ]),
  speaks(
    'UM4012',
    hosted(),
    [['ann@tailspintoys.com line', 'ann@tailspintoys.com enterpriseVoice false line']],
    'ann@tailspintoys.com',
  ),
  speaks(
    'UM4013',
    hosted(),
    [['ann@tailspintoys.com line +33199001001', 'ann@tailspintoys.com']],
    'ann@tailspintoys.com',
  ),
  isSilent('UM4013', onPremises(), [
    [
      'dan@tailspintoys.com line +33199001004 extensions 1004',
      'dan@tailspintoys.com enterpriseVoice false mailbox none umDialPlan unset',
    ],
  ]),
  speaks(
    'UM4014',
    mixed(),
    [['cat@tailspintoys.com line', 'cat@tailspintoys.com exchangeHostedVoiceMail false hostedVoiceMail true line']],
    'cat@tailspintoys.com',
  ),
  speaks(
    'UM4015',
    mixed(),
    [['ann@tailspintoys.com line', 'ann@tailspintoys.com exchangeHostedVoiceMail true hostedVoiceMail true line']],
    'ann@tailspintoys.com',
  ),
  speaks(
    'UM4016',
    mixed(),
    [
      [
        'ann@tailspintoys.com line',
        'ann@tailspintoys.com msExchUCVoiceMailSettings "CsHostedVoiceMail=1", "CsHostedVoiceMail=0" line',
      ],
    ],
    'ann@tailspintoys.com',
  ),
  isSilent('UM4016', mixed(), [
    ['ann@tailspintoys.com line', 'ann@tailspintoys.com msExchUCVoiceMailSettings "ExchangeHostedVoiceMail=1" line'],
  ]),
  speaks(
    'UM4018',
    mixed(),
    [['ann@tailspintoys.com line', 'ann@tailspintoys.com hostedVoiceMail false line']],
    'ann@tailspintoys.com',
  ),
  speaks(
    'UM4019',
    mixed(),
    [['ann@tailspintoys.com line', 'ann@tailspintoys.com hostedVoiceMail unset line']],
    'ann@tailspintoys.com',
  ),
  speaks(
    'UM4020',
    mixed(),
    [['cat@tailspintoys.com line', 'cat@tailspintoys.com hostedVoiceMail true line']],
    'cat@tailspintoys.com',
  ),
  speaks(
    'UM4021',
    mixed(),
    [
      [
        'cat@tailspintoys.com line +33199001003 extensions 1003',
        'cat@tailspintoys.com umDialPlan unset line +33199001003',
      ],
    ],
    'cat@tailspintoys.com',
  ),
  speaks(
    'UM4022',
    mixed(),
    [
      ['hostedVoicemailPolicy global', 'hostedVoicemailPolicy Cloud'],
      ['  mailbox hosted', '  mailbox hosted\n  policy Cloud'],
    ],
    'exUmContact sa@',
  ),
  speaks(
    'UM4023',
    mixed(),
    [
      ['displayNumber +33199001900', 'tool ocsUmUtil displayNumber +33199001900  umDialPlan Cloud'],
      [
        'provider EXO  acceptedDomain tailspintoys.com',
        'provider EXO  acceptedDomain tailspintoys.com  umDialPlan Cloud { uriType sipName voIPSecurity secured numberOfDigitsInExtension 4 countryOrRegionCode 33  accessTelephoneNumbers +33199001900 }',
      ],
    ],
    'exUmContact sa@',
  ),
  speaks(
    'UM4024',
    onPremises(),
    [
      [
        'tool ocsUmUtil  displayNumber +33199001901  pool fe.tailspintoys.com  ou "OU=UM,DC=tailspintoys,DC=com"  umDialPlan Paris',
        'displayNumber +33199001901  pool fe.tailspintoys.com  ou "OU=UM,DC=tailspintoys,DC=com"',
      ],
    ],
    'exUmContact sal@',
  ),
  speaks(
    'UM4026',
    hosted(),
    [
      [
        'exUmContact sa@tailspintoys.com { displayNumber +33199001900  pool fe.tailspintoys.com  ou "OU=UM,DC=tailspintoys,DC=com" }\n',
        '',
      ],
    ],
    'mode crossPremises',
  ),
  isSilent('UM4026', hosted('sfb2019'), [
    [
      'exUmContact sa@tailspintoys.com { displayNumber +33199001900  pool fe.tailspintoys.com  ou "OU=UM,DC=tailspintoys,DC=com" }\n',
      '',
    ],
  ]),
  speaks(
    'UM4027',
    hosted(),
    [
      [
        'sipDomain tailspintoys.com { isDefault true }',
        'sipDomain tailspintoys.com\nsipDomain tailspintoys.lan { isDefault true }',
      ],
    ],
    'tailspintoys.lan',
  ),
  isSilent('UM4027', onPremises(), [
    [
      'sipDomain tailspintoys.com { isDefault true }',
      'sipDomain tailspintoys.com\nsipDomain tailspintoys.lan { isDefault true }',
    ],
  ]),
  speaks(
    'UM4028',
    hosted(),
    [['acceptedDomain tailspintoys.com', 'acceptedDomain tailspintoys.com { domainType externalRelay }']],
    'externalRelay',
  ),
  speaks(
    'UM4029',
    hosted(),
    [
      [
        'hostedVoicemailPolicy global',
        'hostingProvider SfBO { proxyFqdn sipfed.online.lync.com enabled true enabledSharedAddressSpace true hostsOCSUsers true verificationLevel useSourceVerification }\nusers Online { hostingProvider SfBO  zed@tailspintoys.com }\nsipDomain corp.tailspintoys.com\nhostedVoicemailPolicy global',
      ],
      ['provider EXO ', 'provider EXO, SfBO '],
    ],
    'sipDomain corp',
  ),
  isSilent('UM4029', hosted(), [
    ['hostedVoicemailPolicy global', 'sipDomain corp.tailspintoys.com\nhostedVoicemailPolicy global'],
  ]),
  speaks(
    'UM4031',
    hosted(),
    [
      [
        'hostedVoicemailPolicy global',
        'hostingProvider SfBO { proxyFqdn sipfed.online.lync.com enabled true enabledSharedAddressSpace true hostsOCSUsers true verificationLevel useSourceVerification }\nusers Online { hostingProvider SfBO  zed@tailspintoys.com }\nhostedVoicemailPolicy global',
      ],
      ['provider EXO ', 'allowedDomains unset  provider EXO, SfBO '],
    ],
    'tenant tailspintoys',
  ),
  speaks(
    'UM4032',
    hosted(),
    [
      [
        'hostedVoicemailPolicy global',
        'hostingProvider SfBO { proxyFqdn sipfed.online.lync.com enabled true enabledSharedAddressSpace true hostsOCSUsers true verificationLevel useSourceVerification }\nusers Online { hostingProvider SfBO  zed@tailspintoys.com }\nhostedVoicemailPolicy global',
      ],
      ['provider EXO ', 'sharedSipAddressSpace false  provider EXO, SfBO '],
    ],
    'tenant tailspintoys',
  ),
  speaks('UM4033', onPremises('sfb2019', '2019'), [], 'version 2019'),
  speaks(
    'UM4034',
    onPremises('sfb2019', '2010'),
    [['sipDomain', 'dialPlan global { simpleName Paris.tailspintoys.com }\nsipDomain']],
    'version 2010',
  ),
  speaks('UM4034', onPremises('lync2013', '2016'), [], 'version 2016'),
  speaks(
    'UM4035',
    onPremises('lync2010', '2013'),
    [['server lync2010', 'server lync2010 cumulativeUpdate 2']],
    'cumulativeUpdate 2',
  ),
  isSilent('UM4035', onPremises('lync2010', '2013'), [['server lync2010', 'server lync2010 cumulativeUpdate 3']]),
  speaks(
    'UM4036',
    hosted(),
    [
      ['hostingProvider EXO', 'publicProvider Pub { proxyFqdn um.fabrikam.net  enabled true }\nhostingProvider EXO'],
      [
        'hostedVoicemailPolicy global { destination exap.um.outlook.com  organization tailspintoys.onmicrosoft.com }',
        'hostedVoicemailPolicy global { destination exap.um.outlook.com  organization tailspintoys.onmicrosoft.com }\nhostedVoicemailPolicy P { destination um.fabrikam.net  organization fabrikam.net }',
      ],
      ['ann@tailspintoys.com line', 'ann@tailspintoys.com policy P line'],
    ],
    'publicProvider Pub',
  ),
  // UM5
  isSilent('UM5001', hosted(), zone('tailspintoys.com', goodZone)),
  speaks(
    'UM5001',
    hosted(),
    zone('tailspintoys.com', goodZone.replace(/.*federationtls.*\n/, '')),
    'publicDnsZone tailspintoys.com',
  ),
  isSilent('UM5001', onPremises(), zone('tailspintoys.com', `  a lyncdiscover ipv4Address 203.0.113.9`)),
  speaks('UM5002', hosted(), zone('tailspintoys.com', goodZone.replace('port 5061', 'port 443')), '_sipfederationtls'),
  speaks(
    'UM5003',
    hosted(),
    zone('tailspintoys.com', goodZone.replace('_tls port 443', '_tls port 5061')),
    '_sip._tls',
  ),
  isSilent('UM5003', hosted(), [
    ...zone('tailspintoys.com', goodZone.replace('_tls port 443', '_tls port 5061')),
    ['federationRoute true', 'accessPort 5061  federationRoute true'],
  ]),
  speaks(
    'UM5004',
    hosted(),
    zone(
      'tailspintoys.com',
      goodZone.replace('5061 domainName sip.tailspintoys.com', '5061 domainName sip.tailspintoys.net'),
    ),
    '_sipfederationtls',
  ),
  speaks(
    'UM5004',
    hosted(),
    zone('tailspintoys.com', goodZone.replace('  a sip ipv4Address 203.0.113.5\n', '')),
    '_sipfederationtls',
  ),
  speaks(
    'UM5005',
    hosted(),
    zone(
      'tailspintoys.com',
      goodZone.replace(
        '  a sip ipv4Address 203.0.113.5',
        '  cname sip hostNameAlias edge.tailspintoys.com\n  a edge ipv4Address 203.0.113.5',
      ),
    ),
    'cname sip',
  ),
  speaks(
    'UM5006',
    hosted(),
    zone(
      'tailspintoys.com',
      `${goodZone}\n  srv _sipfederationtls._tcp priority 10 port 5061 domainName sip.tailspintoys.com`,
    ),
    '_sipfederationtls',
  ),
  speaks(
    'UM5007',
    hosted(),
    [
      [
        'sipDomain tailspintoys.com',
        `internalDnsZone tailspintoys.com {\n  a fe ipv4Address 10.0.0.1\n  a lyncdiscoverinternal ipv4Address 10.0.0.2\n}\nsipDomain tailspintoys.com`,
      ],
    ],
    'internalDnsZone tailspintoys.com',
  ),
  speaks(
    'UM5008',
    hosted(),
    zone(
      'tailspintoys.com',
      goodZone.replace(
        '  a lyncdiscover ipv4Address 203.0.113.9',
        '  cname lyncdiscover hostNameAlias webdir.online.lync.com',
      ),
    ),
    'cname lyncdiscover',
  ),
  speaks(
    'UM5009',
    hosted(),
    zone('tailspintoys.com', goodZone.replace('  a lyncdiscover ipv4Address 203.0.113.9\n', '')),
    'publicDnsZone tailspintoys.com',
  ),
  isSilent(
    'UM5010',
    hosted(),
    cert(
      'pool edge.tailspintoys.com  usage edgeExternal  subject sip.tailspintoys.com  san sip.tailspintoys.com  publicCA true',
    ),
  ),
  speaks(
    'UM5010',
    hosted(),
    [
      [
        'sipDomain tailspintoys.com',
        `certificate C {\n  pool edge.tailspintoys.com  usage edgeExternal  subject sip.tailspintoys.com  san sip.tailspintoys.com  publicCA true\n}\nsipDomain tailspintoys.eu\nsipDomain tailspintoys.com`,
      ],
    ],
    'san sip.tailspintoys.com',
  ),
  speaks(
    'UM5011',
    hosted(),
    cert(
      'pool edge.tailspintoys.com  usage edgeExternal  subject access.tailspintoys.com  san sip.tailspintoys.com  publicCA true',
    ),
    'certificate C',
  ),
  speaks(
    'UM5012',
    onPremises(),
    cert('umServer um1.tailspintoys.com  usage um  subject "*.tailspintoys.com"  issuer "Tailspin CA"'),
    'certificate C',
  ),
  isSilent(
    'UM5012',
    onPremises(),
    cert(
      'umServer um1.tailspintoys.com  usage um  subject UM1.tailspintoys.com  san "*.tailspintoys.com"  issuer "Tailspin CA"',
    ),
  ),
  speaks(
    'UM5013',
    hosted(),
    cert(
      'pool edge.tailspintoys.com  usage edgeExternal  subject sip.tailspintoys.com  san sip.tailspintoys.com  publicCA false',
    ),
    'certificate C',
  ),
  speaks(
    'UM5018',
    hosted(),
    [['accessFqdn sip.tailspintoys.com', 'accessFqdn sip.tailspintoys.com  webConferencingFqdn SIP.tailspintoys.com']],
    'pool edge.tailspintoys.com',
  ),
  isSilent('UM5018', hosted(), [
    [
      'accessFqdn sip.tailspintoys.com',
      'accessFqdn sip.tailspintoys.com  accessPort 5061  webConferencingFqdn sip.tailspintoys.com  webConferencingPort 444  avFqdn sip.tailspintoys.com',
    ],
  ]),
  // UM6
  speaks('UM6001', onPremises(), [['uriType sipName', 'uriType telExtn']], 'uriType telExtn'),
  speaks('UM6002', onPremises(), [['voIPSecurity secured', 'voIPSecurity sipSecured']], 'sipSecured'),
  speaks('UM6002', onPremises(), [['    voIPSecurity secured\n', '']], 'umDialPlan Paris'),
  isSilent('UM6002', onPremises(), [
    ['voIPSecurity secured', 'voIPSecurity sipSecured'],
    ['exchange Ex', 'mediaConfiguration site:Paris { encryptionLevel doNotSupportEncryption }\nexchange Ex'],
  ]),
  speaks(
    'UM6003',
    onPremises(),
    [['exchange Ex', 'mediaConfiguration global { encryptionLevel doNotSupportEncryption }\nexchange Ex']],
    'voIPSecurity secured',
  ),
  isSilent('UM6003', onPremises(), [
    ['exchange Ex', 'mediaConfiguration global { encryptionLevel supportEncryption }\nexchange Ex'],
  ]),
  speaks(
    'UM6004',
    onPremises(),
    inExchange(
      '  umIPGateway G1 { address fe.tailspintoys.com  umDialPlan Paris }\n  umIPGateway G2 { address 203.0.113.99  umDialPlan Paris }',
    ),
    'umIPGateway G2',
  ),
  isSilent(
    'UM6004',
    onPremises(),
    inExchange(
      '  umIPGateway G1 { address fe.tailspintoys.com  umDialPlan Paris }\n  umIPGateway G2 { address 203.0.113.99  umDialPlan Paris  outcallsAllowed false }',
    ),
  ),
  speaks(
    'UM6004',
    onPremises(),
    inExchange('  umIPGateway G1 { address fe.tailspintoys.com  umDialPlan Paris  outcallsAllowed false }'),
    'umIPGateway G1',
  ),
  speaks(
    'UM6005',
    onPremises(),
    [
      [
        '  pool fe.tailspintoys.com { role',
        '  pool dir.tailspintoys.com { role director }\n  pool fe.tailspintoys.com { role',
      ],
      ...inExchange('  umIPGateway G1 { address dir.tailspintoys.com  umDialPlan Paris }'),
    ],
    'umIPGateway G1',
  ),
  speaks(
    'UM6008',
    onPremises(),
    [['um1.tailspintoys.com { umStartupMode dual', 'um1.tailspintoys.com { umStartupMode tcp']],
    'um1.tailspintoys.com',
  ),
  isSilent('UM6008', onPremises(), [
    ['um1.tailspintoys.com { umStartupMode dual', 'um1.tailspintoys.com { umStartupMode tls'],
  ]),
  speaks(
    'UM6009',
    onPremises(),
    [
      ...inExchange(
        '  umDialPlan Lyon { uriType sipName voIPSecurity secured numberOfDigitsInExtension 4 countryOrRegionCode 33 }',
      ),
      [
        'um2.tailspintoys.com { umStartupMode dual  dialPlans Paris',
        'um2.tailspintoys.com { umStartupMode dual  dialPlans Paris, Lyon',
      ],
    ],
    'um1.tailspintoys.com',
  ),
  isSilent('UM6009', onPremises('lync2013', '2010SP1'), [
    ...inExchange(
      '  umDialPlan Lyon { uriType sipName voIPSecurity secured numberOfDigitsInExtension 4 countryOrRegionCode 33 }\n  umServer um3.tailspintoys.com { umStartupMode dual  dialPlans Lyon }\n  umServer um4.tailspintoys.com { umStartupMode dual  dialPlans Lyon }',
    ),
  ]),
  speaks(
    'UM6010',
    onPremises(),
    [['  umServer um2.tailspintoys.com { umStartupMode dual  dialPlans Paris }\n', '']],
    'umDialPlan Paris',
  ),
  speaks(
    'UM6011',
    onPremises('sfb2015', '2013'),
    [['um2.tailspintoys.com { umStartupMode', 'um2.tailspintoys.com { version 2010SP1  umStartupMode']],
    'umDialPlan Paris',
  ),
  isSilent('UM6011', onPremises('sfb2015', '2013'), [
    ['um2.tailspintoys.com { umStartupMode', 'um2.tailspintoys.com { version 2016  umStartupMode'],
  ]),
  speaks(
    'UM6012',
    onPremises('lync2013', '2010'),
    [['exchange Ex', 'dialPlan global { simpleName Paris }\nexchange Ex']],
    'dialPlan global',
  ),
  isSilent('UM6012', onPremises('lync2013', '2010SP1'), [
    ['exchange Ex', 'dialPlan global { simpleName Paris }\nexchange Ex'],
  ]),
  speaks(
    'UM6013',
    onPremises(),
    [['role standardEdition', 'role standardEdition  computers fe.tailspintoys.com, um2.tailspintoys.com']],
    'umServer um2',
  ),
  speaks(
    'UM6014',
    onPremises(),
    [
      [
        '  pool fe.tailspintoys.com { role',
        '  pool um2.tailspintoys.com { role trustedApplication }\n  pool fe.tailspintoys.com { role',
      ],
    ],
    'pool um2.tailspintoys.com',
  ),
  speaks(
    'UM6015',
    onPremises(),
    inExchange(
      '  umIPGateway G1 { address fe.tailspintoys.com  umDialPlan Paris }\n  umHuntGroup H1 { umDialPlan Paris  umIPGateway G1  pilotIdentifier Lyon }',
    ),
    'umHuntGroup H1',
  ),
  speaks(
    'UM6017',
    onPremises(),
    inExchange(
      '  umIPGateway G1 { address fe.tailspintoys.com  umDialPlan Paris  messageWaitingIndicatorAllowed false }',
    ),
    'umIPGateway G1',
  ),
  isSilent(
    'UM6017',
    onPremises(),
    inExchange(
      '  umIPGateway G1 { address fe.tailspintoys.com  umDialPlan Paris  messageWaitingIndicatorAllowed false }\n  umMailboxPolicy "Paris Default Policy" { umDialPlan Paris  allowMessageWaitingIndicator false }',
    ),
  ),
  speaks(
    'UM6018',
    onPremises(),
    [['  forest tailspintoys.com\n  umServer um1', '  forest litware.com\n  umServer um1']],
    'forest litware.com',
  ),
  isSilent('UM6018', onPremises(), [
    ['  forest tailspintoys.com\n  umServer um1', '  forest litware.com\n  mutualTrust true\n  umServer um1'],
  ]),
  speaks(
    'UM6019',
    onPremises(),
    [
      [
        'exchange Ex',
        'branchSite Lyon { centralSite Paris  pool sba.tailspintoys.com { role survivableBranch } }\nexchange Ex',
      ],
      ['dan@tailspintoys.com line', 'dan@tailspintoys.com pool sba.tailspintoys.com line'],
    ],
    'pool sba.tailspintoys.com',
  ),
  speaks(
    'UM6021',
    onPremises(),
    [...inExchange('  umAutoAttendant Front { umDialPlan Paris  pilotIdentifierList +33199001990 }')],
    'umAutoAttendant Front',
  ),
  speaks(
    'UM6022',
    onPremises(),
    [
      ...inExchange(
        '  umDialPlan Fax { uriType telExtn voIPSecurity unsecured numberOfDigitsInExtension 4 countryOrRegionCode 33 }',
      ),
      [
        'um1.tailspintoys.com { umStartupMode dual  dialPlans Paris',
        'um1.tailspintoys.com { umStartupMode dual  dialPlans Paris, Fax',
      ],
    ],
    'um1.tailspintoys.com',
  ),
  speaks(
    'UM6024',
    onPremises(),
    [
      [
        'forest tailspintoys.com }',
        'forest tailspintoys.com  senderSipAddress cat@tailspintoys.com  receiverSipAddress sip:CAT@tailspintoys.com }',
      ],
    ],
    'deployment',
  ),
  // UM7
  speaks(
    'UM7001',
    mixed(),
    withWaves(
      'wave A { date 2013-01-01  move cat@tailspintoys.com to hosted }\nwave B { date 2013-02-01  move every user in group Plant to hosted }',
    ),
    'wave B',
  ),
  isSilent(
    'UM7001',
    mixed(),
    withWaves(
      'wave A { date 2013-01-01  move cat@tailspintoys.com to hosted }\nwave B { date 2013-02-01  move every user with mailbox local to hosted }',
    ),
  ),
  isSilent('UM7001', mixed(), [
    ...withWaves(
      'wave A { date 2013-01-01  move cat@tailspintoys.com to pool fe2.tailspintoys.com }\nwave B { date 2013-02-01  move cat@tailspintoys.com to hosted }',
    ),
    [
      '  pool fe.tailspintoys.com { role',
      '  pool fe2.tailspintoys.com { role standardEdition  edgePool edge.tailspintoys.com }\n  pool fe.tailspintoys.com { role',
    ],
  ]),
  speaks(
    'UM7004',
    mixed(),
    withWaves(
      'wave A { date 2013-01-01  move cat@tailspintoys.com to hosted }\nwave B { date 2013-02-01  move dan@tailspintoys.com to hosted\n move sal@tailspintoys.com to hosted }',
    ),
    'wave A',
  ),
  speaks(
    'UM7005',
    mixed(),
    [
      ...withWaves(
        'wave A { date 2013-01-01  move cat@tailspintoys.com to hosted }\nwave B { date 2013-02-01  move dan@tailspintoys.com to hosted }',
      ),
      ['cat@tailspintoys.com line', 'cat@tailspintoys.com delegates dan@tailspintoys.com line'],
    ],
    'delegates dan',
  ),
  speaks(
    'UM7006',
    mixed(),
    [['forest tailspintoys.com }', 'forest tailspintoys.com  transitional true }']],
    'transitional true',
  ),
  isSilent('UM7006', mixed(), [['forest tailspintoys.com }', 'forest tailspintoys.com  transitional false }']]),
  speaks(
    'UM7007',
    mixed(),
    withWaves('wave A { date 2013-01-01  hostedVoiceMail before  move cat@tailspintoys.com to hosted }'),
    'wave A',
  ),
  speaks(
    'UM7009',
    mixed(),
    [['provider EXO ', 'exchangeHybridWriteback true  azureADConnectVersion 1.1.900.0  provider EXO ']],
    'tenant tailspintoys',
  ),
  isSilent('UM7009', mixed(), [
    ['provider EXO ', 'exchangeHybridWriteback true  azureADConnectVersion 1.2.65.0  provider EXO '],
  ]),
  speaks(
    'UM8009',
    mixed(),
    [
      [
        'hostedVoicemailPolicy global',
        'hostedVoicemailPolicy site:Lyon { destination exap.um.outlook.com  organization lyon.onmicrosoft.com }\nsite Lyon { siteId 2  pool fe2.tailspintoys.com { role standardEdition  edgePool edge.tailspintoys.com } }\nhostedVoicemailPolicy global',
      ],
      ...withWaves('wave A { date 2013-01-01  move ann@tailspintoys.com to pool fe2.tailspintoys.com }'),
    ],
    'wave A',
  ),
  speaks(
    'UM8013',
    mixed(),
    [
      [
        'site Paris {',
        'site Lyon { siteId 2  pool fe2.tailspintoys.com { role standardEdition  edgePool edge.tailspintoys.com } }\nsite Paris {',
      ],
      ...withWaves('wave A { date 2013-01-01  move sa@tailspintoys.com to pool fe2.tailspintoys.com }'),
    ],
    'wave A',
  ),
  // CSV users
  isSilent(
    'UM0012',
    hosted(),
    withCsv,
    'SipAddress,LineURI,HostedVoiceMail\nann@tailspintoys.com,tel:+33199001001,True\nbob@tailspintoys.com,tel:+33199001002,\n',
  ),
  speaks(
    'UM3002',
    hosted(),
    withCsv,
    'staff.csv:3',
    'SipAddress,LineURI\nann@tailspintoys.com,tel:+33199001001\nbob@tailspintoys.com,+33199001001\n',
  ),
  speaks(
    'UM4012',
    hosted(),
    withCsv,
    'staff.csv:3',
    'SipAddress,LineURI,EnterpriseVoiceEnabled\nann@tailspintoys.com,tel:+33199001001,True\nbob@tailspintoys.com,+33199001009,False\n',
  ),
  speaks(
    'UM2010',
    hosted(),
    withCsv,
    'staff.csv:2',
    'SipAddress,LineURI,HostedVoicemailPolicy\nann@tailspintoys.com,tel:+33199001001,Nope\nbob@tailspintoys.com,+33199001009,\n',
  ),
  speaks(
    'UM4014',
    hosted(),
    withCsv,
    'staff.csv:2',
    'SipAddress,LineURI,HostedVoiceMail,ExchangeHostedVoiceMail\nann@tailspintoys.com,tel:+33199001001,1,0\nbob@tailspintoys.com,+33199001009,1,\n',
  ),
  speaks(
    'UM1010',
    hosted(),
    withCsv,
    'staff.csv:2',
    'SipAddress,LineURI\nann@tailspintoys.com,33199001001\nbob@tailspintoys.com,+33199001009\n',
  ),
  speaks(
    'UM4019',
    mixed(),
    [
      ['users Staff {\n  pool fe.tailspintoys.com\n', 'users Staff {\n  csv "staff.csv"\n  pool fe.tailspintoys.com\n'],
      ['  ann@tailspintoys.com line +33199001001\n  bob@tailspintoys.com line +33199001002;ext=1002\n', ''],
    ],
    'staff.csv:3',
    'SipAddress,LineURI,MailboxLocation,HostedVoiceMail\nann@tailspintoys.com,+33199001001,hosted,True\nbob@tailspintoys.com,+33199001009,hosted,unset\n',
  ),
];
