import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Action } from '../../editor/actions/action';
import { actionsAt } from '../../editor/actions/all';
import type { Diagnostic } from '../../rules/analyze';
import { keyOf, toLsp } from '../diagnostics';
import { workspaceEdit } from '../edits';
import type { Session, Target } from '../session';
import type { Feature } from './feature';

/** What a client sends back to get the edits of an action. */
interface ActionData {
  readonly uri: string;
  readonly range: Range;
  readonly only: readonly string[] | undefined;
  readonly index: number;
  readonly version: number;
}

const kinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  'refactor.move',
  CodeActionKind.RefactorRewrite,
  'source.organize',
  'source.fixAll.umtopo',
];

export const codeActions: Feature = {
  methods: ['textDocument/codeAction', 'codeAction/resolve'],
  doc: 'Quick fixes of diagnostics, the best one preferred; all of one code; the declaration of a name that nobody has declared. `source.fixAll.umtopo` (only what there is no choice about), `source.organize`. Refactorings: common values of rows into the group, rows to another group, to a new one, to a CSV file and back, a per-user policy from that of a site. Edits when an action is resolved, where the client can.',
  capabilities: ({ codeActionLiterals, resolvesActions }) =>
    codeActionLiterals ? { codeActionProvider: { codeActionKinds: kinds, resolveProvider: resolvesActions } } : {},
  register(connection, current) {
    connection.onCodeAction((params, token) => answer(current(), params, token));
    connection.onCodeActionResolve((action, token) => resolve(current(), action, token));
  },
};

async function answer(
  session: Session,
  params: CodeActionParams,
  token: CancellationToken | undefined,
): Promise<CodeAction[]> {
  await session.upToDate(session.uris.toPath(params.textDocument.uri), token);
  const target = await session.target(params.textDocument);
  if (target === undefined || !session.client.codeActionLiterals) return [];
  const { only, diagnostics } = params.context;
  const { version } = target.deployment;
  return find(session, target, params.range, only).flatMap((action, index) => {
    if (action.creates && !session.client.createsFiles) return [];
    const data: ActionData = { uri: target.uri, range: params.range, only, index, version };
    return {
      title: action.title,
      kind: action.kind,
      ...(action.mends && { diagnostics: action.mends.map((each) => shownAs(session, each, diagnostics)) }),
      ...(action.preferred && { isPreferred: true }),
      ...(session.client.resolvesActions ? { data } : { edit: editOf(session, action) }),
    };
  });
}

async function resolve(
  session: Session,
  action: CodeAction,
  token: CancellationToken | undefined,
): Promise<CodeAction> {
  const { uri, range, only, index, version } = action.data as ActionData;
  await session.upToDate(session.uris.toPath(uri), token);
  const target = await session.target({ uri });
  const found = target?.deployment.version === version ? find(session, target, range, only)[index] : undefined;
  if (found?.title !== action.title)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text changed meanwhile: ask for the actions again');
  return { ...action, edit: editOf(session, found) };
}

function find(session: Session, target: Target, range: Range, only: readonly string[] | undefined): Action[] {
  const { deployment, path, file } = target;
  const diagnostics = session.analyses.of(path) ?? [];
  return actionsAt({ deployment, path, range: session.positions.span(file, range), diagnostics }, only);
}

function editOf(session: Session, action: Action): WorkspaceEdit {
  const edit = workspaceEdit(session, action.edits());
  const created = action.creates?.();
  if (created === undefined) return edit;
  const uri = session.uris.toUri(created.path);
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: created.text }] },
      ...(edit.documentChanges ?? []),
    ],
  };
}

/** The client's own object of a diagnostic, by which it knows what an action mends. */
function shownAs(session: Session, diagnostic: Diagnostic, shown: CodeActionParams['context']['diagnostics']) {
  const own = toLsp(session, diagnostic);
  const key = keyOf(diagnostic);
  const known = shown.find((candidate) => {
    if ((candidate.data as { key?: unknown } | undefined)?.key === key) return true;
    return candidate.code === own.code && JSON.stringify(candidate.range) === JSON.stringify(own.range);
  });
  return known ?? own;
}
