import { type KindName, kinds, userRow } from '../../../server/src/vocabulary';
import { anyOf, end, include, lineEnd, operand, type Rule, scope, start, word } from './patterns';
import { propertyRules } from './properties';

const filterRule = (words: string, name: string): Rule => ({
  match: `${start}((?i:in|with))[ \\t]+((?i:${words}))[ \\t]+(${operand})`,
  captures: {
    1: { name: scope('keyword.control.word') },
    2: { name: scope('keyword.control.filter') },
    3: { patterns: [include('string'), { name: scope(name), match: '.+' }] },
  },
});

const filters: readonly Rule[] = [
  filterRule('group|pool|site|domain|wave|policy', 'entity.name.type.class.reference'),
  filterRule('mailbox', 'variable.other.enummember'),
];

const selection: readonly Rule[] = [
  {
    match: `${start}((?i:call))[ \\t]+((?i:to))${end}`,
    captures: { 1: { name: scope('keyword.control') }, 2: { name: scope('keyword.control.word') } },
  },
  {
    match: `${start}((?i:every|no))[ \\t]+((?i:user|contact))${end}`,
    captures: { 1: { name: scope('keyword.control.word') }, 2: { name: scope('keyword.control.crowd') } },
  },
  ...filters,
];

const comma: Rule = { name: scope('punctuation.separator.list'), match: ',' };

const move: Rule = {
  begin: word(['move']),
  beginCaptures: { 1: { name: scope('keyword.control.move') } },
  end: lineEnd,
  patterns: [
    include('comments'),
    ...selection,
    {
      match: `${start}((?i:to))(?:[ \\t]+((?i:hosted|local|none)))?${end}`,
      captures: {
        1: { name: scope('keyword.control.word') },
        2: { name: scope('variable.other.enummember') },
      },
    },
    ...propertyRules(userRow.properties),
    include('sipAddress'),
    include('phone'),
    comma,
  ],
};

const targetKinds: readonly KindName[] = kinds.map(({ name }) => name);

const events = [
  'noAnswer',
  'busy',
  'forwarded',
  'doNotDisturb',
  'direct',
  'callVoicemail',
  'missedCall',
  'mwi',
  'playOnPhone',
  'escape',
  'wanOutage',
];

const expect: Rule = {
  begin: word(['expect']),
  beginCaptures: { 1: { name: scope('keyword.control.expect') } },
  end: lineEnd,
  patterns: [
    include('comments'),
    ...selection,
    {
      match: `${start}((?i:reaches))[ \\t]+(?:((?i:hosted|local|nothing))${end}|(?:(${anyOf(targetKinds)})[ \\t]+(?=[^\\s{}]))?(${operand}))`,
      captures: {
        1: { name: scope('keyword.control.word') },
        2: { name: scope('variable.other.enummember') },
        3: { name: scope('keyword.control.kind') },
        4: { patterns: [include('string'), { name: scope('entity.name.type.class.reference'), match: '.+' }] },
      },
    },
    {
      match: `${start}((?i:on))[ \\t]+(${anyOf(events)})${end}`,
      captures: { 1: { name: scope('keyword.control.word') }, 2: { name: scope('variable.other.enummember') } },
    },
    {
      match: `${start}((?i:before|after))[ \\t]+(${operand})`,
      captures: {
        1: { name: scope('keyword.control.word') },
        2: { patterns: [include('string'), { name: scope('entity.name.type.class.reference'), match: '.+' }] },
      },
    },
    { name: scope('keyword.control.word'), match: `${start}(?i:unreachable|reaches|to|no|every)${end}` },
    include('sipAddress'),
    include('phone'),
    include('string'),
    comma,
  ],
};

const columnWords = ['sipAddress', ...userRow.properties.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])];

const columns: Rule = {
  begin: `${word(['columns'])}\\s*(\\{)`,
  beginCaptures: {
    1: { name: scope('keyword.control.columns') },
    2: { name: scope('punctuation.section.block.begin') },
  },
  end: '\\}',
  endCaptures: { 0: { name: scope('punctuation.section.block.end') } },
  patterns: [
    include('comments'),
    {
      begin: '\\{',
      beginCaptures: { 0: { name: scope('punctuation.section.block.begin') } },
      end: '\\}',
      endCaptures: { 0: { name: scope('punctuation.section.block.end') } },
      patterns: [include('comments'), include('values')],
    },
    { name: scope('variable.other.property'), match: `${start}${anyOf(columnWords)}${end}` },
    include('string'),
  ],
};

/** Lines that are neither declaration nor property. */
export const statementRules: Readonly<Record<string, Rule>> = { move, expect, columns };
