import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../server/src/export/plan';
import { lyncPlan } from '../../../server/src/export/plan/lync';
import { rollbackPlan } from '../../../server/src/export/plan/rollback';
import { declaredUsers } from '../../../server/src/export/users/usersFile';
import { deploymentOf, scriptLines } from './deployments';
import { everything } from './samples';

const source = everything('lync2013', 'mixed');

function plans(): { plan: Plan; back: Plan } {
  const deployment = deploymentOf(source);
  const plan = lyncPlan(deployment, declaredUsers(deployment));
  return { plan, back: rollbackPlan(plan) };
}

describe('the way back', () => {
  it('takes each step that changes something back, the last one first', () => {
    const { plan, back } = plans();
    const changing = plan.steps.filter((step) => step.undo.type !== 'nothing' && step.id !== 'Users.HostedVoiceMail');
    expect(back.steps.map((step) => step.id)).toEqual(['Shell', ...changing.map((step) => step.id).reverse()]);
  });

  it('looks at nothing but what the script found before', () => {
    const lines = scriptLines(deploymentOf(source), 'powershell/rollback-10-lync.ps1');
    expect(lines.some((line) => /^Save-(?:User)?Snapshot /.test(line))).toBe(false);
    expect(lines.some((line) => line.includes('$UsersPath'))).toBe(false);
    expect(lines.some((line) => /^New-Cs/.test(line))).toBe(false);
  });

  it('removes what was created, by the same identity', () => {
    const lines = scriptLines(deploymentOf(source), 'powershell/rollback-10-lync.ps1');
    for (const call of [
      "Remove-CsHostingProvider -Identity 'Exchange''s Online' -Confirm:$false | Out-Null",
      "Remove-CsHostedVoicemailPolicy -Identity 'site:Redmond' -Confirm:$false | Out-Null",
      "Remove-CsExUmContact -Identity 'sip:ova@contoso.com' -Confirm:$false | Out-Null",
      "Remove-CsSipDomain -Identity 'emea.contoso.com' -Confirm:$false | Out-Null",
    ])
      expect(lines).toContain(call);
  });

  it('removes nothing that is there in every deployment, and deletes no user', () => {
    const script = scriptLines(deploymentOf(source), 'powershell/rollback-10-lync.ps1').join('\n');
    expect(script).not.toMatch(/Remove-Cs\w+ -Identity 'Global'/i);
    expect(script).not.toContain('Disable-CsUser');
    expect(script).not.toContain("Remove-CsSipDomain -Identity 'contoso.com'");
    expect(script).not.toContain('-IsDefault $false');
  });

  it('sets the flag back before anything else of a user', () => {
    const lines = scriptLines(deploymentOf(source), 'powershell/rollback-10-lync.ps1');
    const calls = lines.filter((line) => /^(?:Set|Grant|Move)-Cs.*-Identity \$address/.test(line));
    expect(calls.map((line) => line.replace(/ -Confirm.*/, '').replace(' -Identity $address', ''))).toEqual([
      'Set-CsUser -HostedVoiceMail $wanted',
      'Grant-CsDialPlan -PolicyName $wanted',
      'Grant-CsVoicePolicy -PolicyName $wanted',
      'Grant-CsHostedVoicemailPolicy -PolicyName $wanted',
      'Set-CsUser -PrivateLine $wanted',
      'Set-CsUser -LineURI $wanted',
      'Set-CsUser -EnterpriseVoiceEnabled $wanted',
      'Set-CsUser -AudioVideoDisabled $wanted',
      'Set-CsUser -Enabled $wanted',
      'Move-CsUser -Target $cell',
      'Set-CsUser -Enabled $false',
    ]);
  });

  it('says what is not taken back', () => {
    const script = scriptLines(deploymentOf(source), 'powershell/rollback-10-lync.ps1').join('\n');
    expect(script).toContain('Not taken back: Another SIP domain is made the default one');
  });
});
