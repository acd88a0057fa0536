import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { folderOf, relativePath } from '../base/paths';
import type { Deployment } from '../model/deployment';
import { waveNamed } from '../model/waves';
import { asked, eventNamed, routeOfAsked } from '../routing/asked';
import { type CallEvent, type Cause, callEvents, type Route } from '../routing/types';
import { type RouteParams, type RouteResult, routeRequest } from './protocol';
import type { Session } from './session';

export function registerRoutes(connection: Connection, current: () => Session): void {
  connection.onRequest(routeRequest, (params: RouteParams) => answer(current(), params));
}

async function answer(session: Session, params: RouteParams): Promise<RouteResult> {
  const target = await session.target(params.textDocument);
  if (target === undefined) throw refused('This document belongs to no deployment');
  return findRoute(session, target.deployment, params).result;
}

/** A route that was asked for. */
export interface FoundRoute {
  readonly route: Route;
  /** `null` for a number: whoever has it decides. */
  readonly event: CallEvent | null;
  /** How many waves are done. */
  readonly waves: number;
  readonly result: RouteResult;
}

/**
 * Finds where a call goes.
 * @throws ResponseError when nobody has the address or number, or there is no such event or wave
 */
export function findRoute(
  session: Session,
  deployment: Deployment,
  params: Omit<RouteParams, 'textDocument'>,
): FoundRoute {
  const { of } = params;
  const wave = params.wave === undefined ? -1 : waveNamed(deployment, params.wave);
  if (params.wave !== undefined && wave < 0) throw refused(`There is no wave "${params.wave}"`);
  const event = eventNamed(params.event ?? 'noAnswer');
  if (event === undefined) throw refused(`There is no event "${params.event}"; there are ${callEvents.join(', ')}`);
  const question = asked(of, event);
  const { isNumber } = question;
  const route = routeOfAsked(deployment, question, wave + 1);
  if (route === undefined)
    throw refused(isNumber ? `Nobody has the number ${of}` : `There is no user and no contact ${of}`);
  const { umServers: _, ...rest } = route;
  const place = (cause: Cause | undefined) => placeOf(session, deployment, cause);
  const result: RouteResult = {
    ...rest,
    address: of.replace(/^(sip|tel):/i, ''),
    event: isNumber ? null : event,
    wave: params.wave ?? null,
    hops: route.hops.map(({ cause, ...hop }) => ({ ...hop, ...place(cause) })),
    decisions: route.decisions.map(({ cause, ...decision }) => ({ ...decision, ...place(cause) })),
    failure: route.failure && (({ cause, ...failure }) => ({ ...failure, ...place(cause) }))(route.failure),
  };
  return { route, event: isNumber ? null : event, waves: wave + 1, result };
}

function placeOf(
  session: Session,
  deployment: Deployment,
  cause: Cause | undefined,
): { file: string; line: number; uri: string } | undefined {
  const source = cause && deployment.source(cause.path);
  if (!cause || !source) return undefined;
  const folder = deployment.standalone ? folderOf(deployment.root) : deployment.root;
  return {
    file: relativePath(cause.path, folder),
    line: source.lines.lineAt(cause.start) + 1,
    uri: session.uris.toUri(cause.path),
  };
}

function refused(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
