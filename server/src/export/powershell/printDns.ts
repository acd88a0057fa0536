import type { LineWriter } from '../lines';
import type { Call, DnsRecordsAction } from '../plan';
import { changeText } from './phrases';
import { callText, literal, tableText } from './quote';

/** The body of a step of Windows DNS: looks, says what differs, adds only what is missing. */
export function printDns(writer: LineWriter, action: DnsRecordsAction): void {
  writer.line(`$result = 'unchanged'`);
  writer.line(`$detail = ''`);
  writer.line(`$here = @(${callText(action.get)} -ErrorAction SilentlyContinue)`);
  writer.line(`if ($null -eq (${callText(action.getZone)} -ErrorAction SilentlyContinue)) {`);
  writer.inside(() => {
    writer.line(`$result = 'notMet'`);
    writer.line(`$detail = ${literal(`This server has no zone ${action.zone}.`)}`);
  });
  if (action.takesBack) printBack(writer, action);
  else if (action.add) printAdd(writer, action, action.add);
  else printStated(writer, action);
  writer.line('}');
  writer.line('Exit-Step -Result $result -Detail $detail');
}

function plannedText({ texts, target }: DnsRecordsAction): string {
  return texts.length === 0 ? target : `${target} ${texts.join(', ')}`;
}

function printAdd(writer: LineWriter, action: DnsRecordsAction, add: NonNullable<DnsRecordsAction['add']>): void {
  const rivals = action.rivals === undefined ? '' : ` -Like ${literal(action.rivals)}`;
  const wanted = `@(${action.texts.map(literal).join(', ')})`;
  writer.line('} else {');
  writer.inside(() => {
    writer.line(`$found = @(Get-RecordText -Record $here -Type ${literal(action.recordType)})`);
    writer.line(
      `$others = @(Get-OtherRecord -Record $here -Type ${literal(action.recordType)} -Wanted ${wanted}${rivals})`,
    );
    writer.line('if ($others.Count -gt 0) {');
    writer.inside(() => {
      writer.line(`$result = 'differs'`);
      writer.line(`$detail = 'Found: ' + ($others -join ', ')`);
      writer.line(`Write-Warning -Message (${literal(`Planned is ${plannedText(action)}. `)} + $detail)`);
      writer.line(
        `Write-Warning -Message ${literal(`Nothing was changed. If what was found serves, declare it in ${action.declaredBy}; if not, remove it and run the script again.`)}`,
      );
    });
    writer.line('} else {');
    writer.inside(() => {
      for (const { text, call } of add) {
        writer.block(`if ($found -cnotcontains ${literal(text)}) {`, () => {
          writer.line(
            `if ($PSCmdlet.ShouldProcess(${literal(`${action.target} ${text}`)}, ${literal(call.cmdlet)})) {`,
          );
          writer.inside(() => {
            writer.line('Save-Snapshot -Found $found');
            printCall(writer, call);
            writer.line(`$script:newSnapshot = ''`);
            writer.line(`$result = 'created'`);
          });
          writer.line('} else {');
          writer.inside(() => writer.line('$result = $notDone'));
          writer.line('}');
        });
      }
    });
    writer.line('}');
  });
}

/** A parameter with a digit in its name is given by a table: other readers of PowerShell than its own take the digit for a value. */
function printCall(writer: LineWriter, { cmdlet, parameters }: Call): void {
  const plain = parameters.filter(({ name }) => !/\d/.test(name));
  const others = parameters.filter((parameter) => !plain.includes(parameter));
  if (others.length > 0)
    writer.line(`$address = ${tableText(others.map(({ name, value = null }) => ({ property: name, value })))}`);
  const call = changeText({ cmdlet, parameters: plain });
  writer.line(`${call}${others.length > 0 ? ' @address' : ''} | Out-Null`);
}

/** What the topology doesn't know, or leaves to the administrator: looked for and stated. */
function printStated(writer: LineWriter, action: DnsRecordsAction): void {
  writer.line('} else {');
  writer.inside(() => {
    writer.line(
      `$there = @(@(${action.alike.map(literal).join(', ')}) | ForEach-Object { Get-RecordText -Record $here -Type $_ })`,
    );
    writer.line('if ($there.Count -gt 0) {');
    writer.inside(() => writer.line(`$detail = 'Found: ' + ($there -join ', ')`));
    writer.line('} else {');
    writer.inside(() => {
      writer.line(`$result = 'toDo'`);
      writer.line(`Write-Warning -Message ${literal(`${plannedText(action)}: ${action.otherwise ?? ''}`)}`);
    });
    writer.line('}');
  });
}

/** Removes what the step added: what is planned and was not there before. */
function printBack(writer: LineWriter, action: DnsRecordsAction): void {
  const wanted = `@(${action.texts.map(literal).join(', ')})`;
  writer.line('} else {');
  writer.inside(() => {
    writer.line('$before = Read-Snapshot');
    writer.block('if ($null -ne $before) {', () => {
      writer.line('foreach ($record in $here) {');
      writer.inside(() => {
        writer.line(`$text = [string](Get-RecordText -Record @($record) -Type ${literal(action.recordType)})`);
        writer.block(`if (${wanted} -ccontains $text -and @($before.Found) -cnotcontains $text) {`, () => {
          writer.line(
            `if ($PSCmdlet.ShouldProcess(${literal(`${action.target} `)} + $text, 'Remove-DnsServerResourceRecord')) {`,
          );
          writer.inside(() => {
            writer.line(
              `Remove-DnsServerResourceRecord -ZoneName ${literal(action.zone)} -InputObject $record -Force -Confirm:$false`,
            );
            writer.line(`$result = 'removed'`);
          });
          writer.line('} else {');
          writer.inside(() => writer.line('$result = $notDone'));
          writer.line('}');
        });
      });
      writer.line('}');
    });
  });
}
