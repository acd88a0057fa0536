import type { Declaration } from '../model/declaration';
import { type Fact, isOpen, UNSET } from '../model/facts';
import type { Place } from '../rules/types';
import { cmdletValueOf, enumValueOf, parameterOf, propertyOf } from '../vocabulary';
import type { Property, ServerVersion } from '../vocabulary/types';
import { serverVersions } from '../vocabulary/types';
import type { Parameter, Value } from './plan';

/** An object as it is declared, or as a wave leaves it. */
export interface DeclaredObject extends Pick<Declaration, 'kind' | 'name' | 'node'> {
  fact(property: string): Fact | undefined;
  readonly written: { has(property: string): boolean };
}

/** A declaration's place, as the cause of what is exported for it. */
export function placeOf(declaration: Declaration): Place {
  return { path: declaration.path, ...declaration.span };
}

/** Whether a server of a version has what came with another; everything when the version isn't known. */
export function hasSince(server: ServerVersion | undefined, since: ServerVersion | undefined): boolean {
  if (since === undefined || server === undefined) return true;
  return serverVersions.indexOf(server) >= serverVersions.indexOf(since);
}

/** The value that a cmdlet takes for a fact; `undefined` where it isn't known, and where nothing is written and there is no default. */
export function cmdletValue(property: Property, fact: Fact | undefined): Value | undefined {
  if (fact === undefined || isOpen(fact)) return undefined;
  if (fact === UNSET) return null;
  if (Array.isArray(fact)) return fact.map((scalar) => textOf(property, scalar));
  if (typeof fact === 'string') return textOf(property, fact);
  return fact as number | boolean;
}

function textOf(property: Property, scalar: unknown): string {
  const text = String(scalar);
  const value = enumValueOf(property, text);
  return value ? cmdletValueOf(value) : text;
}

/** A property of a declaration as a parameter. */
export interface DeclaredParameter {
  readonly property: Property;
  readonly name: string;
  readonly value: Value;
}

/**
 * What a declaration says, as parameters: those that are written, and `always` those named, with their defaults. `null` stands for a value that is empty or not
 * written. Left out is what isn't known, what no cmdlet sets, and what the server doesn't have.
 */
export function parametersOf(
  declaration: DeclaredObject,
  server: ServerVersion | undefined,
  always: readonly string[] = [],
): DeclaredParameter[] {
  const found: DeclaredParameter[] = [];
  for (const property of declaration.kind.properties) {
    const wanted = always.includes(property.name);
    if (property.fact || !hasSince(server, property.since)) continue;
    if (!wanted && !declaration.written.has(property.name)) continue;
    const fact = declaration.fact(property.name);
    if (isOpen(fact)) continue;
    const value = cmdletValue(property, fact) ?? null;
    found.push({ property, name: parameterOf(property), value });
  }
  return found;
}

/** Whether the fact is written and not known. */
export function isUnknown(declaration: DeclaredObject, property: string): boolean {
  const fact = declaration.fact(property);
  return isOpen(fact);
}

/** The parameters that a cmdlet takes, as the vocabulary says; for a new object those without a value are left out. */
export function parametersFor(
  cmdlet: string,
  declared: readonly DeclaredParameter[],
  kindCmdlets: readonly (string | undefined)[],
): Parameter[] {
  const isNew = cmdlet.startsWith('New-');
  return declared
    .filter(({ property }) => (property.cmdlets ?? kindCmdlets).includes(cmdlet))
    .filter(({ value }) => !(isNew && value === null))
    .map(({ name, value }) => ({ name, value }));
}

/** The property of a declaration's kind; the vocabulary's own names are always found. */
export function propertyNamed(declaration: DeclaredObject, name: string): Property {
  return propertyOf(declaration.kind, name) as Property;
}

/** A known text of a declaration; `undefined` where it is empty, not written or not known. */
export function textFact(declaration: DeclaredObject, property: string): string | undefined {
  const fact = declaration.fact(property);
  return typeof fact === 'string' ? fact : undefined;
}

/** The known values of a list. */
export function listFact(declaration: DeclaredObject, property: string): readonly string[] {
  const fact = declaration.fact(property);
  return Array.isArray(fact) ? fact.map(String) : [];
}

/** The description of an object that has one: the property, else its doc comment on one line. */
export function descriptionOf(declaration: DeclaredObject): string | undefined {
  const written = textFact(declaration, 'description');
  if (written !== undefined || declaration.written.has('description')) return written;
  const doc = declaration.node.doc?.text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
  return doc || undefined;
}
