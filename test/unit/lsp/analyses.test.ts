import { expect, it, vi } from 'vitest';
import { finished } from '../../../server/src/base/steps';
import { Analyses } from '../../../server/src/lsp/analyses';
import { SeverityFiles } from '../../../server/src/lsp/severityFiles';
import { Workspace } from '../../../server/src/model/workspace';

it('a deployment that cannot be analysed keeps nobody from the others, and is tried again when it changes', async () => {
  const workspace = new Workspace();
  const text = 'deployment D { server lync2013  mode onPremises }\n';
  for (const path of ['/a/main.umtopo', '/b/main.umtopo']) workspace.set(path, text);
  workspace.refresh();
  const { members } = workspace;
  const severities = new SeverityFiles({ list: async () => [], read: async () => undefined });
  await severities.readAll(members.all);
  const logged: unknown[] = [];
  const analyses = new Analyses(
    workspace,
    severities,
    () => 0,
    (error) => logged.push(error),
  );
  const update = (): string[] => [...finished(analyses.update(new Set(), [...members.all], false))];
  const [broken, sound] = [...members.all];
  if (broken === undefined || sound === undefined) throw new Error('there are two');
  const fault = new Error('a rule fell over');
  const spy = vi.spyOn(broken.deployment, 'all').mockImplementation(() => {
    throw fault;
  });
  expect(update()).toEqual(['/b/main.umtopo']);
  expect(logged).toEqual([fault]);
  expect(analyses.standingOf(sound)?.name).toBe('D');
  expect(update()).toEqual([]);
  expect(logged).toEqual([fault]);

  spy.mockRestore();
  workspace.edit('/a/main.umtopo', [{ start: 0, end: 0, text: '\n' }]);
  workspace.refresh();
  expect(update()).toEqual(['/a/main.umtopo']);
  expect(analyses.standingOf(broken)?.name).toBe('D');
});
