import { type Against, belongs } from '../../export/against';
import type { Judged } from '../open';
import { printedPlace } from './place';

/** Totals over all deployments of a run. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly users: number;
  readonly files: number;
}

export function summarize(judged: readonly Judged[]): Summary {
  const diagnostics = judged.flatMap(({ analysis }) => analysis.diagnostics);
  return {
    errors: diagnostics.filter(({ severity }) => severity === 'error').length,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
    users: judged.reduce((sum, { deployment }) => sum + deployment.userCount, 0),
    files: judged.reduce((sum, { deployment }) => sum + deployment.paths.length, 0),
  };
}

/** `umtopo check --format json`. Fields may be added, never renamed. */
export function checkJson(judged: readonly Judged[], against?: Against): string {
  const document = {
    deployments: judged.map(({ root, deployment, ms }) => ({
      root,
      name: deployment.name,
      users: deployment.userCount,
      ms,
    })),
    diagnostics: judged.flatMap((one) =>
      one.analysis.diagnostics.map((diagnostic) => ({
        deployment: one.root,
        ...printedPlace(one, diagnostic),
        severity: diagnostic.severity,
        code: diagnostic.code,
        message: diagnostic.message,
        fixes: diagnostic.fixes().map((fix) => fix.title),
        users: diagnostic.users ?? null,
        related: diagnostic.related.map(({ at, message }) => {
          const { file, line, column } = printedPlace(one, at);
          return { file, line, column, message };
        }),
      })),
    ),
    notChecked: judged.flatMap(({ analysis, root }) =>
      analysis.notChecked.map((entry) => ({ deployment: root, ...entry })),
    ),
    proofs: judged.flatMap(({ analysis, root }) => analysis.proofs.map((proof) => ({ deployment: root, ...proof }))),
    ...(against && { against: { belongs: belongs(against), ...against } }),
    summary: summarize(judged),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
