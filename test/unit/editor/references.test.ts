import { describe, expect, it } from 'vitest';
import { highlights, referencesOf, thingAt } from '../../../server/src/editor/references';
import { workspaceSymbols } from '../../../server/src/editor/workspaceSymbols';
import { workspaceOf } from '../../support/deployment';
import { atCursor, shown } from './support';

function referenced(source: string): string[] {
  const { deployment, path, offset } = atCursor(source);
  const thing = thingAt(deployment, path, offset);
  if (thing === undefined) return [];
  return referencesOf(deployment, thing).map((mention) => shown(deployment, mention.path, mention));
}

describe('references', () => {
  it('finds a policy in rows, blocks, moves, filters and cells, whatever its case', () => {
    const source = `
      //- /t/main.umtopo
      deployment Contoso { server lync2013  mode mixed }
      hostedVoicemailPolicy Clo$0ud { }
      users A {
        alice@contoso.com  policy cloud
        bob@contoso.com
        carol@contoso.com { policy "tag:Cloud" }
      }
      users B { policy Cloud  csv "b.csv" }
      wave W { move every user with policy CLOUD to local policy Cloud }
      //- /t/b.csv
      SipAddress,HostedVoicemailPolicy
      dan@contoso.com,Cloud
      eve@contoso.com,Other
    `;
    expect(referenced(source)).toEqual([
      '/t/b.csv 2:17 Cloud',
      '/t/main.umtopo 2:23 Cloud',
      '/t/main.umtopo 4:29 cloud',
      '/t/main.umtopo 6:35 Cloud',
      '/t/main.umtopo 8:18 Cloud',
      '/t/main.umtopo 9:38 CLOUD',
      '/t/main.umtopo 9:60 Cloud',
    ]);
  });

  it('finds a provider by its name and by the FQDN of its proxy', () => {
    const source = `hostingProvider P$0 { proxyFqdn x.contoso.com }
tenant t.contoso.com { provider P }
hostedVoicemailPolicy C { destination x.contoso.com }`;
    expect(referenced(source)).toEqual([
      '/main.umtopo 1:17 P',
      '/main.umtopo 1:31 x.contoso.com',
      '/main.umtopo 2:33 P',
      '/main.umtopo 3:39 x.contoso.com',
    ]);
    expect(referenced(source.replace('P$0', 'P').replace('Fqdn x', 'Fqdn x$0'))).toEqual(referenced(source));
  });

  it('finds a user or contact by the number', () => {
    const source = `exUmContact ova@contoso.com { displayNumber +142555$050180 }
users U { bob@contoso.com line +14255550102 }
expect call to +14255550180 reaches hosted
expect call to +14255550102 reaches hosted`;
    expect(referenced(source)).toEqual([
      '/main.umtopo 1:13 ova@contoso.com',
      '/main.umtopo 1:45 +14255550180',
      '/main.umtopo 3:16 +14255550180',
    ]);
    expect(referenced(source.replace('$0', '').replace('bob', 'b$0ob'))).toEqual([
      '/main.umtopo 2:11 bob@contoso.com',
      '/main.umtopo 2:32 +14255550102',
      '/main.umtopo 4:16 +14255550102',
    ]);
  });

  it('finds a pool by the names of its services and computers', () => {
    const source = `site A { pool edge$0.contoso.com { role edge  accessFqdn sip.contoso.com  computers e1.contoso.com } }
certificate C { pool edge.contoso.com  subject sip.contoso.com  san sip.contoso.com, e1.contoso.com, x.contoso.com }
publicDnsZone contoso.com { srv _sip._tls port 443 domainName sip.contoso.com }`;
    expect(referenced(source)).toEqual([
      '/main.umtopo 1:15 edge.contoso.com',
      '/main.umtopo 2:22 edge.contoso.com',
      '/main.umtopo 2:48 sip.contoso.com',
      '/main.umtopo 2:69 sip.contoso.com',
      '/main.umtopo 2:86 e1.contoso.com',
      '/main.umtopo 3:63 sip.contoso.com',
    ]);
  });

  it('tells plans of one name apart by their organization', () => {
    const source = `exchange A { umDialPlan D$0 { }  umMailboxPolicy M { umDialPlan D } }
exchange B { umDialPlan D { }  umMailboxPolicy M { umDialPlan D } }
users U { umDialPlan A\\D }
users V { umDialPlan B\\D }`;
    expect(referenced(source)).toEqual(['/main.umtopo 1:25 D', '/main.umtopo 1:63 D', '/main.umtopo 3:24 D']);
  });

  it('finds a user in moves, delegates, agents and expectations', () => {
    const source = `users U {
  a$0@contoso.com
  b@contoso.com delegates a@contoso.com
}
rgsAgentGroup G { agentsByUri A@Contoso.com, b@contoso.com }
wave W { move sip:a@contoso.com to hosted }
expect a@contoso.com reaches hosted`;
    expect(referenced(source)).toEqual([
      '/main.umtopo 2:3 a@contoso.com',
      '/main.umtopo 3:27 a@contoso.com',
      '/main.umtopo 5:31 A@Contoso.com',
      '/main.umtopo 6:19 a@contoso.com',
      '/main.umtopo 7:8 a@contoso.com',
    ]);
  });

  it('finds a SIP domain in addresses, a site in scopes', () => {
    expect(referenced('sipDomain con$0toso.com { }\nusers U {\n  a@contoso.com\n  b@fabrikam.com\n}')).toEqual([
      '/main.umtopo 1:11 contoso.com',
      '/main.umtopo 3:5 contoso.com',
    ]);
    expect(
      referenced('site Red$0mond { }\nvoicePolicy site:Redmond { }\nbranchSite B { centralSite Redmond }'),
    ).toEqual(['/main.umtopo 1:6 Redmond', '/main.umtopo 2:18 Redmond', '/main.umtopo 3:28 Redmond']);
  });

  it('highlights those of the file', () => {
    const source = `
      //- /t/main.umtopo
      deployment Contoso { server lync2013  mode mixed }
      wave Pilot { }
      wave Rest { after Pil$0ot }
      //- /t/more.umtopo
      expect no user unreachable after Pilot
    `;
    const { deployment, path, offset, text } = atCursor(source);
    const found = highlights(deployment, path, offset);
    expect(found.map(({ start, end, declares }) => [text.slice(start, end), declares])).toEqual([
      ['Pilot', true],
      ['Pilot', false],
    ]);
  });
});

it('highlights of thousands of rows those around the cursor', () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `  user${i}@contoso.com  policy Cloud${i === 2000 ? '$0' : ''}`);
  const { deployment, path, offset } = atCursor(`
    //- /t/before.umtopo
    deployment Contoso { server lync2013  mode mixed }
    hostedVoicemailPolicy Cloud { }
    users First {
      ${rows.join('\n').replace('$0', '')}
    }
    //- /t/main.umtopo
    users Second {
      ${rows.join('\n')}
    }
  `);
  const found = highlights(deployment, path, offset);
  expect(found.length).toBeGreaterThanOrEqual(500);
  expect(found.length).toBeLessThan(1100);
  expect(found.some(({ start, end }) => start < offset && end === offset)).toBe(true);
  expect(found.every((highlight) => highlight.path === path)).toBe(true);
});

describe('workspace symbols', () => {
  const workspace = workspaceOf(`
    //- /t/main.umtopo
    deployment Contoso { server lync2013  mode mixed }
    hostingProvider ExchangeOnline { proxyFqdn x.contoso.com }
    exUmContact ova@contoso.com { displayNumber +14255550180 }
    users Sales {
      alice@contoso.com line +14255550101 displayName "Alice Sørensen"
      bob@contoso.com line +14255550102  extensions 55102
    }
  `);
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['exon', ['ExchangeOnline']],
    ['hostingProvider', ['hostingProvider ExchangeOnline']],
    ['hosting pro', ['hosting provider ExchangeOnline']],
    ['alice', ['alice@contoso.com']],
    ['sørensen', ['alice@contoso.com Alice Sørensen']],
    ['0102', ['bob@contoso.com +14255550102']],
    ['55102', ['bob@contoso.com 55102']],
    ['+1 (425) 555-0180', ['ova@contoso.com +14255550180']],
    ['nobody at all', []],
  ];
  it.each(cases)('finds %s', (query, names) => {
    expect(workspaceSymbols(workspace.members.all, query).map(({ name }) => name)).toEqual(names);
  });
});
