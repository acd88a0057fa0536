import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../server/src/export/lines';
import type { Call, ManualAction, ObjectAction, Step } from '../../../server/src/export/plan';
import { rollbackScript, type Script, scriptFile, waveScripts, wholeScripts } from '../../../server/src/export/scripts';
import { declaredUsers, movedUsers } from '../../../server/src/export/users/usersFile';
import type { Deployment } from '../../../server/src/model/deployment';
import { waveOrder } from '../../../server/src/model/waves';
import { deployableTopology } from '../../support/deployableTopology';
import { deploymentOf as deploymentOfFixture } from '../../support/deployment';
import { Random, runSeed } from '../../support/random';
import { exampleDeployment } from '../../unit/export/deployments';
import { readScript } from '../../unit/export/powershell';
import {
  callOf,
  literalsOf,
  type ReadLine,
  type ReadStep,
  readSteps,
  settingsOf,
  wantedOf,
} from '../../unit/export/readPlan';
import { everything } from '../../unit/export/samples';

const random = new Random(runSeed());
const cases: Record<string, Deployment> = {
  ...Object.fromEntries(['on-premises', 'cross-premises', 'mixed'].map((name) => [name, exampleDeployment(name)])),
  everything: deploymentOfFixture(everything('sfb2015', 'mixed', '2016')),
  'everything, 2010': deploymentOfFixture(everything('lync2010', 'mixed', '2010SP1')),
};
for (let i = 0; i < 3; i++) cases[`random ${i}`] = deploymentOfFixture(deployableTopology(random));

function scriptsOf(deployment: Deployment): Script[] {
  const whole = wholeScripts(deployment, declaredUsers(deployment));
  const waves = waveOrder(deployment).waves.flatMap((_, i) => waveScripts(deployment, i, movedUsers(deployment, i)));
  return [...whole, ...waves];
}

describe.each(Object.entries(cases))('the scripts of %s, read back', (_, deployment) => {
  it('are the plan: its steps, cmdlets, parameters and values, in its order', async () => {
    for (const script of scriptsOf(deployment)) {
      const steps = await stepsOf(script);
      expect(steps.map(({ id }) => id)).toEqual(script.plan.steps.map(({ id }) => id));
      for (const [i, step] of script.plan.steps.entries()) compare(steps[i] as ReadStep, step);
    }
  });

  it('are taken back as the plan of the way back says', async () => {
    for (const script of scriptsOf(deployment).flatMap((each) => rollbackScript(each) ?? [])) {
      const steps = await stepsOf(script);
      expect(steps.map(({ id }) => id)).toEqual(script.plan.steps.map(({ id }) => id));
      for (const [i, step] of script.plan.steps.entries()) compareBack(steps[i] as ReadStep, step);
    }
  });
});

async function stepsOf(script: Script): Promise<ReadStep[]> {
  const text = scriptFile(script, [], []).text();
  const { commands } = await readScript(text);
  return readSteps(text, commands);
}

/** What is done to the deployed system, in order: not the functions that the script brings along, nor what PowerShell does in its own house. */
function callsIn(lines: readonly ReadLine[]): Call[] {
  return lines
    .flatMap(({ commands }) => commands)
    .filter(({ name }) => /^[A-Z][a-z]+-(?:Cs|UM|Accepted|Exchange(?!Tool))/.test(name))
    .filter(({ name }) => name !== 'Test-UMKnown')
    .map(callOf);
}

function compare(read: ReadStep, step: Step): void {
  const { action, undo } = step;
  expect(read).toMatchObject({
    title: oneLine(step.title),
    why: oneLine(step.why),
    proof: oneLine(step.proof),
    requires: step.requires,
  });
  const stays = undo.type === 'irreversible' ? undo.reason : undo.type === 'restore' ? (undo.except ?? '') : '';
  expect(read.stays).toBe(oneLine(stays));
  if (action.type === 'object') expect(objectIn(read)).toEqual(essence(action));
  else if (action.type === 'users') expect(settingsOf(read.lines)).toEqual(action.settings);
  else if (action.type === 'manual') expect(manualIn(read)).toEqual(manualEssence(action));
  else if (action.type === 'mailboxes') {
    const ours = read.lines.find(({ text }) => text.startsWith('$isOurs'))?.text ?? '';
    expect(literalsOf(ours.slice(0, ours.indexOf(' -contains')))).toEqual(action.dialPlans);
    expect(read.lines.some(({ text }) => text.includes('-EnableCloudVoiceMail'))).toBe(action.cloud);
  } else if (action.type === 'check') {
    const { check } = action;
    if (check.kind === 'found') expect(callsIn(read.lines)).toEqual([check.get]);
    if (check.kind === 'true') expect(callsIn(read.lines)).toEqual([check.test]);
    if (check.kind === 'shell') expect(literalsOf(lineOf(read, '$missing = '))).toEqual(check.cmdlets);
    if (check.kind === 'usersFile') expect(literalsOf(lineOf(read, '$missing = '))).toEqual(check.columns);
    if (check.kind === 'srv') {
      expect(literalsOf(lineOf(read, '$answer = '))).toEqual([check.name, 'SRV']);
      expect(literalsOf(lineOf(read, 'if (-not (Test-Answer'))).toEqual([check.target.toLowerCase()]);
    }
  }
}

function lineOf({ lines }: ReadStep, start: string): string {
  return lines.find(({ text }) => text.startsWith(start))?.text ?? '';
}

interface Essence {
  readonly get: Call | undefined;
  readonly wanted: readonly unknown[];
  readonly create: readonly Call[];
  readonly change: readonly Call[];
  readonly target: readonly string[];
}

/** What the text says of an object; `fixed`: it is refused where it differs. */
function objectIn({ lines }: ReadStep): Essence {
  const turn = lines.findIndex(({ text, margin }) => text === '} else {' && margin === 8);
  const [get] = callsIn(lines.slice(0, 2));
  const asked = lines.filter(({ text }) => text.includes('$PSCmdlet.ShouldProcess('));
  return {
    get,
    wanted: lines
      .filter(({ text }) => text.includes('Get-Difference '))
      .flatMap(({ text }) =>
        wantedOf(text).map((wanted) => ({ ...wanted, fixed: text.startsWith('if (@(Get-Difference') })),
      ),
    create: callsIn(lines.slice(2, turn)),
    change: callsIn(lines.slice(turn)),
    target: [...new Set(asked.map(({ text }) => literalsOf(text)[0] ?? ''))],
  };
}

function essence(action: ObjectAction): Essence {
  const fixed = action.wanted.filter((wanted) => wanted.immutable !== undefined);
  const changing = action.wanted.filter((wanted) => wanted.immutable === undefined);
  const compared = action.change !== undefined && (changing.length > 0 || action.otherType !== undefined);
  return {
    get: action.get,
    wanted: [...fixed, ...(compared ? changing : [])].map(({ property, value, compare, immutable }) => ({
      property,
      value,
      compare,
      fixed: immutable !== undefined,
    })),
    create: action.create ?? [],
    change: compared && action.change ? [action.change] : [],
    target: action.create || compared ? [action.target] : [],
  };
}

function manualIn({ lines }: ReadStep): unknown {
  const told = lines
    .filter(({ text }) => text.startsWith('Write-Warning '))
    .map(({ text }) => literalsOf(text)[0] ?? '');
  const services = lines
    .filter(({ text }) => text.startsWith('Restart-RemoteService '))
    .map(({ text }) => literalsOf(text));
  const tool = lines.find(({ text }) => text.startsWith('$tool = '))?.text;
  const stop = lines.find(({ text }) => text.startsWith('Stop-Step '))?.text;
  return { told, services, calls: callsIn(lines), tool: literalsOf(tool ?? ''), stop: literalsOf(stop ?? '') };
}

function manualEssence({
  instructions,
  fields,
  services = [],
  calls = [],
  tool,
  stop,
  done,
  gone,
  onlyTold,
}: ManualAction): unknown {
  const looked = [...(done ? [done] : []), ...(gone ? [gone] : [])];
  return {
    told: [...instructions, ...(onlyTold ? [] : fields.map(({ name, value }) => `  ${name}: ${value}`))],
    services: services.map(({ computer, service }) => [computer, service]),
    // It is looked for before, and once more when somebody says that it is done.
    calls: [...looked, ...calls, ...looked],
    tool: tool ? [tool.name] : [],
    stop: stop === undefined ? [] : [stop],
  };
}

function compareBack(read: ReadStep, step: Step): void {
  const { action } = step;
  if (action.type === 'users') expect(settingsOf(read.lines)).toEqual(action.settings);
  if (action.type === 'manual') expect(manualIn(read)).toEqual(manualEssence(action));
  if (action.type !== 'restore') return;
  const calls = read.lines
    .flatMap(({ commands }) => commands)
    .filter(({ name }) => /^(?!Get)\w+-(?:Cs|UM|Accepted|Exchange)/.test(name));
  const back = action.opposite ?? action.of.change;
  const along = (action.along ?? []).map((each) => each.remove);
  expect(calls.map(({ name }) => name)).toEqual([
    ...along,
    ...(action.remove ? [action.remove.cmdlet] : []),
    ...(back ? [back.cmdlet] : []),
  ]);
  if (action.remove)
    expect(calls.map((call) => call.name === action.remove?.cmdlet && callOf(call))).toContainEqual(action.remove);
  // Each value that the step changed is set by the value from before, all else as the step did.
  const restoring = calls.find(({ name }) => name === back?.cmdlet);
  for (const { name, argument } of restoring?.parameters ?? []) {
    if (name === 'Confirm') continue;
    const wanted = action.of.wanted.find(
      ({ property }) => property === name || (name === 'PolicyName' && property.endsWith('Policy')),
    );
    if (wanted === undefined || action.opposite) expect(back?.parameters.map((each) => each.name)).toContain(name);
    else if (argument !== undefined) expect(literalsOf(argument)[0]).toBe(wanted.property);
  }
}
