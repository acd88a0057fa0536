import type { LineWriter } from '../lines';
import type { Undo, UserSetting, UsersAction } from '../plan';
import { noWayBack, orUndone } from './phrases';
import { literal } from './quote';

/** The loop over `users.csv`. Everything about a user comes from the row, so no name of a user stands in the script. */
export function printUsers(writer: LineWriter, action: UsersAction, undo: Undo): void {
  for (const counter of ['total', 'changed', 'undone', 'failed', 'online']) writer.line(`$${counter} = 0`);
  writer.line(
    action.from === 'list'
      ? 'Import-Csv -LiteralPath $UsersPath -Encoding UTF8 | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {'
      : 'Read-UserSnapshot | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {',
  );
  writer.inside(() => {
    writer.line('$row = $_');
    writer.line('$total++');
    writer.line(`$address = Get-Cell -Row $row -Name 'SipAddress'`);
    writer.line('$did = @()');
    writer.line('$left = @()');
    writer.line(`if ((Get-Cell -Row $row -Name 'HostingProvider') -ne '') {`);
    writer.inside(() => {
      writer.line('# Homed online: voice mail is the affair of that provider.');
      writer.line('$online++');
    });
    writer.line('} else {');
    writer.inside(() => {
      writer.line('try {');
      writer.inside(() => printUser(writer, action, undo));
      writer.line('} catch {');
      writer.inside(() => {
        writer.line('$failed++');
        writer.line('Save-Failure -Address $address -Message $_.Exception.Message');
      });
      writer.line('}');
    });
    writer.line('}');
    writer.block('if ($did.Count -gt 0) {', () => writer.line('$changed++'));
    writer.block('if ($left.Count -gt 0) {', () => writer.line('$undone++'));
    writer.block('if ($total % $BatchSize -eq 0) {', () => {
      writer.line(
        `$status = [string]($FirstUser + $total - 1) + '${action.from === 'list' ? ` of ${action.users}` : ''} users; to go on from here: -FirstUser ' + [string]($FirstUser + $total)`,
      );
      writer.line('Write-Progress -Activity $activity -Status $status -CurrentOperation $address');
      writer.line('Write-Verbose -Message $status');
      writer.line('Start-Sleep -Seconds $PauseSeconds');
    });
  });
  writer.line('}');
  writer.line(`$result = 'unchanged'`);
  writer.block('if ($changed -gt 0) {', () => writer.line(`$result = 'changed'`));
  writer.block('if ($undone -gt 0) {', () => writer.line('$result = $notDone'));
  writer.block('if ($failed -gt 0) {', () => {
    writer.line(`$result = 'failed'`);
    writer.line(
      `Write-Warning -Message ([string]$failed + ' users failed; they are recorded in failed-users.csv in ' + $LogFolder + '. Remove the causes and run the step again: it changes only what is left.')`,
    );
  });
  writer.line(
    `Exit-Step -Result $result -Detail ([string]$total + ' users, ' + [string]$changed + ' changed, ' + [string]$undone + ' not done, ' + [string]$failed + ' failed, ' + [string]$online + ' homed online')`,
  );
}

function printUser(writer: LineWriter, action: UsersAction, undo: Undo): void {
  if (action.from === 'snapshot') {
    printUserBack(writer, action);
    return;
  }
  writer.line('$user = Get-CsUser -Identity $address -ErrorAction SilentlyContinue');
  const enables = action.settings.some((setting) => setting.kind === 'enable');
  writer.block('if ($null -eq $user) {', () => {
    if (enables) printEnable(writer, undo);
    else {
      writer.line('if ($WhatIfPreference) {');
      writer.inside(() => writer.line(`$left += 'Enable-CsUser'`));
      writer.line('} else {');
      writer.inside(() =>
        writer.line(
          `throw 'The user is not enabled for Lync: the step Users of 10-lync.ps1 in the folder powershell does that.'`,
        ),
      );
      writer.line('}');
    }
  });
  writer.block('if ($null -ne $user) {', () => {
    for (const setting of action.settings) printSetting(writer, setting, true);
  });
}

/** A user who was not there before is set back and switched off, not deleted: `Disable-CsUser` would take along what others have set since. [PS-SETUSER] */
function printUserBack(writer: LineWriter, action: UsersAction): void {
  writer.line('$user = Get-CsUser -Identity $address -ErrorAction SilentlyContinue');
  writer.line(`$isNew = (Get-Cell -Row $row -Name 'Existed') -eq 'False'`);
  // One who is new and isn't there was about to be enabled when the script was killed.
  writer.block('if ($null -eq $user -and -not $isNew) {', () => writer.line(`throw 'The user is not there any more.'`));
  writer.block('if ($null -ne $user) {', () => {
    for (const setting of action.settings) printSetting(writer, setting, false);
    writer.block(`if ($isNew -and [string](Get-PropertyValue -Of $user -Name 'Enabled') -ne 'False') {`, () => {
      guarded(writer, `'Set-CsUser -Enabled'`, () => {
        writer.line('Set-CsUser -Identity $address -Enabled $false -Confirm:$false');
        writer.line(`$did += 'Enabled'`);
      });
    });
  });
}

function printEnable(writer: LineWriter, undo: Undo): void {
  writer.line(`$account = Get-Cell -Row $row -Name 'Identity'`);
  writer.line(`$pool = Get-Cell -Row $row -Name 'RegistrarPool'`);
  writer.block(`if ($pool -eq '' -or $pool -eq 'unknown') {`, () => {
    writer.line(`throw 'The user is not enabled for Lync, and the topology does not know the home pool.'`);
  });
  noWayBack(writer, undo);
  guarded(writer, `'Enable-CsUser'`, () => {
    writer.line('Save-UserSnapshot -Address $address -User $null');
    orUndone(writer, 'Undo-UserSnapshot -Address $address', () =>
      writer.line(
        'Enable-CsUser -Identity $account -RegistrarPool $pool -SipAddress $address -Confirm:$false | Out-Null',
      ),
    );
    writer.line(`$did += 'Enable-CsUser'`);
    writer.line('$user = Get-CsUser -Identity $address');
  });
}

function guarded(writer: LineWriter, action: string, write: () => void): void {
  writer.line(`if ($PSCmdlet.ShouldProcess($address, ${action})) {`);
  writer.inside(write);
  writer.line('} else {');
  writer.inside(() => writer.line(`$left += ${action}`));
  writer.line('}');
}

/** @param keeps whether what is found is kept for the way back. */
function printSetting(writer: LineWriter, setting: UserSetting, keeps: boolean): void {
  switch (setting.kind) {
    case 'enable':
      return;
    case 'pool':
      printMove(writer, setting, keeps);
      return;
    case 'parameter': {
      const { parameter, column, type, clear } = setting;
      writer.line(`$cell = Get-Cell -Row $row -Name ${literal(column)}`);
      writer.line(`$wanted = ConvertTo-Wanted -Cell $cell -Type ${literal(type)}`);
      const found = `Get-PropertyValue -Of $user -Name ${literal(parameter)}`;
      writer.block(
        `if ((Test-Said -Cell $cell${clear ? ' -Clear' : ''}) -and -not (Test-Same -Found (${found}) -Wanted $wanted)) {`,
        () => {
          guarded(writer, literal(`Set-CsUser -${parameter}`), () => {
            if (keeps) writer.line('Save-UserSnapshot -Address $address -User $user');
            writer.line(`Set-CsUser -Identity $address -${parameter} $wanted -Confirm:$false`);
            writer.line(`$did += ${literal(parameter)}`);
          });
        },
      );
      return;
    }
    case 'grant': {
      const { cmdlet, column, property, clear } = setting;
      writer.line(`$cell = Get-Cell -Row $row -Name ${literal(column)}`);
      writer.line(`$wanted = (ConvertTo-Wanted -Cell $cell -Type 'text') -replace '^tag:', ''`);
      writer.block(`if ($wanted -eq '') {`, () => writer.line('$wanted = $null'));
      const found = `Get-PropertyValue -Of $user -Name ${literal(property)}`;
      writer.block(
        `if ((Test-Said -Cell $cell${clear ? ' -Clear' : ''}) -and -not (Test-Same -Found (${found}) -Wanted $wanted -Comparison 'policy')) {`,
        () => {
          guarded(writer, literal(cmdlet), () => {
            if (keeps) writer.line('Save-UserSnapshot -Address $address -User $user');
            writer.line(`${cmdlet} -Identity $address -PolicyName $wanted -Confirm:$false`);
            writer.line(`$did += ${literal(property)}`);
          });
        },
      );
    }
  }
}

function printMove(
  writer: LineWriter,
  { asked, confirm }: Extract<UserSetting, { kind: 'pool' }>,
  keeps: boolean,
): void {
  writer.line(`$cell = Get-Cell -Row $row -Name 'RegistrarPool'`);
  writer.line(`$homePool = [string](Get-PropertyValue -Of $user -Name 'RegistrarPool')`);
  writer.block('if ((Test-Said -Cell $cell) -and -not (Test-Same -Found $homePool -Wanted $cell)) {', () => {
    if (asked) {
      writer.block('if (-not $MoveUsers) {', () => {
        writer.line(
          `throw ('The user is homed on ' + $homePool + ', declared is ' + $cell + ': run the script with -MoveUsers, or correct the topology.')`,
        );
      });
    }
    guarded(writer, `'Move-CsUser'`, () => {
      if (keeps) writer.line('Save-UserSnapshot -Address $address -User $user');
      writer.line(`Move-CsUser -Identity $address -Target $cell${confirm ? ' -Confirm:$false' : ''} | Out-Null`);
      writer.line(`$did += 'RegistrarPool'`);
    });
  });
}
