import { csvCell } from '../../base/csvText';
import type { Span } from '../../base/span';
import { fold, sameWord } from '../../base/words';
import type { Deployment } from '../../model/deployment';
import { type Property, userRow } from '../../vocabulary';
import { type CsvReading, cellAt, columnOf, csvReading, meaningOf } from '../csvReading';
import type { Candidate } from './candidate';
import type { Completion } from './completion';
import { addressCandidates, domainCandidates } from './names';
import { valueCandidates } from './values';

/** What may be written at an offset of a CSV file: headers in its first line, values in the cells below them. */
export function cellCompletion(deployment: Deployment, path: string, offset: number): Completion | undefined {
  const reading = csvReading(deployment, path);
  const found = reading && cellAt(reading, offset);
  if (reading === undefined || found === undefined) return undefined;
  const { cell, index, isHeader } = found;
  if (isHeader) return answer(reading, cell, offset, headers(reading));
  const title = reading.header[index]?.text ?? '';
  const meaning = meaningOf(reading, title);
  if (meaning === undefined) return undefined;
  if (meaning === 'sipAddress') return addressDomain(deployment, reading, cell, offset);
  const place = meaning.list ? partOf(reading, cell, offset) : cell;
  if (meaning.type.type === 'sipAddress') return addresses(deployment, reading, place, offset);
  return answer(reading, place, offset, values(deployment, reading, title, meaning), place !== cell);
}

/** Values of a list are joined by semicolons: the one that the cursor is in, where there are several. */
function partOf({ text, delimiter }: CsvReading, cell: Span, offset: number): Span {
  const inside = insideOf(text, cell);
  const before = text.slice(inside.start, offset).lastIndexOf(';');
  const behind = text.slice(offset, inside.end).indexOf(';');
  if (delimiter === ';' && inside.start === cell.start) return cell;
  if (before < 0 && behind < 0) return cell;
  return { start: inside.start + before + 1, end: behind < 0 ? inside.end : offset + behind };
}

/** A cell without its quotes. */
function insideOf(text: string, { start, end }: Span): Span {
  if (text.charCodeAt(start) !== 34) return { start, end };
  return { start: start + 1, end: end > start + 1 && text.charCodeAt(end - 1) === 34 ? end - 1 : end };
}

/** @param bare what takes the place is a part of a cell, which has its quotes already */
function answer(
  { text, delimiter }: CsvReading,
  place: Span,
  offset: number,
  candidates: readonly Candidate[],
  bare = false,
): Completion | undefined {
  if (candidates.length === 0) return undefined;
  const quoted = text.charCodeAt(place.start) === 34;
  const written = ({ label }: Candidate): string => {
    const cell = csvCell(label, delimiter);
    if (bare) return label.replaceAll('"', '""');
    return quoted && !cell.startsWith('"') ? `"${cell}"` : cell;
  };
  return {
    candidates: candidates.map((candidate) => ({ ...candidate, insert: written(candidate) })),
    typed: { start: place.start, end: offset },
    replaced: place,
    incomplete: false,
    quoted: false,
  };
}

/** The headers that are missing: those that `columns` names, else those that are read without it. */
function headers({ header, columns }: CsvReading): Candidate[] {
  const taken = new Set(header.map(({ text }) => fold(text)));
  const names = columns
    ? columns.columns.map((each) => [each.header?.text ?? '', each.property.text] as const)
    : [
        ['SipAddress', 'the address'] as const,
        ...userRow.properties.map(({ name, csvHeaders }) => [csvHeaders?.[0] ?? name, name] as const),
      ];
  return names
    .filter(([name]) => name !== '' && !taken.has(fold(name)))
    .map(([label, detail]) => ({ label, type: 'property', detail, rank: sameWord(detail, 'the address') ? 0 : 1 }));
}

/** The cells that stand for values, where `columns` says so; else the values themselves. */
function values(deployment: Deployment, reading: CsvReading, title: string, property: Property): Candidate[] {
  const mapped = columnOf(reading, title)?.values ?? [];
  if (mapped.length > 0) {
    return mapped.flatMap(({ value, cells }) =>
      cells.map(({ text }) => ({ label: text, type: 'value' as const, detail: value.text, rank: 0 })),
    );
  }
  return valueCandidates(deployment, property, [], { kind: undefined, declaration: reading.group });
}

function addresses(deployment: Deployment, { text }: CsvReading, place: Span, offset: number): Completion | undefined {
  const inside = insideOf(text, place);
  if (offset < inside.start) return undefined;
  const { candidates, complete } = addressCandidates(deployment, text.slice(inside.start, offset), []);
  if (candidates.length === 0) return undefined;
  return {
    candidates: candidates.map(({ insert: _, ...candidate }) => candidate),
    typed: { start: inside.start, end: offset },
    replaced: inside,
    incomplete: !complete,
    quoted: false,
  };
}

/** Behind the `@` of an address only its domain is completed. */
function addressDomain(
  deployment: Deployment,
  { text }: CsvReading,
  cell: Span,
  offset: number,
): Completion | undefined {
  const at = text.slice(cell.start, offset).indexOf('@');
  if (at < 0) return undefined;
  const start = cell.start + at + 1;
  return {
    candidates: domainCandidates(deployment),
    typed: { start, end: offset },
    replaced: { start, end: Math.max(offset, insideOf(text, cell).end) },
    incomplete: false,
    quoted: false,
  };
}
