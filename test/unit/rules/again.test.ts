import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';
import { Analyzer } from '../../../server/src/rules/analyze';
import { told } from '../../support/told';

const topology = `deployment Contoso { server lync2013  mode mixed  forest contoso.com }
sipDomain contoso.com { isDefault true }
site Redmond {
  siteId 1
  pool pool01.contoso.com { role frontEnd  edgePool edge01.contoso.com }
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  federationRoute true }
}
accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true }
hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true }
hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
hostedVoicemailPolicy Empty { organization contoso.onmicrosoft.com }
exchange OnPrem {
  version 2013
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond }
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
}
exUmContact ova@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud }
expect every user reaches hosted
wave Pilot { date 2013-06-03  move carol@contoso.com, gone@contoso.com to hosted policy Empty }
`;
const people = `/// Of the head office.
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Empty
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550101
  ova@contoso.com    line +14255550180;ext=7
  cleo@contoso.com   line +14255550103  policy Gone
  dora@contoso.com   line +14255550104  policy Gone  displayName "Dora"
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  extensions 55121, 55122  pinLength 5
  dan@contoso.com    line +14255550122  extensions 55122
  erin@contoso.com   line +14255550123  extensions 123  hostedVoiceMail unknown
}
users Csv { csv "more.csv"  pool pool01.contoso.com  mailbox local  umDialPlan Redmond }
site Dallas { siteId 1  pool pool02.contoso.com { role frontEnd  edgePool edge09.contoso.com } }
expect alice@contoso.com reaches ExchangeOnlin
site Boston { siteId 1 }
tenant contoso_onmicrosoft.com { acceptedDomain fabrikam.com { } }
expect every user in pool pool09.contoso.com reaches hosted
`;
const csv = `SipAddress,LineURI,Extension
frank@contoso.com,+14255550131,55131
alice@contoso.com,+14255550132,55122
gail@contoso.com,+14255550180,551
hugo@contoso.com,+14255550181,55181,more
`;

function analyzerOf(workspace: Workspace): Analyzer {
  workspace.refresh();
  const [deployment] = workspace.deployments;
  if (deployment === undefined) throw new Error('no deployment');
  return new Analyzer(deployment);
}

/** Edits, one after the other: in which file, what stands there, and what instead. */
const edits: readonly (readonly [path: string, from: string, to: string])[] = [
  ['people.umtopo', 'users Csv { csv', 'users Csv {\n  // umtopo-disable-next-line UM0012\n  csv'],
  ['people.umtopo', 'UM0012', 'UM0011'],
  ['people.umtopo', '\n  // umtopo-disable-next-line UM0011\n  csv', ' csv'],
  ['topology.umtopo', 'umDialPlan Redmond {', 'umDialPlan Seattle {'],
  ['topology.umtopo', 'umDialPlan Seattle {', 'umDialPlan Redmond {'],
  ['people.umtopo', '/// Of the head office.', '/// Of the head office in Redmond.\n'],
  ['topology.umtopo', 'deployment Contoso', '// A comment before.\ndeployment Contoso'],
  ['people.umtopo', 'line +14255550122', 'line +14255550121'],
  ['people.umtopo', '  bob@contoso.com    line +14255550101\n', ''],
  ['more.csv', 'gail@contoso.com,+14255550180,551\n', ''],
  ['more.csv', 'alice@contoso.com', 'zoe@contoso.com'],
  ['more.csv', 'SipAddress', 'Mail'],
  ['more.csv', 'Mail', 'SipAddress'],
  ['topology.umtopo', 'hostingProvider Exch', 'hostingProvider Gone { proxyFqdn gone.com }\nhostingProvider Exch'],
  ['people.umtopo', '  policy Gone', ''],
  ['topology.umtopo', 'Empty { organization', 'Empty { destination exap.um.outlook.com  organization'],
  ['people.umtopo', 'extensions 123  hostedVoiceMail unknown', 'extensions 55123'],
  ['people.umtopo', 'users Finance {', '// umtopo-disable-next-line UM4025\nusers Finance {'],
  ['topology.umtopo', ', gone@contoso.com', ''],
  ['people.umtopo', 'extensions 55121, 55122  pinLength 5', 'extensions 55121  pinLength 8'],
  ['topology.umtopo', 'exUmContact ova@contoso.com', 'exUmContact voice@contoso.com'],
  ['people.umtopo', 'users Csv { csv "more.csv"', 'users Csv { csv "none.csv"'],
  [
    'people.umtopo',
    'users Plant {',
    'users Csv2 { csv "more.csv"  pool pool01.contoso.com  mailbox none }\nusers Plant {',
  ],
];

describe('what an analyzer tells after an edit', () => {
  it('is what one tells that begins anew', () => {
    const texts = new Map([
      ['topology.umtopo', topology],
      ['people.umtopo', people],
      ['more.csv', csv],
    ]);
    const filled = (): Workspace => {
      const workspace = new Workspace();
      for (const [path, text] of texts) workspace.set(`/contoso/${path}`, text);
      return workspace;
    };
    const workspace = filled();
    const analyzer = analyzerOf(workspace);
    expect(told(analyzer.analyze())).toEqual(told(analyzerOf(filled()).analyze()));
    for (const [path, from, to] of edits) {
      const text = texts.get(path) ?? '';
      const start = text.indexOf(from);
      if (start < 0) throw new Error(`${path} has no ${from}`);
      texts.set(path, text.replace(from, to));
      if (path.endsWith('.csv')) workspace.set(`/contoso/${path}`, text.replace(from, to));
      else workspace.edit(`/contoso/${path}`, [{ start, end: start + from.length, text: to }]);
      workspace.refresh();
      expect(told(analyzer.analyze()), to).toEqual(told(analyzerOf(filled()).analyze()));
      // And again, when nothing has changed.
      expect(told(analyzer.analyze()), to).toEqual(told(analyzerOf(filled()).analyze()));
    }
  });

  it('is the same analysis where nothing changed, and another one where users came or went', () => {
    const workspace = new Workspace();
    workspace.set('/contoso/topology.umtopo', topology);
    workspace.set('/contoso/people.umtopo', people);
    workspace.set('/contoso/more.csv', csv);
    const analyzer = analyzerOf(workspace);
    const first = analyzer.analyze().signature;
    expect(analyzer.analyze().signature).toBe(first);
    const before = { ...analyzer.stats };
    const at = people.indexOf('bob@');
    workspace.edit('/contoso/people.umtopo', [{ start: at, end: at + 3, text: 'rob' }]);
    workspace.refresh();
    expect(analyzer.analyze().signature).toBe(first);
    expect(analyzer.stats.placementsJudged).toBe(before.placementsJudged);
    expect(analyzer.stats.runs).toBe(before.runs + 1);
    const row = people.indexOf('  bob@');
    workspace.edit('/contoso/people.umtopo', [
      { start: row, end: row, text: '  new@contoso.com  line +14255550177\n' },
    ]);
    workspace.refresh();
    expect(analyzer.analyze().signature).not.toBe(first);
    expect(analyzer.stats.placementsJudged).toBe(before.placementsJudged);
  });
});
