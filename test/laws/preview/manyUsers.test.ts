import { describe, expect, it } from 'vitest';
import { callees } from '../../../server/src/editor/callees';
import type { Deployment } from '../../../server/src/model/deployment';
import { Workspace } from '../../../server/src/model/workspace';
import { buildGraph } from '../../../server/src/preview/buildGraph';
import { generateDeployment } from '../../bench/generate';

function made(users: number): Deployment {
  const workspace = new Workspace();
  for (const [path, text] of generateDeployment(users)) workspace.set(`/d/${path}`, text);
  workspace.refresh();
  const [deployment] = workspace.deployments;
  if (!deployment) throw new Error('there is a deployment');
  return deployment;
}

describe('many users', () => {
  const few = made(6000);
  const many = made(60_000);

  it('draw as many nodes and edges as few', () => {
    const ids = (deployment: Deployment) => {
      const { nodes, edges } = buildGraph(deployment, []);
      return { nodes: nodes.map(({ id }) => id), edges: edges.map(({ id }) => id).sort() };
    };
    expect(ids(many)).toEqual(ids(few));
    expect(buildGraph(many, []).users).toBe(many.userCount);
  });

  it('are found in a bounded number, the best first', () => {
    const { found, more } = callees(many, 'a');
    expect({ shown: found.length, more }).toEqual({ shown: 12, more: true });
    const [first] = found.filter(({ kind }) => kind === 'user');
    expect(first?.of.startsWith('a')).toBe(true);
    const [user] = [...many.placements()].at(-1)?.users(1) ?? [];
    const last = user?.address.replace(/^sip:/, '') ?? '';
    expect(callees(many, last).found[0]?.of).toBe(last);
    expect(callees(many, 'nobody has this').found).toEqual([]);
    expect(callees(many, '').found.length).toBe(12);
  });
});
