import { rules } from '../../rules/registry';
import type { Severity } from '../../rules/types';
import type { Judged } from '../open';
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
export function checkSarif(judged: readonly Judged[], version: string): string {
  const spoken = new Set(judged.flatMap(({ analysis }) => analysis.diagnostics.map(({ code }) => code)));
  const described = rules.filter(({ code }) => spoken.has(code));
  const indexes = new Map(described.map(({ code }, index) => [code, index]));
  const results = judged.flatMap((one) => {
    const location = (at: Parameters<typeof printedPlace>[1]) => {
      const { file, line, column, endLine, endColumn } = printedPlace(one, at);
      const path = one.root === '.' || one.deployment.standalone ? file : `${one.root}/${file}`;
      return {
        physicalLocation: {
          artifactLocation: { uri: uri(path) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      };
    };
    return one.analysis.diagnostics.map((diagnostic) => ({
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
    }));
  });
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
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
