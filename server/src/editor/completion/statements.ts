import { sameWord } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { mailboxPlaces, targetWords } from '../../syntax/keywords';
import {
  childrenOf,
  type Kind,
  type KindName,
  type Property,
  takesColumns,
  takesMoves,
  userRow,
  type ValueType,
} from '../../vocabulary';
import { typeText } from '../describe';
import { plain } from '../markdown';
import type { Candidate } from './candidate';
import { kindKey, propertyKey } from './documentation';
import { nameCandidates } from './names';

/** What a block may go on with: properties that are still missing, the required ones first; rows; declarations inside. */
export function statementCandidates(
  deployment: Deployment,
  kind: Kind | undefined,
  declaration: Declaration | undefined,
  written: ReadonlySet<string>,
): Candidate[] {
  const candidates: Candidate[] = [];
  if (kind) {
    const role = declaration?.fact('role');
    const fitting = kind.properties.filter(
      ({ roles }) => roles === undefined || typeof role !== 'string' || roles.includes(role),
    );
    // Of a group's own properties few are written; the defaults of its rows are what it is for.
    const isDefault = (property: Property): boolean => kind.name === 'users' && userRow.properties.includes(property);
    const ordered = [...fitting.filter(isDefault), ...fitting.filter((property) => !isDefault(property))];
    candidates.push(...propertyCandidates(ordered, written, kind));
  }
  if (kind && takesColumns(kind) && !hasColumns(declaration))
    candidates.push({
      label: 'columns',
      type: 'keyword',
      detail: 'headers of CSV files',
      snippet: 'columns { sipAddress "$1"$0 }',
      insert: 'columns { sipAddress "" }',
      rank: 3,
    });
  if (kind && takesMoves(kind))
    candidates.push({
      label: 'move',
      type: 'keyword',
      detail: 'who moves, and where to',
      snippet: `move ${filled(1, 'every user')} to ${choice(2, mailboxPlaces)}$0`,
      insert: 'move ',
      rank: 2,
    });
  for (const row of kind?.rows ?? []) {
    if (row === userRow) continue;
    const required = row.properties.filter((property) => property.required);
    const tabs = required.map((property, i) => `  ${property.name} ${tabStop(property.type, i + (row.owner ? 2 : 1))}`);
    candidates.push({
      label: row.head,
      type: 'keyword',
      detail: row.doc,
      insert: `${row.head} `,
      snippet: `${row.head}${row.owner ? ` ${filled(1, '@')}` : ''}${tabs.join('')}$0`,
      rank: 2,
    });
  }
  for (const child of childrenOf(kind ?? 'file')) {
    if (child.single && deployment.all(child.name).length > 0) continue;
    candidates.push(declarationCandidate(deployment, child));
  }
  if (kind === undefined)
    candidates.push({
      label: 'expect',
      type: 'keyword',
      detail: 'where a call has to end',
      insert: 'expect ',
      snippet: `expect ${filled(1, 'every user')} reaches ${choice(2, targetWords)}$0`,
      rank: 4,
    });
  return candidates;
}

/** Whether a word starts something of its own in a block: a property, a declaration, a row or a line. */
export function startsStatement(kind: Kind | undefined, word: string): boolean {
  const properties = kind ? [kind, ...(kind.rows ?? [])].flatMap((each) => each.properties) : [];
  return (
    ['columns', 'move', 'expect'].some((each) => sameWord(each, word)) ||
    properties.some(({ name, aliases = [] }) => [name, ...aliases].some((each) => sameWord(each, word))) ||
    (kind?.rows ?? []).some(({ head }) => sameWord(head, word)) ||
    childrenOf(kind ?? 'file').some(({ name }) => sameWord(name, word))
  );
}

function hasColumns(declaration: Declaration | undefined): boolean {
  return declaration?.node.body?.elements.some((element) => element.type === 'columns') === true;
}

/** Properties that aren't written yet. */
export function propertyCandidates(
  properties: readonly Property[],
  written: ReadonlySet<string>,
  kind: Kind | undefined,
): Candidate[] {
  const inRow = kind === undefined;
  return properties
    .filter((property) => !written.has(property.name))
    .map((property) => ({
      label: property.name,
      type: 'property' as const,
      detail: plain(typeText(property)),
      doc: propertyKey(property, kind, inRow ? 'sipAddress' : undefined),
      insert: `${property.name} `,
      ...(isChoice(property.type) && { snippet: `${property.name} ${tabStop(property.type, 1)}` }),
      rank: property.required ? 0 : 1,
      more: !isChoice(property.type),
    }));
}

/** A whole declaration, with what it requires as tab stops. */
function declarationCandidate(deployment: Deployment, kind: Kind): Candidate {
  let stop = 1;
  const name = kind.nameType === 'none' ? '' : ` ${filled(stop++, namePlaceholder(kind))}`;
  const required = kind.properties.filter((property) => property.required);
  const lines = required.map(({ name: word, type }) => {
    const names = type.type === 'reference' ? namesFor(deployment, type.to) : [];
    return `\n\t${word} ${names.length > 0 ? choice(stop++, names) : tabStop(type, stop++)}`;
  });
  return {
    label: kind.name,
    type: 'kind',
    ...(kind.singular !== kind.name && { detail: kind.singular }),
    doc: kindKey(kind),
    insert: `${kind.name} `,
    snippet: `${kind.name}${name} {${lines.join('')}\n\t$0\n}`,
    rank: 3,
  };
}

/** More names than this are found by typing. */
const FEW = 20;

/** What a tab stop offers of the objects that are there; none where a name would need quotes. */
function namesFor(deployment: Deployment, kinds: readonly KindName[]): string[] {
  const names = nameCandidates(deployment, kinds, undefined).map(({ label }) => label);
  return names.length <= FEW && names.every((name) => /^[\w.@-]+$/.test(name)) ? names : [];
}

function namePlaceholder({ nameType, name }: Kind): string {
  if (nameType === 'fqdn') return name === 'pool' ? 'pool01.contoso.com' : 'contoso.com';
  if (nameType === 'sipAddress') return 'ova@contoso.com';
  return nameType === 'scope' ? 'global' : 'Name';
}

function isChoice(type: ValueType): boolean {
  return type.type === 'boolean' || type.type === 'enum';
}

function tabStop(type: ValueType, stop: number): string {
  if (type.type === 'boolean') return choice(stop, ['true', 'false']);
  const values = type.type === 'enum' ? type.values.map(({ value }) => value) : [];
  return values.length > 0 ? choice(stop, values) : `\${${stop}}`;
}

function filled(stop: number, text: string): string {
  return `\${${stop}:${text}}`;
}

function choice(stop: number, values: readonly string[]): string {
  return `\${${stop}|${values.join(',')}|}`;
}
