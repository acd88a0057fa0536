import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextChange } from '../base/span';
import type { FixEdit } from '../rules/types';
import type { Session } from './session';

/** Changes of several files, in the form that the client takes. */
export function workspaceEdit(session: Session, edits: readonly FixEdit[]): WorkspaceEdit {
  const { client, documents, uris } = session;
  const byPath = new Map<string, TextEdit[]>();
  for (const { path, ...change } of edits) {
    const list = byPath.get(path) ?? [];
    list.push(...textEdits(session, path, [change]));
    byPath.set(path, list);
  }
  if (!client.documentChanges) {
    return { changes: Object.fromEntries([...byPath].map(([path, list]) => [uris.toUri(path), list])) };
  }
  const documentChanges = [...byPath].map(([path, list]) => ({
    textDocument: { uri: uris.toUri(path), version: documents.version(path) ?? null },
    edits: list,
  }));
  return { documentChanges };
}

export function textEdits(session: Session, path: string, changes: readonly TextChange[]): TextEdit[] {
  const file = session.documents.source(path);
  if (file === undefined) return [];
  return changes.map((change) => ({ range: session.positions.range(file, change), newText: change.text }));
}
