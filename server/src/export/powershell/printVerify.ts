import { type LineWriter, oneLine } from '../lines';
import type { Check, ObjectAction, Step } from '../plan';
import { differenceText } from './printStep';
import { printMailboxes, printUsers } from './printVerifyUsers';
import { callText, literal } from './quote';

/** One step of verification: what is there, compared with what was planned. Nothing here changes anything, so nothing asks. */
export function printVerify(writer: LineWriter, step: Step): void {
  writer.because(step.causes, () => {
    writer.line();
    writer.line(`# ${oneLine(step.id)} - ${oneLine(step.title)}`);
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
  if (action.type === 'mailboxes') return 'Get-UMMailbox';
  if (action.type === 'manual') return action.known ? 'Get-UMIPGateway' : action.done?.cmdlet;
  if (action.type === 'check') {
    const { check } = action;
    if (check.kind === 'found') return check.get.cmdlet;
    if (check.kind === 'true' || check.kind === 'transaction') return check.test.cmdlet;
    if (check.kind === 'replication') return 'Get-CsManagementStoreReplicationStatus';
  }
  return undefined;
}

function printBody(writer: LineWriter, { action }: Step): void {
  if (action.type === 'object') printObject(writer, action);
  else if (action.type === 'users') printUsers(writer, action);
  else if (action.type === 'mailboxes') printMailboxes(writer, action);
  else if (action.type === 'manual' && action.done)
    missing(writer, `$null -eq (${callText(action.done)} -ErrorAction SilentlyContinue)`, '');
  else if (action.type === 'manual' && action.known) {
    const list = (names: readonly string[]): string => `@(${names.map(literal).join(', ')})`;
    const { pools, dialPlans } = action.known;
    missing(writer, `-not (Test-UMKnown -Pool ${list(pools)} -DialPlan ${list(dialPlans)})`, '');
  } else if (action.type === 'check') printQuestion(writer, action.check);
}

function printQuestion(writer: LineWriter, check: Check): void {
  if (check.kind === 'found')
    missing(writer, `$null -eq (${callText(check.get)} -ErrorAction SilentlyContinue)`, check.missing);
  else if (check.kind === 'true') missing(writer, `-not (${callText(check.test)})`, check.otherwise);
  else if (check.kind === 'transaction') {
    // It answers also when it fails.
    writer.line('$outcome = $null');
    writer.line('if ($null -eq $TestCredential) {');
    writer.inside(() => writer.line(`$outcome = ${callText(check.test)}`));
    writer.line('} else {');
    writer.inside(() =>
      writer.line(`$outcome = ${callText(check.test)} -UserSipAddress $TestUser -UserCredential $TestCredential`),
    );
    writer.line('}');
    writer.block(`if ([string](Get-PropertyValue -Of $outcome -Name 'Result') -ne 'Success') {`, () => {
      writer.line(`$result = 'differs'`);
      writer.line(
        `$detail = ${literal(`${check.otherwise} `)} + [string](Get-PropertyValue -Of $outcome -Name 'Error')`,
      );
    });
  } else if (check.kind === 'srv') {
    writer.line(`$answer = Resolve-Record -Name ${literal(check.name)} -Type 'SRV'`);
    missing(writer, `-not (Test-Answer -Answer $answer -Text ${literal(check.target.toLowerCase())})`, check.otherwise);
  } else if (check.kind === 'record') printRecord(writer, check);
  else if (check.kind === 'export') {
    writer.line(`$detail = @(Get-ExportDifference -Source ${literal(check.source)}) -join '; '`);
    writer.block(`if ($detail -ne '') {`, () => writer.line(`$result = 'differs'`));
  } else if (check.kind === 'replication') {
    writer.line(`$detail = @(Get-ReplicaBehind) -join ', '`);
    writer.block(`if ($detail -ne '') {`, () => writer.line(`$result = 'differs'`));
  }
}

/** What the Internet sees is asked only where somebody names a server that sees it. */
function printRecord(writer: LineWriter, check: Extract<Check, { kind: 'record' }>): void {
  const look = (server: string): void => {
    writer.line(`$answer = Resolve-Record -Name ${literal(check.name)} -Type ${literal(check.recordType)}${server}`);
    writer.line(
      `$missing = @(@(${check.answer.map(literal).join(', ')}) | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })`,
    );
    writer.block('if ($missing.Count -gt 0) {', () => {
      writer.line(`$result = 'differs'`);
      writer.block(`if ($answer -eq '') {`, () => writer.line(`$result = 'missing'`));
      writer.line(`$detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer`);
    });
  };
  if (check.zones === 'internal') {
    look('');
    return;
  }
  writer.line(`if ($PublicDnsServer -eq '') {`);
  writer.inside(() => {
    writer.line(`$result = 'notAsked'`);
    writer.line(`$detail = 'Name a DNS server of the Internet by -PublicDnsServer.'`);
  });
  writer.line('} else {');
  writer.inside(() => look(' -Server $PublicDnsServer'));
  writer.line('}');
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
