import { describe, expect, it } from 'vitest';
import type { Call, Plan, Step, Value } from '../../../server/src/export/plan';
import { phases } from '../../../server/src/export/plan';
import { lyncPlan } from '../../../server/src/export/plan/lync';
import { declaredUsers } from '../../../server/src/export/users/usersFile';
import { deploymentOf, filesOf, scriptLines, textOf } from './deployments';
import { literalValue, type ReadCommand, readScript } from './powershell';
import { everything } from './samples';

function planOf(source: string): Plan {
  const deployment = deploymentOf(source);
  return lyncPlan(deployment, declaredUsers(deployment));
}

const mixed = everything('lync2013', 'mixed');

describe('the plan of the Lync shell', () => {
  it('goes in the order in which one thing needs the other', () => {
    const ids = planOf(mixed)
      .steps.filter((step) => step.phase !== 'prerequisites')
      .map((step) => step.id);
    expect(ids).toEqual([
      'SipDomain.contoso.com',
      'SipDomain.emea.contoso.com',
      'AccessEdge',
      'Replication.AccessEdge',
      'InternalSrv.contoso.com',
      'InternalSrv.emea.contoso.com',
      'HostingProvider.Exchange_s_Online',
      'PublicProvider.Messenger',
      'AllowedDomain.fabrikam.com',
      'BlockedDomain.litwareinc.com',
      'Replication.Providers',
      'MediaConfiguration.Global',
      'MediaConfiguration.site.Redmond',
      'HostedVoicemailPolicy.Global',
      'HostedVoicemailPolicy.site.Redmond',
      'HostedVoicemailPolicy.Cloud',
      'VoicePolicy.Global',
      'VoicePolicy.Mobile',
      'DialPlan.site.Redmond',
      'Users',
      'Users.HostedVoiceMail',
      'Contact.ova_contoso.com',
      'Contact.ova_contoso.com.Policy',
      'Contact.aa_contoso.com',
      'FrontEnd.Restart',
      'Contact.local_contoso.com',
      'Rerouting.Global',
      'Rerouting.site.Spokane',
    ]);
  });

  it('asks nothing of the Edge, of providers and of policies on-premises', () => {
    const ids = planOf(`
      deployment D { server lync2013  mode onPremises }
      sipDomain contoso.com { isDefault true }
      site Redmond { pool pool01.contoso.com { role standardEdition } }
      exchange E { version 2013  umDialPlan P { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1 } }
      users { pool pool01.contoso.com  umDialPlan P  alice@contoso.com line +14255550101 }
    `).steps.map((step) => step.id);
    expect(ids).toEqual([
      'Shell',
      'Pool.pool01.contoso.com',
      'Site.Redmond',
      'UsersFile',
      'SipDomain.contoso.com',
      'Users',
      'Users.HostedVoiceMail',
      'FrontEnd.Restart',
    ]);
  });

  it('names what a step needs, why it is there, what caused it and how it is taken back', () => {
    const { steps } = planOf(mixed);
    const seen = new Set<string>();
    for (const step of steps) {
      for (const id of step.requires) expect(seen).toContain(id);
      expect(step.causes.length, step.id).toBeGreaterThan(0);
      expect(step.why, step.id).toMatch(/\S/);
      expect(step.proof, step.id).toMatch(/\S/);
      if (step.action.type === 'check') expect(step.undo.type).toBe('nothing');
      else expect(step.undo.type).not.toBe('nothing');
      seen.add(step.id);
    }
    expect(seen.size).toBe(steps.length);
    const order = steps.map((step) => phases.indexOf(step.phase));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('gives steps of the same name ids of their own', () => {
    const ids = planOf(`
      deployment D { server lync2013  mode crossPremises }
      hostedVoicemailPolicy "a b" { destination x.example }
      hostedVoicemailPolicy "a/b" { destination x.example }
    `).steps.map((step) => step.id);
    expect(ids).toContain('HostedVoicemailPolicy.a_b');
    expect(ids).toContain('HostedVoicemailPolicy.a_b~2');
  });
});

describe('the script', () => {
  it('writes what the documents call optional, booleans and texts as PowerShell has them', () => {
    const lines = scriptLines(deploymentOf(mixed));
    expect(lines).toContain(
      "New-CsHostingProvider -Identity 'Exchange''s Online' -ProxyFqdn 'exap.um.outlook.com' -Enabled $true -EnabledSharedAddressSpace $true -HostsOCSUsers $false -IsLocal $false -VerificationLevel 'UseSourceVerification' -Confirm:$false | Out-Null",
    );
    expect(lines).toContain(
      'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -AllowFederatedUsers $true -AllowOutsideUsers $true -EnablePartnerDiscovery $false -OutgoingTlsCountForFederatedPartners 3 -Confirm:$false | Out-Null',
    );
    expect(lines).toContain(
      "Set-CsHostedVoicemailPolicy -Identity 'Global' -Destination 'exap.um.outlook.com' -Organization 'contoso.onmicrosoft.com,fabrikam.onmicrosoft.com' -Confirm:$false | Out-Null",
    );
    expect(lines).toContain(
      "New-CsHostedVoicemailPolicy -Identity 'Cloud' -Destination 'exap.um.outlook.com' -Organization 'contoso.onmicrosoft.com' -Description 'First wave, then the rest.' -Confirm:$false | Out-Null",
    );
    expect(lines.some((line) => /^New-CsHostedVoicemailPolicy -Identity 'Global'/.test(line))).toBe(false);
    expect(lines).toContain(
      "Set-CsExUmContact -Identity 'sip:aa@contoso.com' -EnterpriseVoiceEnabled $false -Confirm:$false | Out-Null",
    );
    expect(lines.some((line) => line.includes('-Tenant'))).toBe(false);
  });

  it('refuses to change what cannot be changed, and says what to do', () => {
    const script = scriptLines(deploymentOf(mixed)).join('\n');
    expect(script).toContain("Get-Difference -Found $found -Wanted @{ 'ProxyFqdn' = 'exap.um.outlook.com' }");
    expect(script).toMatch(
      /Stop-Step -Message \('ProxyFqdn of hosting provider .* can''t be changed\..* Remove-CsHostingProvider/,
    );
    expect(script).not.toMatch(/Set-CsHostingProvider [^\n]*-ProxyFqdn/);
  });

  it('leaves alone what is not known, and does not create what lacks a mandatory value', () => {
    const script = scriptLines(
      deploymentOf(`
        deployment D { server lync2013  mode crossPremises }
        hostingProvider P { proxyFqdn unknown  enabled unknown  enabledSharedAddressSpace true }
        hostedVoicemailPolicy Q { destination unset  organization unknown }
      `),
    ).join('\n');
    expect(script).not.toContain('New-CsHostingProvider -');
    expect(script).toContain('the topology does not know its proxyFqdn');
    expect(script).toMatch(/Set-CsHostingProvider -Identity 'P' -EnabledSharedAddressSpace \$true -HostsOCSUsers/);
    expect(script).toContain("Set-CsHostedVoicemailPolicy -Identity 'Q' -Destination $null -Confirm:$false");
  });

  it('is a file that Windows PowerShell reads right', () => {
    const text = textOf(filesOf(deploymentOf(mixed)), 'powershell/10-lync.ps1');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('#requires -Version 3.0');
    expect(text).toContain('[CmdletBinding(SupportsShouldProcess = $true');
    expect(text).toContain('Set-StrictMode -Version Latest');
    expect(text).toMatch(/\.SYNOPSIS/);
  });

  it('does what the plan says: the steps can be read back from the text', async () => {
    const plan = planOf(mixed);
    const { commands } = await readScript(textOf(filesOf(deploymentOf(mixed)), 'powershell/10-lync.ps1'));
    const steps = blocks(commands);
    expect([...steps.keys()]).toEqual(plan.steps.map((step) => step.id));
    for (const step of plan.steps) {
      const written = (steps.get(step.id) ?? []).map(callOf);
      for (const call of callsOf(step)) expect(written, step.id).toContainEqual(normalized(call));
    }
  });
});

/** The commands of each step, by its id. */
function blocks(commands: readonly ReadCommand[]): Map<string, ReadCommand[]> {
  const steps = new Map<string, ReadCommand[]>();
  let open: ReadCommand[] | undefined;
  for (const command of commands) {
    if (command.name === 'Enter-Step') {
      open = [];
      steps.set(literalValue(command.parameters[0]?.argument ?? ''), open);
    } else open?.push(command);
  }
  return steps;
}

function callsOf({ action }: Step): Call[] {
  if (action.type === 'object')
    return [action.get, ...(action.create ?? []), ...(action.change ? [action.change] : [])];
  if (action.type === 'manual') return [...(action.done ? [action.done] : []), ...(action.calls ?? [])];
  return [];
}

function normalized({ cmdlet, parameters }: Call): unknown {
  return {
    cmdlet,
    parameters: parameters.map(({ name, value }) => ({ name, value: value ?? (value === null ? null : true) })),
  };
}

function callOf({ name, parameters }: ReadCommand): unknown {
  return {
    cmdlet: name,
    parameters: parameters
      .filter((parameter) => parameter.name !== 'ErrorAction' && parameter.name !== 'Confirm')
      .map((parameter) => ({ name: parameter.name, value: argumentValue(parameter.argument) })),
  };
}

function argumentValue(text: string | undefined): Value | undefined {
  if (text === undefined || text === '$true') return true;
  if (text === '$false') return false;
  if (text === '$null') return null;
  return text.startsWith("'") ? literalValue(text) : Number(text);
}
