import { csvCell } from '../../base/csvText';
import type { Span } from '../../base/span';
import { fold, sameWord } from '../../base/words';
import { splitRecord } from '../../model/csv';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import type { ColumnsNode } from '../../syntax/ast';
import { type Property, userRow } from '../../vocabulary';
import type { Candidate } from './candidate';
import type { Completion } from './completion';
import { domainCandidates } from './names';
import { valueCandidates } from './values';

/** What may be written at an offset of a CSV file: headers in its first line, values in the cells below them. */
export function cellCompletion(deployment: Deployment, path: string, offset: number): Completion | undefined {
  const text = deployment.textOf(path);
  const group = groupOf(deployment, path);
  if (group === undefined) return undefined;
  const delimiter = delimiterOf(deployment, group);
  const headerStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const header = splitRecord(text, headerStart, delimiter);
  const lineStart = Math.max(headerStart, text.lastIndexOf('\n', offset - 1) + 1);
  const { cells } = splitRecord(text, lineStart, delimiter);
  const index = cells.findLastIndex(({ start }) => start <= offset);
  const cell = cells[Math.max(0, index)];
  if (cell === undefined || offset > cell.end) return undefined;
  const columns = columnsOf(deployment, group);
  const place = { start: cell.start, end: cell.end };
  if (lineStart === headerStart) {
    const names = header.cells.map((each) => each.text);
    return answer(text, place, offset, headers(names, columns), delimiter);
  }
  const title = header.cells[Math.max(0, index)]?.text ?? '';
  if (isAddress(title, columns)) return addressDomain(deployment, text, place, offset);
  const property = propertyOf(title, columns);
  if (property === undefined) return undefined;
  return answer(text, place, offset, values(deployment, group, property, columns), delimiter);
}

function groupOf(deployment: Deployment, path: string): Declaration | undefined {
  return deployment.blocks.find((block) => block.segments.some((segment) => segment.path === path))?.declaration;
}

function delimiterOf(deployment: Deployment, group: Declaration): string {
  const own = group.fact('delimiter') ?? deployment.head?.fact('delimiter');
  return typeof own === 'string' && own !== '' ? own.replace('\\t', '\t') : ',';
}

function columnsOf(deployment: Deployment, group: Declaration): ColumnsNode | undefined {
  for (const declaration of [group, deployment.head]) {
    const found = declaration?.node.body?.elements.find((element) => element.type === 'columns');
    if (found?.type === 'columns') return found;
  }
  return undefined;
}

function answer(
  text: string,
  cell: Span,
  offset: number,
  candidates: readonly Candidate[],
  delimiter: string,
): Completion | undefined {
  if (candidates.length === 0) return undefined;
  const quoted = text.charCodeAt(cell.start) === 34;
  return {
    candidates: candidates.map((candidate) => ({ ...candidate, insert: written(candidate.label, delimiter, quoted) })),
    typed: { start: cell.start, end: offset },
    replaced: cell,
    incomplete: false,
    quoted: false,
  };
}

function written(value: string, delimiter: string, quoted: boolean): string {
  const cell = csvCell(value, delimiter);
  return quoted && !cell.startsWith('"') ? `"${cell}"` : cell;
}

function headers(given: readonly string[], columns: ColumnsNode | undefined): Candidate[] {
  const taken = new Set(given.map(fold));
  const names = columns
    ? columns.columns.map(({ header, property }) => [header?.text ?? '', property.text] as const)
    : [
        ['SipAddress', 'the address'] as const,
        ...userRow.properties.map(({ name, csvHeaders }) => [csvHeaders?.[0] ?? name, name] as const),
      ];
  return names
    .filter(([name]) => name !== '' && !taken.has(fold(name)))
    .map(([label, detail]) => ({ label, type: 'property', detail, rank: 0 }));
}

function isAddress(title: string, columns: ColumnsNode | undefined): boolean {
  const named = columns?.columns.find(({ property }) => sameWord(property.text, 'sipAddress'))?.header;
  return sameWord(title, named?.text ?? 'SipAddress');
}

function propertyOf(title: string, columns: ColumnsNode | undefined): Property | undefined {
  const named = columns?.columns.find(({ header }) => header && sameWord(header.text, title))?.property.text;
  const wanted = fold(columns ? (named ?? '') : title);
  return userRow.properties.find(({ name, aliases, csvHeaders }) =>
    [name, ...(aliases ?? []), ...(columns ? [] : (csvHeaders ?? []))].some((word) => fold(word) === wanted),
  );
}

/** The cells that stand for values, where `columns` says so; else the values themselves. */
function values(
  deployment: Deployment,
  group: Declaration,
  property: Property,
  columns: ColumnsNode | undefined,
): Candidate[] {
  const mapped = columns?.columns.find(({ property: word }) => sameWord(word.text, property.name))?.values ?? [];
  if (mapped.length > 0) {
    return mapped.flatMap(({ value, cells }) =>
      cells.map(({ text }) => ({ label: text, type: 'value' as const, detail: value.text, rank: 0 })),
    );
  }
  return valueCandidates(deployment, property, [], { kind: undefined, declaration: group });
}

function addressDomain(deployment: Deployment, text: string, cell: Span, offset: number): Completion | undefined {
  const at = text.slice(cell.start, offset).indexOf('@');
  if (at < 0) return undefined;
  const start = cell.start + at + 1;
  const end = text.charCodeAt(cell.end - 1) === 34 && cell.end > offset ? cell.end - 1 : cell.end;
  return {
    candidates: domainCandidates(deployment),
    typed: { start, end: offset },
    replaced: { start, end },
    incomplete: false,
    quoted: false,
  };
}
