import type { Call, ObjectAction, Plan, RestoreAction, Step, Wanted } from '../../../server/src/export/plan';
import { look, run } from './cmdlets';
import { differs } from './compare';
import { runRecords } from './dns';
import { CmdletError } from './objects';
import { Refused, type Row, type Run } from './run';
import { type DeployedSystem, type Session, textOf } from './system';
import { checkWave, disableMailbox, enableMailbox, setUser, userBack } from './users';

/** What came of each step, by its id; and the users that failed. */
export interface Outcome {
  readonly results: Map<string, string>;
  readonly failures: string[];
}

/** The script was broken off in the middle of a step. */
export class BrokenOff extends Error {}

/** Runs the steps of a plan as its script does: look, compare, then make or change what differs. */
export function runPlan(plan: Plan, run: Run, only: (step: Step, i: number) => boolean = () => true): Outcome {
  const outcome: Outcome = { results: new Map(), failures: [] };
  plan.steps.forEach((step, i) => {
    if (!only(step, i)) return;
    try {
      outcome.results.set(step.id, runStep(step, run, outcome));
    } catch (error) {
      if (error instanceof CmdletError) throw new CmdletError(`${step.id}: ${error.message}`);
      throw error instanceof Refused ? new Refused(`${step.id}: ${error.message}`) : error;
    }
  });
  return outcome;
}

function runStep(step: Step, run: Run, outcome: Outcome): string {
  const { action } = step;
  switch (action.type) {
    case 'object':
      return runObject(step.id, action, run);
    case 'check':
      // The surroundings are as they have to be: that the checks look is tested with the text of scripts.
      if (action.check.kind === 'wave') checkWave(action.check.settings, run);
      return 'ok';
    case 'users': {
      const rows = action.from === 'list' ? run.rows : [];
      rows.forEach((row, i) => {
        if (i === run.breakAtUser) throw new BrokenOff();
        guarded(row, outcome, () => setUser(row, action.settings, run));
      });
      if (action.from === 'snapshot')
        for (const [address, before] of run.snapshot.users) userBack(address, before, action.settings, run);
      return 'users';
    }
    case 'mailboxes':
      if (action.from === 'snapshot') for (const account of run.snapshot.mailboxes) disableMailbox(account, run);
      else
        for (const row of run.rows)
          guarded(row, outcome, () => enableMailbox(row, action.dialPlans, action.cloud, run));
      return 'users';
    case 'manual':
      run.byHand(step);
      return 'byHand';
    case 'restore':
      return runRestore(step.id, action, run);
    case 'dnsRecords':
      return runRecords(step.id, action, run);
  }
}

function guarded(row: Row, outcome: Outcome, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof CmdletError)) throw error;
    outcome.failures.push(`${row.SipAddress}: ${error.message}`);
  }
}

function runObject(id: string, action: ObjectAction, { system, session, snapshot, at = () => {} }: Run): string {
  const found = look(system, session, action.get);
  if (found === undefined) {
    if (action.create === undefined) throw new Refused(action.absent ?? '');
    snapshot.save(id, undefined);
    at('saved');
    for (const call of action.create) {
      run(system, session, call);
      at('changed');
    }
    return 'created';
  }
  for (const wanted of action.wanted)
    if (wanted.immutable !== undefined && differs(found, wanted)) throw new Refused(wanted.immutable);
  const changing = action.wanted.filter((wanted) => wanted.immutable === undefined);
  const otherWay = action.otherType !== undefined && String(found.type).includes(action.otherType);
  if (action.change === undefined || !(otherWay || changing.some((wanted) => differs(found, wanted))))
    return 'unchanged';
  snapshot.save(id, found);
  at('saved');
  run(system, session, action.change);
  at('changed');
  return 'changed';
}

/** As the way back of a step: removed where the step created it, else the values from before. */
function runRestore(
  id: string,
  { of, remove, opposite, along = [] }: RestoreAction,
  { system, session, snapshot }: Run,
): string {
  if (!snapshot.has(id)) return 'unchanged';
  const before = snapshot.found(id);
  const found = look(system, session, of.get);
  if (before === undefined) {
    if (found === undefined) return 'unchanged';
    if (remove === undefined) throw new Refused(`No cmdlet removes ${of.target}`);
    for (const each of along)
      for (const identity of associated(system, session, each.get))
        run(system, session, { cmdlet: each.remove, parameters: [{ name: 'Identity', value: identity }] });
    run(system, session, remove);
    return 'removed';
  }
  if (found === undefined) {
    if (of.madeBy !== undefined) return 'unchanged';
    throw new Refused(`There is no ${of.target} any more`);
  }
  const call = opposite ?? of.change;
  const changing = of.wanted.filter((wanted) => wanted.immutable === undefined);
  if (call === undefined) return 'unchanged';
  if (of.otherType !== undefined && String(before.type).includes(of.otherType))
    throw new Refused(`${of.target} was routed in another way before`);
  const wanted = changing.map(
    (each): Wanted => ({
      ...each,
      value: before[each.property] ?? null,
      compare: each.compare === 'contains' ? 'list' : each.compare,
    }),
  );
  if (!wanted.some((each) => differs(found, each))) return 'unchanged';
  run(system, session, opposite ?? restoreCall(call, wanted));
  return 'restored';
}

/** The call with the values from before; what names the object, and switches, stay. */
function restoreCall(call: Call, wanted: readonly Wanted[]): Call {
  return {
    cmdlet: call.cmdlet,
    parameters: call.parameters.map((parameter) => {
      const before =
        parameter.name === 'PolicyName' ? wanted[0] : wanted.find(({ property }) => property === parameter.name);
      return before === undefined || parameter.value === undefined
        ? parameter
        : { name: parameter.name, value: before.value };
    }),
  };
}

/** Identities of the objects that belong to the one of the call's parameter. */
function associated(system: DeployedSystem, session: Session, get: Call): string[] {
  const [parameter] = get.parameters;
  const noun = get.cmdlet.slice('Get-'.length);
  return system
    .all(session, noun)
    .filter(
      ([, properties]) =>
        textOf(properties[parameter?.name ?? '']).toLowerCase() === textOf(parameter?.value).toLowerCase(),
    )
    .map(([identity]) => identity);
}
