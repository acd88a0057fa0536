import { before, type Changes, hosted, isSilent, mixed, onPremises, type Row, speaks } from './bases';

const ex2 = `exchange Two {
  version 2016
  forest tailspintoys.com
  umServer um8.tailspintoys.com { umStartupMode dual  dialPlans Paris }
  umServer um9.tailspintoys.com { umStartupMode dual  dialPlans Paris }
  umDialPlan Paris { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 33  accessTelephoneNumbers +33199001902 }
  umMailboxPolicy Strict { umDialPlan Paris  minPINLength 8 }
}
users Second {
  pool fe.tailspintoys.com
  exchange Two
  umDialPlan Paris
  eve@tailspintoys.com line +33199001005 extensions 10005
  fay@tailspintoys.com line +33199001006 extensions 10006
}`;

const two: Changes = [
  ...before('exUmContact sal', ex2),
  ['  umDialPlan Paris\n  mailbox local', '  umDialPlan Ex\\Paris\n  mailbox local'],
  ['ou "OU=UM,DC=tailspintoys,DC=com"  umDialPlan Paris', 'ou "OU=UM,DC=tailspintoys,DC=com"  umDialPlan Ex\\Paris'],
];

const withWaves = (t: string): Changes => before('exUmContact sal', t);

/** More of it: two organizations with plans of one name, the versions, waves. */
export const second: readonly Row[] = [
  isSilent('UM0009', onPremises(), two),
  speaks('UM1019', onPremises(), [...two, ['extensions 10006', 'extensions 1006']], 'fay@tailspintoys.com'),
  speaks(
    'UM1020',
    onPremises(),
    [...two, ['extensions 10006', 'extensions 10006 umMailboxPolicy Strict pinLength 7']],
    'fay@tailspintoys.com',
  ),
  speaks(
    'UM2022',
    onPremises(),
    [...two, ['extensions 10006', 'extensions 10006 sipResourceIdentifier x@tailspintoys.com']],
    'fay@tailspintoys.com',
  ),
  speaks('UM3010', onPremises(), [...two, ['extensions 10006', 'extensions 10005']], 'fay@tailspintoys.com'),
  isSilent('UM3010', onPremises(), [
    ...two,
    ['numberOfDigitsInExtension 5', 'numberOfDigitsInExtension 4'],
    ['extensions 10005', 'extensions 1003'],
    ['extensions 10006', 'extensions 1004'],
  ]),
  speaks(
    'UM6002',
    onPremises(),
    [
      ...two,
      [
        'umDialPlan Paris { uriType sipName  voIPSecurity secured',
        'umDialPlan Paris { uriType sipName  voIPSecurity sipSecured',
      ],
    ],
    'umDialPlan Paris { uriType',
  ),
  speaks(
    'UM6010',
    onPremises(),
    [...two, ['  umServer um8.tailspintoys.com { umStartupMode dual  dialPlans Paris }\n', '']],
    'umDialPlan Paris { uriType',
  ),
  speaks(
    'UM2016',
    onPremises(),
    [...two, ['extensions 10006', 'extensions 10006 umMailboxPolicy Nope']],
    'fay@tailspintoys.com',
  ),
  speaks(
    'UM2019',
    onPremises(),
    [
      ...two,
      ...before(
        'exUmContact sal',
        'exUmContact sa2@tailspintoys.com { tool ocsUmUtil  displayNumber +33199001977  pool fe.tailspintoys.com  ou "OU=UM,DC=tailspintoys,DC=com"  umDialPlan Two\\Paris }',
      ),
    ],
    'exUmContact sa2',
  ),
  // 2
  speaks('UM2012', hosted(), [['bob@tailspintoys.com', 'bob@tailspintoys.eu']], 'bob@tailspintoys.eu'),
  speaks(
    'UM2012',
    hosted(),
    before(
      'exUmContact sa',
      'hostedVoicemailPolicy Mine { destination exap.um.outlook.com organization tailspintoys.onmicrosoft.com }\nusers Third { pool fe.tailspintoys.com policy Mine\n  zoe@sub.tailspintoys.com line +33199001088 }',
    ),
    'zoe@sub',
  ),
  speaks(
    'UM3001',
    hosted(),
    [
      ...before(
        'hostedVoicemailPolicy global',
        'hostingProvider SfBO { proxyFqdn sipfed.online.lync.com enabled true enabledSharedAddressSpace true hostsOCSUsers true verificationLevel useSourceVerification }\nusers Online {\n hostingProvider SfBO\n  ann@tailspintoys.com\n}',
      ),
      ['provider EXO ', 'provider EXO, SfBO '],
    ],
    'ann@tailspintoys.com line',
  ),
  speaks(
    'UM3004',
    hosted(),
    before(
      'exUmContact sa',
      'exUmContact aa@tailspintoys.com { displayNumber +33199001900  pool fe.tailspintoys.com  ou "OU=UM,DC=tailspintoys,DC=com"  autoAttendant true }',
    ),
    'exUmContact sa@',
  ),
  speaks('UM3007', hosted(), [['{ isDefault true }', '']], 'sipDomain tailspintoys.com'),
  speaks('UM3007', hosted(), before('site Paris', 'sipDomain tailspintoys.eu { isDefault true }'), 'tailspintoys.eu'),
  speaks(
    'UM3011',
    mixed(),
    before(
      'exUmContact sal',
      'exUmContact sa@tailspintoys.com { tool ocsUmUtil  displayNumber +33199001900  pool fe.tailspintoys.com  ou "OU=UM,DC=tailspintoys,DC=com"  umDialPlan Paris }',
    ),
    'exUmContact sa@tailspintoys.com { tool',
  ),
  speaks('UM3008', hosted(), before('site Paris', 'sipDomain TAILSPINTOYS.com'), 'TAILSPINTOYS.com'),
  speaks(
    'UM3009',
    hosted(),
    before(
      'users Staff',
      'hostedVoicemailPolicy GLOBAL { destination exap.um.outlook.com  organization tailspintoys.onmicrosoft.com }',
    ),
    'GLOBAL',
  ),
  speaks(
    'UM3005',
    hosted(),
    before('users Staff', 'publicProvider exo { proxyFqdn im.example.com }'),
    'publicProvider exo',
  ),
  speaks(
    'UM3006',
    hosted(),
    before('users Staff', 'publicProvider Other { proxyFqdn EXAP.um.outlook.com }'),
    'publicProvider Other',
  ),
  speaks(
    'UM3012',
    hosted(),
    before('users Staff', 'allowedDomain litware.com\nblockedDomain LITWARE.com'),
    'LITWARE.com',
  ),
  speaks(
    'UM3014',
    hosted(),
    [
      [
        '  pool edge.tailspintoys.com { role edge',
        '  pool edge2.tailspintoys.com { role edge  accessFqdn sip2.tailspintoys.com  federationRoute true }\n  pool edge.tailspintoys.com { role edge',
      ],
    ],
    'pool edge.tailspintoys.com',
  ),
  // 4
  speaks(
    'UM4013',
    hosted(),
    [['bob@tailspintoys.com line', 'bob@tailspintoys.com audioVideoDisabled true line']],
    'bob@tailspintoys.com',
  ),
  speaks(
    'UM4004',
    hosted(),
    [['useDnsSrvRouting true', 'defaultRouteFqdn sip.tailspintoys.com']],
    'accessEdgeConfiguration',
  ),
  speaks('UM4006', hosted(), [['enablePartnerDiscovery false', 'enablePartnerDiscovery true']], 'accessEdge'),
  speaks('UM4010', hosted(), [], 'hostedVoicemailPolicy global'),
  speaks(
    'UM4017',
    mixed(),
    [['ann@tailspintoys.com line', 'ann@tailspintoys.com umDialPlan Paris line']],
    'ann@tailspintoys.com',
  ),
  speaks(
    'UM4025',
    hosted(),
    before(
      'users Staff',
      'hostedVoicemailPolicy Spare { destination exap.um.outlook.com organization tailspintoys.onmicrosoft.com }',
    ),
    'hostedVoicemailPolicy Spare',
  ),
  isSilent('UM4025', mixed(), [
    ...before(
      'users Staff',
      'hostedVoicemailPolicy Spare { destination exap.um.outlook.com organization tailspintoys.onmicrosoft.com }',
    ),
    ...before('exUmContact sal', 'wave A { date 2013-01-01 move cat@tailspintoys.com to hosted policy Spare }'),
  ]),
  isSilent('UM4025', hosted(), [
    ...before(
      'users Staff',
      'hostedVoicemailPolicy Spare { destination exap.um.outlook.com organization tailspintoys.onmicrosoft.com }',
    ),
    ['+33199001900  pool', '+33199001900  policy Spare  pool'],
  ]),
  speaks(
    'UM4030',
    hosted(),
    [
      ...before(
        'hostedVoicemailPolicy global',
        'hostingProvider SfBO { proxyFqdn sipfed.online.lync.com enabled true enabledSharedAddressSpace true hostsOCSUsers true verificationLevel useSourceVerification }\nusers Online { hostingProvider SfBO  zed@tailspintoys.com }\ntenant second.onmicrosoft.com { provider SfBO  acceptedDomain tailspintoys.com }',
      ),
      ['provider EXO ', 'provider EXO, SfBO '],
    ],
    'tenant second.onmicrosoft.com',
  ),
  speaks(
    'UM4038',
    hosted(),
    [
      ...before(
        'hostedVoicemailPolicy global',
        'tenant two.onmicrosoft.com { provider EXO  acceptedDomain tailspintoys.com }',
      ),
      ['organization tailspintoys.onmicrosoft.com', 'organization tailspintoys.onmicrosoft.com, two.onmicrosoft.com'],
    ],
    'two.onmicrosoft.com',
  ),
  speaks(
    'UM4037',
    mixed(),
    [
      ['provider EXO ', 'voicemailService exchangeUM  provider EXO '],
      ...before('exUmContact sal', 'wave A { date 2020-06-01 move cat@tailspintoys.com to hosted }'),
    ],
    'wave A',
  ),
  isSilent('UM4037', mixed(), [
    ['provider EXO ', 'voicemailService cloudVoicemail  provider EXO '],
    ...before('exUmContact sal', 'wave A { date 2020-06-01 move cat@tailspintoys.com to hosted }'),
  ]),
  speaks(
    'UM4034',
    mixed('sfb2015', '2016'),
    [
      ...before(
        'users Staff',
        'exchange New { version 2019 }\nusers N { pool fe.tailspintoys.com mailbox local exchange New\n  nat@tailspintoys.com line +33199001055 }',
      ),
    ],
    'users N',
  ),
  speaks(
    'UM4033',
    mixed('sfb2019', '2016'),
    [
      ...before(
        'users Staff',
        'exchange New { version 2019 }\nusers N { pool fe.tailspintoys.com mailbox local exchange New\n  nat@tailspintoys.com line +33199001055 }',
      ),
    ],
    'users N',
  ),
  isSilent('UM4033', mixed('sfb2019', '2016'), [
    ...before(
      'users Staff',
      'exchange New { version 2019 }\nusers N { pool fe.tailspintoys.com mailbox local exchange New enableCloudVoiceMail true\n  nat@tailspintoys.com line +33199001055 }',
    ),
  ]),
  speaks(
    'UM4020',
    onPremises(),
    [['cat@tailspintoys.com line', 'cat@tailspintoys.com hostedVoiceMail true line']],
    'cat@tailspintoys.com',
  ),
  speaks(
    'UM4018',
    hosted(),
    [['ann@tailspintoys.com line', 'ann@tailspintoys.com exchangeHostedVoiceMail false line']],
    'ann@tailspintoys.com',
  ),
  speaks(
    'UM4007',
    hosted(),
    [
      [
        `hostingProvider EXO {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}
`,
        '',
      ],
      ['provider EXO  ', ''],
    ],
    'mode crossPremises',
  ),
  speaks(
    'UM4022',
    hosted(),
    [
      [
        'hostedVoicemailPolicy global {',
        'hostedVoicemailPolicy Empty { description x }\nhostedVoicemailPolicy global {',
      ],
      ['+33199001900  pool', '+33199001900  policy Empty  pool'],
    ],
    'exUmContact sa@',
  ),
  // 1
  speaks('UM1001', hosted(), before('users Staff', 'allowedDomain partner_x.com'), 'partner_x'),
  speaks(
    'UM1002',
    hosted(),
    [['destination exap.um.outlook.com', 'destination "exap.um.outlook.com/"']],
    'destination',
  ),
  speaks(
    'UM1004',
    hosted(),
    [['organization tailspintoys.onmicrosoft.com', 'organization "tailspintoys.onmicrosoft.com, b.onmicrosoft.com"']],
    'organization',
  ),
  speaks(
    'UM1005',
    hosted(),
    [
      [
        'organization tailspintoys.onmicrosoft.com',
        'organization tailspintoys.onmicrosoft.com, TAILSPINTOYS.onmicrosoft.com',
      ],
    ],
    'organization',
  ),
  speaks('UM1008', hosted(), [['+33199001001', '"+33 1 99 00 10 01"']], 'ann@tailspintoys.com'),
  speaks('UM1008', hosted(), [['+33199001002;ext=1002', '+33199001002;ext=10a2']], 'bob@tailspintoys.com'),
  speaks('UM1009', hosted(), [['+33199001001', '+3319900100100000']], 'ann@tailspintoys.com'),
  isSilent('UM1009', hosted(), [['+33199001001', '+331990010010000']]),
  speaks('UM1011', hosted(), [['displayNumber +33199001900', 'displayNumber 0199001900']], 'displayNumber'),
  isSilent('UM1011', hosted(), [['displayNumber +33199001900', 'displayNumber 33199001900']]),
  speaks(
    'UM1013',
    onPremises(),
    [
      [
        '  umDialPlan Paris {',
        '  umDialPlan ' +
          'P'.repeat(50) +
          ' { uriType sipName voIPSecurity secured numberOfDigitsInExtension 4 countryOrRegionCode 33 }\n  umDialPlan Paris {',
      ],
      [
        'um1.tailspintoys.com { umStartupMode dual  dialPlans Paris',
        `um1.tailspintoys.com { umStartupMode dual  dialPlans Paris, ${'P'.repeat(50)}`,
      ],
      [
        'um2.tailspintoys.com { umStartupMode dual  dialPlans Paris',
        `um2.tailspintoys.com { umStartupMode dual  dialPlans Paris, ${'P'.repeat(50)}`,
      ],
    ],
    'umDialPlan PPP',
  ),
  isSilent('UM1013', onPremises(), [
    [
      '  umDialPlan Paris {',
      '  umDialPlan ' +
        'P'.repeat(49) +
        ' { uriType sipName voIPSecurity secured numberOfDigitsInExtension 4 countryOrRegionCode 33 }\n  umDialPlan Paris {',
    ],
    [
      'um1.tailspintoys.com { umStartupMode dual  dialPlans Paris',
      `um1.tailspintoys.com { umStartupMode dual  dialPlans Paris, ${'P'.repeat(49)}`,
    ],
    [
      'um2.tailspintoys.com { umStartupMode dual  dialPlans Paris',
      `um2.tailspintoys.com { umStartupMode dual  dialPlans Paris, ${'P'.repeat(49)}`,
    ],
  ]),
  speaks(
    'UM1015',
    onPremises(),
    [
      [
        '  umDialPlan Paris {',
        '  umAutoAttendant "Front Desk" { umDialPlan Paris  status enabled  pilotIdentifierList +33199001990 }\n  umDialPlan Paris {',
      ],
    ],
    'Front Desk',
  ),
  speaks(
    'UM1016',
    onPremises(),
    [['  umDialPlan Paris {', `  umMailboxPolicy ${'M'.repeat(65)} { umDialPlan Paris }\n  umDialPlan Paris {`]],
    'umMailboxPolicy MMM',
  ),
  isSilent('UM1016', onPremises(), [
    ['  umDialPlan Paris {', `  umMailboxPolicy ${'M'.repeat(64)} { umDialPlan Paris }\n  umDialPlan Paris {`],
  ]),
  speaks('UM1018', onPremises(), [['    countryOrRegionCode 33\n', '']], 'umDialPlan Paris'),
  speaks('UM1028', hosted(), [['"OU=UM,DC=tailspintoys,DC=com"', '"tailspintoys.com/UM"']], 'tailspintoys.com/UM'),
  speaks(
    'UM1030',
    hosted(),
    [
      ...before(
        'users Staff',
        'hostedVoicemailPolicy service:Registrar:fe.tailspintoys.com { destination exap.um.outlook.com organization tailspintoys.onmicrosoft.com }',
      ),
    ],
    'service:Registrar',
  ),
  speaks(
    'UM8008',
    hosted(),
    [['hostedVoicemailPolicy global {', 'hostedVoicemailPolicy global { tenant 11111111-2222-3333-4444-555555555555 ']],
    'tenant 1111',
  ),
  speaks(
    'UM8007',
    hosted(),
    [
      ...before(
        'users Staff',
        'hostedVoicemailPolicy Mine { destination exap.um.outlook.com organization tailspintoys.onmicrosoft.com }',
      ),
      ['ann@tailspintoys.com line', 'ann@tailspintoys.com policy Tag:Mine line'],
    ],
    'ann@tailspintoys.com',
  ),
  // 2 more
  speaks(
    'UM2009',
    hosted(),
    before(
      'users Staff',
      'hostedVoicemailPolicy site:Pariss { destination exap.um.outlook.com organization tailspintoys.onmicrosoft.com }',
    ),
    'site:Pariss',
  ),
  isSilent('UM2009', hosted(), [
    ...before(
      'users Staff',
      'branchSite "Le Havre" { centralSite Paris  pool sba.tailspintoys.com { role survivableBranch  edgePool edge.tailspintoys.com } }\nhostedVoicemailPolicy "site:le havre" { destination exap.um.outlook.com organization tailspintoys.onmicrosoft.com }',
    ),
    ['bob@tailspintoys.com line', 'bob@tailspintoys.com pool sba.tailspintoys.com line'],
  ]),
  speaks(
    'UM2011',
    hosted(),
    [['ann@tailspintoys.com line', 'ann@tailspintoys.com policy global line']],
    'ann@tailspintoys.com',
  ),
  speaks(
    'UM2011',
    hosted(),
    [
      ['+33199001900  pool', '+33199001900  policy site:Paris  pool'],
      [
        'hostedVoicemailPolicy global',
        'hostedVoicemailPolicy site:Paris { destination exap.um.outlook.com organization tailspintoys.onmicrosoft.com }\nhostedVoicemailPolicy global',
      ],
    ],
    'exUmContact sa@',
  ),
  speaks(
    'UM2015',
    onPremises(),
    [['  umDialPlan Paris {', '  umMailboxPolicy Alone { minPINLength 7 }\n  umDialPlan Paris {']],
    'umMailboxPolicy Alone',
  ),
  speaks(
    'UM2017',
    onPremises(),
    [
      [
        '  umDialPlan Paris {',
        '  umHuntGroup H { umDialPlan Paris  umIPGateway None  pilotIdentifier Paris }\n  umDialPlan Paris {',
      ],
    ],
    'umHuntGroup H',
  ),
  speaks(
    'UM2023',
    hosted(),
    [
      ['destination exap.um.outlook.com  organization tailspintoys.onmicrosoft.com', 'destination um.fabrikam.net'],
      ['proxyFqdn exap.um.outlook.com', 'proxyFqdn um.fabrikam.net'],
    ],
    'hostedVoicemailPolicy global',
  ),
  speaks('UM2005', hosted(), [['  enabled true\n', '  enabled true\n  isLocal true\n']], 'isLocal'),
  speaks('UM2006', hosted(), [['  verificationLevel useSourceVerification\n', '']], 'hostingProvider EXO'),
  speaks('UM2003', hosted(), [['  enabledSharedAddressSpace true\n', '']], 'hostingProvider EXO'),
  speaks(
    'UM2021',
    onPremises(),
    before('exchange Ex', 'voicemailReroutingConfiguration global { subscriberAccessNumber +33199001901 }'),
    'voicemailRerouting',
  ),
  // 6
  speaks(
    'UM6020',
    onPremises(),
    [
      ...before(
        'exchange Ex',
        'voicemailReroutingConfiguration global { enabled true  autoAttendantNumber +33199001990 }',
      ),
      [
        '  umDialPlan Paris {',
        '  umAutoAttendant Front { umDialPlan Paris  status enabled  pilotIdentifierList +33199001990 }\n  umDialPlan Paris {',
      ],
      ...before(
        'exUmContact sal',
        'exUmContact aa@tailspintoys.com { tool ocsUmUtil  displayNumber +33199001990  pool fe.tailspintoys.com  ou "OU=UM,DC=tailspintoys,DC=com"  umDialPlan Paris  autoAttendant true }',
      ),
    ],
    'umAutoAttendant Front',
  ),
  speaks(
    'UM6006',
    onPremises(),
    [
      [
        '  pool fe.tailspintoys.com { role',
        '  pool be.tailspintoys.com { role standardEdition }\n  pool fe.tailspintoys.com { role',
      ],
      ...before('exchange Ex', 'site Lyon { siteId 2  pool ly.tailspintoys.com { role standardEdition } }'),
      [
        '  umDialPlan Paris {',
        '  umIPGateway G1 { address ly.tailspintoys.com  umDialPlan Paris }\n  umDialPlan Paris {',
      ],
    ],
    'umIPGateway G1',
  ),
  speaks(
    'UM6016',
    onPremises(),
    [
      [
        '  umDialPlan Paris {',
        '  umDialPlan Lyon { uriType sipName voIPSecurity secured numberOfDigitsInExtension 4 countryOrRegionCode 33 }\n  umIPGateway G1 { address fe.tailspintoys.com  umDialPlan Paris }\n  umHuntGroup H1 { umDialPlan Paris  umIPGateway G1  pilotIdentifier Paris }\n  umHuntGroup H2 { umDialPlan Lyon  umIPGateway G1 }\n  umDialPlan Paris {',
      ],
      [
        'um1.tailspintoys.com { umStartupMode dual  dialPlans Paris',
        'um1.tailspintoys.com { umStartupMode dual  dialPlans Paris, Lyon',
      ],
      [
        'um2.tailspintoys.com { umStartupMode dual  dialPlans Paris',
        'um2.tailspintoys.com { umStartupMode dual  dialPlans Paris, Lyon',
      ],
    ],
    'umIPGateway G1',
  ),
  speaks(
    'UM6012',
    onPremises('lync2013', '2007SP1'),
    before(
      'exchange Ex',
      'dialPlan global { simpleName Paris.tailspintoys.com }\ndialPlan site:Paris { simpleName Lutetia }',
    ),
    'dialPlan site:Paris',
  ),
  speaks(
    'UM6012',
    onPremises('lync2013', '2007SP1'),
    [
      ...before(
        'exchange Ex',
        'dialPlan global { simpleName Paris.tailspintoys.com }\ndialPlan service:Registrar:fe.tailspintoys.com { simpleName Lutetia }',
      ),
    ],
    'dialPlan service',
  ),
  isSilent('UM6012', onPremises('lync2013', '2007SP1'), [
    ...before('exchange Ex', 'dialPlan global { simpleName x.y }'),
    ...before('exchange Ex', 'dialPlan site:Paris { simpleName paris.TAILSPINTOYS.com }'),
  ]),
  // 5
  speaks(
    'UM5014',
    onPremises(),
    [
      ['role standardEdition', 'role standardEdition  trustedRootCAs "Tailspin CA"'],
      ...before(
        'sipDomain tailspintoys.com',
        'certificate C { umServer um1.tailspintoys.com  usage um  subject um1.tailspintoys.com  issuer "Other CA" }',
      ),
    ],
    'trustedRootCAs',
  ),
  isSilent('UM5014', onPremises(), [
    ['role standardEdition', 'role standardEdition  trustedRootCAs "Tailspin CA", "Other CA"'],
    ...before(
      'sipDomain tailspintoys.com',
      'certificate C { umServer um1.tailspintoys.com  usage um  subject um1.tailspintoys.com  issuer "other ca" }',
    ),
  ]),
  speaks(
    'UM5012',
    onPremises(),
    before(
      'sipDomain tailspintoys.com',
      'certificate C { umServer um1.tailspintoys.com  usage um  subject um1.tailspintoys.com  isSelfSigned true }',
    ),
    'certificate C',
  ),
  speaks(
    'UM5016',
    onPremises(),
    before(
      'sipDomain tailspintoys.com',
      'firewall F {\n  allow from frontEnd to umServer protocol tcp ports 5061, 5063, 5066\n}',
    ),
    'allow from frontEnd',
  ),
  speaks(
    'UM5017',
    hosted(),
    before(
      'sipDomain tailspintoys.com',
      'firewall F {\n  allow from internet to accessEdge protocol tcp ports 443, 5061\n  allow from accessEdge to internet protocol tcp ports 5061 address 52.112.0.1\n  allow from internet to avEdge protocol tcp ports 443\n  allow from internet to avEdge protocol udp ports 3478\n  allow from avEdge to internet protocol tcp ports 443, 50000-59999\n  allow from avEdge to internet protocol udp ports 3478, 50000-59999\n}',
    ),
    'address 52',
  ),
  speaks(
    'UM5015',
    hosted(),
    before(
      'sipDomain tailspintoys.com',
      'firewall F {\n  allow from internet to accessEdge protocol tcp ports 443, 5061\n  allow from accessEdge to internet protocol tcp ports 5061\n  allow from internet to avEdge protocol tcp ports 443\n  allow from internet to avEdge protocol udp ports 3478\n  allow from avEdge to internet protocol tcp ports 443, 50000-59999\n  allow from avEdge to internet protocol udp ports 3478\n}',
    ),
    'firewall F',
  ),
  // 7
  speaks(
    'UM7002',
    mixed(),
    [
      ['hostedVoicemailPolicy global', 'hostedVoicemailPolicy Cloud'],
      ['  mailbox hosted', '  mailbox hosted\n  policy Cloud'],
      ['+33199001900  pool', '+33199001900  policy Cloud  pool'],
      ...withWaves('wave A { date 2013-01-01\n  move cat@tailspintoys.com to hosted\n}'),
    ],
    'move cat',
  ),
  isSilent('UM7002', mixed(), [
    ['hostedVoicemailPolicy global', 'hostedVoicemailPolicy Cloud'],
    ['  mailbox hosted', '  mailbox hosted\n  policy Cloud'],
    ['+33199001900  pool', '+33199001900  policy Cloud  pool'],
    ...withWaves('wave A { date 2013-01-01\n  move cat@tailspintoys.com to hosted policy Cloud\n}'),
  ]),
  speaks(
    'UM7003',
    mixed(),
    [
      [
        'provider EXO  acceptedDomain tailspintoys.com',
        'provider EXO  acceptedDomain tailspintoys.com  umDialPlan Cloud { uriType sipName voIPSecurity secured numberOfDigitsInExtension 4 countryOrRegionCode 33  accessTelephoneNumbers +33199001900 }\n umMailboxPolicy Pol { umDialPlan Cloud }',
      ],
      ...withWaves('wave A { date 2013-01-01\n  move cat@tailspintoys.com to hosted\n}'),
    ],
    'move cat',
  ),
  isSilent('UM7003', mixed(), [
    [
      'provider EXO  acceptedDomain tailspintoys.com',
      'provider EXO  acceptedDomain tailspintoys.com  umDialPlan Cloud { uriType sipName voIPSecurity secured numberOfDigitsInExtension 4 countryOrRegionCode 33  accessTelephoneNumbers +33199001900 }\n umMailboxPolicy Pol { umDialPlan Cloud  sourceForestPolicyNames "paris default policy" }',
    ],
    ...withWaves('wave A { date 2013-01-01\n  move cat@tailspintoys.com to hosted\n}'),
  ]),
  isSilent('UM7005', mixed(), [
    ...withWaves('wave A { date 2013-01-01  move cat@tailspintoys.com, dan@tailspintoys.com to hosted }'),
    ['cat@tailspintoys.com line', 'cat@tailspintoys.com delegates dan@tailspintoys.com line'],
  ]),
  speaks(
    'UM7005',
    mixed(),
    withWaves(
      'rgsAgentGroup Desk { agentsByUri cat@tailspintoys.com, dan@tailspintoys.com }\nwave A { date 2013-01-01  move cat@tailspintoys.com to hosted }\nwave B { date 2013-02-01  move dan@tailspintoys.com to hosted }',
    ),
    'rgsAgentGroup',
  ),
  speaks(
    'UM7008',
    mixed('sfb2015', '2016'),
    withWaves(
      'exchange New { version 2019 }\nwave A { date 2019-01-01\n  move cat@tailspintoys.com to local exchange New umDialPlan unset enableCloudVoiceMail true\n}',
    ),
    'move cat',
  ),
  speaks(
    'UM2013',
    mixed(),
    withWaves('wave A { date 2013-01-01\n  move cat@tailspintoys.com to hosted pool edge.tailspintoys.com\n}'),
    'move cat',
  ),
  speaks(
    'UM0014',
    mixed(),
    withWaves('wave A { date 2013-01-01\n  move every user in group Plant with mailbox hosted to none\n}'),
    'move every',
  ),
  speaks(
    'UM0015',
    mixed(),
    withWaves(
      'wave A { date 2013-01-01  after B  move cat@tailspintoys.com to hosted }\nwave B { date 2013-02-01  after A  move dan@tailspintoys.com to hosted }',
    ),
    'wave A',
  ),
  speaks(
    'UM7006',
    mixed(),
    [
      ['forest tailspintoys.com }', 'forest tailspintoys.com  transitional true }'],
      ...withWaves('wave A { date 2013-01-01  move every user with mailbox local to hosted }'),
    ],
    'transitional',
  ),
  isSilent('UM7006', mixed(), [
    ['forest tailspintoys.com }', 'forest tailspintoys.com  transitional true }'],
    ...withWaves('wave A { date 2013-01-01  retire Ex  move every user with mailbox local to hosted }'),
  ]),
  speaks(
    'UM7002',
    mixed(),
    [
      ['forest tailspintoys.com }', 'forest tailspintoys.com  transitional true }'],
      ...withWaves('wave A { date 2013-01-01  retire Ex  move cat@tailspintoys.com to hosted }'),
    ],
    'wave A',
  ),
];
