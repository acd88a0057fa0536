import type { LineWriter } from '../lines';
import type { MailboxesAction, Undo } from '../plan';
import { noWayBack, orUndone } from './phrases';
import { literal } from './quote';

/** The loop that enables local mailboxes for UM. No PIN is ever written: Exchange makes one and sends it. */
export function printMailboxes(writer: LineWriter, action: MailboxesAction, undo: Undo): void {
  const back = action.from === 'snapshot';
  for (const counter of ['total', 'changed', 'undone', 'failed']) writer.line(`$${counter} = 0`);
  const rows = back ? 'Read-MailboxSnapshot' : 'Import-Csv -LiteralPath $UsersPath -Encoding UTF8';
  writer.line(`${rows} | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {`);
  writer.inside(() => {
    if (back) printSnapshotRow(writer);
    else printMailboxRow(writer, action);
    writer.block(back ? `if ($account -ne '') {` : 'if ($isWanted) {', () => {
      writer.line('try {');
      writer.inside(() => (back ? printMailboxBack(writer) : printMailbox(writer, action.cloud, undo)));
      writer.line('} catch {');
      writer.inside(() => {
        writer.line('$failed++');
        writer.line('Save-Failure -Address $address -Message $_.Exception.Message');
      });
      writer.line('}');
    });
    writer.block('if ($total % $BatchSize -eq 0) {', () => {
      writer.line(
        `Write-Progress -Activity $activity -Status ([string]($FirstUser + $total - 1) + '${back ? '' : ` of ${action.users}`} users') -CurrentOperation $address`,
      );
      writer.line('Start-Sleep -Seconds $PauseSeconds');
    });
  });
  writer.line('}');
  writer.line(`$result = 'unchanged'`);
  writer.block('if ($changed -gt 0) {', () => writer.line(`$result = 'changed'`));
  writer.block('if ($undone -gt 0) {', () => writer.line('$result = $notDone'));
  writer.block('if ($failed -gt 0) {', () => writer.line(`$result = 'failed'`));
  writer.line(
    `Exit-Step -Result $result -Detail ([string]$total + ' users, ' + [string]$changed + ' changed, ' + [string]$undone + ' not done, ' + [string]$failed + ' failed')`,
  );
}

function printMailbox(writer: LineWriter, cloud: boolean, undo: Undo): void {
  writer.line('$mailbox = Get-UMMailbox -Identity $account -ErrorAction SilentlyContinue');
  writer.line('if ($null -ne $mailbox) {');
  writer.inside(() => {
    writer.line(`$have = [string](Get-PropertyValue -Of $mailbox -Name 'UMDialPlan') -replace '^.*[\\\\/]', ''`);
    writer.block(`if (-not $isCloud -and $have -ne '' -and $have -ne $dialPlan) {`, () => {
      writer.line(
        `throw ('The mailbox is enabled with the dial plan ' + $have + ', declared is ' + $dialPlan + '. Nothing changes it but Disable-UMMailbox -KeepProperties $true, then this step again.')`,
      );
    });
  });
  writer.line('} else {');
  writer.inside(() => {
    noWayBack(writer, undo);
    writer.line(`if ($PSCmdlet.ShouldProcess($address, 'Enable-UMMailbox')) {`);
    writer.inside(() => {
      writer.line('Save-MailboxSnapshot -Address $address -Account $account');
      orUndone(writer, 'Undo-SnapshotRow', () => printEnable(writer, cloud));
      writer.line('$changed++');
    });
    writer.line('} else {');
    writer.inside(() => writer.line('$undone++'));
    writer.line('}');
  });
  writer.line('}');
}

function printEnable(writer: LineWriter, cloud: boolean): void {
  if (cloud) {
    writer.line('if ($isCloud) {');
    writer.inside(() =>
      writer.line('Enable-UMMailbox -Identity $account -EnableCloudVoiceMail -Confirm:$false | Out-Null'),
    );
    writer.line(`} elseif ($extension -eq '') {`);
  } else writer.line(`if ($extension -eq '') {`);
  const enable = 'Enable-UMMailbox -Identity $account -UMMailboxPolicy $policy -SIPResourceIdentifier $address';
  writer.inside(() => writer.line(`${enable} -Confirm:$false | Out-Null`));
  writer.line('} else {');
  writer.inside(() => writer.line(`${enable} -Extensions $extension.Split(';') -Confirm:$false | Out-Null`));
  writer.line('}');
}

function printSnapshotRow(writer: LineWriter): void {
  writer.line('$row = $_');
  writer.line('$total++');
  writer.line(`$address = Get-Cell -Row $row -Name 'SipAddress'`);
  writer.line(`$account = Get-Cell -Row $row -Name 'Identity'`);
}

/** What Exchange keeps of a mailbox, it takes up again when that is enabled the next time. */
function printMailboxBack(writer: LineWriter): void {
  writer.block('if ($null -ne (Get-UMMailbox -Identity $account -ErrorAction SilentlyContinue)) {', () => {
    writer.line(`if ($PSCmdlet.ShouldProcess($address, 'Disable-UMMailbox')) {`);
    writer.inside(() => {
      writer.line('Disable-UMMailbox -Identity $account -KeepProperties $true -Confirm:$false | Out-Null');
      writer.line('$changed++');
    });
    writer.line('} else {');
    writer.inside(() => writer.line('$undone++'));
    writer.line('}');
  });
}

/** What a row of `users.csv` says of the mailbox, and whether it is one that this shell enables. */
export function printMailboxRow(writer: LineWriter, action: MailboxesAction, enables = true): void {
  writer.line('$row = $_');
  writer.line('$total++');
  writer.line(`$address = (Get-Cell -Row $row -Name 'SipAddress') -replace '^sip:', ''`);
  writer.line(`$account = Get-Cell -Row $row -Name 'Identity'`);
  if (enables) {
    writer.line(`$policy = (Get-Cell -Row $row -Name 'UmMailboxPolicy') -replace '^.*\\\\', ''`);
    writer.line(`$dialPlan = (Get-Cell -Row $row -Name 'UmDialPlan') -replace '^.*\\\\', ''`);
    writer.line(`$extension = Get-Cell -Row $row -Name 'Extension'`);
  }
  writer.line(`$isCloud = (Get-Cell -Row $row -Name 'EnableCloudVoiceMail') -eq 'True'`);
  writer.line(`$isLocal = (Get-Cell -Row $row -Name 'MailboxLocation') -eq 'local'`);
  const plans = action.dialPlans.map(literal).join(', ');
  writer.line(`$isOurs = @(${plans}) -contains (Get-Cell -Row $row -Name 'UmDialPlan')`);
  writer.line(`$isWanted = $isLocal -and ${action.cloud ? '($isOurs -or $isCloud)' : '$isOurs -and -not $isCloud'}`);
}
