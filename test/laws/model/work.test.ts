import { beforeAll, describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';
import { Analyzer } from '../../../server/src/rules/analyze';
import { generateProvider } from '../../bench/provider';

/** What an edit costs is counted, not timed: it must not depend on how many users there are. */
describe.each([2_000, 40_000])('among %i users', (users) => {
  const group = '/p/users/Group10.umtopo';
  const workspace = new Workspace();
  let analyzer: Analyzer;

  beforeAll(() => {
    for (const [file, text] of generateProvider({ users })) workspace.set(`/p/${file}`, text);
    workspace.refresh();
    const [deployment] = workspace.deployments;
    if (deployment === undefined) throw new Error('no deployment');
    analyzer = new Analyzer(deployment);
    analyzer.analyze();
  });

  function edit(start: number, end: number, text: string, path = group): Analyzer['stats'] {
    const before = { ...analyzer.stats };
    workspace.edit(path, [{ start, end, text }]);
    workspace.refresh();
    analyzer.analyze();
    const after = analyzer.stats;
    return {
      runs: after.runs - before.runs,
      placementsJudged: after.placementsJudged - before.placementsJudged,
      checksRun: after.checksRun - before.checksRun,
      groupsJudged: after.groupsJudged - before.groupsJudged,
      pagesRead: after.pagesRead - before.pagesRead,
      diagnosticsMade: after.diagnosticsMade - before.diagnosticsMade,
    };
  }

  it('a row that is typed judges its own placement, at most', () => {
    const text = workspace.file(group)?.text ?? '';
    let at = text.indexOf('\n', text.length >> 1) + 1;
    edit(at, at, '\n');
    const typed = '  new.person@contoso.com  line +14255559999;ext=5000000  mailbox hosted  policy Tenant3';
    for (const character of typed) {
      const { placementsJudged, groupsJudged, pagesRead, diagnosticsMade } = edit(at, at, character);
      at++;
      expect(placementsJudged).toBeLessThanOrEqual(1);
      // Those of the file that is edited: its rows behind the edit moved.
      expect(groupsJudged).toBeLessThanOrEqual(12 + users / 4000);
      expect(pagesRead).toBeLessThanOrEqual(24 + users / 2000);
      expect(diagnosticsMade).toBeLessThanOrEqual(12 + users / 4000);
    }
  });

  it('a policy that is misspelt in a row, and right again, is no matter to checks that ask who has which policy', () => {
    const text = workspace.file(group)?.text ?? '';
    const at = text.indexOf('policy ', text.length >> 1) + 'policy '.length;
    edit(at, at, 'nowhere');
    // Those of the row itself, and what is said of its block.
    for (const { checksRun } of [edit(at, at + 'nowhere'.length, ''), edit(at, at, 'nowhere')])
      expect(checksRun).toBeLessThanOrEqual(4);
    edit(at, at + 'nowhere'.length, '');
  });

  it('a policy that is edited judges those who have it, not those whose policy is none', () => {
    const path = '/p/deployment.umtopo';
    const at = (workspace.file(path)?.text ?? '').indexOf('exap.um', workspace.file(path)?.text.indexOf('Tenant3'));
    const placements = workspace.deployments[0]?.placements() ?? [];
    const policies = placements.map((placement) => String(placement.fact('policy')));
    for (const [end, text] of [
      [at, 'x'],
      [at + 1, ''],
    ] as const) {
      const { placementsJudged, diagnosticsMade } = edit(at, end, text, path);
      expect(placementsJudged).toBeLessThanOrEqual(policies.filter((policy) => policy === 'Tenant3').length);
      expect(diagnosticsMade).toBe(0);
    }
  });

  it('leaves nothing behind, however often somebody types and takes back', () => {
    const [deployment] = workspace.deployments;
    const text = workspace.file(group)?.text ?? '';
    const at = text.indexOf('@', text.length >> 1);
    const shapes = deployment?.shapes.size ?? 0;
    const texts = deployment?.symbols.size ?? 0;
    for (let i = 0; i < 60; i++) {
      edit(at + 1, at + 1, `a-domain-of-its-own-${i}.`);
      edit(at + 1, at + 1 + `a-domain-of-its-own-${i}.`.length, '');
    }
    expect(deployment?.shapes.size).toBe(shapes);
    expect(deployment?.symbols.size).toBe(texts);
    expect(workspace.file(group)?.text).toBe(text);
  });
});
