import type { FileOperationRegistrationOptions, RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver';
import { folderOf, isBelow } from '../../base/paths';
import { editsForRenames } from '../../editor/fileRenames';
import { workspaceEdit } from '../edits';
import type { Session } from '../session';
import type { Feature } from './feature';

const filters: FileOperationRegistrationOptions['filters'] = [
  { pattern: { glob: '**/*.{csv,umtopo}', matches: 'file' } },
  { pattern: { glob: '**', matches: 'folder' } },
];

export const fileRenames: Feature = {
  methods: ['workspace/willRenameFiles'],
  doc: 'When a CSV file, a topology or a folder is renamed or moved, `csv` follows.',
  capabilities: () => ({ workspace: { fileOperations: { willRename: { filters } } } }),
  register(connection, current) {
    connection.workspace.onWillRenameFiles((params) => answer(current(), params));
  },
};

async function answer(session: Session, { files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
  await session.ready();
  const renames = files.map(({ oldUri, newUri }) => ({
    from: session.uris.toPath(oldUri),
    to: session.uris.toPath(newUri),
  }));
  // A CSV file lies in the folder of the deployment that names it.
  const concerned = [...session.workspace.members.all].filter(({ root, standalone }) =>
    renames.some(({ from }) => isBelow(from, standalone ? folderOf(root) : root) || isBelow(root, from)),
  );
  const edits = concerned.flatMap(({ deployment }) => editsForRenames(deployment, renames));
  return edits.length > 0 ? workspaceEdit(session, edits) : null;
}
