import { applyChanges } from '../../../../server/src/base/span';
import { actionsAt } from '../../../../server/src/editor/actions/all';
import { callPlaceAt, callsFrom, callsInto } from '../../../../server/src/editor/callHierarchy';
import { codeLenses } from '../../../../server/src/editor/codeLens';
import { completion } from '../../../../server/src/editor/completion/completion';
import { definition } from '../../../../server/src/editor/definition';
import { documentLinks } from '../../../../server/src/editor/documentLinks';
import { documentSymbols, type OutlineSymbol } from '../../../../server/src/editor/documentSymbols';
import { editsForRenames } from '../../../../server/src/editor/fileRenames';
import { foldingRanges } from '../../../../server/src/editor/folding';
import { hover } from '../../../../server/src/editor/hover';
import { implementations } from '../../../../server/src/editor/implementation';
import { inlayHints } from '../../../../server/src/editor/inlayHints';
import { kindAt } from '../../../../server/src/editor/kindAt';
import { linkedRanges } from '../../../../server/src/editor/linkedEditing';
import { highlights, referencesOf, thingAt } from '../../../../server/src/editor/references';
import { isRefusal, rename } from '../../../../server/src/editor/rename';
import { selectionSpans } from '../../../../server/src/editor/selectionRange';
import { semanticTokenTypes } from '../../../../server/src/editor/semanticLegend';
import { semanticTokens } from '../../../../server/src/editor/semanticTokens';
import { workspaceSymbols } from '../../../../server/src/editor/workspaceSymbols';
import { Workspace } from '../../../../server/src/model/workspace';
import { Analyzer } from '../../../../server/src/rules/analyze';
import { formatText } from '../../../../server/src/syntax/format';
import { parse } from '../../../../server/src/syntax/parse';
import { fixture } from '../../../support/fixture';

/** What each feature answers about a fixture, by the feature's name; empty where it has nothing to say. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/**
 * Asks every feature about the kind of the fixture. The fixture's cursors say where: the first is on the name of the object (of a kind without a name, on the
 * kind's word), the second where something is completed.
 */
export function answersAbout(source: string): Answers {
  const { files, cursors } = fixture(source);
  const [at, typing] = cursors;
  if (at === undefined || typing === undefined) throw new Error('the fixture needs two cursors');
  const workspace = new Workspace();
  for (const file of files) workspace.set(file.path, file.text);
  workspace.refresh();
  const deployment = workspace.deploymentOf(at.path);
  const file = deployment?.files.find(({ path }) => path === at.path);
  if (deployment === undefined || file === undefined) throw new Error('the fixture is no deployment');
  const { text, tree, lines } = file;
  const { path, offset } = at;

  const word = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const line = (where: number) => lines.lineAt(where) + 1;
  const place = ({ path: where, start }: { path: string; start: number }) => {
    const found = deployment.source(where)?.lines.place(start);
    return `${where === path ? '' : `${where} `}${(found?.line ?? 0) + 1}:${(found?.character ?? 0) + 1}`;
  };
  const declaration = deployment.declarations
    .filter(({ path: where, span }) => where === path && span.start <= offset && offset <= span.end)
    .pop();
  if (declaration === undefined) throw new Error('the first cursor is in no declaration');
  const { span, kind } = declaration;
  const inside = (start: number) => span.start <= start && start <= span.end;
  const kindWord = declaration.item.start + declaration.node.kind.start;

  const outline = (symbols: readonly OutlineSymbol[]): string[] =>
    symbols.flatMap((each) => [
      ...(each.start === span.start ? [`${each.name} | ${each.detail}`] : []),
      ...outline(each.children),
    ]);
  const renamed = rename(
    deployment,
    path,
    offset,
    kind.nameType === 'sipAddress' ? 'new@contoso.com' : 'new.contoso.com',
  );
  const calls = callPlaceAt(deployment, path, offset);
  const diagnostics = new Analyzer(deployment).analyze().diagnostics.filter((each) => each.path === path);
  const thing = thingAt(deployment, path, offset);
  const tokens = semanticTokens(text, tree);
  const formatted = (from: string) => applyChanges(from, formatText(from, parse(from)));
  const loose = text.replace(/^[ \t]+/gm, '').replace(/([^\s"]) {2,}/g, '$1 ');

  /** Of the first word of the declaration that has any. */
  const linked = () => {
    for (let where = span.start; where < span.end; where++) {
      const found = linkedRanges(deployment, path, where);
      if (found.length > 0) return found;
    }
    return [];
  };

  return {
    completion: (completion(deployment, path, typing.offset)?.candidates ?? [])
      .filter(({ rank }) => rank < 3)
      .slice(0, 4)
      .map(({ label }) => label),
    hover: [hover(deployment, path, offset), hover(deployment, path, kindWord)].flatMap((found) =>
      (found?.text ?? '')
        .split('\n')
        .filter((each) => each.trim() !== '' && !each.startsWith('```'))
        .slice(0, 2),
    ),
    definition: (definition(deployment, path, offset)?.targets ?? []).map(({ path: where, name }) =>
      place({ path: where, ...name }),
    ),
    typeDefinition: [kindAt(deployment, path, offset)?.name ?? ''].filter(Boolean),
    implementation: implementations(deployment, path, offset).map(({ path: where, name }) =>
      place({ path: where, ...name }),
    ),
    references: thing ? referencesOf(deployment, thing).map(place) : [],
    documentHighlight: highlights(deployment, path, offset).map(({ start }) => place({ path, start })),
    rename: isRefusal(renamed) ? [`refused: ${renamed.refused}`] : renamed.map((edit) => `${place(edit)} ${edit.text}`),
    documentSymbol: outline(documentSymbols(deployment, path)),
    workspaceSymbol: workspaceSymbols([{ files: deployment.files, csv: new Map(), deployment }], kind.name)
      .filter(({ span: found, path: where }) => where === path && inside(found.start))
      .map(({ name, container }) => `${name} | ${container}`),
    semanticTokens: Array.from({ length: tokens.length / 3 }, (_, i) => i * 3)
      .filter((i) => inside(tokens[i] as number))
      .slice(0, 4)
      .map((i) => `${text.slice(tokens[i], tokens[i + 1])}: ${semanticTokenTypes[(tokens[i + 2] as number) & 0xff]}`),
    // Written loosely, it comes out as it does when it is written well; what comes out is shown.
    formatting:
      formatted(loose) === formatted(text)
        ? formatted(loose)
            .split('\n')
            .slice(line(span.start), line(span.start) + 2)
        : [],
    foldingRange: foldingRanges(text, tree, lines)
      .filter(({ startLine }) => startLine + 1 === line(span.start))
      .map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`),
    selectionRange: selectionSpans(text, tree, offset)
      .slice(0, 2)
      .map((each) => word(each).split('\n')[0] as string),
    linkedEditingRange: linked().map(({ start }) => place({ path, start })),
    documentLink: documentLinks(deployment, path)
      .filter(({ start }) => line(start) >= line(span.start) - 1 && start <= span.end)
      .map((link) => word(link)),
    inlayHint: inlayHints(deployment, path, span).map(
      ({ offset: where, label }) => `${place({ path, start: where })} ${label}`,
    ),
    codeLens: codeLenses(deployment, path)
      .filter(({ span: found }) => found.start === declaration.head.start)
      .map(({ title }) => title()),
    callHierarchy: calls
      ? [
          ...callsInto(deployment, calls).map((step) => `from ${step.place.name}`),
          ...callsFrom(deployment, calls).map((step) => `to ${step.place.name}`),
        ]
      : [],
    codeAction: actionsAt({ deployment, path, range: span, diagnostics }, ['quickfix', 'refactor']).map(
      ({ title }) => title,
    ),
    diagnostics: diagnostics.filter(({ start }) => inside(start)).map(({ code, message }) => `${code} ${message}`),
    willRenameFiles: editsForRenames(deployment, [{ from: '/t/people.csv', to: '/t/staff.csv' }]).map(
      (edit) => edit.text,
    ),
  };
}

/** The answers as a text, the features that have none left out. */
export function shownAnswers(answers: Answers): string {
  return Object.entries(answers)
    .filter(([, lines]) => lines.length > 0)
    .map(([feature, lines]) => `${feature}\n${lines.map((line) => `  ${line.trim()}\n`).join('')}`)
    .join('');
}
