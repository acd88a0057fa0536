import { describe, expect, it } from 'vitest';
import type { Step } from '../../../server/src/export/plan';
import { rollbackPlan } from '../../../server/src/export/plan/rollback';
import type { Deployment } from '../../../server/src/model/deployment';
import { UNKNOWN } from '../../../server/src/model/facts';
import { waveOrder } from '../../../server/src/model/waves';
import { routeOfAddress, routeOfNumber } from '../../../server/src/routing/route';
import { deployableTopology } from '../../support/deployableTopology';
import { disturb } from '../../support/deployedSystem/disturb';
import { measured } from '../../support/deployedSystem/measured';
import { CmdletError } from '../../support/deployedSystem/objects';
import { Project, type Runnable, waveScriptsOf, wholeScriptsOf } from '../../support/deployedSystem/project';
import { Refused } from '../../support/deployedSystem/run';
import { BrokenOff } from '../../support/deployedSystem/shell';
import { type DeployedSystem, differences } from '../../support/deployedSystem/system';
import { deploymentOf } from '../../support/deployment';
import { Random, runSeed } from '../../support/random';
import { everything } from '../../unit/export/samples';
import { deployments } from '../conformance/deployments';

const seed = runSeed();
const random = new Random(seed);

/** One knows only a part of its deployment: where its users end can't be tried, all else can. */
const { inventory, ...whole } = deployments;

/** Its dial plan stands at a site, so nobody can be granted it. */
const all = (...of: Parameters<typeof everything>): string => everything(...of).replace('dialPlan "Redmond"', '');

const cases: Record<string, string> = {
  ...whole,
  everything: all('sfb2015', 'mixed', '2016'),
  'everything, Lync Server 2010': all('lync2010', 'mixed', '2010SP1'),
};
for (let i = 0; i < (process.env.FUZZ ? 400 : 12); i++)
  cases[`random ${i} of seed ${seed}`] = deployableTopology(random);

/** Values that somebody hasn't looked up yet; nothing else of the deployment hangs on them. */
function withUnknown(source: string): string {
  return source.replace(
    /\b(description|encryptionLevel|enablePartnerDiscovery|comment|pstnVoicemailEscapeTimer|hostedVoiceMail|mailbox|outcallsAllowed|umStartupMode|line) (?:"[^"]*"|[\w+-]+)/g,
    (text, name: string) => (random.chance(0.4) ? `${name} unknown` : text),
  );
}

const partly: Record<string, string> = { inventory };
for (let i = 0; i < (process.env.FUZZ ? 200 : 6); i++)
  partly[`random ${i} of seed ${seed}, partly unknown`] = withUnknown(deployableTopology(random));

/** The administrator runs every script from its first step to its last, and after that wave after wave. */
function deploy(project: Project, waves = 0): void {
  const { deployment } = project;
  for (const script of wholeScriptsOf(deployment)) expect(project.run(script).failures, script.name).toEqual([]);
  for (let i = 0; i < waves; i++) for (const script of waveScriptsOf(deployment, i)) runWave(project, script);
}

/** A mailbox that changes its dial plan is disabled by hand before it is enabled again: the script records it and says so. */
function runWave(project: Project, script: Runnable): void {
  const { failures } = project.run(script);
  for (const failure of failures) {
    const [, address = ''] = /^sip:(.*): enabled with another dial plan$/.exec(failure) ?? [];
    expect(address, failure).not.toBe('');
    project.system.remove(script.session, 'UMMailbox', address);
  }
  if (failures.length > 0) expect(project.run(script).failures, script.name).toEqual([]);
}

/** All routes of a deployment: who calls whom ends where. */
function routesOf(deployment: Deployment, waves = 0, of: Deployment = deployment): string[] {
  const told: string[] = [];
  for (const user of of.users())
    for (const event of ['noAnswer', 'busy'] as const) {
      const route = routeOfAddress(deployment, user.address, event, waves);
      told.push(`${user.address} ${event}: ${route?.outcome} ${route?.target}`);
    }
  for (const contact of of.all('exUmContact')) {
    const route = routeOfNumber(deployment, String(contact.fact('displayNumber')), waves);
    told.push(`${contact.name}: ${route?.outcome} ${route?.target}`);
  }
  return told;
}

function systemAfter(source: Deployment): DeployedSystem {
  const project = new Project(source);
  deploy(project);
  return project.system;
}

describe.each(Object.entries(partly))('a deployed system that gets the scripts of %s', (_, source) => {
  const deployment = deploymentOf(source);
  const scripts = wholeScriptsOf(deployment);
  /** What isn't known may be missing: a script that stops for it is gone on with by its next step, as the README says. */
  function deployAll(project: Project): string[] {
    const refused: string[] = [];
    for (const script of scripts)
      script.plan.steps.forEach((step, i) => {
        try {
          refused.push(...project.run(script, (_, n) => n === i).failures);
        } catch (error) {
          if (!(error instanceof Refused || error instanceof CmdletError)) throw error;
          refused.push(`${script.name} ${step.id}`);
        }
      });
    return refused;
  }

  it('is refused the same, and nothing of it is changed, when they run again', () => {
    const project = new Project(deployment);
    const first = deployAll(project);
    const before = project.system.copy();
    expect(differences(new Project(deployment).system, before)).not.toEqual([]);
    const again = deployAll(project);
    expect(first).toEqual(expect.arrayContaining(again));
    expect(differences(before, project.system)).toEqual([]);
  });

  it('keeps what the topology does not know', () => {
    const project = new Project(deployment);
    deployAll(project);
    const unknown = [...deployment.users()].filter((user) => user.fact('hostedVoiceMail') === UNKNOWN);
    for (const user of unknown) {
      const found = project.system.get('lync', 'CsUser', user.address);
      if (found) project.system.put('lync', 'CsUser', user.address, { ...found, HostedVoiceMail: true });
    }
    const before = project.system.copy();
    deployAll(project);
    expect(differences(before, project.system)).toEqual([]);
  });

  it('is as before when the scripts are taken back, whichever step was the last', () => {
    scripts.forEach((script, s) => {
      for (let last = 0; last < script.plan.steps.length; last++)
        takenBack(new Project(deployment), scripts.slice(0, s), script, last);
    });
  });
});

describe.each(Object.entries(cases))('a deployed system that gets the scripts of %s', (_, source) => {
  const deployment = deploymentOf(source);

  it('routes as the topology does, wave after wave', () => {
    const project = new Project(deployment);
    deploy(project);
    // What a wave retires is removed by hand, when its calls have been tried.
    const tried = deploymentOf(source.replace(/\bretire +("[^"]*"|[\w-]+)/g, ''));
    const order = waveOrder(deployment).waves;
    for (let waves = 0; waves <= order.length; waves++) {
      if (waves > 0) for (const script of waveScriptsOf(deployment, waves - 1)) runWave(project, script);
      const now = measured(deployment, project.system, project.mailboxes);
      expect(routesOf(now, 0, deployment), `after ${waves} waves`).toEqual(routesOf(tried, waves));
    }
  });

  it('changes nothing when they run again', () => {
    const project = new Project(deployment);
    deploy(project);
    const before = project.system.copy();
    for (const script of wholeScriptsOf(deployment)) {
      const { results } = project.run(script);
      expect([...results.values()].filter((result) => result === 'created' || result === 'changed')).toEqual([]);
    }
    expect(differences(before, project.system)).toEqual([]);
  });

  it('is the same from a system that is partly made, or made otherwise', () => {
    const wanted = systemAfter(deployment);
    for (let i = 0; i < 3; i++) {
      const system = disturb(wanted.copy(), wholeScriptsOf(deployment), random);
      const project = new Project(deployment, system);
      deploy(project);
      expect(differences(wanted, project.system), `seed ${seed}`).toEqual([]);
    }
  });

  it('is the same after a break at any step, or amid the users, when the scripts run again', () => {
    const wanted = systemAfter(deployment);
    const scripts = wholeScriptsOf(deployment);
    scripts.forEach((script, s) => {
      for (let last = 0; last < script.plan.steps.length; last++) {
        const project = new Project(deployment);
        for (const before of scripts.slice(0, s)) project.run(before);
        project.run(script, (_, i) => i <= last);
        // By -From, the next step; then all of it, as one does who isn't sure.
        project.run(script, (_, i) => i > last);
        deploy(project);
        expect(differences(wanted, project.system), `${script.name} after ${script.plan.steps[last]?.id}`).toEqual([]);
      }
    });
    for (let user = 0; user < Math.min(deployment.userCount, 6); user++) {
      const project = new Project(deployment);
      for (const script of scripts)
        try {
          project.run(script, undefined, user);
        } catch (error) {
          if (!(error instanceof BrokenOff)) throw error;
        }
      deploy(project);
      expect(differences(wanted, project.system), `before user ${user}`).toEqual([]);
    }
  });

  it('is as before when the scripts are taken back, whichever step was the last', () => {
    const scripts = wholeScriptsOf(deployment);
    scripts.forEach((script, s) => {
      for (let last = 0; last < script.plan.steps.length; last++)
        takenBack(new Project(deployment), scripts.slice(0, s), script, last);
    });
  });

  it('is as before when a script is killed between what it keeps and what it changes, and is taken back', () => {
    const scripts = wholeScriptsOf(deployment);
    scripts.forEach((script, s) => {
      script.plan.steps.forEach(({ action }, last) => {
        // A sample: to every step all others belong, and each is tried in some deployment.
        if (!/^(?:object|users|mailboxes)$/.test(action.type) || !random.chance(0.3)) return;
        const place = random.pick(['saved', 'changed'] as const);
        takenBack(new Project(deployment), scripts.slice(0, s), script, last, { place, times: random.below(3) });
      });
    });
  });

  it('refuses a wave while the one before is not done, as far as Lync can see it', () => {
    for (const [index] of waveOrder(deployment).waves.entries()) {
      const [script] = waveScriptsOf(deployment, index);
      const check = script?.plan.steps.find(({ id }) => id.startsWith('Wave.'))?.action;
      if (script === undefined || check?.type !== 'check' || check.check.kind !== 'wave') continue;
      const seen = check.check.settings.flatMap((setting) =>
        setting.kind === 'grant'
          ? setting.property
          : setting.kind === 'parameter'
            ? setting.parameter
            : 'RegistrarPool',
      );
      const project = new Project(deployment);
      deploy(project, index - 1);
      const then = project.system.copy();
      for (const before of waveScriptsOf(deployment, index - 1)) runWave(project, before);
      expect(() => project.run(script)).not.toThrow();
      const changes = differences(then, project.system).filter((path) =>
        seen.some((name) => path.endsWith(` ${name}`)),
      );
      const ofThatWave = changes.filter((path) => script.previous?.some((row) => path.includes(`/${row.SipAddress} `)));
      if (ofThatWave.length > 0) expect(() => new Project(deployment, then).run(script)).toThrow(Refused);
    }
  });

  it('is as before a wave when that is taken back, whichever step was the last', () => {
    waveOrder(deployment).waves.forEach((_, index) => {
      const scripts = waveScriptsOf(deployment, index);
      scripts.forEach((script, s) => {
        for (let last = 0; last < script.plan.steps.length; last++) {
          const project = new Project(deployment);
          deploy(project, index);
          takenBack(project, scripts.slice(0, s), script, last);
        }
      });
    });
  });
});

/** Runs scripts, one of them only to its last step, then the ways back; what is left must belong to steps that say so. */
function takenBack(
  project: Project,
  before: readonly Runnable[],
  script: Runnable,
  last: number,
  kill?: { readonly place: 'saved' | 'changed'; readonly times: number },
): void {
  const start = project.system.copy();
  const changedBy = new Map<string, Step[]>();
  const watched = (each: Runnable, until: number): void => {
    each.plan.steps.forEach((step, i) => {
      if (i > until) return;
      const then = project.system.copy();
      if (kill && each === script && i === last) killed(project, each, i, kill.place, kill.times);
      else project.run(each, (_, n) => n === i);
      for (const path of differences(then, project.system)) changedBy.set(path, [...(changedBy.get(path) ?? []), step]);
    });
  };
  for (const each of before) watched(each, Number.POSITIVE_INFINITY);
  watched(script, last);
  for (const each of [script, ...[...before].reverse()]) {
    const { failures } = project.run({ ...each, plan: rollbackPlan(each.plan) });
    expect(failures, `the way back of ${each.name}`).toEqual([]);
  }
  // Whoever isn't sure that it went through runs it again.
  const back = project.system.copy();
  for (const each of [script, ...[...before].reverse()]) project.run({ ...each, plan: rollbackPlan(each.plan) });
  expect(differences(back, project.system), `${script.name}, taken back twice`).toEqual([]);
  const left = differences(start, project.system).filter((path) => {
    const steps = changedBy.get(path) ?? [];
    return !steps.some(({ undo }) => undo.type === 'irreversible' || (undo.type === 'restore' && undo.except));
  });
  expect(left, `${script.name} after ${script.plan.steps[last]?.id}`).toEqual([]);
}

/** Runs one step and closes the window at one of the places where that is possible. */
function killed(project: Project, script: Runnable, step: number, place: 'saved' | 'changed', times: number): void {
  let left = times;
  try {
    project.run(
      script,
      (_, i) => i === step,
      undefined,
      (reached) => {
        if (reached === place && left-- === 0) throw new BrokenOff();
      },
    );
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
  }
}
