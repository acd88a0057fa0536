import type { LineWriter } from '../lines';
import type { ManualAction, Undo } from '../plan';
import { changeText, noWayBack, shouldProcess } from './phrases';
import { callText, literal, tableText } from './quote';

/** What is done by hand: run where it can be, else stated with what to enter, and waited for. */
export function printManual(writer: LineWriter, action: ManualAction, undo: Undo): void {
  if (action.onlyTold) {
    for (const text of action.instructions) writer.line(`Write-Warning -Message ${literal(text)}`);
    writer.line(`Exit-Step -Result 'told' -Detail ''`);
    return;
  }
  writer.line(`$result = 'toDo'`);
  printWhetherDone(writer, action, 'unchanged');
  if (action.onlyAfter) {
    const ids = action.onlyAfter.map(literal).join(', ');
    writer.block(
      `if (-not $RestartServices -and @($script:changedSteps | Where-Object { @(${ids}) -contains $_ }).Count -eq 0) {`,
      () => writer.line(`$result = 'unchanged'`),
    );
  }
  if (action.calls || action.services) printRestart(writer, action);
  if (action.tool) printTool(writer, action.tool, undo);
  writer.block(`if ($result -eq 'toDo') {`, () => printStated(writer, action));
  writer.line(`Exit-Step -Result $result -Detail ''`);
}

function printWhetherDone(writer: LineWriter, { done, gone, known }: ManualAction, result: string): void {
  const say = (): void => writer.line(`$result = ${literal(result)}`);
  if (gone) writer.block(`if ($null -eq (${callText(gone)} -ErrorAction SilentlyContinue)) {`, say);
  if (done) writer.block(`if ($null -ne (${callText(done)} -ErrorAction SilentlyContinue)) {`, say);
  if (known) {
    const list = (names: readonly string[]): string => `@(${names.map(literal).join(', ')})`;
    writer.block(`if (Test-UMKnown -Pool ${list(known.pools)} -DialPlan ${list(known.dialPlans)}) {`, say);
  }
}

function printRestart(writer: LineWriter, { calls = [], services = [], fields }: ManualAction): void {
  writer.block('if ($RestartServices) {', () => {
    const cmdlets = [...calls.map((call) => call.cmdlet), ...(services.length > 0 ? ['Restart-Service'] : [])];
    const targets =
      calls.length > 0
        ? fields.map((field) => field.value)
        : services.map(({ computer, service }) => `${service} on ${computer}`);
    writer.line(shouldProcess(targets.join(', '), [...new Set(cmdlets)].join(', ')));
    writer.inside(() => {
      for (const call of calls) writer.line(`${changeText(call)} | Out-Null`);
      for (const { computer, service } of services)
        writer.line(`Restart-RemoteService -ComputerName ${literal(computer)} -Name ${literal(service)}`);
      writer.line(`$result = 'done'`);
    });
    writer.line('} else {');
    writer.inside(() => writer.line('$result = $notDone'));
    writer.line('}');
  });
}

function printTool(writer: LineWriter, tool: NonNullable<ManualAction['tool']>, undo: Undo): void {
  writer.line(`$tool = Find-ExchangeTool -Name ${literal(tool.name)}`);
  writer.block(`if ($result -eq 'toDo' -and $tool -ne '') {`, () => {
    noWayBack(writer, undo);
    writer.line(`if ($PSCmdlet.ShouldProcess($tool, 'Run')) {`);
    writer.inside(() => {
      const parameters = tool.parameters.map(({ name, value = null }) => ({ property: name, value }));
      writer.line(`Invoke-ExchangeTool -Path $tool -Parameters ${tableText(parameters)}`);
      writer.line(`$result = 'done'`);
    });
    writer.line('} else {');
    writer.inside(() => writer.line('$result = $notDone'));
    writer.line('}');
  });
}

function printStated(writer: LineWriter, action: ManualAction): void {
  const { instructions, fields, stop } = action;
  for (const text of instructions) writer.line(`Write-Warning -Message ${literal(text)}`);
  for (const { name, value } of fields) writer.line(`Write-Warning -Message ${literal(`  ${name}: ${value}`)}`);
  writer.block('if (-not $Unattended -and -not $WhatIfPreference) {', () => {
    if (action.done || action.gone || action.known) {
      writer.line(`Read-Host -Prompt 'Press Enter when it is done, or to leave it for later' | Out-Null`);
      printWhetherDone(writer, action, 'done');
    } else {
      writer.line(`$answer = Read-Host -Prompt 'Type done when it is done, or press Enter to leave it for later'`);
      writer.block(`if ($answer -eq 'done') {`, () => writer.line(`$result = 'done'`));
    }
  });
  if (stop !== undefined)
    writer.block(`if ($result -eq 'toDo') {`, () => writer.line(`Stop-Step -Message ${literal(stop)}`));
}
