import { contains } from '../../base/span';
import { fold } from '../../base/words';
import { mentionAt, thingsOf } from '../../editor/mentions';
import { userAt } from '../../editor/users';
import { spotAt } from '../../editor/walk';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { bareAddress } from '../../model/values';
import { elementsOfDeclaration, elementsOfUser, type Pictured } from '../../preview/meaning';
import type { PreviewPlaceParams, PreviewPlaceResult } from '../protocol';
import type { Previews } from './previews';

/** What a place in the text means in the picture: what is named there, else the user or the declaration around it. */
export async function placeInPicture(
  previews: Previews,
  { textDocument, position }: PreviewPlaceParams,
): Promise<PreviewPlaceResult | null> {
  const { session } = previews;
  const target = await session.target(textDocument);
  if (target === undefined) return null;
  const { deployment, path } = target;
  const root = session.uris.toUri(deployment.root);
  const shown = previews.of(root)?.shown;
  if (shown === undefined) return null;
  const pictured: Pictured = { deployment, whole: shown.whole, folded: shown.folded, waves: shown.done };
  return { root, ids: elementsAt(pictured, path, session.offset(target, position)) };
}

function elementsAt(pictured: Pictured, path: string, offset: number): string[] {
  const { deployment } = pictured;
  const spot = spotAt(deployment, path, offset);
  const mention = spot && mentionAt(spot, offset);
  const things = mention ? thingsOf(deployment, mention) : [];
  const user = userAt(deployment, path, offset);
  for (const thing of things) {
    // In a user's row its own route says more than the pool that it names.
    if (thing.is === 'user') return elementsOfUser(pictured, thing.user, fold(bareAddress(thing.user.address)));
    if (thing.is === 'declaration' && !user) {
      const ids = elementsOfDeclaration(pictured, thing.declaration);
      if (ids.length > 0) return ids;
    }
  }
  if (user) return elementsOfUser(pictured, user, fold(bareAddress(user.address)));
  const around = declarationAt(deployment, path, offset);
  return around ? elementsOfDeclaration(pictured, around) : [];
}

/** The innermost declaration around an offset. */
function declarationAt(deployment: Deployment, path: string, offset: number): Declaration | undefined {
  let innermost: Declaration | undefined;
  for (const declaration of deployment.declarations) {
    if (declaration.path !== path || !contains(declaration.span, offset)) continue;
    const size = declaration.span.end - declaration.span.start;
    if (!innermost || size <= innermost.span.end - innermost.span.start) innermost = declaration;
  }
  return innermost;
}
