import type { Property } from '../../../server/src/vocabulary';
import { anyOf, end, type Include, include, type Rule, scope, start } from './patterns';

/** Values end before the next word; a comma between them, also at the end of a line, continues the list. */
const valuesEnd = '(?<=[^\\s,])(?=[ \\t]*(?:$|[{}]|//|/\\*))|(?<=[^\\s,])(?=[ \\t]+[^\\s,])|(?=[{}])';

function rule(properties: readonly Property[], patterns: readonly (Rule | Include)[]): Rule[] {
  if (properties.length === 0) return [];
  const words = properties.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  return [
    {
      // Without a value on its line a word has none, and the next line starts anew.
      begin: `${start}(${anyOf(words)})[ \\t]+(?=[^\\s{},/])`,
      beginCaptures: { 1: { name: scope('variable.other.property') } },
      end: valuesEnd,
      patterns: [include('comments'), ...patterns],
    },
    { name: scope('variable.other.property'), match: `${start}${anyOf(words)}${end}` },
  ];
}

/** Properties with their values: enums know their own words, a reference is a name. */
export function propertyRules(properties: readonly Property[]): readonly Rule[] {
  const enums = properties.filter(({ type }) => type.type === 'enum');
  const references = properties.filter(({ type }) => type.type === 'reference');
  const texts = properties.filter(({ type }) => type.type === 'text' || type.type === 'distinguishedName');
  const others = properties.filter((each) => ![...enums, ...references, ...texts].includes(each));
  const words = enums.flatMap(({ type }) =>
    type.type === 'enum' ? type.values.flatMap(({ value, aliases }) => [value, ...(aliases ?? [])]) : [],
  );
  const unknown: Rule = { name: scope('variable.other.enummember'), match: `${start}(?i:unset|unknown|\\$null)${end}` };
  return [
    ...rule(enums, [
      { name: scope('variable.other.enummember'), match: `${start}${anyOf(words)}${end}` },
      include('values'),
    ]),
    ...rule(references, [
      unknown,
      include('string'),
      { name: scope('entity.name.type.class.reference'), match: '[^\\s{}(),"/]+' },
      { name: scope('punctuation.separator.list'), match: ',' },
    ]),
    ...rule(texts, [
      unknown,
      include('string'),
      { name: scope('string.unquoted'), match: '[^\\s{}(),"/]+' },
      { name: scope('punctuation.separator.list'), match: ',' },
    ]),
    ...rule(others, [include('values')]),
  ];
}
