import { describe, expect, it } from 'vitest';
import { deploymentOf, filesOf, scriptLines, textOf } from './deployments';
import { readScript } from './powershell';
import { everything } from './samples';

const deployment = deploymentOf(everything('lync2013', 'mixed'));
const path = 'powershell/verify.ps1';

/** Verbs that ask, compare, read and say. */
const asking =
  /^(?:(?:Get|Test|Resolve|Enter|Exit|ConvertTo|ConvertFrom|Import|Select|Sort|Where|ForEach|Join|Split|Write|Out)-[A-Za-z]+|Set-StrictMode|Start-Sleep|nslookup\.exe)$/;
/** The transcript, in a folder of its own. */
const ownFolder = ['New-Folder', 'New-Item', 'Start-Transcript', 'Stop-Transcript'];

describe('verify.ps1', () => {
  it('asks, and changes nothing', async () => {
    const { faults, commands } = await readScript(textOf(filesOf(deployment), path));
    expect(faults).toEqual([]);
    const others = new Set(commands.map((command) => command.name).filter((name) => !asking.test(name)));
    expect([...others].sort()).toEqual(ownFolder);
    const opened = [...textOf(filesOf(deployment), path).matchAll(/\[System\.IO\.\w+\]::(\w+)/g)].map(
      ([, verb]) => verb,
    );
    expect(new Set(opened)).toEqual(new Set(['ReadAllText', 'OpenRead']));
  });

  it('asks first whether the files around it are those of this export', () => {
    const files = filesOf(deployment);
    const { source } = JSON.parse(textOf(files, 'manifest.json')) as { source: { sha256: string } };
    const steps = scriptLines(deployment, path).filter((line) => line.startsWith('if (Enter-Step'));
    expect(steps[0]).toContain("-Id 'Files'");
    expect(scriptLines(deployment, path)).toContain(
      `$detail = @(Get-ExportDifference -Source '${source.sha256}') -join '; '`,
    );
  });

  it('asks for every object of every script, and for the connection to Exchange UM', () => {
    const lines = scriptLines(deployment, path);
    for (const call of [
      "$found = Get-CsHostingProvider -Identity 'Exchange''s Online' -ErrorAction SilentlyContinue",
      "$found = Get-UMDialPlan -Identity 'Redmond' -ErrorAction SilentlyContinue",
      "$found = Get-AcceptedDomain -Identity 'contoso.com' -ErrorAction SilentlyContinue",
      "$outcome = Test-CsExUMConnectivity -TargetFqdn 'pool01.contoso.com'",
      "if ([string](Get-PropertyValue -Of $outcome -Name 'Result') -ne 'Success') {",
      "$answer = Resolve-Record -Name '_sipfederationtls._tcp.contoso.com' -Type 'SRV' -Server $PublicDnsServer",
      'if ($isWanted -and $null -eq (Get-UMMailbox -Identity $account -ErrorAction SilentlyContinue)) {',
    ])
      expect(lines).toContain(call);
    expect(lines.filter((line) => line.startsWith('if (Enter-Step'))).toHaveLength(
      lines.filter((line) => line.startsWith('Exit-Step -Result $result')).length,
    );
  });

  it('compares also what can not be changed', () => {
    expect(
      scriptLines(deployment, path).some((line) =>
        /Get-Difference .*'ProxyFqdn' = 'exap\.um\.outlook\.com'/.test(line),
      ),
    ).toBe(true);
  });

  it('does not ask Lync Server 2010 for what it does not have', () => {
    expect(scriptLines(deploymentOf(everything('lync2010', 'mixed')), path).join('\n')).not.toContain('Test-CsExUM');
  });
});
