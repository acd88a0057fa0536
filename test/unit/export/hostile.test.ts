import { describe, expect, it } from 'vitest';
import { deploymentOf, filesOf } from './deployments';
import { readScript } from './powershell';

/** Names that would do something if they were not quoted for where they go. */
const hostile = [
  "O'Brien'; Remove-Item -Recurse 'x",
  '\u2019; Remove-Item \u2018',
  '$(Remove-Item x)',
  'a`"; Remove-Item x #',
  '#> Remove-Item x <#',
  'two\nlines\r\nRemove-Item x',
  '=1+1',
  '@{x}',
  '{0}',
  'x\u2028Remove-Item y',
];

function topology(name: string): string {
  // The language has no escape for a carriage return of its own.
  const quoted = JSON.stringify(name).replaceAll('\\r', '\\u000d');
  return `
    /// ${name.replace(/[\r\n\u2028]/g, ' ')}
    deployment ${quoted} { server lync2013  mode mixed }
    sipDomain contoso.com { isDefault true }
    site ${quoted} {
      pool pool01.contoso.com { role frontEnd  edgePool edge01.contoso.com }
      pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10 }
    }
    accessEdgeConfiguration { allowFederatedUsers true }
    hostingProvider ${quoted} { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true }
    allowedDomain fabrikam.com { comment ${quoted} }
    hostedVoicemailPolicy ${quoted} { destination exap.um.outlook.com  organization contoso.onmicrosoft.com  description ${quoted} }
    exchange ${quoted} { version 2013  umDialPlan ${quoted} { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode ${quoted} } }
    users ${quoted} { pool pool01.contoso.com  mailbox hosted  policy ${quoted}
      alice@contoso.com { line +14255550101  displayName ${quoted}  userPrincipalName ${quoted} }
    }
    exUmContact ova@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou ${quoted}  policy ${quoted}  description ${quoted} }
    exUmContact old@contoso.com { tool ocsUmUtil  displayNumber +14255550100  pool pool01.contoso.com  ou ${quoted}  umDialPlan ${quoted} }
    publicDnsZone contoso.com { a ${quoted} ipv4Address 203.0.113.10
      txt @ descriptiveText ${quoted} }
    wave ${quoted} { retire ${quoted}  move alice@contoso.com to local policy ${quoted} }
  `;
}

describe.each(hostile)('the name %j', (name) => {
  const deployment = deploymentOf(topology(name));

  it('is text in every script, with exactly that value', async () => {
    for (const options of [{}, { wave: name }]) {
      const [script] = filesOf(deployment, options).filter((file) => file.path.endsWith('.ps1'));
      const { faults, commands, literals } = await readScript(script?.text() ?? '');
      expect(faults).toEqual([]);
      expect(commands.filter((command) => /Remove-Item/i.test(command.name))).toEqual([]);
      if (!('wave' in options)) expect(literals).toContain(name);
    }
  });

  it('is text in the scripts of Windows DNS', async () => {
    for (const file of filesOf(deployment, { targets: ['dns'] }).filter((each) => each.path.endsWith('.ps1'))) {
      const { faults, commands, literals } = await readScript(file.text());
      expect(faults).toEqual([]);
      expect(commands.filter((command) => /Remove-Item/i.test(command.name))).toEqual([]);
      expect(literals).toContain(name);
    }
  });

  it('ends no comment and no line of a zone, a list or a page', () => {
    for (const file of filesOf(deployment)) {
      if (!/\.(?:zone|records|md)$/.test(file.path)) continue;
      for (const line of file.text().split('\n')) expect(line, file.path).not.toMatch(/^\s*Remove-Item/);
    }
    const csv =
      filesOf(deployment)
        .find((file) => file.path === 'users.csv')
        ?.text() ?? '';
    expect(csv).not.toMatch(/(?:^|,)"?[=@]/m);
  });

  it('stays inside the folder of the export', () => {
    for (const options of [{}, { wave: name }])
      for (const file of filesOf(deployment, options)) {
        expect(file.path).toMatch(/^[A-Za-z0-9._/-]+$/);
        expect(file.path.split('/')).not.toContain('..');
      }
  });
});
