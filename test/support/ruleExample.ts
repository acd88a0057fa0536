import { Workspace } from '../../server/src/model/workspace';
import { type Analysis, Analyzer, type Diagnostic, type Severities } from '../../server/src/rules/analyze';
import { type Checks, everyCheck } from '../../server/src/rules/checks';
import type { ExampleBase, FixEdit } from '../../server/src/rules/types';
import { bases, mergeInto } from './cleanDeployment';
import { annotate, fixture, type Mark } from './fixture';

/** An example of a rule, put into the deployment that it is a part of. */
export interface Example {
  readonly files: ReadonlyMap<string, string>;
  /** What is marked in the example, where it is in the files. */
  readonly marks: readonly (Mark & { readonly path: string })[];
}

/** The example's own file; other files have `//- /path` before them. */
const main = '/main.umtopo';
/** The folder that the files are put into. */
const root = '/contoso';

export function exampleOf(text: string, within: ExampleBase = 'mixed'): Example {
  const files = new Map<string, string>();
  const marks: (Mark & { path: string })[] = [];
  for (const file of fixture(text).files) {
    if (file.path !== main) {
      files.set(root + file.path, file.text);
      marks.push(...file.marks.map((mark) => ({ ...mark, path: root + file.path })));
      continue;
    }
    const merged = mergeInto(bases[within], file.text);
    files.set(root + main, merged.text);
    if (merged.rest !== '') files.set(`${root}/rest.umtopo`, merged.rest);
    for (const mark of file.marks)
      marks.push({ ...mark, start: merged.moved(mark.start), end: merged.moved(mark.end), path: root + file.path });
  }
  return { files, marks };
}

/** Everything that is wrong in files that are one or more deployments; by the checks of some rules alone where these are given. */
export function analyzeFiles(
  files: ReadonlyMap<string, string>,
  severities?: Severities,
  checks: Checks = everyCheck,
): Analysis {
  const workspace = new Workspace();
  for (const [path, text] of files) workspace.set(path, text);
  workspace.refresh();
  const analyses = workspace.deployments.map((deployment) => new Analyzer(deployment, checks).analyze(severities));
  return {
    diagnostics: analyses.flatMap(({ diagnostics }) => diagnostics),
    files: new Map(analyses.flatMap(({ files }) => [...files])),
    notChecked: analyses.flatMap(({ notChecked }) => notChecked),
    proofs: analyses.flatMap(({ proofs }) => proofs),
    signature: 0,
  };
}

/** Errors and warnings, and whatever has the code. */
export function relevant(diagnostics: readonly Diagnostic[], code: string): Diagnostic[] {
  return diagnostics.filter(
    (diagnostic) => diagnostic.code === code || diagnostic.severity === 'error' || diagnostic.severity === 'warning',
  );
}

/** The files with marks under what is flagged; without any, nothing. */
export function annotated(
  files: ReadonlyMap<string, string>,
  marks: readonly (Mark & { readonly path: string })[],
): string {
  return [...files]
    .filter(([path]) => marks.some((mark) => mark.path === path))
    .map(([path, text]) =>
      [
        `//- ${path}`,
        annotate(
          text,
          marks.filter((mark) => mark.path === path),
        ),
      ].join('\n'),
    )
    .join('\n');
}

/** The files after a fix. */
export function applyFix(files: ReadonlyMap<string, string>, edits: readonly FixEdit[]): Map<string, string> {
  const result = new Map(files);
  for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    const text = result.get(edit.path);
    if (text === undefined) throw new Error(`a fix edits ${edit.path}, which is no file of the deployment`);
    result.set(edit.path, text.slice(0, edit.start) + edit.text + text.slice(edit.end));
  }
  return result;
}
