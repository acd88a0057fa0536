import { type CodeAction, CodeActionKind, type CodeActionParams, type Command } from 'vscode-languageserver';
import type { Diagnostic } from '../../rules/analyze';
import { keyOf, toLsp } from '../diagnostics';
import { workspaceEdit } from '../edits';
import type { Session } from '../session';
import type { Feature } from './feature';

export const codeActions: Feature = {
  methods: ['textDocument/codeAction'],
  doc: 'Quick fixes of diagnostics; the best one is preferred.',
  capabilities: ({ codeActionLiterals }) =>
    codeActionLiterals ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } } : {},
  register(connection, session) {
    connection.onCodeAction((params) => answer(session(), params));
  },
};

async function answer(session: Session, params: CodeActionParams): Promise<(CodeAction | Command)[]> {
  const target = await session.target(params.textDocument);
  if (target === undefined || !session.client.codeActionLiterals) return [];
  session.analyze();
  const wanted = session.positions.span(target.file, params.range);
  const { only } = params.context;
  const includes = (kind: string): boolean =>
    only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const actions: CodeAction[] = [];
  if (includes(CodeActionKind.QuickFix)) {
    const here = session.analyses
      .of(target.path)
      .filter(({ start, end }) => start <= wanted.end && wanted.start <= end);
    for (const diagnostic of here) actions.push(...fixesOf(session, diagnostic, params));
  }
  return actions;
}

function fixesOf(session: Session, diagnostic: Diagnostic, { context }: CodeActionParams): CodeAction[] {
  const own = toLsp(session, diagnostic);
  // The client's own object, by which it knows what an action mends.
  const shown = context.diagnostics.find((candidate) => {
    const key = (candidate.data as { key?: unknown } | undefined)?.key;
    return (
      key === keyOf(diagnostic) ||
      (JSON.stringify(candidate.range) === JSON.stringify(own.range) && candidate.code === own.code)
    );
  });
  return diagnostic.fixes().map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [shown ?? own],
    edit: workspaceEdit(session, fix.edits),
    ...(fix.preferred && { isPreferred: true }),
  }));
}
