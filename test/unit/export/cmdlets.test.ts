import { describe, expect, it } from 'vitest';
import { cmdletsOf, scriptFaults, windowsProducts } from './cmdletFaults';
import { deploymentOf, exampleDeployment, filesOf } from './deployments';
import { everything, serverVersions } from './samples';

const { lync: products, online, exchange: exchangeProducts } = windowsProducts;

async function check(script: string, ...products: readonly string[]): Promise<{ names: Set<string> }> {
  expect(await scriptFaults(script, products)).toEqual([]);
  return { names: await cmdletsOf(script) };
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
