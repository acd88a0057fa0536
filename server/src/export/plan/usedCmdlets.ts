import type { Action, Call, Step, UserSetting } from '../plan';

/** The cmdlets that steps call, for a look whether the shell has them. */
export function usedCmdlets(steps: readonly Step[]): string[] {
  return [...new Set(steps.flatMap(({ action }) => cmdletsOf(action)))].sort();
}

function cmdletsOf(action: Action): string[] {
  switch (action.type) {
    case 'object':
      return names(action.get, ...(action.create ?? []), action.change);
    case 'restore': {
      const { of, remove, along = [], opposite } = action;
      const gone = along.flatMap((each) => [each.get.cmdlet, each.remove]);
      return [...names(of.get, remove, opposite ?? of.change), ...gone];
    }
    case 'users':
      return [
        'Get-CsUser',
        ...action.settings.map(settingCmdlet),
        ...(action.from === 'snapshot' ? ['Set-CsUser'] : []),
      ];
    case 'mailboxes':
      return ['Get-UMMailbox', action.from === 'list' ? 'Enable-UMMailbox' : 'Disable-UMMailbox'];
    case 'manual':
      return names(action.done, action.gone, ...(action.calls ?? []));
    case 'dnsRecords':
      return [
        ...names(action.getZone, action.get),
        ...(action.takesBack
          ? ['Remove-DnsServerResourceRecord']
          : names(...(action.add ?? []).map(({ call }) => call))),
      ];
    case 'check':
      if (action.check.kind === 'found') return names(action.check.get);
      if (action.check.kind === 'true') return names(action.check.test);
      return action.check.kind === 'replication'
        ? ['Get-CsManagementStoreReplicationStatus', 'Invoke-CsManagementStoreReplication']
        : [];
  }
}

function names(...calls: readonly (Call | undefined)[]): string[] {
  return calls.flatMap((call) => (call === undefined ? [] : [call.cmdlet]));
}

function settingCmdlet(setting: UserSetting): string {
  if (setting.kind === 'enable') return 'Enable-CsUser';
  if (setting.kind === 'pool') return 'Move-CsUser';
  return setting.kind === 'grant' ? setting.cmdlet : 'Set-CsUser';
}
