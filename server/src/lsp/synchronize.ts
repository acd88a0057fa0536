import { type Connection, FileChangeType } from 'vscode-languageserver';
import { isBelow } from '../base/paths';
import type { Session } from './session';
import { SeverityFiles } from './severityFiles';

/** What the client tells about documents, files and folders. */
export function registerSynchronization(connection: Connection, current: () => Session): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const session = current();
    const path = session.uris.toPath(uri);
    session.documents.opened(path, languageId, version, text);
    session.lookAt(path);
    if (!session.isInFolder(path)) void session.load(() => session.openAround(path));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const session = current();
    const path = session.uris.toPath(uri);
    session.work.in('text', () => session.documents.changed(path, version, contentChanges));
    session.touch(path);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const session = current();
    const path = session.uris.toPath(uri);
    session.documents.closed(path);
    if (session.workspace.knows(path)) void session.load(() => session.workspace.reload(path));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const session = current();
    const paths = changes.map(({ uri, type }) => ({ path: session.uris.toPath(uri), type }));
    const outside = paths.filter(({ path }) => !session.documents.isOpen(path));
    if (outside.length > 0) void session.load(() => reload(session, outside));
  });
}

async function reload(session: Session, changes: readonly { path: string; type: FileChangeType }[]): Promise<void> {
  for (const { path, type } of changes) {
    if (session.documents.isOpen(path)) continue;
    if (SeverityFiles.isOne(path)) {
      session.severityFiles.forget(path);
      continue;
    }
    if (type === FileChangeType.Deleted) removeBelow(session, path);
    else if (path.endsWith('.umtopo') || session.workspace.knows(path)) await session.workspace.reload(path);
  }
}

/** A file is gone, or a folder with all that was in it. */
function removeBelow({ workspace, documents }: Session, path: string): void {
  workspace.remove(path);
  for (const file of workspace.paths) if (isBelow(file, path) && !documents.isOpen(file)) workspace.remove(file);
}
