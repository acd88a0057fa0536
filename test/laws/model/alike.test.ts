import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { SharedConclusions } from '../../../server/src/model/shared';
import { Workspace } from '../../../server/src/model/workspace';
import { Analyzer } from '../../../server/src/rules/analyze';
import { declarations, worlds } from '../routing/world';

afterEach(() => vi.restoreAllMocks());

function deploymentOf(text: string): Deployment {
  const workspace = new Workspace();
  workspace.set('/d/main.umtopo', text);
  workspace.refresh();
  return workspace.deployments[0] as Deployment;
}

function analysisOf(text: string): unknown {
  const { diagnostics, notChecked, proofs } = new Analyzer(deploymentOf(text)).analyze();
  return {
    diagnostics: diagnostics.map(({ fixes, ...told }) => ({ ...told, fixes: fixes() })),
    notChecked,
    proofs,
  };
}

it('what is concluded once of users that look alike is what would be concluded of each', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const text = [...declarations(world), 'expect every user reaches hosted on busy'].join('\n');
      const shared = analysisOf(text);
      const find = vi.spyOn(SharedConclusions.prototype, 'find').mockReturnValue(undefined);
      const alone = analysisOf(text);
      find.mockRestore();
      expect(shared).toEqual(alone);
    }),
    { numRuns: process.env.FUZZ ? 5000 : 100 },
  );
}, 60_000);
