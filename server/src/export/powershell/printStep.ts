import { type LineWriter, oneLine, wrap } from '../lines';
import type { Call, CheckAction, ManualAction, ObjectAction, Step, Wanted } from '../plan';
import { printDns } from './printDns';
import { printMailboxes } from './printMailboxes';
import { printRestore } from './printRestore';
import { printUsers } from './printUsers';
import { callText, literal, tableText } from './quote';

/** The cmdlets that ask before they change: the script has asked already. `Move-CsUser` of Lync Server 2010 has no `-Confirm`. */
const asking = /^(Add|New|Set|Grant|Remove|Enable|Disable|Start|Stop)-/;

/** A call that changes something, as it stands in the script. */
export function changeText(call: Call): string {
  return `${callText(call)}${asking.test(call.cmdlet) ? ' -Confirm:$false' : ''}`;
}

/** One step: what it is, why it is there and how to see that it worked, then what it does. */
export function printStep(writer: LineWriter, step: Step): void {
  writer.because(step.causes, () => {
    writer.line();
    writer.line(`# ${step.id} - ${oneLine(step.title)}`);
    comment(writer, 'Why:', step.why);
    comment(writer, 'See:', step.proof);
    if (step.requires.length > 0) comment(writer, 'After:', step.requires.join(', '));
    if (step.undo.type === 'irreversible') comment(writer, 'No way back:', step.undo.reason);
    const { action } = step;
    const enter = `Enter-Step -Id ${literal(step.id)} -Title ${literal(oneLine(step.title))}`;
    const asked = action.type === 'dnsRecords' ? `$Zones -eq ${literal(action.zones)} -and (${enter})` : enter;
    writer.block(`if (${asked}) {`, () => {
      if (action.type === 'object') printObject(writer, action);
      else if (action.type === 'check') printCheck(writer, action);
      else if (action.type === 'users') printUsers(writer, action);
      else if (action.type === 'mailboxes') printMailboxes(writer, action);
      else if (action.type === 'dnsRecords') printDns(writer, action);
      else if (action.type === 'restore') printRestore(writer, step.id, action);
      else printManual(writer, action);
    });
  });
}

function comment(writer: LineWriter, word: string, text: string): void {
  wrap(text, 110).forEach((line, i) => {
    writer.line(`# ${i === 0 ? word : ' '.repeat(word.length)} ${line}`);
  });
}

function shouldProcess(target: string, action: string): string {
  return `if ($PSCmdlet.ShouldProcess(${literal(target)}, ${literal(action)})) {`;
}

/** The comparison of what was found with what is wanted. */
export function differenceText(wanted: readonly Wanted[]): string {
  const named = (compare: Wanted['compare']): string => {
    const names = wanted.filter((entry) => entry.compare === compare).map((entry) => literal(entry.property));
    const parameter = { list: 'Lists', policy: 'Policies', contains: 'Contains', value: '' }[compare];
    return names.length === 0 ? '' : ` -${parameter} ${names.join(', ')}`;
  };
  return `Get-Difference -Found $found -Wanted ${tableText(wanted)}${named('list')}${named('policy')}${named('contains')}`;
}

function printObject(writer: LineWriter, action: ObjectAction): void {
  const fixed = action.wanted.filter((wanted) => wanted.immutable !== undefined);
  const changing = action.wanted.filter((wanted) => wanted.immutable === undefined);
  writer.line(`$found = ${callText(action.get)} -ErrorAction SilentlyContinue`);
  writer.line(`$result = 'unchanged'`);
  writer.line(`$detail = ''`);
  writer.line('if ($null -eq $found) {');
  writer.inside(() => {
    const { create } = action;
    if (create === undefined) {
      writer.line(`$result = 'refused'`);
      writer.line(`Stop-Step -Message ${literal(action.absent ?? 'It was not found.')}`);
    } else {
      const cmdlets = create.map((call) => call.cmdlet).join(', ');
      printChange(writer, action.target, cmdlets, 'created', create);
    }
  });
  writer.line('} else {');
  writer.inside(() => {
    for (const { property, immutable, ...wanted } of fixed) {
      writer.line(`if (@(${differenceText([{ property, ...wanted }])}).Count -gt 0) {`);
      writer.inside(() => {
        writer.line(`$result = 'refused'`);
        writer.line(
          `Stop-Step -Message (${literal(immutable ?? '')} + ' Found: ' + [string](Get-PropertyValue -Of $found -Name ${literal(property)}))`,
        );
      });
      writer.line('}');
    }
    const { change } = action;
    if (change === undefined || (changing.length === 0 && action.otherType === undefined)) {
      writer.line(`$detail = 'It is there.'`);
      return;
    }
    writer.line(`$differences = @(${differenceText(changing)})`);
    if (action.otherType !== undefined) {
      const pattern = literal(`*${action.otherType}*`);
      writer.block(`if (@($found.PSObject.TypeNames -like ${pattern}).Count -gt 0) {`, () => {
        writer.line(`$differences += 'Routing'`);
      });
    }
    writer.block('if ($differences.Count -gt 0) {', () => {
      writer.line(`$detail = $differences -join ', '`);
      printChange(writer, action.target, change.cmdlet, 'changed', [change]);
    });
  });
  writer.line('}');
  if (action.afterwards !== undefined) {
    writer.block(`if ($result -eq 'created' -or $result -eq 'changed') {`, () => {
      writer.line(`Write-Warning -Message ${literal(action.afterwards ?? '')}`);
    });
  }
  writer.line('Exit-Step -Result $result -Detail $detail');
}

function printChange(
  writer: LineWriter,
  target: string,
  cmdlets: string,
  result: string,
  calls: readonly Call[],
): void {
  writer.line(shouldProcess(target, cmdlets));
  writer.inside(() => {
    writer.line('Save-Snapshot -Found $found');
    for (const call of calls) writer.line(`${changeText(call)} | Out-Null`);
    writer.line(`$result = ${literal(result)}`);
  });
  writer.line('} else {');
  writer.inside(() => writer.line('$result = $notDone'));
  writer.line('}');
}

function printCheck(writer: LineWriter, { check }: CheckAction): void {
  if (check.kind !== 'replication') writer.line(`$result = 'ok'`);
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
    case 'srv':
      writer.line(`$answer = Resolve-Srv -Name ${literal(check.name)}`);
      writer.block(`if (-not $answer.ToLowerInvariant().Contains(${literal(check.target.toLowerCase())})) {`, () => {
        notMet(writer, `Stop-Step -Message ${literal(check.otherwise)}`);
      });
      break;
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
  writer.block('if ($script:changes -gt 0 -or @(Get-ReplicaBehind).Count -gt 0) {', () => {
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

function printManual(writer: LineWriter, action: ManualAction): void {
  const { done, calls } = action;
  writer.line(`$result = 'toDo'`);
  if (done) {
    writer.block(`if ($null -ne (${callText(done)} -ErrorAction SilentlyContinue)) {`, () => {
      writer.line(`$result = 'unchanged'`);
    });
  }
  if (calls) {
    writer.block('if ($RestartServices) {', () => {
      writer.line(
        shouldProcess(
          action.fields.map((field) => field.value).join(', '),
          [...new Set(calls.map((call) => call.cmdlet))].join(', '),
        ),
      );
      writer.inside(() => {
        for (const call of calls) writer.line(`${changeText(call)} | Out-Null`);
        writer.line(`$result = 'done'`);
      });
      writer.line('} else {');
      writer.inside(() => writer.line('$result = $notDone'));
      writer.line('}');
    });
  }
  writer.block(`if ($result -eq 'toDo') {`, () => {
    for (const text of action.instructions) writer.line(`Write-Warning -Message ${literal(text)}`);
    for (const { name, value } of action.fields)
      writer.line(`Write-Warning -Message ${literal(`  ${name}: ${value}`)}`);
    const { stop } = action;
    if (stop !== undefined) writer.line(`Stop-Step -Message ${literal(stop)}`);
    if (done) {
      writer.block('if (-not $Unattended -and -not $WhatIfPreference) {', () => {
        writer.line(`Read-Host -Prompt 'Press Enter when it is done, or to leave it for later' | Out-Null`);
        writer.block(`if ($null -ne (${callText(done)} -ErrorAction SilentlyContinue)) {`, () => {
          writer.line(`$result = 'done'`);
        });
      });
    }
  });
  writer.line(`Exit-Step -Result $result -Detail ''`);
}
