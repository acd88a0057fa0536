import { describe, expect, it } from 'vitest';
import { buildLadder } from '../../../server/src/preview/ladder/buildLadder';
import { graphMermaid, ladderMermaid } from '../../../server/src/preview/mermaid';
import { asked } from '../../../server/src/routing/asked';
import { mixedWith } from '../../support/deployment';
import { edge, hostile, node } from './graphs';

describe('Mermaid', () => {
  it('draws the graph as a flow chart with lanes, numbers and what is broken', () => {
    const pool = node({
      id: 'pool:p',
      kind: 'pool',
      lane: 'pools',
      label: 'pool01.contoso.com',
      detail: 'Front End',
      users: 1200,
    });
    const edgePool = node({
      id: 'edge:e',
      kind: 'edge',
      lane: 'paths',
      label: 'edge01',
      state: 'broken',
      reason: 'no federation',
    });
    const graph = {
      title: 'Contoso',
      users: 1200,
      nodes: [pool, edgePool],
      edges: [edge({ from: 'pool:p', to: 'edge:e', users: 1200, state: 'broken', label: 'mtls 5061' })],
    };
    expect(graphMermaid(graph)).toBe(`flowchart LR
  subgraph pools["Sites and pools"]
    n1["pool01.contoso.com<br/>Front End<br/>1,200 users"]
  end
  subgraph paths["Paths"]
    n2["edge01<br/>broken: no federation"]
  end
  n1 --x|"mtls 5061 · 1,200 · broken"| n2
`);
  });

  it('draws a ladder as a sequence diagram; what is not documented is dashed, and says so', () => {
    const deployment = mixedWith(
      'users Plant { pool pool01.contoso.com  mailbox local  umDialPlan Redmond\n carol@contoso.com line +14255550121 }',
    );
    const ladder = buildLadder(deployment, asked('carol@contoso.com', 'missedCall'));
    const lines = ladder ? ladderMermaid(ladder).split('\n') : [];
    expect(lines.slice(0, 5)).toEqual([
      'sequenceDiagram',
      '  autonumber',
      '  participant c1 as Caller<br/>Client or phone',
      '  participant c2 as carol@contoso.com<br/>The clients',
      '  participant c3 as pool01.contoso.com:5061<br/>Front End',
    ]);
    expect(lines).toContain('  c1->>c3: CANCEL');
    expect(lines).toContain('  c3-->>c4: Missed-call notification ex01.contoso.com:5061 TLS (not documented)');
  });

  it('quotes hostile names: nothing in them means anything to Mermaid or to HTML', () => {
    const text = graphMermaid(hostile());
    for (const line of text.split('\n')) {
      const inside = /^\s*(?:n\d+\[|n\d+ \S+\|)"(.*)"[\]|]/.exec(line)?.[1];
      if (inside !== undefined) expect(inside.replaceAll('<br/>', '')).not.toMatch(/["<>`[\]{}|\\]/);
      else expect(line).toMatch(/^(flowchart LR|\s*subgraph \w+\["[\w ]+"\]|\s*end|)$/);
    }
  });
});
