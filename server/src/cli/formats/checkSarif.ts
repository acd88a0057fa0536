import { rules } from '../../rules/registry';
import type { Severity } from '../../rules/types';
import type { Judged } from '../judge';
import { jsonPieces } from './pieces';
import { printedPlace } from './place';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

function uri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** `umtopo check --format sarif`: SARIF 2.1.0, with the rules that spoke. */
export function* checkSarif(judged: readonly Judged[], version: string): Generator<string> {
  const spoken = new Set<string>();
  for (const { analysis } of judged) for (const { code } of analysis.diagnostics) spoken.add(code);
  const described = rules.filter(({ code }) => spoken.has(code));
  const indexes = new Map(described.map(({ code }, index) => [code, index]));
  const results = resultsOf(judged, indexes);
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'umtopo',
            semanticVersion: version,
            rules: described.map((rule) => ({
              id: rule.code,
              shortDescription: { text: rule.title },
              defaultConfiguration: { level: levels[rule.severity] },
              properties: { basis: rule.basis, source: rule.source },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  yield* jsonPieces(document);
  yield '\n';
}

function* resultsOf(judged: readonly Judged[], indexes: ReadonlyMap<string, number>): Generator<object> {
  for (const one of judged) {
    const location = (at: Parameters<typeof printedPlace>[1]) => {
      const { file, line, column, endLine, endColumn } = printedPlace(one, at);
      const path = one.root === '.' || one.standalone ? file : `${one.root}/${file}`;
      return {
        physicalLocation: {
          artifactLocation: { uri: uri(path) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      };
    };
    for (const diagnostic of one.analysis.diagnostics)
      yield {
        ruleId: diagnostic.code,
        ...(indexes.has(diagnostic.code) && { ruleIndex: indexes.get(diagnostic.code) }),
        level: levels[diagnostic.severity],
        message: { text: diagnostic.message },
        locations: [location(diagnostic)],
        ...(diagnostic.related.length > 0 && {
          relatedLocations: diagnostic.related.map(({ at, message }, id) => ({
            id,
            ...location(at),
            message: { text: message },
          })),
        }),
        ...(diagnostic.users !== undefined && { properties: { users: diagnostic.users } }),
      };
  }
}
