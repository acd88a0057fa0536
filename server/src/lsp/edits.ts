import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { addTo } from '../base/lists';
import type { TextChange } from '../base/span';
import { finished, mapSteps, type Steps } from '../base/steps';
import type { FixEdit } from '../rules/types';
import type { Session } from './session';

/** Changes of several files, in the form that the client takes. */
export function workspaceEdit(session: Session, edits: readonly FixEdit[]): WorkspaceEdit {
  return finished(workspaceEditSteps(session, edits));
}

export function* workspaceEditSteps(session: Session, edits: readonly FixEdit[]): Steps<WorkspaceEdit> {
  const { client, documents, uris } = session;
  const changes = new Map<string, FixEdit[]>();
  for (const edit of edits) addTo(changes, edit.path, edit);
  const byPath = new Map<string, TextEdit[]>();
  for (const [path, own] of changes) byPath.set(path, yield* textEditSteps(session, path, own));
  if (!client.documentChanges) {
    return { changes: Object.fromEntries([...byPath].map(([path, list]) => [uris.toUri(path), list])) };
  }
  const documentChanges = [...byPath].map(([path, list]) => ({
    textDocument: { uri: uris.toUri(path), version: documents.version(path) ?? null },
    edits: list,
  }));
  return { documentChanges };
}

export function* textEditSteps(session: Session, path: string, changes: readonly TextChange[]): Steps<TextEdit[]> {
  const file = session.documents.source(path);
  if (file === undefined) return [];
  let line = 0;
  return yield* mapSteps(changes, (change) => {
    const range = session.positions.range(file, change, line);
    line = range.start.line;
    return { range, newText: change.text };
  });
}
