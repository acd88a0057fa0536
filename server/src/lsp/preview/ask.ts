import { ResponseError } from 'vscode-languageserver';
import { fold } from '../../base/words';
import { callees } from '../../editor/callees';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import type { Person } from '../../model/person';
import { bareAddress, bareNumber } from '../../model/values';
import { personAfter } from '../../preview/crowd';
import { lightRoute } from '../../preview/litRoute';
import { isNumber } from '../../routing/asked';
import type { PreviewRouteParams, PreviewRouteResult, PreviewSearchParams, PreviewSearchResult } from '../protocol';
import { findRoute } from '../routes';
import type { Previews } from './previews';

export function search(previews: Previews, { root, query }: PreviewSearchParams): PreviewSearchResult {
  const pictured = previews.of(root);
  return pictured ? callees(pictured.deployment, query) : { found: [], more: false };
}

/** A call's route with the stops it makes in the picture; why there is none, in words. */
export function ask(previews: Previews, params: PreviewRouteParams): PreviewRouteResult {
  const pictured = previews.of(params.root);
  if (pictured === undefined) return { refused: 'The deployment is not shown any more' };
  const { deployment, shown } = pictured;
  try {
    const { wave, ...asked } = params;
    const { route, event, waves, result } = findRoute(previews.session, deployment, {
      ...asked,
      ...(wave !== null && { wave }),
    });
    const start = startOf(deployment, params.of, waves);
    if (start === undefined) return { refused: `There is no user and no contact ${params.of}` };
    return { route: result, ...lightRoute(deployment, shown.folded, route, start, event) };
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    return { refused: error.message };
  }
}

/** Whose call it is: a contact first where it is a number, as calls to one are answered by it. */
function startOf(deployment: Deployment, of: string, waves: number): Person | Declaration | undefined {
  const number = isNumber(of);
  const wanted = fold(bareNumber(of));
  const contact = number
    ? deployment
        .all('exUmContact')
        .find((each) => fold(bareNumber(String(each.fact('displayNumber') ?? ''))) === wanted)
    : undefined;
  if (contact) return contact;
  const [user] = number ? deployment.usersWithLine(of) : deployment.usersWithAddress(of);
  if (user) return personAfter(user, fold(bareAddress(user.address)), waves);
  return number ? undefined : deployment.named('exUmContact', bareAddress(of))[0];
}
