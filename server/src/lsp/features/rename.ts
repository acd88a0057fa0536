import { ErrorCodes, LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import type { Steps } from '../../base/steps';
import { isRefusal, prepareRename, renameSteps } from '../../editor/rename';
import { workspaceEditSteps } from '../edits';
import type { Feature } from './feature';

export const renaming: Feature = {
  methods: ['textDocument/rename', 'textDocument/prepareRename'],
  doc: 'From every place of a name, across files and CSV cells. Refused, with the reason: names that collide, names that cannot be changed in the deployed system.',
  capabilities: ({ prepareRename: prepares }) => ({ renameProvider: prepares ? { prepareProvider: true } : true }),
  register(connection, current) {
    connection.onPrepareRename(async ({ textDocument, position }) => {
      const session = current();
      const target = await session.target(textDocument);
      if (target === undefined) return null;
      const place = prepareRename(target.deployment, target.path, session.offset(target, position));
      if (isRefusal(place)) throw refused(place.refused);
      return { range: session.positions.range(target.file, place), placeholder: place.placeholder };
    });
    connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
      const session = current();
      const target = await session.target(textDocument);
      if (target === undefined) return null;
      if (typeof newName !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'A new name is missing');
      const steps = function* (): Steps<WorkspaceEdit> {
        const edits = yield* renameSteps(target.deployment, target.path, session.offset(target, position), newName);
        if (isRefusal(edits)) throw refused(edits.refused);
        return yield* workspaceEditSteps(session, edits);
      };
      return session.turns.run(steps(), token);
    });
  },
};

function refused(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
