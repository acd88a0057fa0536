import type { Plan, Step, UserSetting } from '../plan';
import { usedCmdlets } from './usedCmdlets';

/** The way back of a script: its steps in reverse order, each by what it found before it changed anything. */
export function rollbackPlan(plan: Plan): Plan {
  const steps: Step[] = [];
  let users: Step[] = [];
  for (const step of [...plan.steps].reverse()) {
    if (step.action.type === 'users') {
      users = [...users, step];
      continue;
    }
    // Both steps of users share one snapshot: they are taken back together, where the first of them stood.
    if (users.length > 0 && step.phase !== 'users' && step.phase !== 'hostedVoiceMail') {
      steps.push(usersBack(users));
      users = [];
    }
    const back = stepBack(step);
    if (back) steps.push(back);
  }
  if (users.length > 0) steps.push(usersBack(users));
  return { shell: plan.shell, steps: [...shellStep(plan, steps), ...steps.map((step) => ({ ...step, requires: [] }))] };
}

/** Whether the shell has what takes the steps back: who may make an object may not be allowed to remove it. */
function shellStep(plan: Plan, back: readonly Step[]): Step[] {
  return plan.steps.flatMap((step): Step[] => {
    const { action } = step;
    if (action.type !== 'check' || action.check.kind !== 'shell') return [];
    return [{ ...step, action: { ...action, check: { ...action.check, cmdlets: usedCmdlets(back) } } }];
  });
}

function stepBack(step: Step): Step | undefined {
  const { action, undo } = step;
  if (undo.type === 'nothing') return undefined;
  if (undo.type === 'irreversible')
    return {
      ...step,
      why: undo.reason,
      proof: 'Nothing is done here.',
      action: { type: 'manual', instructions: [`Not taken back: ${undo.reason}`], fields: [], onlyTold: true },
    };
  if (action.type === 'dnsRecords')
    return {
      ...step,
      why: 'What the step added is removed; nothing where it added nothing.',
      proof: 'It is as it was before.',
      action: { ...action, takesBack: true },
    };
  if (action.type === 'mailboxes')
    return {
      ...step,
      title: 'Local mailboxes that were enabled for UM',
      why: 'Those that the step enabled are disabled; greetings and settings stay in the mailbox, for the next time.',
      proof: 'Get-UMMailbox finds none of them.',
      action: { ...action, from: 'snapshot' },
    };
  if (action.type !== 'object')
    return {
      ...step,
      why: 'It was made by hand, and is taken back by hand.',
      proof: step.proof,
      action: {
        type: 'manual',
        instructions: ['Made by hand: where it was not there before, remove it with the tool that made it.'],
        fields: action.type === 'manual' ? action.fields : [],
        ...(action.type === 'manual' && action.done && { gone: action.done }),
      },
    };
  return {
    ...step,
    why: 'Removed where the step created it, else set to the values found before; nothing where the step changed nothing.',
    proof: 'It is as it was before.',
    action: {
      type: 'restore',
      of: action,
      ...(undo.remove && { remove: undo.remove }),
      ...(undo.along && { along: undo.along }),
      ...(undo.opposite && { opposite: undo.opposite }),
    },
  };
}

/** What the snapshot of users holds, the flag first: calls go back before anything else changes. */
function usersBack(steps: readonly Step[]): Step {
  const [first] = steps as readonly [Step];
  const settings = steps.flatMap((step) => (step.action.type === 'users' ? step.action.settings : []));
  const users = first.action.type === 'users' ? first.action.users : 0;
  return {
    ...first,
    id: 'Users',
    title: 'Users: the flag for hosted voice mail, policies, numbers, home pool',
    why: 'Each user gets back what was found before the first change. One who was not enabled before is set back and switched off, not deleted.',
    proof: 'Get-CsUser shows what users.csv in the snapshot says.',
    action: { type: 'users', from: 'snapshot', users, settings: backwards(settings) },
  };
}

const order = ['HostedVoiceMail', 'grant', 'parameter', 'pool'];

function backwards(settings: readonly UserSetting[]): UserSetting[] {
  const rank = (setting: UserSetting): number =>
    order.indexOf(
      setting.kind === 'parameter' && setting.parameter === 'HostedVoiceMail' ? 'HostedVoiceMail' : setting.kind,
    );
  return [...settings]
    .filter((setting) => setting.kind !== 'enable')
    .reverse()
    .sort((a, b) => rank(a) - rank(b))
    .map((setting): UserSetting => {
      // The columns of the snapshot are called as what Get-CsUser shows.
      if (setting.kind === 'parameter') return { ...setting, column: setting.parameter, clear: true };
      if (setting.kind === 'grant') return { ...setting, column: setting.property, clear: true };
      return setting;
    });
}
