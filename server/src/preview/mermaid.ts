import { userCount } from '../base/words';
import { laneShapes } from './geometry';
import { type GraphEdge, type GraphNode, type GraphState, lanes, type RoutingGraph } from './graph';
import type { Ladder, LadderMessage } from './ladder/ladder';
import { shortCount } from './words';
import { cleanText } from './xml';

/**
 * The routing graph as Mermaid's flow chart: lanes as subgraphs, numbers of users on the edges, what is broken or unknown marked by words as well as by lines.
 */
export function graphMermaid(graph: RoutingGraph): string {
  const idOf = new Map(graph.nodes.map((node, index) => [node.id, `n${index + 1}`]));
  const lines = ['flowchart LR'];
  for (const lane of lanes) {
    const nodes = graph.nodes.filter((node) => node.lane === lane);
    if (nodes.length === 0) continue;
    lines.push(`  subgraph ${lane}[${quoted(laneShapes[lane].caption)}]`);
    for (const node of nodes) lines.push(`    ${idOf.get(node.id)}[${quoted(nodeText(node))}]`);
    lines.push('  end');
  }
  for (const edge of graph.edges) {
    const from = idOf.get(edge.from);
    const to = idOf.get(edge.to);
    if (from && to) lines.push(`  ${from} ${arrows[edge.state]}|${quoted(edgeText(edge))}| ${to}`);
  }
  return `${lines.join('\n')}\n`;
}

const arrows: Readonly<Record<GraphState, string>> = { ok: '-->', disabled: '-.->', unknown: '-.->', broken: '--x' };

function nodeText({ label, detail, state, reason, users }: GraphNode): string {
  const count = users > 0 ? userCount(users) : '';
  const wrong = state === 'ok' ? '' : `${state}${reason ? `: ${reason}` : ''}`;
  return [label, detail, count, wrong].filter(Boolean).join(lineBreak);
}

function edgeText({ users, state, label }: GraphEdge): string {
  return [label, shortCount(users), state === 'ok' ? '' : state].filter(Boolean).join(' · ');
}

/** A ladder as Mermaid's sequence diagram. Of a message's details only what is not documented stands there, as a note. */
export function ladderMermaid(ladder: Ladder): string {
  const idOf = new Map(ladder.columns.map((column, index) => [column.id, `c${index + 1}`]));
  const lines = ['sequenceDiagram', '  autonumber'];
  for (const { id, label, detail, port } of ladder.columns) {
    const name = `${label}${port === undefined ? '' : `:${port}`}`;
    lines.push(`  participant ${idOf.get(id)} as ${plain(name)}<br/>${plain(detail)}`);
  }
  for (const step of ladder.steps) {
    if (step.type === 'note') {
      lines.push(
        `  Note over ${idOf.get(step.at)}: ${[step.label, ...step.details.map(({ text }) => text)].map(plain).join('<br/>')}`,
      );
      continue;
    }
    const unsure = { documented: '', inferred: '(deduced)', undocumented: '(not documented)' }[step.certainty];
    const said = [step.label, step.target, step.transport, unsure].filter(Boolean).map((text) => plain(String(text)));
    const ends = `${idOf.get(step.from)}${arrowOf(step)}${idOf.get(step.to)}`;
    lines.push(`  ${ends}: ${said.join(' ')}`);
  }
  return `${lines.join('\n')}\n`;
}

function arrowOf({ kind, certainty, lost }: LadderMessage): string {
  if (lost) return '-x';
  if (kind === 'media') return certainty === 'documented' ? '<<->>' : '<<-->>';
  return certainty === 'documented' ? '->>' : '-->>';
}

const lineBreak = '\n';

/** A text in quotes: Mermaid reads nothing in it, but its own entities and the HTML that its settings allow. */
function quoted(text: string): string {
  return `"${text.split(lineBreak).map(plain).join('<br/>')}"`;
}

/** A text outside of quotes: whatever means something to Mermaid or to HTML stands there as an entity. */
function plain(text: string): string {
  return cleanText(text).replace(/[^\p{L}\p{N} .,:@+=/()\u00b7\u2013-]/gu, (character) => {
    return character === '_' ? character : `#${character.codePointAt(0)};`;
  });
}
