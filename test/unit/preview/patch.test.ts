import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, type Picture } from '../../../client/webview/picture';
import { type Drawing, drawGraph } from '../../../server/src/preview/draw';
import type { GraphState, RoutingGraph } from '../../../server/src/preview/graph';
import { diffDrawings } from '../../../server/src/preview/patch';
import { edge, empty, mixed, node } from './graphs';

function picture(drawing: Drawing, version: number): Picture {
  return { root: 'file:///contoso', name: 'Contoso', version, style: '', ...state, ...drawing };
}

const state = { waves: [], wave: null, stale: false } as const;

/** Patches the picture of one graph into that of another. */
function patched(before: RoutingGraph, after: RoutingGraph): Picture {
  const [from, to] = [drawGraph(before), drawGraph(after)];
  const patch = diffDrawings(from, to);
  const shown = picture(from, 1);
  return patch ? applyPatch(shown, { root: 'file:///contoso', from: 1, version: 2, ...state, ...patch }) : shown;
}

/** Some of the nodes and edges of a deployment, with counts and states of their own. */
const graphs = fc
  .record({
    nodes: fc.shuffledSubarray([...mixed.nodes]),
    edges: fc.shuffledSubarray([...mixed.edges]),
    users: fc.array(fc.nat(5000), { minLength: 40, maxLength: 40 }),
    states: fc.array(fc.constantFrom<GraphState>('ok', 'disabled', 'broken', 'unknown'), {
      minLength: 40,
      maxLength: 40,
    }),
  })
  .map(({ nodes, edges, users, states }): RoutingGraph => {
    const change = <T>(part: T, index: number): T => ({ ...part, users: users[index], state: states[index] });
    return { title: 'Contoso', users: 5000, nodes: nodes.map(change), edges: edges.map(change) };
  });

describe('a patch', () => {
  it('turns any picture into any other', () => {
    fc.assert(
      fc.property(graphs, graphs, (before, after) => {
        const { version: _, ...got } = patched(before, after);
        const { version: __, ...expected } = picture(drawGraph(after), 2);
        expect(got).toEqual(expected);
      }),
    );
  });

  it('is the same when what looks alike is taken over from the drawing before', () => {
    fc.assert(
      fc.property(graphs, graphs, fc.nat(40), (first, second, which) => {
        const relabelled: RoutingGraph = {
          ...second,
          nodes: second.nodes.map((each, index) => (index === which ? { ...each, label: `${each.label} 2` } : each)),
        };
        let before = drawGraph(first);
        for (const graph of [second, relabelled, structuredClone(relabelled), first]) {
          const taken = drawGraph(graph, before);
          expect(taken).toEqual(drawGraph(graph));
          expect(diffDrawings(before, taken)).toEqual(diffDrawings(before, drawGraph(graph)));
          before = taken;
        }
      }),
    );
  });

  it('is none when nothing changed', () => {
    expect(diffDrawings(drawGraph(mixed), drawGraph(structuredClone(mixed)))).toBeUndefined();
  });

  it('holds only what an edit touched', () => {
    const after: RoutingGraph = {
      ...mixed,
      nodes: mixed.nodes.map((each) => (each.id === 'umservers:onprem' ? { ...each, detail: '3 UM servers' } : each)),
    };
    const patch = diffDrawings(drawGraph(mixed), drawGraph(after));
    expect(patch?.elements.map(({ id }) => id)).toEqual(['umservers:onprem']);
    expect(patch?.removed).toEqual([]);
    expect(patch?.order).toMatchObject({ removed: 0, items: [] });
    expect(patch?.table).toMatchObject({ removed: 1, items: [{ id: 'umservers:onprem' }] });
  });

  it('says what is gone, the labels of edges among it', () => {
    const after = { ...mixed, edges: mixed.edges.filter(({ to }) => to !== 'mailboxes:onprem') };
    const id = 'umservers:onprem>mailboxes:onprem';
    expect(diffDrawings(drawGraph(mixed), drawGraph(after))?.removed).toEqual([id, `label:${id}`]);
  });

  it('comes for a new order, a new table and a new size', () => {
    const two = ['a', 'b'].map((id) => node({ id, kind: 'pool', lane: 'pools', label: id }));
    const before: RoutingGraph = { ...empty, nodes: two };
    const swapped = diffDrawings(drawGraph(before), drawGraph({ ...before, nodes: [...two].reverse() }));
    expect(swapped?.order).toEqual({ start: 1, removed: 2, items: ['b', 'a'] });
    const counted = diffDrawings(drawGraph({ ...before, users: 2 }), drawGraph({ ...before, users: 1 }));
    expect(counted).toMatchObject({ elements: [], removed: [], summary: '1 user' });
    const grown = diffDrawings(drawGraph(before), drawGraph({ ...before, edges: [edge({ from: 'a', to: 'b' })] }));
    expect(grown?.elements.map(({ id }) => id)).toEqual(['a>b', 'legend']);
  });

  it('made for another picture is refused', () => {
    const patch = diffDrawings(drawGraph(mixed), drawGraph({ ...mixed, users: 1 }));
    if (!patch) throw new Error('There is a patch.');
    const other = picture(drawGraph(empty), 1);
    expect(() => applyPatch(other, { root: '', from: 1, version: 2, ...state, ...patch })).toThrow('nowhere');
  });
});
