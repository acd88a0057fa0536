import { applyChanges, type Span, type TextChange } from '../../server/src/base/span';
import { actionsAt } from '../../server/src/editor/actions/all';
import { callPlaceAt, callsFrom, callsInto } from '../../server/src/editor/callHierarchy';
import { codeLenses } from '../../server/src/editor/codeLens';
import { completion } from '../../server/src/editor/completion/completion';
import { documentationOf } from '../../server/src/editor/completion/documentation';
import { definition } from '../../server/src/editor/definition';
import { documentLinks } from '../../server/src/editor/documentLinks';
import { documentSymbols, type OutlineSymbol } from '../../server/src/editor/documentSymbols';
import { hover } from '../../server/src/editor/hover';
import { implementations } from '../../server/src/editor/implementation';
import { inlayHints } from '../../server/src/editor/inlayHints';
import { kindAt } from '../../server/src/editor/kindAt';
import { linkedRanges } from '../../server/src/editor/linkedEditing';
import { highlights, referencesOf, thingAt } from '../../server/src/editor/references';
import { isRefusal, prepareRename, rename } from '../../server/src/editor/rename';
import type { Deployment } from '../../server/src/model/deployment';
import type { Workspace } from '../../server/src/model/workspace';
import { Analyzer } from '../../server/src/rules/analyze';
import type { Item } from '../../server/src/syntax/ast';
import { parse } from '../../server/src/syntax/parse';
import { commentsOf } from './syntaxLaws';

/** What every answer about a file has to keep, however broken its text is. Throws what a test then shows. */
export class EditorLaws {
  constructor(
    private readonly workspace: Workspace,
    private readonly path: string,
  ) {}

  private get deployment(): Deployment {
    const found = this.workspace.deploymentOf(this.path);
    if (found === undefined) throw new Error(`${this.path} belongs to no deployment`);
    return found;
  }

  /** The features that look at a whole file. */
  file(): void {
    const { deployment, path } = this;
    const all = { start: 0, end: deployment.textOf(path).length };
    const symbols = (list: readonly OutlineSymbol[], around: Span): void => {
      for (const symbol of list) {
        this.inside('documentSymbols', path, symbol);
        within('documentSymbols', symbol, around);
        within('documentSymbols', symbol.selection, symbol);
        symbols(symbol.children, symbol);
      }
    };
    symbols(documentSymbols(deployment, path), all);
    for (const link of documentLinks(deployment, path)) this.inside('documentLinks', path, link);
    for (const lens of codeLenses(deployment, path)) {
      this.inside('codeLens', path, lens.span);
      lens.title();
    }
    for (const { offset } of inlayHints(deployment, path, all))
      this.inside('inlayHints', path, { start: offset, end: offset });
  }

  /** The features that look at an offset. */
  at(offset: number): void {
    const { deployment, path } = this;
    const found = completion(deployment, path, offset);
    if (found) {
      within('completion', found.typed, found.replaced);
      this.inside('completion', path, found.replaced);
      if (found.typed.end !== offset) throw new Error(`completion at ${offset} replaces up to ${found.typed.end}`);
      const text = deployment.textOf(path).slice(found.replaced.start, found.replaced.end);
      if (/[\r\n]/.test(text)) throw new Error('completion replaces several lines');
      const documented = found.candidates.find(({ doc }) => doc !== undefined);
      if (documented?.doc) documentationOf(deployment, documented.doc);
    }
    this.covers('hover', hover(deployment, path, offset), offset);
    kindAt(deployment, path, offset);
    const leads = definition(deployment, path, offset);
    this.covers('definition', leads?.origin, offset);
    for (const target of [...(leads?.targets ?? []), ...implementations(deployment, path, offset)]) {
      this.inside('definition', target.path, target.full);
      within('definition', target.name, target.full);
    }
    const linked = linkedRanges(deployment, path, offset);
    for (const range of linked) this.inside('linkedEditing', path, range);
    const text = deployment.textOf(path);
    if (new Set(linked.map(({ start, end }) => text.slice(start, end))).size > 1)
      throw new Error(`linked ranges at ${offset} differ`);
    const marks = highlights(deployment, path, offset);
    for (const mark of marks) this.inside('highlights', path, mark);
    const thing = thingAt(deployment, path, offset);
    if (thing) for (const mention of referencesOf(deployment, thing)) this.inside('references', mention.path, mention);
    if (marks.length > 0 && !marks.some(({ start, end }) => start <= offset && offset <= end))
      throw new Error(`the highlights at ${offset} leave out the word itself`);
    const place = prepareRename(deployment, path, offset);
    if (!isRefusal(place)) {
      this.covers('prepareRename', place, offset);
      const edits = rename(deployment, path, offset, 'renamed.contoso.com');
      if (!isRefusal(edits)) {
        for (const edit of edits) this.inside('rename', edit.path, edit);
        this.keeps('rename', edits);
      }
    }
    this.actions(offset);
    const calls = callPlaceAt(deployment, path, offset);
    if (calls)
      for (const step of [...callsInto(deployment, calls), ...callsFrom(deployment, calls)]) {
        this.inside('callHierarchy', step.place.path, step.place.full);
        within('callHierarchy', step.place.span, step.place.full);
      }
  }

  /** Edits of an action stand in their files and don't touch each other. */
  private actions(offset: number): void {
    const { deployment, path } = this;
    const diagnostics = this.analyzer(deployment)
      .analyze()
      .diagnostics.filter((diagnostic) => diagnostic.path === path);
    const place = { deployment, path, range: { start: offset, end: offset }, diagnostics };
    for (const action of [...actionsAt(place), ...actionsAt(place, ['source'])]) {
      const edits = [...action.edits()].sort((a, b) =>
        a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1,
      );
      edits.forEach((edit, i) => {
        this.inside(action.title, edit.path, edit);
        const before = edits[i - 1];
        if (before?.path === edit.path && before.end > edit.start)
          throw new Error(`"${action.title}" changes ${edit.start} twice`);
      });
      this.keeps(action.title, edits);
    }
  }

  /** Edits leave text that is read as well as before, and every comment; but for suppressions, which a fix may take away. */
  private keeps(what: string, edits: readonly (TextChange & { readonly path: string })[]): void {
    for (const { path, text, tree } of this.deployment.files) {
      const own = edits.filter((edit) => edit.path === path);
      if (own.length === 0) continue;
      const after = applyChanges(text, own);
      const faults = problemsOf(parse(after).items) - problemsOf(tree.items);
      // What is moved or copied may bring a fault that it has; nothing else may make one.
      const touched = tree.items.filter(({ start, length }) =>
        own.some((edit) => edit.start <= start + length && start <= edit.end),
      );
      if (faults > 0 && problemsOf(touched) === 0)
        throw new Error(`"${what}" leaves ${faults} more that doesn't parse:\n${after}`);
      const left = commentsOf(after);
      for (const comment of commentsOf(text)) {
        const at = left.indexOf(comment);
        if (at < 0 && !comment.includes('umtopo-disable')) throw new Error(`"${what}" loses ${comment}:\n${after}`);
        left.splice(at, 1);
      }
    }
  }

  private readonly analyzers = new WeakMap<Deployment, Analyzer>();

  private analyzer(deployment: Deployment): Analyzer {
    const analyzer = this.analyzers.get(deployment) ?? new Analyzer(deployment);
    this.analyzers.set(deployment, analyzer);
    return analyzer;
  }

  private covers(feature: string, span: Span | undefined, offset: number): void {
    if (span === undefined) return;
    this.inside(feature, this.path, span);
    if (offset < span.start || offset > span.end)
      throw new Error(`${feature} at ${offset} answers for ${span.start} to ${span.end}`);
  }

  private inside(feature: string, path: string, { start, end }: Span): void {
    const length = this.deployment.source(path)?.text.length ?? 0;
    if (!(0 <= start && start <= end && end <= length))
      throw new Error(`${feature}: ${start} to ${end} is no range of ${path}, which has ${length}`);
  }
}

function within(feature: string, inner: Span, outer: Span): void {
  if (inner.start < outer.start || inner.end > outer.end)
    throw new Error(`${feature}: ${inner.start} to ${inner.end} isn't within ${outer.start} to ${outer.end}`);
}

function problemsOf(items: readonly Item[]): number {
  return items.reduce((sum, { problems }) => sum + problems.length, 0);
}
