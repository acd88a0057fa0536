import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  type PreviewClosedParams,
  type PreviewDetailsParams,
  type PreviewLocationParams,
  type PreviewLookParams,
  type PreviewParams,
  type PreviewPlaceParams,
  type PreviewRouteParams,
  type PreviewRouteResult,
  type PreviewSearchParams,
  type PreviewWaveParams,
  previewClosed,
  previewDetailsRequest,
  previewLocationRequest,
  previewLookRequest,
  previewPlaceRequest,
  previewRequest,
  previewRouteRequest,
  previewSearchRequest,
  previewWaveRequest,
} from '../protocol';
import { ask, search } from './ask';
import { detailsOf, locate } from './details';
import { placeInPicture } from './place';
import type { Previews } from './previews';
import { changesOf } from './waves';

export function registerPreview(connection: Connection, previews: () => Previews): void {
  connection.onRequest(previewRequest, (params: PreviewParams) => {
    needs(previewRequest, 'a textDocument', typeof params?.textDocument?.uri === 'string');
    return previews().preview(params);
  });
  connection.onRequest(previewLookRequest, (params: PreviewLookParams) => {
    needs(previewLookRequest, 'a root, and a list of unfolded', Array.isArray(params?.unfolded));
    previews().look(params);
    return null;
  });
  connection.onNotification(previewClosed, ({ root }: PreviewClosedParams) => previews().closed(root));
  connection.onRequest(previewLocationRequest, (params: PreviewLocationParams) => locate(previews(), params));
  connection.onRequest(previewDetailsRequest, (params: PreviewDetailsParams) => detailsOf(previews(), params));
  connection.onRequest(previewPlaceRequest, (params: PreviewPlaceParams) => placeInPicture(previews(), params));
  connection.onRequest(previewSearchRequest, (params: PreviewSearchParams) => {
    needs(previewSearchRequest, 'a query', typeof params?.query === 'string');
    return search(previews(), params);
  });
  connection.onRequest<PreviewRouteResult, void>(previewRouteRequest, (params: PreviewRouteParams) => {
    needs(previewRouteRequest, 'an address or a number in `of`', typeof params?.of === 'string');
    return ask(previews(), params);
  });
  connection.onRequest(previewWaveRequest, (params: PreviewWaveParams) => {
    needs(previewWaveRequest, 'a wave', typeof params?.wave === 'string');
    return changesOf(previews(), params);
  });
}

function needs(method: string, what: string, given: boolean): void {
  if (!given) throw new ResponseError(ErrorCodes.InvalidParams, `${method} needs ${what}`);
}
