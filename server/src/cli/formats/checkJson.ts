import { type Against, belongs } from '../../export/against';
import type { Severity } from '../../rules/types';
import type { Judged } from '../judge';
import { jsonPieces } from './pieces';
import { printedPlace } from './place';

/** Totals over all deployments of a run. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly users: number;
  readonly files: number;
}

export function summarize(judged: readonly Judged[]): Summary {
  const numberOf = (wanted: Severity): number =>
    judged.reduce(
      (sum, { analysis }) => sum + analysis.diagnostics.filter(({ severity }) => severity === wanted).length,
      0,
    );
  return {
    errors: numberOf('error'),
    warnings: numberOf('warning'),
    users: judged.reduce((sum, one) => sum + one.users, 0),
    files: judged.reduce((sum, one) => sum + one.files.size, 0),
  };
}

/** `umtopo check --format json`. Fields may be added, never renamed. */
export function* checkJson(judged: readonly Judged[], against?: Against): Generator<string> {
  const document = {
    deployments: judged.map(({ root, name, users, ms }) => ({ root, name, users, ms })),
    diagnostics: diagnosticsOf(judged),
    notChecked: judged.flatMap(({ analysis, root }) =>
      analysis.notChecked.map((entry) => ({ deployment: root, ...entry })),
    ),
    proofs: judged.flatMap(({ analysis, root }) => analysis.proofs.map((proof) => ({ deployment: root, ...proof }))),
    ...(against && { against: { belongs: belongs(against), ...against } }),
    summary: summarize(judged),
  };
  yield* jsonPieces(document);
  yield '\n';
}

function* diagnosticsOf(judged: readonly Judged[]): Generator<object> {
  for (const one of judged)
    for (const diagnostic of one.analysis.diagnostics)
      yield {
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
      };
}
