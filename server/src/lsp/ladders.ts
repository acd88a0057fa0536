import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Deployment } from '../model/deployment';
import { waveNamed } from '../model/waves';
import { pictureGraph } from '../preview/buildGraph';
import type { RoutingGraph } from '../preview/graph';
import { buildLadder } from '../preview/ladder/buildLadder';
import { drawLadder } from '../preview/ladder/drawLadder';
import type { Ladder } from '../preview/ladder/ladder';
import { ladderPanelStyle } from '../preview/ladder/ladderStyle';
import { ladderSvg } from '../preview/ladder/ladderSvg';
import { causeOf, ladderTable } from '../preview/ladder/ladderTable';
import { graphMermaid, ladderMermaid } from '../preview/mermaid';
import { standaloneSvg } from '../preview/svg';
import { asked, eventNamed } from '../routing/asked';
import type { Previews } from './preview/previews';
import {
  type LadderParams,
  type LadderResult,
  ladderRequest,
  type PictureParams,
  type PictureResult,
  type ProtocolLocation,
  pictureRequest,
} from './protocol';
import type { Session } from './session';

export function registerLadders(connection: Connection, current: () => Session, previews: () => Previews): void {
  connection.onRequest(ladderRequest, (params: LadderParams): Promise<unknown> => {
    demand(params, ['root', 'of'], ladderRequest);
    return ladder(current(), params);
  });
  connection.onRequest(pictureRequest, (params: PictureParams): Promise<unknown> => {
    demand(params, ['root', 'view', 'format'], pictureRequest);
    return picture(current(), previews(), params);
  });
}

function demand(params: object | undefined, names: readonly string[], request: string): void {
  const said = new Map(Object.entries(params ?? {}));
  const missing = names.find((name) => typeof said.get(name) !== 'string');
  if (missing) throw new ResponseError(ErrorCodes.InvalidParams, `${request} needs ${missing}`);
}

/** A refusal is an answer: somebody types an address, and it isn't finished. */
class Refused {
  constructor(readonly refused: string) {}
}

async function deploymentAt(session: Session, root: string): Promise<Deployment | Refused> {
  return (await session.whole(session.uris.toPath(root))) ?? new Refused('There is no such deployment any more');
}

/** How many waves are done. */
function wavesDone(deployment: Deployment, wave: string | null | undefined): number {
  return wave ? waveNamed(deployment, wave) + 1 : 0;
}

function build(deployment: Deployment, params: Omit<LadderParams, 'root'>): Ladder | Refused {
  const { of, event, wave } = params;
  const named = eventNamed(event ?? 'noAnswer');
  if (named === undefined) return new Refused(`There is no event "${event}"`);
  const question = asked(of, named);
  const ladder = buildLadder(deployment, question, wavesDone(deployment, wave));
  if (ladder) return ladder;
  return new Refused(question.isNumber ? `Nobody has the number ${of}` : `There is no user and no contact ${of}`);
}

async function ladder(session: Session, params: LadderParams): Promise<LadderResult> {
  const deployment = await deploymentAt(session, params.root);
  const built = deployment instanceof Refused ? deployment : build(deployment, params);
  if (built instanceof Refused) return { refused: built.refused };
  const { title, verdict, outcome } = built;
  const drawing = drawLadder(built);
  const places = Object.fromEntries(
    drawing.elements.flatMap(({ id }) => {
      const place = placeOf(session, causeOf(built, id));
      return place ? [[id, place]] : [];
    }),
  );
  return { title, verdict, outcome, ...drawing, style: ladderPanelStyle, rows: ladderTable(built), places };
}

function placeOf(session: Session, cause: ReturnType<typeof causeOf>): ProtocolLocation | undefined {
  const file = cause && session.documents.source(cause.path);
  return file && cause && { uri: session.uris.toUri(cause.path), range: session.positions.range(file, cause) };
}

async function picture(session: Session, previews: Previews, params: PictureParams): Promise<PictureResult> {
  const deployment = await deploymentAt(session, params.root);
  if (deployment instanceof Refused) return { refused: deployment.refused };
  const { view, format, theme = 'auto', of = '', event, wave } = params;
  if (view === 'graph') {
    const graph = previews.of(params.root)?.shown.folded.graph ?? unseenGraph(session, deployment, wave);
    const text = format === 'mermaid' ? graphMermaid(graph) : standaloneSvg(graph, theme);
    return { name: fileName(deployment.name, wave), title: `Where unanswered calls go in ${deployment.name}`, text };
  }
  const built = build(deployment, { of, ...(event !== undefined && { event }), ...(wave !== undefined && { wave }) });
  if (built instanceof Refused) return { refused: built.refused };
  const text = format === 'mermaid' ? ladderMermaid(built) : ladderSvg(built, theme);
  const title = `${built.title}: ${built.verdict}`;
  return { name: fileName(of.replace(/^(sip|tel):/i, ''), event, wave), title, text };
}

/** The graph of a deployment that no panel shows. */
function unseenGraph(session: Session, deployment: Deployment, wave: string | null | undefined): RoutingGraph {
  session.analyze(deployment.root);
  const diagnostics = session.analyses.analysis(deployment)?.diagnostics ?? [];
  return pictureGraph(deployment, diagnostics, wavesDone(deployment, wave));
}

/** A name that every file system takes. */
function fileName(...parts: readonly (string | null | undefined)[]): string {
  const name = parts.filter(Boolean).join('-');
  return name.replace(/[^\p{L}\p{N}@+._-]+/gu, '-').slice(0, 100) || 'preview';
}
