import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Deployment, Expectation } from '../model/deployment';
import { evaluate } from '../routing/expectations';
import type { Cause, Route } from '../routing/types';
import { verdictSentence } from '../routing/verdictMessage';
import {
  type ExpectationState,
  type ExpectationsParams,
  type ExpectationsResult,
  expectationsRequest,
  type ProtocolLocation,
} from './protocol';
import type { Session } from './session';

export function registerExpectations(connection: Connection, current: () => Session): void {
  connection.onRequest(expectationsRequest, (params: ExpectationsParams) => answer(current(), params));
}

async function answer(session: Session, params: ExpectationsParams): Promise<ExpectationsResult | null> {
  const deployment = await asked(session, params);
  // A file that stands alone can't tell where calls go.
  if (deployment === undefined || deployment.standalone) return null;
  return {
    root: session.uris.toUri(deployment.root),
    name: deployment.name,
    version: deployment.version,
    // What is half typed claims nothing yet; it is an error of the text.
    expectations: deployment.expectations
      .filter(({ node }) => node.claim !== undefined)
      .map((expectation) => stateOf(session, deployment, expectation)),
  };
}

async function asked(session: Session, params: ExpectationsParams): Promise<Deployment | undefined> {
  if ('root' in params && typeof params.root === 'string') return session.whole(session.uris.toPath(params.root));
  if ('textDocument' in params && typeof params.textDocument?.uri === 'string')
    return (await session.target(params.textDocument))?.deployment;
  throw new ResponseError(ErrorCodes.InvalidParams, `${expectationsRequest} needs a root or a textDocument`);
}

function stateOf(session: Session, deployment: Deployment, { path, item, node }: Expectation): ExpectationState {
  const verdict = evaluate(deployment, { path, item, node });
  const { passed, witness, route, failing, of } = verdict;
  const locate = (cause: Cause | undefined) => cause && locationOf(session, deployment, cause);
  const span = { path, start: item.start + node.start, end: item.start + node.end };
  return {
    ...(locationOf(session, deployment, span) as ProtocolLocation),
    text: deployment.textOf(path).slice(span.start, span.end).replace(/\s+/g, ' '),
    passed,
    message: verdictSentence(verdict),
    witness,
    failing,
    of,
    steps: (route?.decisions ?? []).map(({ because, cause }) => {
      const location = locate(cause);
      return { because, ...(location && { location }) };
    }),
    deciding: locate(route ? decidingCause(route) : undefined) ?? null,
  };
}

/** What brings the call where it goes: the place where it is lost, else the last decision that a line stands behind. */
function decidingCause({ failure, decisions }: Route): Cause | undefined {
  return failure?.cause ?? decisions.findLast(({ cause }) => cause)?.cause;
}

function locationOf(session: Session, deployment: Deployment, cause: Cause): ProtocolLocation | undefined {
  const file = deployment.source(cause.path);
  return file && { uri: session.uris.toUri(cause.path), range: session.positions.range(file, cause) };
}
