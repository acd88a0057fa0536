import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphState, RoutingGraph } from '../../../server/src/preview/graph';
import { layout } from '../../../server/src/preview/layout';
import { edge, empty, large, mixed, node } from './graphs';

const states: readonly GraphState[] = ['ok', 'disabled', 'broken', 'unknown'];

function places(graph: RoutingGraph): Map<string, { x: number; y: number; width: number; height: number }> {
  return new Map(layout(graph).nodes.map(({ node, x, y, width, height }) => [node.id, { x, y, width, height }]));
}

/** The same nodes, everything else about them changed. */
const edits = fc.record({
  labels: fc.array(fc.string(), { minLength: mixed.nodes.length, maxLength: mixed.nodes.length }),
  users: fc.array(fc.nat(1_000_000), { minLength: mixed.nodes.length, maxLength: mixed.nodes.length }),
  states: fc.array(fc.constantFrom(...states), { minLength: mixed.nodes.length, maxLength: mixed.nodes.length }),
  keep: fc.array(fc.boolean(), { minLength: mixed.edges.length, maxLength: mixed.edges.length }),
  total: fc.nat(1_000_000),
});

describe('layout', () => {
  it('moves no node when names, counts, states or ways change', () => {
    const before = places(mixed);
    fc.assert(
      fc.property(edits, ({ labels, users, states, keep, total }) => {
        const edited: RoutingGraph = {
          ...mixed,
          users: total,
          nodes: mixed.nodes.map((each, index) => ({
            ...each,
            label: labels[index] ?? '',
            users: users[index] ?? 0,
            state: states[index] ?? 'ok',
          })),
          edges: mixed.edges
            .filter((_, index) => keep[index])
            .map((each, index) => ({ ...each, users: users[index] ?? 0, state: states[index] ?? 'ok' })),
        };
        expect(places(edited)).toEqual(before);
      }),
    );
  });

  it('moves only what stands below a new node in its lane', () => {
    const before = places(mixed);
    const index = mixed.nodes.findIndex(({ id }) => id === 'umdialplan:plant');
    const added = node({ id: 'umdialplan:new', kind: 'umDialPlan', lane: 'paths', label: 'New' });
    const after = places({
      ...mixed,
      nodes: [...mixed.nodes.slice(0, index), added, ...mixed.nodes.slice(index)],
    });
    const moved = [...before].filter(([id, box]) => after.get(id)?.y !== box.y).map(([id]) => id);
    expect(moved).toEqual(['umdialplan:plant', 'edge:edge01.contoso.com']);
    expect([...before].every(([id, box]) => after.get(id)?.x === box.x)).toBe(true);
  });

  it('lets no two nodes overlap, and keeps everything inside the picture', () => {
    for (const graph of [mixed, large(200)]) {
      const { nodes, edges, width, height } = layout(graph);
      for (const [index, a] of nodes.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
        for (const b of nodes.slice(index + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart, `${a.node.id} and ${b.node.id}`).toBe(true);
        }
      }
      for (const { curves } of edges) {
        for (const { x, y } of curves.flat()) expect(x >= 0 && y >= 0 && x <= width && y <= height).toBe(true);
      }
    }
  });

  it('takes lanes from left to right and leaves out empty ones', () => {
    expect(layout(mixed).lanes.map(({ lane }) => lane)).toEqual([
      'callers',
      'pools',
      'routing',
      'paths',
      'services',
      'mailboxes',
    ]);
    expect(layout(empty).lanes).toEqual([]);
    expect(layout({ ...empty, nodes: mixed.nodes.slice(0, 3) }).lanes.map(({ lane }) => lane)).toEqual(['callers']);
  });

  it('meets every node at its side', () => {
    const { edges, nodes } = layout(mixed);
    const boxes = new Map(nodes.map((box) => [box.node.id, box]));
    expect(edges).toHaveLength(mixed.edges.length);
    for (const { edge, start, end } of edges) {
      const from = boxes.get(edge.from);
      const to = boxes.get(edge.to);
      expect(from && start.x === from.x + from.width && start.y >= from.y && start.y <= from.y + from.height).toBe(
        true,
      );
      expect(to && end.x === to.x && end.y >= to.y && end.y <= to.y + to.height).toBe(true);
    }
  });

  it('leads edges past lanes where no card stands', () => {
    const { edges, nodes } = layout(mixed);
    const long = edges.filter(({ curves }) => curves.length > 1);
    expect(long.map(({ edge }) => edge.to).sort()).toEqual(['novoicemail', 'unknown']);
    for (const { curves } of long) {
      const [from, , to] = curves[1] ?? [];
      if (!from || !to) throw new Error('A long edge has a straight part.');
      const crossed = nodes.filter(
        (box) => box.x >= from.x && box.x + box.width <= to.x && box.y <= from.y && from.y <= box.y + box.height,
      );
      expect(crossed).toEqual([]);
    }
  });

  it('tells users by the width of the edges, between bounds', () => {
    const widths = [0, 1, 10, 100, 1000].map((users) => {
      const graph = { ...mixed, users: 1000, edges: [edge({ from: 'exumrouting', to: 'umdialplan:redmond', users })] };
      return layout(graph).edges[0]?.width ?? Number.NaN;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths.at(0)).toBe(2);
    expect(widths.at(-1)).toBe(16);
    expect(new Set(widths).size).toBe(widths.length);
  });

  it('leaves out edges to nodes that do not exist', () => {
    const graph = { ...mixed, edges: [edge({ from: 'pstn', to: 'nowhere' }), edge({ from: 'nowhere', to: 'pstn' })] };
    expect(layout(graph).edges).toEqual([]);
  });

  it('draws edges backwards and inside a lane', () => {
    const graph: RoutingGraph = {
      ...mixed,
      edges: [
        edge({ from: 'umservers:onprem', to: 'umdialplan:redmond' }),
        edge({ from: 'umdialplan:redmond', to: 'umdialplan:plant' }),
        edge({ from: 'lost', to: 'pstn' }),
      ],
    };
    const { edges, width, height } = layout(graph);
    expect(edges).toHaveLength(3);
    for (const { x, y } of edges.flatMap(({ curves }) => curves.flat())) {
      expect(x >= 0 && y >= 0 && x <= width && y <= height).toBe(true);
    }
  });
});
