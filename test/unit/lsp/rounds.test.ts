import { expect, it } from 'vitest';
import type { Steps } from '../../../server/src/base/steps';
import { Analyses } from '../../../server/src/lsp/analyses';
import { Attention } from '../../../server/src/lsp/attention';
import { Documents } from '../../../server/src/lsp/documents';
import { Positions } from '../../../server/src/lsp/positions';
import { Rounds } from '../../../server/src/lsp/rounds';
import { SeverityFiles } from '../../../server/src/lsp/severityFiles';
import { Work } from '../../../server/src/lsp/work';
import { Workspace } from '../../../server/src/model/workspace';

const TENANTS = 80;

async function tenants(): Promise<{ workspace: Workspace; attention: Attention; analyses: Analyses; rounds: Rounds }> {
  const workspace = new Workspace();
  for (let tenant = 0; tenant < TENANTS; tenant++)
    workspace.set(
      `/t${tenant}/main.umtopo`,
      'deployment D { server lync2013  mode onPremises }\nhostedVoicemailPolicy P\n',
    );
  workspace.refresh();
  const severities = new SeverityFiles({ list: async () => [], read: async () => undefined });
  await severities.readAll(workspace.members.all);
  const analyses = new Analyses(
    workspace,
    severities,
    () => 0,
    (error) => {
      throw error;
    },
  );
  const attention = new Attention(workspace, new Documents(workspace, new Positions('utf-16')), analyses);
  const rounds = new Rounds(analyses, attention, workspace, new Work(analyses, () => 0));
  return { workspace, attention, analyses, rounds };
}

it('what was found of deployments that nobody looks at is told before they are let go of, whoever asks about others meanwhile', async () => {
  const { workspace, attention, analyses, rounds } = await tenants();
  const told: string[] = [];
  const lost: string[] = [];
  rounds.analyzed.push(function* (changed): Steps<void> {
    for (const path of changed) {
      yield;
      (analyses.of(path)?.length ? told : lost).push(path);
    }
  });
  let step = 0;
  for (const _ of rounds.others()) {
    // As a search does now and then: all are made, and let go of.
    if (step++ % 16 !== 0) continue;
    for (const member of workspace.members.all) expect(member.deployment.name).toBe('D');
    attention.rest();
  }
  expect(lost).toEqual([]);
  expect(new Set(told).size).toBe(TENANTS);
  attention.rest();
  expect(workspace.members.awakeCount).toBeLessThanOrEqual(48);
});

it('a deployment that is no more while others are analysed is not told of', async () => {
  const { workspace, analyses, rounds } = await tenants();
  const steps = rounds.others();
  steps.next();
  for (let tenant = 0; tenant < TENANTS; tenant++) workspace.remove(`/t${tenant}/main.umtopo`);
  workspace.refresh();
  while (!steps.next().done);
  const { changed, gone } = analyses.takeNews();
  expect(changed).toEqual([]);
  expect(gone.length).toBeLessThanOrEqual(1);
});
