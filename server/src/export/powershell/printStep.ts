import { type LineWriter, oneLine, wrap } from '../lines';
import type { Call, ObjectAction, Step, Undo, Wanted } from '../plan';
import { changeText, noWayBack, shouldProcess } from './phrases';
import { printCheck } from './printCheck';
import { printDns } from './printDns';
import { printMailboxes } from './printMailboxes';
import { printManual } from './printManual';
import { printRestore } from './printRestore';
import { printUsers } from './printUsers';
import { callText, literal, tableText } from './quote';

/** One step: what it is, why it is there and how to see that it worked, then what it does. */
export function printStep(writer: LineWriter, step: Step): void {
  writer.because(step.causes, () => {
    writer.line();
    writer.line(`# ${oneLine(step.id)} - ${oneLine(step.title)}`);
    comment(writer, 'Why:', step.why);
    comment(writer, 'See:', step.proof);
    if (step.requires.length > 0) comment(writer, 'After:', step.requires.join(', '));
    if (step.undo.type === 'irreversible') comment(writer, 'No way back:', step.undo.reason);
    if (step.undo.type === 'restore' && step.undo.except !== undefined) comment(writer, 'Stays:', step.undo.except);
    const { action } = step;
    const enter = `Enter-Step -Id ${literal(step.id)} -Title ${literal(oneLine(step.title))}`;
    const asked = action.type === 'dnsRecords' ? `$Zones -eq ${literal(action.zones)} -and (${enter})` : enter;
    writer.block(`if (${asked}) {`, () => {
      if (action.type === 'object') printObject(writer, action, step.undo);
      else if (action.type === 'check') printCheck(writer, action);
      else if (action.type === 'users') printUsers(writer, action, step.undo);
      else if (action.type === 'mailboxes') printMailboxes(writer, action, step.undo);
      else if (action.type === 'dnsRecords') printDns(writer, action);
      else if (action.type === 'restore') printRestore(writer, step.id, action);
      else printManual(writer, action, step.undo);
    });
  });
}

function comment(writer: LineWriter, word: string, text: string): void {
  wrap(text, 110).forEach((line, i) => {
    writer.line(`# ${i === 0 ? word : ' '.repeat(word.length)} ${line}`);
  });
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

function printObject(writer: LineWriter, action: ObjectAction, undo: Undo): void {
  const fixed = action.wanted.filter((wanted) => wanted.immutable !== undefined);
  const changing = action.wanted.filter((wanted) => wanted.immutable === undefined);
  writer.line(`$found = ${callText(action.get)} -ErrorAction SilentlyContinue`);
  writer.line(`$result = 'unchanged'`);
  writer.line(`$detail = ''`);
  writer.line('if ($null -eq $found) {');
  writer.inside(() => {
    const { create } = action;
    if (create === undefined) {
      const refuse = (): void => {
        writer.line(`$result = 'refused'`);
        writer.line(`Stop-Step -Message ${literal(action.absent ?? 'It was not found.')}`);
      };
      if (action.madeBy === undefined) refuse();
      else {
        writer.line('if ($WhatIfPreference) {');
        writer.inside(() => writer.line('$result = $notDone'));
        writer.line('} else {');
        writer.inside(refuse);
        writer.line('}');
      }
    } else {
      const cmdlets = create.map((call) => call.cmdlet).join(', ');
      printChange(writer, action.target, cmdlets, 'created', create, undo);
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
      printChange(writer, action.target, change.cmdlet, 'changed', [change], undo);
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
  result: 'created' | 'changed',
  calls: readonly Call[],
  undo: Undo,
): void {
  noWayBack(writer, undo);
  writer.line(shouldProcess(target, cmdlets));
  writer.inside(() => {
    writer.line('Save-Snapshot -Found $found');
    calls.forEach((call, i) => {
      writer.line(`${changeText(call)} | Out-Null`);
      // It is there now, whatever becomes of the next call.
      if (result === 'created' && i === 0 && calls.length > 1) writer.line(`$script:newSnapshot = ''`);
    });
    writer.line(`$result = ${literal(result)}`);
  });
  writer.line('} else {');
  writer.inside(() => writer.line('$result = $notDone'));
  writer.line('}');
}
