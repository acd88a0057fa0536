import { describe, expect, it } from 'vitest';
import type { DnsRecordsAction } from '../../../server/src/export/plan';
import { rollbackPlan } from '../../../server/src/export/plan/rollback';
import { deployableTopology } from '../../support/deployableTopology';
import { addRecord, ownerOf, putZone } from '../../support/deployedSystem/dns';
import { dnsScriptsOf, Project, type Runnable } from '../../support/deployedSystem/project';
import { differences } from '../../support/deployedSystem/system';
import { deploymentOf } from '../../support/deployment';
import { Random, runSeed } from '../../support/random';
import { exampleDeployment } from '../../unit/export/deployments';
import { everything } from '../../unit/export/samples';
import { deployments } from '../conformance/deployments';

const seed = runSeed();
const random = new Random(seed);

const cases = [
  ...['on-premises', 'cross-premises', 'mixed'].map(
    (name) => [`the example ${name}`, exampleDeployment(name)] as const,
  ),
  ...Object.entries(deployments).map(([name, source]) => [name, deploymentOf(source)] as const),
  ['everything', deploymentOf(everything('sfb2015', 'mixed', '2016'))] as const,
  ...Array.from(
    { length: process.env.FUZZ ? 400 : 12 },
    (_, i) => [`random ${i} of seed ${seed}`, deploymentOf(deployableTopology(random))] as const,
  ),
];

class Killed extends Error {}

function recordSteps({ plan }: Runnable): [string, DnsRecordsAction][] {
  return plan.steps.flatMap(({ id, action }) =>
    action.type === 'dnsRecords' ? [[id, action] as [string, DnsRecordsAction]] : [],
  );
}

describe.each(cases)('the DNS servers that get dns.ps1 of %s', (_, deployment) => {
  const scripts = dnsScriptsOf(deployment);

  /** Servers that have the zones, and of the planned records those that are chosen. */
  function servers(has: (text: string) => boolean = () => false): Project {
    const project = new Project(deployment);
    for (const script of scripts)
      for (const [, action] of recordSteps(script)) {
        putZone(project.system, script.session, action.zone);
        for (const text of action.texts)
          if (has(text)) addRecord(project.system, script.session, ownerOf(action), text);
      }
    return project;
  }

  function back(project: Project): void {
    for (const script of scripts) project.run({ ...script, plan: rollbackPlan(script.plan) });
  }

  it('hold every record that has a cmdlet, and no more when it runs again', () => {
    const project = servers();
    for (const script of scripts) {
      const { results } = project.run(script);
      for (const [id, action] of recordSteps(script))
        if (action.add) expect(results.get(id), id).toBe('created');
        else expect(results.get(id), id).toMatch(/^(?:toDo|unchanged)$/);
    }
    const all = project.system.copy();
    for (const script of scripts)
      expect([...project.run(script).results.values()].filter((result) => result === 'created')).toEqual([]);
    expect(differences(all, project.system)).toEqual([]);
    back(project);
    expect(differences(servers().system, project.system)).toEqual([]);
  });

  it('are left alone where they have no such zone', () => {
    const project = new Project(deployment);
    const before = project.system.copy();
    for (const script of scripts) {
      const { results } = project.run(script);
      for (const [id] of recordSteps(script)) expect(results.get(id), id).toBe('notMet');
    }
    expect(differences(before, project.system)).toEqual([]);
  });

  it('are as before when it is taken back, whatever they held and wherever it was killed', () => {
    const whole = servers();
    for (const script of scripts) whole.run(script);
    for (let i = 0; i < 8; i++) {
      const project = servers(() => i > 0 && random.chance(0.4));
      const before = project.system.copy();
      let left = i < 4 ? random.below(12) : Number.POSITIVE_INFINITY;
      for (const script of scripts)
        try {
          project.run(script, undefined, undefined, () => {
            if (--left < 0) throw new Killed();
          });
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
        }
      // Whoever was broken off begins again, or goes back.
      if (i % 2 === 0) {
        for (const script of scripts) project.run(script);
        const planned = new Set(whole.system.facts().keys());
        const missing = [...planned].filter((path) => !project.system.facts().has(path));
        expect(missing, `seed ${seed}`).toEqual([]);
      }
      back(project);
      expect(differences(before, project.system), `seed ${seed}`).toEqual([]);
    }
  });

  it('keep a record that differs, and lack none of the others', () => {
    for (const script of scripts)
      for (const [id, action] of recordSteps(script).slice(0, 4)) {
        if (!action.add || action.recordType === 'TXT') continue;
        const project = servers();
        addRecord(project.system, script.session, ownerOf(action), 'something else');
        const before = project.system.copy();
        const { results } = project.run(script);
        expect(results.get(id), id).toBe('differs');
        const changed = differences(before, project.system).join('\n');
        expect(changed).not.toContain(`/${ownerOf(action).join(' ').toLowerCase()} `);
        back(project);
        expect(differences(before, project.system)).toEqual([]);
      }
  });
});
