import type { LineWriter } from '../lines';
import type { Call, Undo } from '../plan';
import { callText, literal } from './quote';

/** The cmdlets that ask before they change: the script has asked already. `Move-CsUser` of Lync Server 2010 has no `-Confirm`. */
const asking = /^(Add|New|Set|Grant|Remove|Enable|Disable|Start|Stop)-/;

/** A call that changes something, as it stands in the script. */
export function changeText(call: Call): string {
  return `${callText(call)}${asking.test(call.cmdlet) ? ' -Confirm:$false' : ''}`;
}

/** The head of a block that `-WhatIf` leaves out and `-Confirm` asks for. */
export function shouldProcess(target: string, action: string): string {
  return `if ($PSCmdlet.ShouldProcess(${literal(target)}, ${literal(action)})) {`;
}

/** What can't be taken back is said before it is asked for. */
export function noWayBack(writer: LineWriter, undo: Undo): void {
  const reason =
    undo.type === 'irreversible'
      ? `There is no way back. ${undo.reason}`
      : undo.type === 'restore'
        ? undo.except
        : undefined;
  if (reason !== undefined) writer.line(`Write-NoWayBack -Reason ${literal(reason)}`);
}

/** A call for which something was kept before: where it fails that is taken off again, by `undo`. */
export function orUndone(writer: LineWriter, undo: string, call: () => void): void {
  writer.line('try {');
  writer.inside(call);
  writer.line('} catch {');
  writer.inside(() => {
    writer.line(undo);
    writer.line('throw');
  });
  writer.line('}');
}
