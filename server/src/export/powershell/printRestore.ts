import type { LineWriter } from '../lines';
import type { Along, Call, Parameter, RestoreAction, Value, Wanted } from '../plan';
import { callText, literal } from './quote';

type BeforeType = 'boolean' | 'text' | 'list' | 'policy';

/** One step taken back: removed where it was created, else the values that were found before, by the same cmdlet. */
export function printRestore(writer: LineWriter, id: string, action: RestoreAction): void {
  const { of } = action;
  writer.line('$snapshot = Read-Snapshot');
  writer.line(`$result = 'unchanged'`);
  writer.line(`$detail = ''`);
  writer.block('if ($null -ne $snapshot) {', () => {
    writer.line(`$found = ${callText(of.get)} -ErrorAction SilentlyContinue`);
    writer.line('if (-not $snapshot.Existed) {');
    writer.inside(() => {
      writer.block('if ($null -ne $found) {', () => {
        if (action.remove)
          change(
            writer,
            of.target,
            'removed',
            `${callText(action.remove)} -Confirm:$false`,
            action.remove.cmdlet,
            action.along,
          );
        else {
          writer.line(`$result = 'refused'`);
          writer.line(
            `Stop-Step -Message ${literal(`${of.target} was made by the step ${id}; no cmdlet removes it.`)}`,
          );
        }
      });
    });
    writer.line('} elseif ($null -eq $found) {');
    writer.inside(() => {
      // What another step made went with that one: nothing is left to set back.
      if (of.madeBy !== undefined) {
        writer.line(`$detail = 'It is not there any more.'`);
        return;
      }
      writer.line(`$result = 'refused'`);
      writer.line(
        `Stop-Step -Message ${literal(`There is no ${of.target} any more: make it again by hand, its values are in the snapshot.`)}`,
      );
    });
    if (action.opposite ?? of.change) {
      writer.line('} else {');
      writer.inside(() => printValues(writer, action));
    }
    writer.line('}');
  });
  if (of.afterwards !== undefined) {
    const { afterwards } = of;
    writer.block(`if ($result -eq 'restored') {`, () => writer.line(`Write-Warning -Message ${literal(afterwards)}`));
  }
  writer.line('Exit-Step -Result $result -Detail $detail');
}

function change(
  writer: LineWriter,
  target: string,
  result: string,
  text: string,
  cmdlet: string,
  along: readonly Along[] = [],
): void {
  writer.line(`if ($PSCmdlet.ShouldProcess(${literal(target)}, ${literal(cmdlet)})) {`);
  writer.inside(() => {
    for (const { get, remove } of along)
      writer.block(`foreach ($each in @(${callText(get)} -ErrorAction SilentlyContinue)) {`, () => {
        writer.line(`${remove} -Identity $each.Identity -Confirm:$false | Out-Null`);
      });
    writer.line(`${text} | Out-Null`);
    writer.line(`$result = ${literal(result)}`);
  });
  writer.line('} else {');
  writer.inside(() => writer.line('$result = $notDone'));
  writer.line('}');
}

function printValues(writer: LineWriter, { of, opposite }: RestoreAction): void {
  const call = opposite ?? of.change;
  if (call === undefined) return;
  writer.line('$before = $snapshot.Found');
  if (of.otherType !== undefined) {
    writer.block(`if (@($before.PSObject.TypeNames -like ${literal(`*${of.otherType}*`)}).Count -gt 0) {`, () => {
      writer.line(
        `Stop-Step -Message ${literal(`${of.target} was routed in another way before: its values are in the snapshot, set them by hand.`)}`,
      );
    });
  }
  const changing = of.wanted.filter((wanted) => wanted.immutable === undefined);
  const entries = changing.map((wanted) => `${literal(wanted.property)} = ${before(wanted)}`);
  const lists = changing.filter((wanted) => typeOf(wanted) === 'list').map((wanted) => literal(wanted.property));
  const policies = changing.filter((wanted) => wanted.compare === 'policy').map((wanted) => literal(wanted.property));
  writer.line(
    `$differences = @(Get-Difference -Found $found -Wanted @{ ${entries.join('; ')} }${lists.length > 0 ? ` -Lists ${lists.join(', ')}` : ''}${policies.length > 0 ? ` -Policies ${policies.join(', ')}` : ''})`,
  );
  writer.block('if ($differences.Count -gt 0) {', () => {
    writer.line(`$detail = $differences -join ', '`);
    change(
      writer,
      of.target,
      'restored',
      `${opposite ? callText(opposite) : restoreText(call, changing)} -Confirm:$false`,
      call.cmdlet,
    );
  });
}

/** The call with the values from before; what names the object, and switches, stay. */
function restoreText(call: Call, wanted: readonly Wanted[]): string {
  const grant = call.cmdlet.startsWith('Grant-');
  const text = (parameter: Parameter): string => {
    const entry =
      grant && parameter.name === 'PolicyName' ? wanted[0] : wanted.find((each) => each.property === parameter.name);
    if (entry === undefined || parameter.value === undefined)
      return callText({ cmdlet: '', parameters: [parameter] }).trim();
    return `-${parameter.name} ${before(entry)}`;
  };
  return [call.cmdlet, ...call.parameters.map(text)].join(' ');
}

function before(wanted: Wanted): string {
  return `(Get-Before -Of $before -Name ${literal(wanted.property)} -Type ${literal(typeOf(wanted))})`;
}

function typeOf({ value, compare }: Wanted): BeforeType {
  if (compare === 'policy') return 'policy';
  if (typeof value === 'boolean') return 'boolean';
  return isList(value) || compare === 'contains' ? 'list' : 'text';
}

function isList(value: Value): boolean {
  return typeof value === 'object' && value !== null;
}
