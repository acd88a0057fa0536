import type { LineWriter } from '../lines';
import type { Check, CheckAction } from '../plan';
import { shouldProcess } from './phrases';
import { printUserDifferences } from './printVerifyUsers';
import { callText, literal } from './quote';

/** Looks whether something holds; changes nothing but that the Central Management store is asked to replicate. */
export function printCheck(writer: LineWriter, { check }: CheckAction): void {
  if (check.kind !== 'replication' && check.kind !== 'wave') writer.line(`$result = 'ok'`);
  switch (check.kind) {
    case 'shell':
      if (check.modules.length > 0)
        writer.block(`foreach ($module in @(${check.modules.map(literal).join(', ')})) {`, () => {
          writer.block(`if (@(Get-Module -Name $module -ListAvailable).Count -gt 0) {`, () => {
            writer.line('Import-Module -Name $module -Verbose:$false');
          });
        });
      writer.line(
        `$missing = @(@(${check.cmdlets.map(literal).join(', ')}) | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })`,
      );
      writer.block('if ($missing.Count -gt 0) {', () => {
        writer.line(
          `throw ('This shell has no ' + ($missing -join ', ') + '. Run the script in the ' + ${literal(check.shell)} + '.')`,
        );
      });
      if (check.only)
        writer.block(`if ($null -eq (${callText(check.only)} -ErrorAction SilentlyContinue)) {`, () => {
          writer.line(`throw ${literal(`This is another session. Run the script in the ${check.shell}.`)}`);
        });
      break;
    case 'found':
      writer.block(`if ($null -eq (${callText(check.get)} -ErrorAction SilentlyContinue)) {`, () => {
        notMet(writer, `Stop-Step -Message ${literal(check.missing)}`);
      });
      break;
    case 'true':
      writer.block(`if (-not (${callText(check.test)})) {`, () => {
        notMet(writer, `Write-Warning -Message ${literal(check.otherwise)}`);
      });
      break;
    case 'replication':
      printReplication(writer);
      return;
    case 'transaction':
    case 'record':
    case 'export':
      throw new Error(`Only verification asks for a ${check.kind}`);
    case 'srv':
      writer.line(`$answer = Resolve-Record -Name ${literal(check.name)} -Type 'SRV'`);
      writer.block(`if (-not (Test-Answer -Answer $answer -Text ${literal(check.target.toLowerCase())})) {`, () => {
        notMet(writer, `Stop-Step -Message ${literal(check.otherwise)}`);
      });
      break;
    case 'wave':
      printWaveCheck(writer, check);
      return;
    case 'usersFile':
      writer.block('if (-not (Test-Path -LiteralPath $UsersPath)) {', () => {
        writer.line(`throw ('There is no file ' + $UsersPath + ': name the exported users.csv by -UsersPath.')`);
      });
      writer.line('$firstRow = Import-Csv -LiteralPath $UsersPath -Encoding UTF8 | Select-Object -First 1');
      writer.block('if ($null -eq $firstRow) {', () => {
        writer.line(`throw ($UsersPath + ' holds no user: export it again.')`);
      });
      writer.line(
        `$missing = @(@(${check.columns.map(literal).join(', ')}) | Where-Object { $null -eq $firstRow.PSObject.Properties[$_] })`,
      );
      writer.block('if ($missing.Count -gt 0) {', () => {
        writer.line(`throw ($UsersPath + ' has no column ' + ($missing -join ', ') + ': export it again.')`);
      });
      break;
  }
  writer.line(`Exit-Step -Result $result -Detail ''`);
}

function notMet(writer: LineWriter, say: string): void {
  writer.line(`$result = 'notMet'`);
  writer.line(say);
}

function printReplication(writer: LineWriter): void {
  writer.line(`$result = 'unchanged'`);
  writer.line(`$detail = ''`);
  writer.block('if ($script:changedSteps.Count -gt 0 -or @(Get-ReplicaBehind).Count -gt 0) {', () => {
    writer.line(shouldProcess('the Central Management store', 'Invoke-CsManagementStoreReplication'));
    writer.inside(() => {
      writer.line('Invoke-CsManagementStoreReplication');
      writer.line('$behind = Wait-Replication');
      writer.block(`if ($behind -ne '') {`, () => {
        writer.line(
          `throw ('Not up to date: ' + $behind + '. Look at the replication to the Edge (port 4443 from the Front End); a longer wait is set by -ReplicationMinutes.')`,
        );
      });
      writer.line(`$result = 'replicated'`);
    });
    writer.line('} else {');
    writer.inside(() => writer.line('$result = $notDone'));
    writer.line('}');
  });
  writer.line('Exit-Step -Result $result -Detail $detail');
}

/** Whether the wave before is done: its users are as its list says. */
function printWaveCheck(writer: LineWriter, check: Extract<Check, { kind: 'wave' }>): void {
  writer.line(`$result = 'ok'`);
  writer.line(`$detail = ''`);
  writer.line('if (-not (Test-Path -LiteralPath $PreviousUsersPath)) {');
  writer.inside(() => {
    writer.line(`$result = 'notMet'`);
    writer.line(
      `Stop-Step -Message (${literal(`Whether wave ${check.wave} is done is not known: there is no file `)} + $PreviousUsersPath + '. Name its list by -PreviousUsersPath, or go on with -From the next step.')`,
    );
  });
  writer.line('} else {');
  writer.inside(() => {
    writer.line('$wrong = 0');
    writer.line('$total = 0');
    writer.line('Import-Csv -LiteralPath $PreviousUsersPath -Encoding UTF8 | ForEach-Object {');
    writer.inside(() => {
      writer.line('$row = $_');
      printUserDifferences(writer, check.settings, () => {
        writer.block('if ($differences.Count -gt 0) {', () => {
          writer.line('$wrong++');
          writer.line(`Write-Verbose -Message ($address + ': ' + ($differences -join ', '))`);
        });
      });
    });
    writer.line('}');
    writer.line(`$detail = [string]$wrong + ' of ' + [string]$total + ' users of the wave before differ'`);
    writer.block('if ($wrong -gt 0) {', () => {
      writer.line(`$result = 'notMet'`);
      writer.line(
        `Stop-Step -Message ($detail + ${literal(`: finish wave ${check.wave} first (-Verbose names them), or go on with -From the next step.`)})`,
      );
    });
  });
  writer.line('}');
  writer.line('Exit-Step -Result $result -Detail $detail');
}
