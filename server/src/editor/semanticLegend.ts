import type { Property, ValueTypeName } from '../vocabulary/types';

/** Token types of the protocol that the language uses, in the order of the legend. */
export const semanticTokenTypes = [
  'keyword',
  'class',
  'variable',
  'property',
  'enumMember',
  'string',
  'number',
  'comment',
] as const;
export type SemanticTokenType = (typeof semanticTokenTypes)[number];

export const semanticTokenModifiers = ['declaration', 'documentation'] as const;

/** The bits of the modifiers. */
export const DECLARATION = 1;
export const DOCUMENTATION = 2;

/** A kind of token: its index in the legend, and the bits of its modifiers from the eighth on. */
export type Role = number;

export function role(type: SemanticTokenType, modifiers = 0): Role {
  return semanticTokenTypes.indexOf(type) | (modifiers << 8);
}

/** Names of objects are classes, users and contacts variables. */
const byType: Readonly<Record<ValueTypeName, SemanticTokenType>> = {
  boolean: 'enumMember',
  enum: 'enumMember',
  number: 'number',
  portRange: 'number',
  phone: 'number',
  date: 'number',
  kind: 'keyword',
  reference: 'class',
  sipAddress: 'variable',
  fqdn: 'string',
  ipAddress: 'number',
  text: 'string',
  scope: 'string',
  distinguishedName: 'string',
};

const roles = new Map(Object.entries(byType).map(([type, token]) => [type, role(token)]));
const stringRole = role('string');
const stateRole = role('enumMember');

/** The role of a property's value. */
export function valueRole(property: Property | undefined, text: string, quoted: boolean): Role {
  if (quoted) return stringRole;
  if (/^(?:unset|unknown|\$null)$/i.test(text)) return stateRole;
  return (property && roles.get(property.type.type)) ?? stringRole;
}

/** The role that the values of a property have when they are no state and stand without quotes. */
export function typeRole(property: Property): Role {
  return roles.get(property.type.type) ?? stringRole;
}
