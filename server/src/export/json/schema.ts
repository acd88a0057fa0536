import { callEvents, filterWords, mailboxPlaces, targetWords } from '../../syntax/keywords';
import { childrenOf, kinds, userRow } from '../../vocabulary';
import type { Kind, Property, RowKind, ValueType } from '../../vocabulary/types';
import { schemaVersion } from './shape';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schema of topology.json, draft 2020-12, made from the vocabulary: the same for every deployment. */
export function topologySchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:umtopo:topology:${schemaVersion}`,
    title: 'topology.json of UM Topology',
    description:
      'A deployment: its files with their declarations, expectations and users. Written values only; what is left out has its default.',
    type: 'object',
    required: ['schemaVersion', 'name', 'files'],
    additionalProperties: false,
    properties: {
      warning: { type: 'string', description: 'It was exported although there are errors.' },
      $schema: { type: 'string' },
      schemaVersion: { const: schemaVersion },
      name: { type: 'string', description: 'The name of the deployment.' },
      files: {
        type: 'array',
        items: {
          type: 'object',
          required: ['path', 'items'],
          additionalProperties: false,
          properties: {
            path: { type: 'string', description: "Relative to the deployment's folder, with /." },
            items: {
              type: 'array',
              items: { anyOf: [...childrenOf('file').map((kind) => ref(kind.name)), ref('expectation')] },
            },
          },
        },
      },
    },
    $defs: {
      unset: { type: 'null', description: 'Known to be empty.' },
      unknown: closed({ unknown: { const: true } }, ['unknown']),
      invalid: closed(
        { invalid: array({ type: 'string' }) },
        ['invalid'],
        'No value of its type: only in a forced export.',
      ),
      crowd: closed({ every: { enum: ['user', 'contact'] }, filters: array(ref('filter')) }, ['every']),
      filter: closed({ by: { enum: [...filterWords.in, ...filterWords.with] }, name: { type: 'string' } }, [
        'by',
        'name',
      ]),
      selection: {
        anyOf: [
          closed({ addresses: array({ type: 'string' }) }, ['addresses']),
          closed({ callTo: { type: 'string' } }, ['callTo']),
          ref('crowd'),
        ],
      },
      target: {
        anyOf: [
          closed({ word: { enum: targetWords } }, ['word']),
          closed({ kind: { type: 'string' }, name: { type: 'string' } }, ['name']),
        ],
      },
      move: closed(
        { move: ref('selection'), mailbox: { enum: mailboxPlaces }, properties: properties(userRow.properties) },
        ['move'],
      ),
      expectation: closed(
        {
          expect: {
            anyOf: [
              closed({ selection: ref('selection'), reaches: ref('target') }, ['selection', 'reaches']),
              closed({ noneUnreachable: ref('crowd') }, ['noneUnreachable']),
            ],
          },
          on: { enum: callEvents },
          before: { type: 'string' },
          after: { type: 'string' },
        },
        ['expect'],
      ),
      user: {
        ...closed({ sipAddress: { type: 'string' }, ...propertyMap(userRow.properties) }, ['sipAddress'], userRow.doc),
      },
      ...Object.fromEntries(kinds.map((kind) => [kind.name, kindSchema(kind)])),
    },
  };
}

function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

function array(items: Schema): Schema {
  return { type: 'array', items };
}

function closed(map: Schema, required: readonly string[], description?: string): Schema {
  return {
    type: 'object',
    ...(description !== undefined && { description }),
    required,
    additionalProperties: false,
    properties: map,
  };
}

function kindSchema(kind: Kind): Schema {
  const rows = (kind.rows ?? []).filter((row) => row !== userRow);
  const children = childrenOf(kind);
  return closed(
    {
      kind: { const: kind.name },
      ...(kind.nameType !== 'none' && { name: { type: 'string', description: kind.nameDoc ?? 'Its name.' } }),
      doc: { type: 'string', description: 'The doc comment above it.' },
      properties: properties(kind.properties.filter((property) => property.name !== 'csv')),
      ...(rows.length > 0 && { rows: array({ anyOf: rows.map(rowSchema) }) }),
      ...(kind.name === 'wave' && { moves: array(ref('move')) }),
      ...(children.length > 0 && { children: array({ anyOf: children.map((child) => ref(child.name)) }) }),
      ...(kind.name === 'users' && { users: array(ref('user')) }),
    },
    ['kind'],
    kind.doc,
  );
}

function rowSchema(row: RowKind): Schema {
  return closed(
    {
      head: { const: row.head },
      ...(row.owner && { owner: { type: 'string' } }),
      properties: properties(row.properties),
    },
    ['head'],
    row.doc,
  );
}

function properties(list: readonly Property[]): Schema {
  return closed(propertyMap(list), []);
}

function propertyMap(list: readonly Property[]): Schema {
  return Object.fromEntries(list.map((property) => [property.name, propertySchema(property)]));
}

function propertySchema(property: Property): Schema {
  const scalar = scalarSchema(property.type, property);
  const value = property.list ? { ...array(scalar), minItems: 1 } : scalar;
  return {
    description: property.doc,
    anyOf: [value, ref('unset'), ref('unknown'), ref('invalid')],
    ...(property.default !== undefined && { default: defaultJson(property) }),
  };
}

function scalarSchema(type: ValueType, { limits }: Property): Schema {
  switch (type.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return {
        type: 'integer',
        ...(limits?.minimum !== undefined && { minimum: limits.minimum }),
        ...(limits?.maximum !== undefined && { maximum: limits.maximum }),
      };
    case 'enum':
      return { enum: type.values.map((value) => value.value) };
    case 'kind':
      return { enum: kinds.map((kind) => kind.name) };
    case 'date':
      return { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
    default:
      return { type: 'string', ...(limits?.maximumLength !== undefined && { maxLength: limits.maximumLength }) };
  }
}

function defaultJson({ default: text = '', type, list }: Property): unknown {
  const scalar = type.type === 'boolean' ? text === 'true' : type.type === 'number' ? Number(text) : text;
  return list ? [scalar] : scalar;
}
