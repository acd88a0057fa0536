import type { Span } from '../../base/span';
import { fold, sameWord } from '../../base/words';
import type { Deployment } from '../../model/deployment';
import { callEvents } from '../../routing/types';
import { quoteWord } from '../../syntax/print';
import { enumValueOf, type Kind, kindOf, type Property, userRow } from '../../vocabulary';
import { type CsvReading, cellsBelow, csvPaths, csvReading } from '../csvReading';
import { filterKinds } from '../mentions';
import { declarationsOf } from '../walk';
import { type Block, blockAt } from './block';
import type { Candidate } from './candidate';
import { cellCompletion } from './cells';
import { type Expected, expectedAfter } from './expected';
import { addressCandidates, domainCandidates, nameCandidates, newAddresses, rowCandidates } from './names';
import { propertyCandidates, startsStatement, statementCandidates } from './statements';
import { lineEnd, type StatementToken, statementStart, statementTokens } from './statementTokens';
import { valueCandidates } from './values';

export interface Completion {
  readonly candidates: readonly Candidate[];
  /** The word that a candidate takes the place of: up to the cursor, and all of it. */
  readonly typed: Span;
  readonly replaced: Span;
  /** Further letters may bring further candidates. */
  readonly incomplete: boolean;
  /** The word stands in quotes: what is inserted does too. */
  readonly quoted: boolean;
  /** The names of CSV files belong here: see `fileCandidates`. */
  readonly files?: true;
}

interface Cursor {
  readonly deployment: Deployment;
  readonly path: string;
  readonly text: string;
  readonly block: Block;
  /** The half-typed word's value, up to the cursor. */
  readonly typed: string;
  /** Where that word starts. */
  readonly start: number;
  /** Names of properties that stand in the statement already. */
  readonly written: ReadonlySet<string>;
}

interface Answer {
  readonly candidates: readonly Candidate[];
  readonly incomplete?: boolean;
}

/** A statement that is longer, nobody is typing. */
const LONGEST = 20_000;

/** What may be written at an offset of a file of the deployment. */
export function completion(deployment: Deployment, path: string, offset: number): Completion | undefined {
  const file = deployment.files.find((candidate) => candidate.path === path);
  if (file === undefined) return cellCompletion(deployment, path, offset);
  const { text } = file;
  const block = blockAt(file, offset, declarationsOf(deployment));
  const start = statementStart(text, offset, Math.min(block.start, offset));
  if (offset - start > LONGEST) return undefined;
  const end = Math.min(lineEnd(text, offset), offset + LONGEST);
  const { tokens, comment } = statementTokens(text, start, end, offset);
  if (comment) return undefined;
  const word = tokens.find(
    (token) =>
      token.type === 'word' &&
      token.start < offset &&
      (offset < token.end || (offset === token.end && !isClosedString(text, token))),
  );
  const before = tokens.filter((token) => token.end <= offset && token !== word);
  const from = word?.start ?? offset;
  const typed = text.slice(from + (word?.quoted ? 1 : 0), offset);
  const expected = expectedAfter(block, before);
  const cursor: Cursor = {
    deployment,
    path,
    text,
    block,
    typed,
    written: writtenInStatement(block, tokens, word),
    start: from,
  };
  const inAddress = addressDomain(cursor, expected, from + (word?.quoted ? 1 : 0), offset, word);
  if (inAddress) return inAddress;
  const answers = expected.map((each) => answer(cursor, each));
  // In quotes `unset` is a text like any other.
  const all = answers.flatMap((each) => each.candidates).filter(({ type }) => !word?.quoted || type !== 'keyword');
  const next = tokens.find((token) => token.start >= (word?.end ?? offset));
  const candidates = next ? all.map((each) => (goesOnWith(each, next, block, word) ? wordAlone(each) : each)) : all;
  const files = expected.some((each) => each.is === 'value' && each.property.name === 'csv');
  if (candidates.length === 0 && !files) return undefined;
  return {
    candidates,
    ...(files && { files }),
    typed: { start: from, end: offset },
    replaced: { start: from, end: word?.end ?? offset },
    incomplete: answers.some((each) => each.incomplete === true),
    quoted: word?.quoted === true,
  };
}

/** Whether the value, name or body stands behind the cursor already: the word alone is then written anew. */
function goesOnWith(
  { type }: Candidate,
  next: StatementToken,
  block: Block,
  word: StatementToken | undefined,
): boolean {
  if (next.type === 'open' || next.quoted) return true;
  if (next.type !== 'word') return false;
  // Behind the first letters of a kind, a row or a line stands what goes with it.
  if (word && type !== 'property') return true;
  const kind = block.node && kindOf(block.node.kind.text);
  return !startsStatement(kind, next.text) && (word !== undefined || !next.text.includes('@'));
}

/** Without a name, a value or a body, where one stands already. */
function wordAlone(candidate: Candidate): Candidate {
  const { snippet, insert, more: _, ...rest } = candidate;
  return snippet !== undefined || insert?.endsWith(' ') ? rest : candidate;
}

function isClosedString(text: string, token: StatementToken): boolean {
  return token.quoted && token.end - token.start > 1 && text.charCodeAt(token.end - 1) === 34;
}

/** Behind the `@` of an address only its domain is completed: the rest stays as it is. */
function addressDomain(
  { deployment, typed }: Cursor,
  expected: readonly Expected[],
  from: number,
  offset: number,
  word: StatementToken | undefined,
): Completion | undefined {
  const at = typed.indexOf('@');
  if (at < 0 || !expected.some(isAddressPlace)) return undefined;
  const start = from + at + 1;
  return {
    candidates: domainCandidates(deployment),
    typed: { start, end: offset },
    replaced: { start, end: (word?.end ?? offset) - (word?.quoted && word.end > offset ? 1 : 0) },
    incomplete: false,
    quoted: false,
  };
}

function isAddressPlace(expected: Expected): boolean {
  switch (expected.is) {
    case 'statement':
      return expected.kind?.name === 'users';
    case 'name':
      return expected.kind.nameType === 'sipAddress';
    case 'value':
      return expected.property.type.type === 'sipAddress';
    default:
      return expected.is === 'addresses';
  }
}

/** Names of the properties in the words of the statement, or of the row in braces. */
function writtenInStatement(
  { declaration, row }: Block,
  tokens: readonly StatementToken[],
  word: StatementToken | undefined,
): Set<string> {
  const kind = declaration?.kind;
  const properties = [...(kind?.properties ?? []), ...(kind?.rows ?? [userRow]).flatMap((each) => each.properties)];
  const written = new Set<string>();
  const add = (text: string, start: number): void => {
    if (word && start === word.start) return;
    for (const property of properties)
      if ([property.name, ...(property.aliases ?? [])].some((name) => sameWord(name, text))) written.add(property.name);
  };
  for (const token of tokens) if (token.type === 'word' && !token.quoted) add(token.text, token.start);
  const base = declaration?.item.start ?? 0;
  for (const { word: name } of row?.properties ?? []) add(name.text, base + name.start);
  return written;
}

/** With those of the block around, for a statement of the block itself. */
function writtenInBlock({ block, written, start }: Cursor): ReadonlySet<string> {
  const { declaration } = block;
  const own = [...(declaration?.written.values() ?? [])].filter(
    ({ node }) => (declaration?.item.start ?? 0) + node.word.start !== start,
  );
  return new Set([...written, ...own.map(({ property }) => property.name)]);
}

function answer(cursor: Cursor, expected: Expected): Answer {
  const { deployment, block, written, typed } = cursor;
  const { declaration } = block;
  switch (expected.is) {
    case 'statement': {
      const statements = statementCandidates(deployment, expected.kind, declaration, writtenInBlock(cursor));
      if (expected.kind?.name !== 'users') return { candidates: statements };
      // Each letter of a new address makes others of it.
      return { candidates: [...statements, ...rowCandidates(deployment, typed)], incomplete: typed !== '' };
    }
    case 'property':
      return {
        candidates: propertyCandidates(expected.properties, written, rowHolder(expected.properties, declaration?.kind)),
      };
    case 'value': {
      if (expected.property.type.type === 'sipAddress') return addresses(cursor, expected.given);
      const kind = declaration?.kind.properties.includes(expected.property) ? declaration.kind : undefined;
      return { candidates: valueCandidates(deployment, expected.property, expected.given, { kind, declaration }) };
    }
    case 'name':
      return namesFor(deployment, expected.kind, typed);
    case 'owner':
      return {
        candidates: ['@', 'sip', 'lyncdiscover', '_sipfederationtls._tcp', '_sip._tls'].map((label) => ({
          label,
          type: 'value',
          rank: 0,
        })),
      };
    case 'column':
      return { candidates: columns(cursor) };
    case 'header':
      return { candidates: headers(cursor) };
    case 'meaning':
      return { candidates: valueCandidates(deployment, expected.property, [], { kind: undefined, declaration }) };
    case 'cell':
      return { candidates: cellsOf(cursor, expected.property) };
    case 'addresses':
      return addresses(cursor, expected.given);
    case 'number':
      return { candidates: numbers(deployment) };
    case 'words':
      return { candidates: expected.words.map((label) => ({ label, type: 'keyword', rank: 0 })) };
    case 'names':
      return { candidates: nameCandidates(deployment, expected.kinds, undefined, () => 1) };
    case 'filter':
      return { candidates: filters(deployment, expected.by) };
    case 'event':
      return { candidates: callEvents.map((label) => ({ label, type: 'value', rank: 0 })) };
  }

  function addresses({ deployment: own }: Cursor, given: readonly string[]): Answer {
    const { candidates, complete } = addressCandidates(own, typed, given);
    return { candidates, incomplete: !complete };
  }
}

/** Whose properties they are: of the rows of users and moves, or of a kind's own block or rows. */
function rowHolder(properties: readonly Property[], kind: Kind | undefined): Kind | undefined {
  return properties === userRow.properties ? undefined : kind;
}

/** The properties that have no column yet. */
function columns({ block, written, start }: Cursor): Candidate[] {
  const base = block.declaration?.item.start ?? 0;
  const others = (block.columns?.columns ?? []).filter(({ property }) => base + property.start !== start);
  const hasColumn = (name: string): boolean => others.some(({ property }) => sameWord(property.text, name));
  const address: Candidate = { label: 'sipAddress', type: 'property', insert: 'sipAddress ', rank: 0 };
  const properties = propertyCandidates(userRow.properties, written, undefined).map(withoutChoice);
  return [address, ...properties].filter(({ label }) => !hasColumn(label));
}

function withoutChoice({ snippet: _, ...candidate }: Candidate): Candidate {
  return candidate;
}

/** Names that a new declaration may have, where they follow from what is there. */
function namesFor(deployment: Deployment, kind: Kind, typed: string): Answer {
  if (kind.nameType === 'sipAddress') return { candidates: newAddresses(deployment, typed), incomplete: typed !== '' };
  const taken = new Set(deployment.all(kind.name).map(({ key }) => key));
  const candidates: Candidate[] = [];
  const add = (label: string, detail: string): void => {
    if (!taken.has(fold(label))) candidates.push({ label, type: 'name', detail, insert: quoteWord(label), rank: 0 });
  };
  if (kind.nameType === 'scope' || kind.nameType === 'scopeOrText') {
    add('global', 'the whole deployment');
    for (const site of deployment.all('site', 'branchSite')) add(`site:${site.name}`, site.kind.singular);
    if (kind.nameDoc?.includes('service:'))
      for (const pool of deployment.all('pool')) {
        const service = services[String(pool.fact('role'))];
        if (service) add(`service:${service}:${pool.name}`, 'one service of a pool');
      }
  }
  if (['acceptedDomain', 'publicDnsZone', 'internalDnsZone'].includes(kind.name))
    for (const domain of deployment.all('sipDomain')) add(domain.name, 'SIP domain');
  return { candidates };
}

/** What the service of a pool is called in a scope. */
const services: Readonly<Record<string, string>> = {
  frontEnd: 'Registrar',
  standardEdition: 'Registrar',
  survivableBranch: 'Registrar',
  mediation: 'MediationServer',
  edge: 'EdgeServer',
};

function filters(deployment: Deployment, by: Parameters<typeof filterKindsOf>[0]): Candidate[] {
  if (by === 'mailbox') {
    const mailbox = userRow.properties.find(({ name }) => name === 'mailbox');
    const values = ['local', 'hosted', 'none'].filter((word) => mailbox && enumValueOf(mailbox, word));
    return values.map((label) => ({ label, type: 'value', rank: 0 }));
  }
  const found = nameCandidates(deployment, filterKindsOf(by), undefined);
  return by === 'policy' ? found.map((each) => ({ ...each, rank: isScopeName(each.label) ? 1 : 0 })) : found;
}

function filterKindsOf(by: keyof typeof filterKinds): (typeof filterKinds)[typeof by] {
  return filterKinds[by];
}

function isScopeName(name: string): boolean {
  return /^(global$|site:|service:)/i.test(name);
}

function numbers(deployment: Deployment): Candidate[] {
  return deployment.all('exUmContact').flatMap((contact) => {
    const number = contact.fact('displayNumber');
    return typeof number === 'string' ? { label: number, type: 'value' as const, detail: contact.name, rank: 0 } : [];
  });
}

/** The headers of the CSV files of the block. */
function headers({ deployment, block }: Cursor): Candidate[] {
  return quotedCells(readings(deployment, block).flatMap(({ header }) => header.map(({ text }) => text)));
}

/** The cells that the files have below the header of a column, and that stand for no value yet. */
function cellsOf({ deployment, block }: Cursor, property: Property): Candidate[] {
  const column = block.columns?.columns.find((each) => sameWord(each.property.text, property.name));
  const title = column?.header?.text;
  if (column === undefined || title === undefined) return [];
  const taken = new Set(column.values.flatMap(({ cells }) => cells.map(({ text }) => fold(text))));
  const found = readings(deployment, block).flatMap((reading) => cellsBelow(reading, title));
  return quotedCells(found.filter((cell) => !taken.has(fold(cell))));
}

/** The CSV files that a block's `columns` are about: those of the group, or of all groups. */
function readings(deployment: Deployment, { declaration }: Block): CsvReading[] {
  const groups = declaration?.kind.name === 'users' ? [declaration] : deployment.all('users');
  return groups.flatMap(csvPaths).flatMap((path) => csvReading(deployment, path) ?? []);
}

function quotedCells(texts: readonly string[]): Candidate[] {
  return [...new Set(texts)]
    .filter(Boolean)
    .slice(0, 100)
    .map((label) => ({ label, type: 'value', insert: JSON.stringify(label), rank: 0 }));
}
