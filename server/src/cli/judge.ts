import { performance } from 'node:perf_hooks';
import type { SourceFile } from '../model/sourceFile';
import { type Analysis, Analyzer, type Diagnostic } from '../rules/analyze';
import type { Fix } from '../rules/types';
import type { Opened, OpenedAll } from './open';

/** A diagnostic as it is printed. */
export type Told = Omit<Diagnostic, 'fixes'> & { readonly fixes: () => readonly Pick<Fix, 'title'>[] };

/** What is printed of a deployment that was checked; the deployment itself may not be at hand any more. */
export interface Judged {
  /** As it is printed. */
  readonly root: string;
  /** The folder that its files' paths are printed relative to. */
  readonly folder: string;
  readonly standalone: boolean;
  readonly name: string;
  readonly users: number;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly analysis: Pick<Analysis, 'notChecked' | 'proofs'> & { readonly diagnostics: readonly Told[] };
  /** Milliseconds that the analysis took. */
  readonly ms: number;
}

export function analyzed({ deployment, severities }: Opened): Analysis {
  return new Analyzer(deployment).analyze(severities);
}

export function judge(opened: Opened): Judged {
  const { deployment, root, folder } = opened;
  const start = performance.now();
  const analysis = analyzed(opened);
  const ms = Math.round(performance.now() - start);
  const { standalone, name, userCount: users, sourceFiles: files } = deployment;
  return { root, folder, standalone, name, users, files, analysis, ms };
}

/** Of so many deployments what is printed is kept, and nothing that it was found with. */
const MANY = 16;

/** Judges one deployment after the other. */
export function judgeAll({ deployments, rest }: OpenedAll): readonly Judged[] {
  if (deployments.length <= MANY) return deployments.map(judge);
  return deployments.map((opened) => {
    const judged = apart(judge(opened));
    rest();
    return judged;
  });
}

/** The same without anything that leads to the deployment. */
function apart({ analysis, ...judged }: Judged): Judged {
  const { notChecked, proofs, diagnostics } = analysis;
  const told = diagnostics.map((diagnostic): Told => {
    const titles = diagnostic.fixes().map(({ title }) => ({ title }));
    return { ...diagnostic, related: diagnostic.related.map(placed), fixes: () => titles };
  });
  return { ...judged, analysis: { notChecked, proofs, diagnostics: told } };
}

function placed({ at, message }: Diagnostic['related'][number]): Diagnostic['related'][number] {
  const { path, start, end } = at;
  return { at: { path, start, end }, message };
}
