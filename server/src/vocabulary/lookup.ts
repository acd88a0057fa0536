import { kinds } from './kinds/all';
import { userRow } from './kinds/userRow';
import type { EnumValue, Kind, KindName, Property, RowKind } from './types';

/** Finds words of the language without regard to case. Every table is built once; a look-up allocates the folded word and nothing else. */

function byWord<T>(entries: readonly T[], words: (entry: T) => readonly string[]): ReadonlyMap<string, T> {
  const table = new Map<string, T>();
  for (const entry of entries) for (const word of words(entry)) table.set(word.toLowerCase(), entry);
  return table;
}

const propertyWords = (property: Property): readonly string[] => [property.name, ...(property.aliases ?? [])];

const kindTable = byWord(kinds, (kind) => [kind.name]);
const propertyTables = new Map(kinds.map((kind) => [kind, byWord(kind.properties, propertyWords)]));
const rowTables = new Map(kinds.map((kind) => [kind, byWord(kind.rows ?? [], (row) => [row.head])]));
const rowPropertyTables = new Map(
  kinds.flatMap((kind) => kind.rows ?? []).map((row) => [row, byWord(row.properties, propertyWords)]),
);
const enumTables = new Map(
  [...kinds.flatMap((kind) => [kind, ...(kind.rows ?? [])])]
    .flatMap((holder) => holder.properties)
    .flatMap((property) => (property.type.type === 'enum' ? [property.type] : []))
    .map((type) => [type, byWord(type.values, (value) => [value.value, ...(value.aliases ?? [])])]),
);
const children = new Map<KindName | 'file', readonly Kind[]>(
  (['file', ...kinds.map((kind) => kind.name)] as const).map((parent) => [
    parent,
    kinds.filter((kind) => kind.parents.includes(parent)),
  ]),
);

/** The kind that a word names. */
export function kindOf(word: string): Kind | undefined {
  return kindTable.get(word.toLowerCase());
}

/** The kind of a name that is known to be one. */
export function kindNamed(name: KindName): Kind {
  return kindTable.get(name.toLowerCase())!;
}

/** The property of a block that a word names, by its name or another word that is read as it. */
export function propertyOf(kind: Kind, word: string): Property | undefined {
  return propertyTables.get(kind)?.get(word.toLowerCase());
}

/** The kind of row that starts with a word; users' rows start with an address and are not found by a word. */
export function rowKindOf(kind: Kind, word: string): RowKind | undefined {
  const row = rowTables.get(kind)?.get(word.toLowerCase());
  return row === userRow ? undefined : row;
}

/** The property of a row that a word names. */
export function rowPropertyOf(rowKind: RowKind, word: string): Property | undefined {
  return rowPropertyTables.get(rowKind)?.get(word.toLowerCase());
}

/** The value of an enum that a word names; `undefined` also for properties of another type. */
export function enumValueOf(property: Property, word: string): EnumValue | undefined {
  return property.type.type === 'enum' ? enumTables.get(property.type)?.get(word.toLowerCase()) : undefined;
}

/** The kinds that may stand in a block, or at the top level of a file. */
export function childrenOf(parent: Kind | 'file'): readonly Kind[] {
  return children.get(parent === 'file' ? parent : parent.name) ?? [];
}

/** The parameter that a property stands for, in the spelling of the cmdlet's documentation. */
export function parameterOf(property: Property): string {
  return property.parameter ?? pascalCase(property.name);
}

/** The value that the cmdlet takes for a value of an enum. */
export function cmdletValueOf(value: EnumValue): string {
  return value.cmdletValue ?? pascalCase(value.value);
}

function pascalCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const columnKinds: ReadonlySet<KindName> = new Set<KindName>(['deployment', 'users']);

/** Whether `columns { … }` may stand in the block. */
export function takesColumns(kind: Kind): boolean {
  return columnKinds.has(kind.name);
}

/** Whether `move …` lines may stand in the block. */
export function takesMoves(kind: Kind): boolean {
  return kind.name === 'wave';
}

/** The properties that a `move` line may have: those of a user's row, as new values. */
export const moveProperties: readonly Property[] = userRow.properties;

/** The property of a `move` line that a word names. */
export function movePropertyOf(word: string): Property | undefined {
  return rowPropertyOf(userRow, word);
}

/** The words that a line of the block may start with, in the spelling that `fmt` writes: properties, heads of rows, kinds inside. */
export function wordsOf(kind: Kind): readonly string[] {
  return [
    ...kind.properties.map((property) => property.name),
    ...(takesColumns(kind) ? ['columns'] : []),
    ...(takesMoves(kind) ? ['move'] : []),
    ...(kind.rows ?? []).filter((row) => row !== userRow).map((row) => row.head),
    ...childrenOf(kind).map((child) => child.name),
  ];
}
