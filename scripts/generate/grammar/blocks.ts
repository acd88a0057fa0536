import {
  childrenOf,
  type Kind,
  kinds,
  type RowKind,
  takesColumns,
  takesMoves,
  userRow,
} from '../../../server/src/vocabulary';
import { anyOf, atomCharacter, end, type Include, include, operand, type Rule, scope, start, word } from './patterns';
import { propertyRules } from './properties';

const declaration = (kind: Kind) => include(`declaration-${kind.name}`);

/** What ends a block where its brace is missing: a line that starts with a kind, or `expect`, that cannot stand in it. */
function foreignLine(kind: Kind): string {
  const own = kind.properties.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  const inside = new Set([...childrenOf(kind).map(({ name }) => name), ...own].map((each) => each.toLowerCase()));
  const words = kinds.map(({ name }) => name).filter((name) => !inside.has(name.toLowerCase()));
  return `^(?=[ \\t]*${anyOf([...words, 'expect'])}${end})`;
}

function rowRules(row: RowKind): readonly (Rule | Include)[] {
  if (row === userRow) {
    return [
      {
        name: scope('variable.other.readwrite.sip-address'),
        match: `${start}(?i:sip:)?${atomCharacter}*@${atomCharacter}*`,
      },
      // The long form, `alice@contoso.com { … }`.
      {
        begin: '\\{',
        beginCaptures: { 0: { name: scope('punctuation.section.block.begin') } },
        end: '\\}',
        endCaptures: { 0: { name: scope('punctuation.section.block.end') } },
        patterns: [include('comments'), ...propertyRules(row.properties)],
      },
    ];
  }
  const owner = row.owner ? `(?:[ \\t]+(${operand}))?` : '';
  return [
    {
      match: `${word([row.head])}${owner}`,
      captures: {
        1: { name: scope('keyword.control.row') },
        2: { patterns: [include('string'), { name: scope('entity.name.type.class.owner'), match: '.+' }] },
      },
    },
    ...propertyRules(row.properties),
  ];
}

/** One rule a kind: its word, its name, and a body that knows its own words only. */
function declarationRule(kind: Kind): Rule {
  const name = kind.nameType === 'none' ? '' : `(?:[ \\t]+(${operand}))?`;
  const coloured = kind.nameType === 'sipAddress' ? 'variable.other.readwrite.sip-address' : 'entity.name.type.class';
  return {
    begin: `${word([kind.name])}${name}`,
    beginCaptures: {
      1: { name: scope('keyword.control.declaration') },
      2: { patterns: [include('string'), { name: scope(coloured), match: '.+' }] },
    },
    end: '(?<=\\})|(?=[^\\s{/])|(?=/(?![/*]))|^(?=[ \\t]*[^\\s{/])',
    patterns: [
      include('comments'),
      {
        begin: '\\{',
        beginCaptures: { 0: { name: scope('punctuation.section.block.begin') } },
        end: `(\\})|${foreignLine(kind)}`,
        endCaptures: { 1: { name: scope('punctuation.section.block.end') } },
        patterns: [
          include('comments'),
          ...(takesColumns(kind) ? [include('columns')] : []),
          ...(takesMoves(kind) ? [include('move')] : []),
          ...childrenOf(kind).map(declaration),
          ...propertyRules(kind.properties),
          ...(kind.rows ?? []).flatMap(rowRules),
          include('string'),
        ],
      },
    ],
  };
}

/** The declarations of every kind, by their name in the repository. */
export const declarationRules: Readonly<Record<string, Rule>> = Object.fromEntries(
  kinds.map((kind) => [`declaration-${kind.name}`, declarationRule(kind)]),
);

/** What stands at the top level of a file; a kind that belongs inside another is coloured there too, while it has no block yet. */
export const topLevel: readonly Include[] = [include('comments'), include('expect'), ...kinds.map(declaration)];
