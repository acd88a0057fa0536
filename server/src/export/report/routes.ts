import type { Deployment } from '../../model/deployment';
import { plainReader, UnknownFact } from '../../model/facts';
import { type CrowdPart, crowdAfter } from '../../model/waveStates';
import { waveOrder } from '../../model/waves';
import { hasPolicy, routeOfPerson } from '../../routing/route';
import type { Route } from '../../routing/types';
import type { Place } from '../../rules/types';
import { placeOf } from '../facts';
import type { LineWriter } from '../lines';
import type { ReportContext } from './context';
import { html } from './html';
import { type Cell, figure, type State, table } from './page';

interface Group {
  readonly answer: Cell;
  readonly remark: string;
  /** How many, as declared and after each wave. */
  readonly users: number[];
  readonly causes: Place[];
}

/** Where calls go that nobody answers: the pictures, and how many users go which way, as declared and after each wave. */
export function routes(writer: LineWriter, { deployment, graph }: ReportContext): void {
  const { waves } = waveOrder(deployment);
  writer.line('<h2>Where unanswered calls go</h2>');
  const groups = new Map<string, Group>();
  const columns = waves.length + 1;
  for (let done = 0; done < columns; done++) {
    for (const part of partsAfter(deployment, done)) {
      const route = routeOfPerson(deployment, part.person);
      const [answer, state] = answerOf(route);
      const remark = remarkOn(route);
      const key = `${answer}\u0000${remark}`;
      const group = groups.get(key) ?? {
        answer: { text: answer, state },
        remark,
        users: new Array<number>(columns).fill(0),
        causes: [],
      };
      group.users[done] = (group.users[done] ?? 0) + part.count;
      addCause(group.causes, placeOf(part.placement.block.declaration));
      groups.set(key, group);
    }
  }
  const rows = [...groups.values()].sort((a, b) => (b.users[0] ?? 0) - (a.users[0] ?? 0));
  if (rows.length === 0) writer.line('<p>There are no users.</p>');
  else {
    const remarks = rows.some(({ remark }) => remark !== '');
    table(
      writer,
      [
        'Who answers',
        waves.length > 0 ? 'Users now' : 'Users',
        ...waves.map(({ name }) => `After ${name}`),
        ...(remarks ? ['Remark'] : []),
      ],
      rows.map(({ answer, remark, users, causes }) => ({
        cells: [answer, ...users, ...(remarks ? [remark] : [])],
        causes,
      })),
    );
  }
  if (graph === undefined) return;
  if (waves.length > 0) writer.line('<h3>As declared</h3>');
  figure(writer, graph(0, 'routing'));
  for (const [i, { name, declaration }] of waves.entries()) {
    writer.because([placeOf(declaration)], () => {
      writer.line(`<h3>After wave ${html(name)}</h3>`);
      figure(writer, graph(i + 1, `routing-${i + 1}`));
    });
  }
}

/** As declared where a wave's selection hangs on a fact that isn't known. */
function partsAfter(deployment: Deployment, waves: number): CrowdPart[] {
  try {
    return [...crowdAfter(deployment, plainReader, waves, hasPolicy)];
  } catch (error) {
    if (!(error instanceof UnknownFact)) throw error;
    return [...crowdAfter(deployment, plainReader, 0, hasPolicy)];
  }
}

function answerOf({ outcome, target }: Route): [string, State] {
  switch (outcome) {
    case 'hosted':
      return [`hosted voice mail, ${target}`, 'good'];
    case 'local':
      return [`local UM, ${target}`, 'good'];
    case 'failed':
      return ['lost', 'bad'];
    case 'unknown':
      return ['not known', 'open'];
    case 'none':
      return ['nobody, by design', 'open'];
  }
}

function remarkOn({ failure, needs, outcome }: Route): string {
  if (failure) return failure.reason;
  if (outcome !== 'unknown') return '';
  return needs.length > 0 ? `hangs on ${needs.join(', ')}` : 'no document says';
}

function addCause(causes: Place[], cause: Place): void {
  if (!causes.some((known) => known.path === cause.path && known.start === cause.start)) causes.push(cause);
}
