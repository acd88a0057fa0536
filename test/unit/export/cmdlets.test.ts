import { describe, expect, it } from 'vitest';
import type { ServerVersion } from '../../../server/src/vocabulary/types';
import { cmdletOf } from '../vocabulary/cmdlets';
import { deploymentOf, exampleDeployment, filesOf } from './deployments';
import { literalValue, type ReadCommand, readScript } from './powershell';
import { everything, serverVersions } from './samples';

/** What Windows PowerShell 3.0 brings itself, as far as the scripts use it. */
const own = new Set([
  'Export-Clixml',
  'Export-Csv',
  'ForEach-Object',
  'Get-Command',
  'Get-Date',
  'Get-Module',
  'Get-Service',
  'Import-Clixml',
  'Import-Csv',
  'Import-Module',
  'Join-Path',
  'New-Item',
  'nslookup.exe',
  'Out-Host',
  'Out-Null',
  'Read-Host',
  'Restart-Service',
  'Select-Object',
  'Set-StrictMode',
  'Sort-Object',
  'Start-Sleep',
  'Start-Transcript',
  'Stop-Transcript',
  'Test-Path',
  'Where-Object',
  'Write-Progress',
  'Write-Verbose',
  'Write-Warning',
]);

/** The names by which the cmdlets' reference calls the servers. The Subscription Edition has the cmdlets of 2019. */
const products: Readonly<Record<ServerVersion, string>> = {
  lync2010: 'Lync Server 2010',
  lync2013: 'Lync Server 2013',
  sfb2015: 'Skype for Business Server 2015',
  sfb2019: 'Skype for Business Server 2019',
  sfbSE: 'Skype for Business Server 2019',
};

const online = ['Exchange Online', 'Microsoft Teams'];
const exchangeProducts: Readonly<Record<string, string>> = {
  '2010': 'Exchange Server 2010',
  '2010SP1': 'Exchange Server 2010',
  '2013': 'Exchange Server 2013',
  '2016': 'Exchange Server 2016',
};

/** What is wrong with a command of a script for this server. */
function faultsOf(command: ReadCommand, products: readonly string[]): string[] {
  const cmdlet = cmdletOf(command.name);
  if (cmdlet === undefined) return [`${command.name} is unknown`];
  const product = products.find((each) => cmdlet.applicable.includes(each));
  if (product === undefined) return [`${command.name} is not in ${products.join(', ')}`];
  const faults: string[] = [];
  const given = command.parameters.filter(({ name }) => name !== 'ErrorAction');
  for (const { name, argument } of given) {
    const parameter = cmdlet.parameters[name];
    if (parameter === undefined) faults.push(`${command.name} -${name} is unknown`);
    else if (parameter.applicable && !parameter.applicable.includes(product))
      faults.push(`${command.name} -${name} is not in ${product}`);
    else if (
      parameter.acceptedValues &&
      argument?.startsWith("'") &&
      !parameter.acceptedValues.includes(literalValue(argument))
    )
      faults.push(`${command.name} -${name} takes no ${argument}`);
    else if (
      parameter.type === 'Boolean' &&
      !/^(?:\$(?:true|false|null|wanted)|\(Get-Before .* -Type 'boolean'\))$/.test(argument ?? '')
    )
      faults.push(`${command.name} -${name} is a boolean, not ${argument}`);
    else if (
      (parameter.type === 'SwitchParameter') !==
      (argument === undefined || name === 'Confirm' || name === 'WhatIf')
    )
      faults.push(`${command.name} -${name} ${argument}: a switch, or a value missing`);
  }
  const names = given.map(({ name }) => name);
  const fits = cmdlet.parameterSets.some(
    (set) =>
      set.mandatory.every((name) => names.includes(name)) &&
      names.every((name) => set.mandatory.includes(name) || set.optional.includes(name)),
  );
  if (!fits) faults.push(`${command.name} has no parameter set for ${names.join(', ')}`);
  return faults;
}

async function check(script: string, ...products: readonly string[]): Promise<{ names: Set<string> }> {
  const { faults, commands, functions } = await readScript(script);
  expect(faults).toEqual([]);
  const names = new Set<string>();
  for (const command of commands) {
    if (functions.includes(command.name)) continue;
    if (own.has(command.name)) continue;
    names.add(command.name);
    expect(faultsOf(command, products)).toEqual([]);
    const changes = !/^(?:Get|Test)-/.test(command.name);
    expect(`${command.name} in line ${command.line}: ${changes ? command.asked : true}`).toMatch(/true$/);
    if (
      changes &&
      cmdletOf(command.name)?.parameters.Confirm?.applicable === undefined &&
      cmdletOf(command.name)?.parameters.Confirm
    )
      expect(command.parameters).toContainEqual({ name: 'Confirm', argument: '$false' });
  }
  return { names };
}

describe('scripts hold only what the declared server has', () => {
  it.each(serverVersions)('%s', async (server) => {
    const deployment = deploymentOf(everything(server, 'mixed'));
    for (const options of [{}, { wave: 'Pilot' }, { wave: 'Rest' }]) {
      const scripts = filesOf(deployment, options).filter((file) => file.path.endsWith('.ps1'));
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts)
        if (script.path.endsWith('10-lync.ps1')) await check(script.text(), products[server]);
    }
  });

  it('uses most of the cmdlets that the plan is about', async () => {
    const [script] = filesOf(deploymentOf(everything('sfb2019', 'mixed'))).filter((file) =>
      file.path.endsWith('10-lync.ps1'),
    );
    const { names } = await check(script?.text() ?? '', products.sfb2019);
    expect([...names].filter((name) => !/^(?:Get|Test)-/.test(name)).sort()).toEqual([
      'Enable-CsUser',
      'Grant-CsDialPlan',
      'Grant-CsHostedVoicemailPolicy',
      'Grant-CsVoicePolicy',
      'Invoke-CsManagementStoreReplication',
      'Move-CsUser',
      'New-CsAllowedDomain',
      'New-CsBlockedDomain',
      'New-CsDialPlan',
      'New-CsExUmContact',
      'New-CsHostedVoicemailPolicy',
      'New-CsHostingProvider',
      'New-CsMediaConfiguration',
      'New-CsPublicProvider',
      'New-CsSipDomain',
      'New-CsVoicePolicy',
      'New-CsVoicemailReroutingConfiguration',
      'Set-CsAccessEdgeConfiguration',
      'Set-CsAllowedDomain',
      'Set-CsDialPlan',
      'Set-CsExUmContact',
      'Set-CsHostedVoicemailPolicy',
      'Set-CsHostingProvider',
      'Set-CsMediaConfiguration',
      'Set-CsPublicProvider',
      'Set-CsSipDomain',
      'Set-CsUser',
      'Set-CsVoicePolicy',
      'Set-CsVoicemailReroutingConfiguration',
      'Start-CsWindowsService',
      'Stop-CsWindowsService',
    ]);
  });

  it.each(['on-premises', 'cross-premises', 'mixed'])('example %s', async (name) => {
    const deployment = exampleDeployment(name);
    const server = products[deployment.server ?? 'lync2013'];
    const [organization] = deployment.all('exchange');
    for (const file of filesOf(deployment)) {
      if (file.path.endsWith('10-lync.ps1')) await check(file.text(), server);
      else if (file.path.includes('30-online')) await check(file.text(), ...online);
      else if (file.path.includes('20-exchange'))
        await check(file.text(), exchangeProducts[String(organization?.fact('version'))] ?? '');
    }
  });

  it('Windows DNS', async () => {
    const names = new Set<string>();
    for (const deployment of [deploymentOf(everything('lync2013', 'crossPremises')), exampleDeployment('mixed')])
      for (const file of filesOf(deployment, { targets: ['dns'] }))
        if (file.path.endsWith('.ps1'))
          for (const product of ['Windows Server 2016', 'Windows Server 2022'])
            for (const name of (await check(file.text(), product)).names) names.add(name);
    expect([...names].sort()).toEqual([
      'Add-DnsServerResourceRecord',
      'Add-DnsServerResourceRecordA',
      'Add-DnsServerResourceRecordCName',
      'Add-DnsServerResourceRecordMX',
      'Get-DnsServerResourceRecord',
      'Get-DnsServerZone',
      'Remove-DnsServerResourceRecord',
    ]);
  });

  it('the tenant', async () => {
    const files = filesOf(deploymentOf(everything('lync2013', 'mixed')));
    const script = files.find((file) => file.path === 'powershell/30-online.ps1')?.text() ?? '';
    const { names } = await check(script, ...online);
    expect([...names].sort()).toEqual([
      'Get-AcceptedDomain',
      'Get-CsTenantFederationConfiguration',
      'Set-AcceptedDomain',
      'Set-CsTenantFederationConfiguration',
    ]);
    expect(script).toContain("Set-AcceptedDomain -Identity 'emea.contoso.com' -DomainType 'InternalRelay'");
  });

  it.each(['2010SP1', '2013', '2016'] as const)('Exchange %s', async (version) => {
    const files = filesOf(deploymentOf(everything('sfb2015', 'mixed', version)));
    const script = files.find((file) => file.path === 'powershell/20-exchange.ps1')?.text() ?? '';
    const { names } = await check(script, exchangeProducts[version] ?? '');
    for (const cmdlet of [
      'New-UMDialPlan',
      'New-UMMailboxPolicy',
      'Set-UMIPGateway',
      'New-UMHuntGroup',
      'Enable-UMAutoAttendant',
      'Enable-UMMailbox',
    ])
      expect(names).toContain(cmdlet);
    expect(names.has('Set-UMServer')).toBe(version === '2010SP1');
    expect(names.has('Set-UMCallRouterSettings')).toBe(version !== '2010SP1');
    expect(script.includes('-EnableCloudVoiceMail')).toBe(version === '2016');
    expect(script).not.toMatch(/-PIN\b|-DialPlans (?!@\{ Add = )/);
  });
});
