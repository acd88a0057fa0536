import type { Place } from '../../rules/types';
import type { ExportLine } from '../file';
import { LineWriter, oneLine, wrap } from '../lines';
import type { Plan, Step } from '../plan';
import { libraryFor } from './library';
import { printStep } from './printStep';
import { printVerify } from './printVerify';
import { literal } from './quote';

/** What the head of a script says of it. */
export interface ScriptHead {
  /** The file's name: `10-lync.ps1`. */
  readonly name: string;
  readonly synopsis: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  /** Comment lines at the very top: what made the file and of what. */
  readonly origin: readonly string[];
  /** Where `users.csv` stands, seen from the script. */
  readonly usersPath: string;
  /** It asks, and changes nothing. */
  readonly verifies?: boolean;
}

interface ScriptParameter {
  readonly declaration: string;
  readonly name: string;
  readonly help: string;
}

/**
 * A plan as a script of Windows PowerShell 3.0 (5.1 for a tenant, whose modules want it): checks first, then one block a step, in the order of the plan.
 * @param root the cause of the lines that no step causes.
 */
export function printScript(plan: Plan, head: ScriptHead, root: readonly Place[]): ExportLine[] {
  const writer = new LineWriter(root);
  const parameters = parametersOf(plan, head);
  for (const line of head.origin) writer.line(`# ${oneLine(line)}`);
  writer.line(`#requires -Version ${plan.shell === 'online' ? '5.1' : '3.0'}`);
  writer.line();
  printHelp(writer, head, parameters);
  writer.line(`[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]`);
  writer.line('param(');
  parameters.forEach(({ declaration }, i) => {
    for (const [n, line] of declaration.split('\n').entries()) {
      const last = n === declaration.split('\n').length - 1;
      writer.line(`    ${line}${last && i < parameters.length - 1 ? ',' : ''}`);
    }
  });
  writer.line(')');
  writer.line();
  printStart(writer, plan, head);
  const body = printBody(plan, head, root);
  for (const text of libraryFor(body.map((line) => line.text).join('\n'))) {
    for (const line of text.split('\n')) writer.line(line);
    writer.line();
  }
  writer.lines.push(...body);
  return writer.lines;
}

/** The steps, and what becomes of the script when one fails. */
function printBody(plan: Plan, head: ScriptHead, root: readonly Place[]): readonly ExportLine[] {
  const writer = new LineWriter(root);
  writer.line('try {');
  writer.inside(() => {
    writer.line(`$global:ErrorActionPreference = 'Stop'`);
    writer.block('if (-not $WhatIfPreference) {', () => printTranscript(writer, head));
    for (const step of plan.steps) {
      if (head.verifies) printVerify(writer, step);
      else printStep(writer, step);
    }
  });
  writer.line('} catch {');
  writer.inside(() => {
    if (!head.verifies && plan.steps.some(keepsSnapshot)) writer.line('Undo-Snapshot');
    writer.line(`Exit-Step -Result 'failed' -Detail $_.Exception.Message`);
    writer.line(`Write-Warning -Message ('The script stops here. To go on with this step: -From ' + $script:stepId)`);
    writer.line('throw');
  });
  writer.line('} finally {');
  writer.inside(() => {
    writer.line('$global:ErrorActionPreference = $globalPreference');
    writer.line(`Write-Progress -Activity $activity -Status 'Completed' -Completed`);
    writer.block('if ($transcript) {', () => writer.line('Stop-Transcript | Out-Null'));
  });
  writer.line('}');
  return writer.lines;
}

function uses(plan: Plan, test: (step: Step) => boolean): boolean {
  return plan.steps.some(test);
}

const usesUsers = ({ action }: Step): boolean => action.type === 'users';
const readsUsers = ({ action }: Step): boolean => action.type === 'users' || action.type === 'mailboxes';
const usesDns = ({ action }: Step): boolean => action.type === 'dnsRecords';
const restoresUsers = ({ action }: Step): boolean =>
  (action.type === 'users' || action.type === 'mailboxes') && action.from === 'snapshot';
const readsList = (step: Step): boolean => readsUsers(step) && !restoresUsers(step);
const usesReplication = ({ action }: Step): boolean => action.type === 'check' && action.check.kind === 'replication';
const looksUpOutside = ({ action }: Step): boolean =>
  action.type === 'check' && action.check.kind === 'record' && action.check.zones === 'public';
const checksWave = ({ action }: Step): boolean => action.type === 'check' && action.check.kind === 'wave';
const waits = ({ action }: Step): boolean => action.type === 'manual' && action.onlyTold !== true;
const restarts = ({ action }: Step): boolean =>
  action.type === 'manual' && (action.services !== undefined || action.calls !== undefined);
/** What is there before is kept before it is changed. */
const keepsSnapshot = ({ action }: Step): boolean =>
  action.type === 'object' || (action.type === 'dnsRecords' && action.add !== undefined && !action.takesBack);
const asksMove = ({ action }: Step): boolean =>
  action.type === 'users' && action.settings.some((setting) => setting.kind === 'pool' && setting.asked);

function parametersOf(plan: Plan, head: ScriptHead): ScriptParameter[] {
  const ids = plan.steps.map((step) => step.id);
  const found: ScriptParameter[] = [];
  const add = (name: string, declaration: string, help: string): void => {
    found.push({ name, declaration, help });
  };
  if (uses(plan, usesDns)) {
    add(
      'Zones',
      `[Parameter(Mandatory = $true)]\n[ValidateSet('public', 'internal')]\n[string]$Zones`,
      'Which zones this server holds: those that the Internet sees, or those of the internal network. There is no default, so that no internal record gets into public DNS.',
    );
    add('DnsServer', '[string]$DnsServer', 'The DNS server; without it the computer that the script runs on.');
  }
  if (uses(plan, readsUsers)) {
    if (uses(plan, readsList))
      add(
        'UsersPath',
        '[string]$UsersPath',
        `The exported list of users; without it ${head.usersPath} beside the script.`,
      );
    add(
      'FirstUser',
      '[ValidateRange(1, 2147483647)]\n[int]$FirstUser = 1',
      `The row of ${uses(plan, readsList) ? 'users.csv' : 'the list in the snapshot'} to begin with, counted from 1: to go on sooner after a break. Without it every user is looked at, and those that are right are left alone.`,
    );
    add(
      'BatchSize',
      '[ValidateRange(1, 2147483647)]\n[int]$BatchSize = 100',
      'After so many users progress is told, and -PauseSeconds waited.',
    );
    add('PauseSeconds', '[ValidateRange(0, 86400)]\n[int]$PauseSeconds = 0', 'The pause after each batch of users.');
  }
  if (uses(plan, checksWave))
    add(
      'PreviousUsersPath',
      '[string]$PreviousUsersPath',
      'The list of users of the wave before; without it previous-users.csv beside the script.',
    );
  const tried = plan.steps.flatMap(({ action }) =>
    action.type === 'check' && action.check.kind === 'transaction' ? [action.check.user] : [],
  );
  if (tried.length > 0) {
    add(
      'TestUser',
      `[string]$TestUser = ${literal(tried[0] ?? '')}`,
      'The SIP address of the user as whom test calls are made, with -TestCredential.',
    );
    add(
      'TestCredential',
      '[System.Management.Automation.PSCredential]$TestCredential',
      'The credentials of that user, from Get-Credential; without them the test users of health monitoring are taken. They are written nowhere.',
    );
  }
  if (uses(plan, looksUpOutside))
    add(
      'PublicDnsServer',
      '[string]$PublicDnsServer',
      'A DNS server that sees what the Internet sees; without it the records of public zones are not asked for.',
    );
  add(
    'LogFolder',
    '[string]$LogFolder',
    'Where the transcript and the list of failed users go; without it the folder log beside the script.',
  );
  if (!head.verifies)
    add(
      'SnapshotFolder',
      '[string]$SnapshotFolder',
      uses(plan, usesDns)
        ? 'Where the values found before the first change are kept; without it a folder of the name of the DNS server in the folder snapshot\\dns beside the script. What is there is never written over.'
        : 'Where the values found before the first change are kept; without it a folder of its name in the folder snapshot beside the script. What is there is never written over.',
    );
  const idList = `[ValidateSet(\n${ids.map((id, i) => `    ${literal(id)}${i < ids.length - 1 ? ',' : ''}`).join('\n')}\n)]`;
  add('Only', `${idList}\n[string[]]$Only`, 'Only these steps.');
  add('From', `${idList}\n[string]$From = ${literal(ids[0] ?? '')}`, 'This step and those after it.');
  if (head.verifies) return found;
  if (uses(plan, usesReplication))
    add('ReplicationMinutes', '[int]$ReplicationMinutes = 5', 'How long replication to the Edge is waited for.');
  if (uses(plan, asksMove))
    add(
      'MoveUsers',
      '[switch]$MoveUsers',
      'Moves users who are homed on another pool than declared; without it they are recorded as failed.',
    );
  if (uses(plan, restarts))
    add(
      'RestartServices',
      '[switch]$RestartServices',
      'Restarts the services that a step names; without it nothing is restarted.',
    );
  if (uses(plan, waits))
    add('Unattended', '[switch]$Unattended', 'Does not wait for what is done by hand: it is listed as toDo.');
  return found;
}

function printHelp(writer: LineWriter, head: ScriptHead, parameters: readonly ScriptParameter[]): void {
  // A text of the topology must not end the comment.
  const text = (line: string): string => oneLine(line).replaceAll('#>', '# >');
  writer.line('<#');
  writer.line('.SYNOPSIS');
  writer.line(`    ${text(head.synopsis)}`);
  writer.line('.DESCRIPTION');
  for (const paragraph of head.description) for (const line of wrap(text(paragraph), 110)) writer.line(`    ${line}`);
  for (const { name, help } of parameters) {
    writer.line(`.PARAMETER ${name}`);
    for (const line of wrap(help, 110)) writer.line(`    ${line}`);
  }
  const must = parameters.some(({ name }) => name === 'Zones') ? ' -Zones internal' : '';
  const example = (words: string, text: string): void => {
    writer.line('.EXAMPLE');
    writer.line(`    .\\${head.name}${must}${words}`);
    writer.line(`    ${text}`);
  };
  if (head.verifies) {
    example(' | Format-Table -AutoSize', 'Asks for everything, and shows one line for each answer.');
    example(" | Where-Object { $_.Result -ne 'planned' } | Format-List", 'Shows only what is not as planned, whole.');
  } else {
    example(' -WhatIf', 'Says what it would change, and changes nothing.');
    example(
      ' | Format-Table -AutoSize',
      'Does it, and shows one line a step. Running it again changes only what is left.',
    );
  }
  writer.line('#>');
}

function printStart(writer: LineWriter, plan: Plan, head: ScriptHead): void {
  writer.line('Set-StrictMode -Version Latest');
  writer.line(`$ErrorActionPreference = 'Stop'`);
  writer.line();
  const folder = (name: string, fallback: string): void => {
    writer.block(`if ($${name} -eq '') {`, () => {
      writer.line(`$${name} = Join-Path -Path $PSScriptRoot -ChildPath ${literal(fallback)}`);
    });
  };
  if (uses(plan, readsList)) folder('UsersPath', head.usersPath);
  if (uses(plan, checksWave)) folder('PreviousUsersPath', 'previous-users.csv');
  if (uses(plan, usesDns))
    writer.block(`if ($DnsServer -ne '') {`, () => {
      writer.line(`$PSDefaultParameterValues = @{ '*-DnsServer*:ComputerName' = $DnsServer }`);
    });
  folder('LogFolder', 'log');
  // Two servers may hold different records, and what is kept of one says nothing of the other.
  if (uses(plan, usesDns))
    writer.block(`if ($SnapshotFolder -eq '') {`, () => {
      writer.line('$server = $DnsServer');
      writer.block(`if ($server -eq '') {`, () => writer.line('$server = [System.Environment]::MachineName'));
      writer.line(
        `$SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath ('snapshot\\dns\\' + ($server -replace '[^\\w.-]', '_').ToLowerInvariant())`,
      );
    });
  // Steps of scripts for two organizations may have the same names.
  else if (!head.verifies) folder('SnapshotFolder', `snapshot\\${head.name.replace(/^rollback-|\.ps1$/g, '')}`);
  writer.line(`$activity = ${literal(head.name)}`);
  writer.line(`$stepCount = ${plan.steps.length}`);
  writer.line('$transcript = $false');
  writer.line(`$notDone = 'declined'`);
  writer.block('if ($WhatIfPreference) {', () => writer.line(`$notDone = 'whatIf'`));
  writer.line(`$script:stepId = ''`);
  writer.line(`$script:stepTitle = ''`);
  writer.line('$script:stepNumber = 0');
  writer.line('$script:started = $false');
  writer.line('$script:changedSteps = @()');
  writer.line(`$script:newSnapshot = ''`);
  writer.line(`$script:newRow = ''`);
  writer.line('$script:rowStart = 0');
  writer.line(`$script:saidOf = ''`);
  writer.line('# Cmdlets that come with a session look at the preference of the session, not at that of a script.');
  writer.line('$globalPreference = $global:ErrorActionPreference');
  if (uses(plan, usesUsers)) writer.line('$script:savedUsers = $null');
  writer.line();
}

/** Not every host can record: the integrated scripting environment of Windows PowerShell 3.0 can't. */
function printTranscript(writer: LineWriter, head: ScriptHead): void {
  writer.line('New-Folder -Path $LogFolder');
  const stem = head.name.replace(/\.ps1$/, '');
  writer.line(
    `$transcriptPath = Join-Path -Path $LogFolder -ChildPath (${literal(`${stem}-`)} + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.txt')`,
  );
  writer.line('try {');
  writer.inside(() => {
    writer.line('Start-Transcript -Path $transcriptPath -Confirm:$false | Out-Null');
    writer.line('$transcript = $true');
  });
  writer.line('} catch {');
  writer.inside(() => writer.line(`Write-Warning -Message 'This host records no transcript.'`));
  writer.line('}');
}
