import type { LineWriter } from '../lines';
import type { MailboxesAction, UserSetting, UsersAction } from '../plan';
import { printMailboxRow } from './printMailboxes';
import { literal } from './quote';

/** Users who differ are listed one by one, the rest as a number. */
export function printUsers(writer: LineWriter, action: UsersAction): void {
  overRows(writer, () => {
    writer.line('$row = $_');
    printUserDifferences(writer, action.settings, () => {
      writer.block('if ($differences.Count -gt 0) {', () => {
        writer.line(`$word = 'differs'`);
        writer.block(`if ($differences -contains 'missing') {`, () => writer.line(`$word = 'missing'`));
        printOne(writer, '$word', `$differences -join ', '`);
      });
      printProgress(writer);
    });
  });
}

/** Local mailboxes that should be enabled for UM. */
export function printMailboxes(writer: LineWriter, action: MailboxesAction): void {
  overRows(writer, () => {
    printMailboxRow(writer, action, false);
    writer.block(
      'if ($isWanted -and $null -eq (Get-UMMailbox -Identity $account -ErrorAction SilentlyContinue)) {',
      () => printOne(writer, `'missing'`, `'The mailbox is not enabled for UM.'`),
    );
    printProgress(writer);
  });
}

function overRows(writer: LineWriter, write: () => void): void {
  for (const counter of ['total', 'wrong']) writer.line(`$${counter} = 0`);
  writer.line(
    'Import-Csv -LiteralPath $UsersPath -Encoding UTF8 | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {',
  );
  writer.inside(write);
  writer.line('}');
  writer.block('if ($wrong -gt 0) {', () => writer.line(`$result = 'differs'`));
  writer.line(`$detail = [string]$wrong + ' of ' + [string]$total + ' users differ'`);
}

function printOne(writer: LineWriter, word: string, detail: string): void {
  writer.line('$wrong++');
  writer.line('[pscustomobject]@{');
  writer.inside(() => {
    writer.line('Step = $script:stepId');
    writer.line(`Result = ${word}`);
    writer.line(`Detail = ${detail}`);
    writer.line('Title = $address');
  });
  writer.line('}');
}

function printProgress(writer: LineWriter): void {
  writer.block('if ($total % $BatchSize -eq 0) {', () => {
    writer.line('Write-Progress -Activity $activity -Status ([string]$total) -CurrentOperation $address');
    writer.line('Start-Sleep -Seconds $PauseSeconds');
  });
}

/** Compares the user of `$row` with what the row says: counts in `$total`, names what differs in `$differences`. Users homed online are passed over. */
export function printUserDifferences(writer: LineWriter, settings: readonly UserSetting[], then: () => void): void {
  writer.line(`$address = Get-Cell -Row $row -Name 'SipAddress'`);
  writer.block(`if ((Get-Cell -Row $row -Name 'HostingProvider') -eq '') {`, () => {
    writer.line('$total++');
    writer.line('$differences = @()');
    writer.line('$user = Get-CsUser -Identity $address -ErrorAction SilentlyContinue');
    writer.line('if ($null -eq $user) {');
    writer.inside(() => writer.line(`$differences += 'missing'`));
    writer.line('} else {');
    writer.inside(() => {
      for (const setting of settings) printDifference(writer, setting);
    });
    writer.line('}');
    then();
  });
}

function printDifference(writer: LineWriter, setting: UserSetting): void {
  if (setting.kind === 'enable') return;
  const grants = setting.kind === 'grant';
  const column = setting.kind === 'pool' ? 'RegistrarPool' : setting.column;
  const property = setting.kind === 'pool' ? 'RegistrarPool' : grants ? setting.property : setting.parameter;
  const type = setting.kind === 'parameter' ? setting.type : 'text';
  const clear = setting.kind !== 'pool' && setting.clear ? ' -Clear' : '';
  writer.line(`$cell = Get-Cell -Row $row -Name ${literal(column)}`);
  writer.line(
    grants
      ? `$wanted = (ConvertTo-Wanted -Cell $cell -Type 'text') -replace '^tag:', ''`
      : `$wanted = ConvertTo-Wanted -Cell $cell -Type ${literal(type)}`,
  );
  const comparison = grants ? ` -Comparison 'policy'` : '';
  writer.block(
    `if ((Test-Said -Cell $cell${clear}) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name ${literal(property)}) -Wanted $wanted${comparison})) {`,
    () => writer.line(`$differences += ${literal(property)}`),
  );
}
