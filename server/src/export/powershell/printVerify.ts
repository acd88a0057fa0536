import { type LineWriter, oneLine } from '../lines';
import type { ObjectAction, Step, UsersAction } from '../plan';
import { differenceText } from './printStep';
import { callText, literal } from './quote';

/** One step of verification: what is there, compared with what was planned. Nothing here changes anything, so nothing asks. */
export function printVerify(writer: LineWriter, step: Step): void {
  writer.because(step.causes, () => {
    writer.line();
    writer.line(`# ${step.id} - ${oneLine(step.title)}`);
    writer.block(`if (Enter-Step -Id ${literal(step.id)} -Title ${literal(oneLine(step.title))}) {`, () => {
      writer.line(`$result = 'planned'`);
      writer.line(`$detail = ''`);
      const cmdlet = askedOf(step);
      if (cmdlet === undefined) printSafely(writer, step);
      else {
        writer.line(`if ($null -eq (Get-Command -Name ${literal(cmdlet)} -ErrorAction SilentlyContinue)) {`);
        writer.inside(() => {
          writer.line(`$result = 'notAsked'`);
          writer.line(`$detail = ${literal(`This shell has no ${cmdlet}.`)}`);
        });
        writer.line('} else {');
        writer.inside(() => printSafely(writer, step));
        writer.line('}');
      }
      writer.line('Exit-Step -Result $result -Detail $detail');
    });
  });
}

/** One question that fails doesn't end the others. */
function printSafely(writer: LineWriter, step: Step): void {
  writer.line('try {');
  writer.inside(() => printBody(writer, step));
  writer.line('} catch {');
  writer.inside(() => {
    writer.line(`$result = 'failed'`);
    writer.line('$detail = $_.Exception.Message');
  });
  writer.line('}');
}

/** The cmdlet that has to be there. */
function askedOf({ action }: Step): string | undefined {
  if (action.type === 'object') return action.get.cmdlet;
  if (action.type === 'users') return 'Get-CsUser';
  if (action.type === 'manual') return action.done?.cmdlet;
  if (action.type === 'check') {
    const { check } = action;
    if (check.kind === 'found') return check.get.cmdlet;
    if (check.kind === 'true') return check.test.cmdlet;
    if (check.kind === 'replication') return 'Get-CsManagementStoreReplicationStatus';
  }
  return undefined;
}

function printBody(writer: LineWriter, { action }: Step): void {
  if (action.type === 'object') printObject(writer, action);
  else if (action.type === 'users') printUsers(writer, action);
  else if (action.type === 'manual' && action.done)
    missing(writer, `$null -eq (${callText(action.done)} -ErrorAction SilentlyContinue)`, '');
  else if (action.type === 'check') {
    const { check } = action;
    if (check.kind === 'found')
      missing(writer, `$null -eq (${callText(check.get)} -ErrorAction SilentlyContinue)`, check.missing);
    else if (check.kind === 'true') missing(writer, `-not (${callText(check.test)})`, check.otherwise);
    else if (check.kind === 'srv') {
      writer.line(`$answer = Resolve-Srv -Name ${literal(check.name)}`);
      missing(
        writer,
        `-not $answer.ToLowerInvariant().Contains(${literal(check.target.toLowerCase())})`,
        check.otherwise,
      );
    } else if (check.kind === 'replication') {
      writer.line(`$detail = @(Get-ReplicaBehind) -join ', '`);
      writer.block(`if ($detail -ne '') {`, () => writer.line(`$result = 'differs'`));
    }
  }
}

function missing(writer: LineWriter, condition: string, detail: string): void {
  writer.block(`if (${condition}) {`, () => {
    writer.line(`$result = 'missing'`);
    writer.line(`$detail = ${literal(detail)}`);
  });
}

function printObject(writer: LineWriter, action: ObjectAction): void {
  writer.line(`$found = ${callText(action.get)} -ErrorAction SilentlyContinue`);
  writer.line('if ($null -eq $found) {');
  writer.inside(() => writer.line(`$result = 'missing'`));
  writer.line('} else {');
  writer.inside(() => {
    writer.line(`$differences = @(${differenceText(action.wanted)})`);
    if (action.otherType !== undefined)
      writer.block(`if (@($found.PSObject.TypeNames -like ${literal(`*${action.otherType}*`)}).Count -gt 0) {`, () =>
        writer.line(`$differences += 'Routing'`),
      );
    writer.block('if ($differences.Count -gt 0) {', () => {
      writer.line(`$result = 'differs'`);
      writer.line(`$detail = $differences -join ', '`);
    });
  });
  writer.line('}');
}

/** Users who differ are listed one by one, the rest as a number. */
function printUsers(writer: LineWriter, action: UsersAction): void {
  for (const counter of ['total', 'wrong']) writer.line(`$${counter} = 0`);
  writer.line(
    'Import-Csv -LiteralPath $UsersPath -Encoding UTF8 | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {',
  );
  writer.inside(() => {
    writer.line('$row = $_');
    writer.line(`$address = Get-Cell -Row $row -Name 'SipAddress'`);
    writer.block(`if ((Get-Cell -Row $row -Name 'HostingProvider') -eq '') {`, () => {
      writer.line('$total++');
      writer.line('$differences = @()');
      writer.line('$user = Get-CsUser -Identity $address -ErrorAction SilentlyContinue');
      writer.line('if ($null -eq $user) {');
      writer.inside(() => writer.line(`$differences += 'missing'`));
      writer.line('} else {');
      writer.inside(() => {
        for (const setting of action.settings) {
          if (setting.kind === 'enable') continue;
          const column = setting.kind === 'pool' ? 'RegistrarPool' : setting.column;
          const property =
            setting.kind === 'pool' ? 'RegistrarPool' : setting.kind === 'grant' ? setting.property : setting.parameter;
          const type = setting.kind === 'parameter' ? setting.type : 'text';
          const clear = setting.kind !== 'pool' && setting.clear ? ' -Clear' : '';
          writer.line(`$cell = Get-Cell -Row $row -Name ${literal(column)}`);
          writer.line(
            setting.kind === 'grant'
              ? `$wanted = (ConvertTo-Wanted -Cell $cell -Type 'text') -replace '^tag:', ''`
              : `$wanted = ConvertTo-Wanted -Cell $cell -Type ${literal(type)}`,
          );
          const comparison = setting.kind === 'grant' ? ` -Comparison 'policy'` : '';
          writer.block(
            `if ((Test-Said -Cell $cell${clear}) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name ${literal(property)}) -Wanted $wanted${comparison})) {`,
            () => writer.line(`$differences += ${literal(property)}`),
          );
        }
      });
      writer.line('}');
      writer.block('if ($differences.Count -gt 0) {', () => {
        writer.line('$wrong++');
        writer.line(`$word = 'differs'`);
        writer.block(`if ($differences -contains 'missing') {`, () => writer.line(`$word = 'missing'`));
        writer.line('[pscustomobject]@{');
        writer.inside(() => {
          writer.line('Step = $script:stepId');
          writer.line('Result = $word');
          writer.line(`Detail = $differences -join ', '`);
          writer.line('Title = $address');
        });
        writer.line('}');
      });
      writer.block('if ($total % $BatchSize -eq 0) {', () => {
        writer.line('Write-Progress -Activity $activity -Status ([string]$total) -CurrentOperation $address');
        writer.line('Start-Sleep -Seconds $PauseSeconds');
      });
    });
  });
  writer.line('}');
  writer.block('if ($wrong -gt 0) {', () => writer.line(`$result = 'differs'`));
  writer.line(`$detail = [string]$wrong + ' of ' + [string]$total + ' users differ'`);
}
